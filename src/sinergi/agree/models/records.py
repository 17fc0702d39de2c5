"""The berita acara of a meeting."""

from __future__ import annotations

from django.db import models

from sinergi.agree import words
from sinergi.agree.rules import RecordState
from sinergi.convene.models import Meeting
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Document
from sinergi.core.rules import Provenance


class RecordOfAgreement(models.Model):
    """The berita acara of a meeting."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="record")
    number = models.CharField(max_length=80)
    agreed_on = models.DateField()
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
        ordering = ["-agreed_on"]
        constraints = [
            one_of("state", RecordState, "record_state_known"),
            one_of("provenance", Provenance, "record_provenance_known"),
            models.CheckConstraint(
                condition=~models.Q(state=RecordState.LOCKED.value)
                | models.Q(document__isnull=False, locked_at__isnull=False),
                name="record_locked_has_document",
            ),
            models.CheckConstraint(
                condition=models.Q(announced_at=None, sheet=None)
                | models.Q(announced_at__isnull=False, sheet__isnull=False),
                name="record_announced_has_sheet",
            ),
        ]

    def __str__(self) -> str:
        return f"Berita acara {self.number}"

    @property
    def mark(self) -> Mark:
        return words.RECORD[RecordState(self.state)]

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(
            fields=["state", "number", "agreed_on", "locked_at", "announced_at"],
            from_queryset=RecordOfAgreement.objects.select_for_update(),
        )

    @property
    def is_locked(self) -> bool:
        return RecordState(self.state) is RecordState.LOCKED
