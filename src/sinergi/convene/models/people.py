"""Who runs the meeting, who is expected, and who came."""

from __future__ import annotations

from django.db import models

from sinergi.convene import words
from sinergi.convene.models.meeting import Meeting
from sinergi.convene.models.programme import Session
from sinergi.convene.rules import CommitteeRole
from sinergi.core.constraints import one_of
from sinergi.core.models import Forum, Person, Place


class CommitteeMember(models.Model):
    """A person's seat in the committee (panitia) of one meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="committee")
    person = models.ForeignKey(Person, models.PROTECT, related_name="committees")
    role = models.CharField(max_length=16)
    # The group a group chair leads; None for the others.
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="committee"
    )

    class Meta:
        ordering = ["meeting", "role"]
        constraints = [
            one_of("role", CommitteeRole, "committee_role_known"),
            # Two, for SQLite knows no constraint in which two NULLs are the same.
            models.UniqueConstraint(
                fields=["meeting", "person", "role", "session"],
                condition=models.Q(session__isnull=False),
                name="committee_once_in_a_group",
            ),
            models.UniqueConstraint(
                fields=["meeting", "person", "role"],
                condition=models.Q(session__isnull=True),
                name="committee_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} · {self.meeting}"

    @property
    def role_label(self) -> str:
        return str(words.COMMITTEE[CommitteeRole(self.role)])


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def in_order(self, forum: Forum) -> ParticipantQuerySet:
        """By government as the forum seats them, then as they were put on the list."""
        seated = self.filter(government__seats__forum=forum)
        return seated.select_related("government", "session").order_by(
            "government__seats__order", "pk"
        )


class Participant(models.Model):
    """Someone expected at a meeting for a government, by office; name if known.

    Named by the government, it is its delegate. NIP and phone are never public.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="participants")
    government = models.ForeignKey(Place, models.PROTECT, related_name="participants")
    office = models.CharField(max_length=160)
    name = models.CharField(max_length=120, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    # When its government named it as a delegate; None before that.
    named_at = models.DateTimeField(null=True, blank=True)
    # Put on the list by the government itself, beyond whom the secretariat expects.
    is_own = models.BooleanField(default=False)
    # A lost card is worthless once there is a newer one.
    card_edition = models.PositiveSmallIntegerField(default=1)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="participants"
    )

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "government", "office"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "government", "office"], name="participant_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office}, {self.government}"

    @property
    def is_delegate(self) -> bool:
        return self.named_at is not None
