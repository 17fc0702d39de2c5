"""Agree as a Django application."""

from django.apps import AppConfig


class AgreeConfig(AppConfig):
    name = "sinergi.agree"
    label = "agree"
