"""Measure as a Django application."""

from django.apps import AppConfig


class MeasureConfig(AppConfig):
    name = "sinergi.measure"
    label = "measure"
