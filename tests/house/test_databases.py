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
