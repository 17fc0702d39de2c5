"""Convene as a Django application."""

from django.apps import AppConfig


class ConveneConfig(AppConfig):
    name = "sinergi.convene"
    label = "convene"
