"""Minutes: what was written, decided and commented, and their approval."""

from __future__ import annotations

from django.db import models

from sinergi.convene.models.meeting import Meeting
from sinergi.convene.models.programme import AgendaItem, Session
from sinergi.core.models import Document, Membership, Place


class MinutesRevision(models.Model):
    """The minutes of a session as written at one time; never overwritten."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], name="minutesrevision_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.number}"

    @property
    def paragraphs(self) -> list[str]:
        """As paragraphs: a blank line ends one."""
        blocks = self.text.replace("\r\n", "\n").split("\n\n")
        return [" ".join(block.split()) for block in blocks if block.strip()]


class DecisionQuerySet(models.QuerySet["Decision"]):
    def standing(self) -> DecisionQuerySet:
        return self.filter(withdrawn_at=None)

    def in_order(self) -> DecisionQuerySet:
        return self.select_related("item__session__meeting").order_by(
            "item__session__starts_at", "item__session", "item__order", "pk"
        )


class Decision(models.Model):
    """What was decided under an agenda item; taken back, it stays on record."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decisions")
    text = models.TextField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["item", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class MinutesComment(models.Model):
    """What a government says of the minutes of a session, and what came of it."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="comments")
    government = models.ForeignKey(Place, models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "made_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class ApprovedMinutes(models.Model):
    """The minutes of all sessions of a meeting as the chair approved them."""

    meeting = models.OneToOneField(
        Meeting, models.PROTECT, related_name="approved_minutes", primary_key=True
    )
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["-approved_at"]

    def __str__(self) -> str:
        return str(self.meeting)
