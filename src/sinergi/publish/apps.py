"""Publish as a Django application."""

from django.apps import AppConfig


class PublishConfig(AppConfig):
    name = "sinergi.publish"
    label = "publish"
