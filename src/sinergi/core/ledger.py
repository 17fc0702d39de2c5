"""Appending to the ledger and checking that nothing in it was touched."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import connection, models

from sinergi.core.canonical import VERSION, canonical_json
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.rules import (
    BY_LINK,
    GENESIS,
    Break,
    PersonalLink,
    first_break,
    link_hash,
)

# Any number, as long as every process uses the same one.
_POSTGRESQL_LOCK = 7_411_034


def record(
    action: str,
    target: models.Model,
    *,
    reference: str,
    by: Membership | None,
    at: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
    through: PersonalLink | None = None,
) -> LedgerEvent:
    """Append one event inside the act's transaction.

    `by` is None only for a command run on the server, and for who holds a personal
    link and no account: `through` then says whose link it was.
    `before` and `after` never hold personal data: people are named by reference, so
    an account can be erased.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_POSTGRESQL_LOCK])
    last = LedgerEvent.objects.order_by("-seq").first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, GENESIS)
    kind = target._meta.label_lower
    body = canonical_json(
        {
            "version": VERSION,
            "seq": seq,
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "person": str(by.person.reference) if by else None,
            "office": _office_held(by, through),
            "action": action,
            "object": {"kind": kind, "reference": reference},
            "before": dict(before or {}),
            "after": dict(after or {}),
            "reason": reason,
        }
    )
    return LedgerEvent.objects.create(
        seq=seq,
        at=at,
        by=by,
        action=action,
        object_kind=kind,
        object_reference=reference,
        reason=reason,
        body=body,
        previous_hash=previous,
        hash=link_hash(previous, body),
    )


def tip() -> str:
    """The hash of the last event: it changes with every act, and with nothing else."""
    last = LedgerEvent.objects.order_by("-seq").values_list("hash", flat=True).first()
    return last or GENESIS


def verify() -> Break | None:
    """The first broken link of the whole chain, or None."""
    events = LedgerEvent.objects.order_by("seq")
    broken = first_break(event.link() for event in events.iterator(chunk_size=2000))
    if broken:
        return broken
    # The chain holds, so every body is as it was written; the columns are copies.
    for event in events.iterator(chunk_size=2000):
        if not event.agrees_with_body():
            return Break(event.seq, "changed")
    return None


def _office_held(by: Membership | None, through: PersonalLink | None) -> dict[str, str]:
    if by is None:
        if through is not None:
            return {
                "role": BY_LINK,
                "government": through.government,
                "provenance": through.provenance.value,
            }
        return {"role": "command", "government": ""}
    return {"role": by.role, "government": by.government.slug}
