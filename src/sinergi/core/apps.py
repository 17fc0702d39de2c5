"""Core as a Django application; it keeps the ledger's triggers in place."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from sinergi.core import triggers


class CoreConfig(AppConfig):
    name = "sinergi.core"
    label = "core"

    def ready(self) -> None:
        # SQLite drops triggers whenever a migration rebuilds their table.
        post_migrate.connect(triggers.reinstall, sender=self)
