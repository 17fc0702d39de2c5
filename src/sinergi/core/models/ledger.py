"""The append-only table of everything that was done."""

import json
from datetime import UTC

from django.db import models

from sinergi.core.models.people import Membership
from sinergi.core.rules import BY_LINK, Link, Provenance


class LedgerEvent(models.Model):
    """One act: who, holding which office, what, when, before, after and why.

    `body` is the canonical JSON that is hashed; the other columns are copies of it
    to ask by. The database refuses update and delete (triggers.py).
    """

    seq = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, null=True)
    action = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=60)
    object_reference = models.CharField(max_length=120)
    reason = models.TextField(blank=True)
    body = models.TextField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(
                fields=["object_kind", "object_reference"], name="ledger_by_object"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.action} {self.object_kind}:{self.object_reference}"

    def link(self) -> Link:
        return Link(self.seq, self.previous_hash, self.body, self.hash)

    @property
    def is_by_link(self) -> bool:
        """Done through a personal link, by somebody without an account."""
        return self._office.get("role") == BY_LINK

    @property
    def is_simulated(self) -> bool:
        if self.by:
            return self.by.person.is_simulated
        return self._office.get("provenance") == Provenance.SIMULATED

    @property
    def _office(self) -> dict[str, str]:
        # A body that was tampered with may hold anything; the page tells of it.
        try:
            found = json.loads(self.body)["office"]
        except (ValueError, KeyError, TypeError):
            return {}
        return found if isinstance(found, dict) else {}

    def agrees_with_body(self) -> bool:
        """Whether the columns still say what the hashed body says."""
        body = json.loads(self.body)
        told = (
            body["seq"],
            body["at"],
            body["action"],
            body["object"]["kind"],
            body["object"]["reference"],
            body["reason"],
        )
        return told == (
            self.seq,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.action,
            self.object_kind,
            self.object_reference,
            self.reason,
        )
