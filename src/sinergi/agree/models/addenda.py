"""Corrections of a locked berita acara, and locked ones that were declared void."""

from __future__ import annotations

from django.db import models

from sinergi.agree import words
from sinergi.agree.models.records import RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.convene.models import Meeting
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Document, Membership
from sinergi.core.rules import Provenance


class Addendum(models.Model):
    """A further berita acara that refers to a locked one, to correct or complete it."""

    record = models.ForeignKey(
        RecordOfAgreement, models.PROTECT, related_name="addenda"
    )
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=80)
    agreed_on = models.DateField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    state = models.CharField(max_length=12, default=RecordState.DRAFT.value)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    locked_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)
    # The sheet that says who signed, locked when it was announced.
    sheet = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["record", "order"]
        constraints = [
            one_of("state", RecordState, "addendum_state_known"),
            one_of("provenance", Provenance, "addendum_provenance_known"),
            models.UniqueConstraint(fields=["record", "order"], name="addendum_once"),
            models.CheckConstraint(
                condition=~models.Q(state=RecordState.LOCKED.value)
                | models.Q(document__isnull=False, locked_at__isnull=False),
                name="addendum_locked_has_document",
            ),
            models.CheckConstraint(
                condition=models.Q(announced_at=None, sheet=None)
                | models.Q(announced_at__isnull=False, sheet__isnull=False),
                name="addendum_announced_has_sheet",
            ),
        ]

    def __str__(self) -> str:
        return f"Adendum {self.number}"

    @property
    def meeting(self) -> Meeting:
        return self.record.meeting

    @property
    def mark(self) -> Mark:
        return words.RECORD[RecordState(self.state)]

    @property
    def is_locked(self) -> bool:
        return RecordState(self.state) is RecordState.LOCKED

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(
            fields=["state", "number", "agreed_on", "subject", "text", "announced_at"],
            from_queryset=Addendum.objects.select_for_update(),
        )


class VoidedRecord(models.Model):
    """A berita acara that was locked and declared void before anybody signed it."""

    record = models.ForeignKey(RecordOfAgreement, models.PROTECT, related_name="voided")
    document = models.OneToOneField(Document, models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    voided_at = models.DateTimeField()

    class Meta:
        ordering = ["record", "voided_at"]

    def __str__(self) -> str:
        return f"{self.document}"
