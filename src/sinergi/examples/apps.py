"""Examples as a Django application."""

from django.apps import AppConfig


class ExamplesConfig(AppConfig):
    name = "sinergi.examples"
    label = "examples"
