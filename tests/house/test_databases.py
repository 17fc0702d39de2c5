"""Both databases keep what the models and the ledger promise."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import CheckConstraint

from sinergi.core.models import LedgerEvent, Membership
from tests.databases import on_both_databases
from tests.house.arrows import STAGES


@on_both_databases
@pytest.mark.django_db
def test_every_constraint_of_a_model_is_in_the_database(vendor: str) -> None:
    models = [
        model
        for stage in STAGES
        if apps.is_installed(f"sinergi.{stage}")
        for model in apps.get_app_config(stage).get_models()
    ]

    missing = []
    with connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            found = connection.introspection.get_constraints(cursor, table)
            missing += [
                f"{table}.{constraint.name}"
                for constraint in model._meta.constraints
                if constraint.name not in found
            ]

    assert connection.vendor == vendor
    assert any(
        isinstance(constraint, CheckConstraint)
        for model in models
        for constraint in model._meta.constraints
    )
    assert missing == []


@on_both_databases
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "after a flush"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET reason = 'x'", "DELETE FROM {}"])
def test_the_ledger_is_kept_also_where_tests_commit(
    vendor: str, turn: str, deed: str, sari: Membership
) -> None:
    statement = deed.format(LedgerEvent._meta.db_table)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert connection.vendor == vendor
    assert LedgerEvent.objects.exists()


COLUMNS = ", ".join(field.column for field in LedgerEvent._meta.fields)


def copied(**other: str) -> str:
    """The values of event 1 as a row to insert, some of them changed."""
    chosen = [
        other.get(field.column, field.column) for field in LedgerEvent._meta.fields
    ]
    table = LedgerEvent._meta.db_table
    return (
        f"INTO {table} ({COLUMNS}) "
        f"SELECT {', '.join(chosen)} FROM {table} WHERE seq = 1"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other",
    [
        {"reason": "'x'"},
        {"reason": "'x'", "id": "NULL", "hash": "'x'"},
        {"reason": "'x'", "seq": "999999", "hash": "'x'"},
        {"reason": "'x'", "id": "NULL", "seq": "999999"},
    ],
    ids=["all", "seq", "id", "hash"],
)
def test_replacing_an_event_on_sqlite_is_refused_whatever_it_stands_in_the_way_of(
    other: dict[str, str], sari: Membership
) -> None:
    before = list(LedgerEvent.objects.values())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(f"INSERT OR REPLACE {copied(**other)}")

    assert list(LedgerEvent.objects.values()) == before


@on_both_databases
@pytest.mark.django_db
@pytest.mark.parametrize("key", ["id", "seq", "hash"])
def test_an_insert_that_would_update_an_event_is_refused(
    vendor: str, key: str, sari: Membership
) -> None:
    before = list(LedgerEvent.objects.values())
    # PostgreSQL asks one key only; the others must not stand in the way.
    other = {"id": "999999", "seq": "999999", "hash": "'x'"}
    free = {name: value for name, value in other.items() if name != key}
    upsert = f"ON CONFLICT ({key}) DO UPDATE SET reason = 'x'"

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(f"INSERT {copied(**free)} {upsert}")

    assert connection.vendor == vendor
    assert list(LedgerEvent.objects.values()) == before
