"""Guests: people without an account who get a personal link to one meeting."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from sinergi.convene import rules, words
from sinergi.convene.models.meeting import Meeting
from sinergi.convene.rules import Answer, MeetingState
from sinergi.core.marks import Mark
from sinergi.core.models import Membership
from sinergi.core.rules import deadline


class Guest(models.Model):
    """Someone invited by name; of the link only its hash is kept."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="guests")
    name = models.CharField(max_length=120)
    office = models.CharField(max_length=160)
    token_sha256 = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=12, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    answer__in=["", Answer.ATTENDS.value, Answer.DECLINES.value]
                ),
                name="guest_answer_known",
            ),
            models.UniqueConstraint(
                fields=["meeting", "name", "office"],
                condition=models.Q(revoked_at=None),
                name="guest_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} {self.pk}"

    @property
    def expires_at(self) -> datetime:
        """Moves with the meeting."""
        return deadline(self.meeting.ends_on, 0, self.meeting.zone)

    @property
    def mark(self) -> Mark:
        if not self.answer:
            return words.UNANSWERED
        return words.ANSWER_MARK[Answer(self.answer)]

    def may_enter(self, at: datetime) -> bool:
        return rules.link_holds(
            MeetingState(self.meeting.state),
            at=at,
            until=self.expires_at,
            revoked=self.revoked_at is not None,
        )
