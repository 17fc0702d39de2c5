"""Align as a Django application."""

from django.apps import AppConfig


class AlignConfig(AppConfig):
    name = "sinergi.align"
    label = "align"
