"""Letters as a Django application."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "sinergi.letters"
    label = "letters"
