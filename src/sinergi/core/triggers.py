"""Database triggers that refuse to change or delete what the ledger holds."""

from typing import Any

from django.db import connections

TABLE = "core_ledgerevent"
MESSAGE = "The ledger is append-only: an event is never changed or deleted."

SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS ledger_refuses_{verb}
    BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"""
    for verb in ("UPDATE", "DELETE")
]
# REPLACE deletes what stands in the way without asking the trigger above.
SQLITE.append(
    f"""CREATE TRIGGER IF NOT EXISTS ledger_refuses_REPLACE
    BEFORE INSERT ON {TABLE}
    WHEN EXISTS (
        SELECT 1 FROM {TABLE}
        WHERE id = NEW.id OR seq = NEW.seq OR hash = NEW.hash
    ) BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"""  # noqa: S608 - names of ours only
)

POSTGRESQL = [
    f"""CREATE OR REPLACE FUNCTION ledger_refuses() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$ LANGUAGE plpgsql""",
    f"""CREATE OR REPLACE TRIGGER ledger_refuses_change
    BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION ledger_refuses()""",
    f"""CREATE OR REPLACE TRIGGER ledger_refuses_truncate
    BEFORE TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()""",
]


def reinstall(*, using: str = "default", **_: Any) -> None:
    connection = connections[using]
    if TABLE not in connection.introspection.table_names():
        return
    statements = POSTGRESQL if connection.vendor == "postgresql" else SQLITE
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
