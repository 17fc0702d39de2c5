"""What each government answered to the invitation."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from sinergi.convene import words
from sinergi.convene.models.meeting import Meeting
from sinergi.convene.rules import Answer
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Membership, Place, StoredFile


class Reply(models.Model):
    """The answer of one government to an invitation; the latest one stands."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="replies")
    government = models.ForeignKey(Place, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12)
    # Why nobody comes; may be personal, so it is for the secretariat alone.
    reason = models.CharField(max_length=200, blank=True)
    # Who is sent in place of the head, by a letter that says so.
    mandate = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    mandate_name = models.CharField(max_length=160, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    # How often somebody who was to come was struck off, and when last: calendars that
    # hold the invitation take it out by a higher number.
    struck_off = models.PositiveSmallIntegerField(default=0)
    struck_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "replies"
        ordering = ["meeting", "government"]
        constraints = [
            one_of("answer", Answer, "reply_answer_known"),
            models.UniqueConstraint(
                fields=["meeting", "government"], name="reply_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(answer=Answer.REPRESENTED.value)
                | models.Q(mandate__isnull=False),
                name="reply_represented_has_mandate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.answer}"

    @property
    def mark(self) -> Mark:
        return words.ANSWER_MARK[Answer(self.answer)]

    def strike_off(self, at: datetime) -> None:
        """Somebody of this government does not come after all."""
        self.struck_off, self.struck_off_at = self.struck_off + 1, at

    @property
    def comes(self) -> bool:
        return Answer(self.answer) is not Answer.DECLINES
