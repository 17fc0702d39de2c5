"""Act as a Django application."""

from django.apps import AppConfig


class ActConfig(AppConfig):
    name = "sinergi.act"
    label = "act"
