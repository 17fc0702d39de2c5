"""Who came, by which door, and the code a session shows in its hall."""

from __future__ import annotations

from django.db import models

from sinergi.convene import words
from sinergi.convene.models.people import Participant
from sinergi.convene.models.programme import Session
from sinergi.convene.rules import Door
from sinergi.core.constraints import one_of
from sinergi.core.models import Membership


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def standing(self) -> AttendanceQuerySet:
        return self.filter(undone_at=None)


class Attendance(models.Model):
    """A participant came on a day of the meeting, through one of its doors."""

    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="attendances"
    )
    day = models.DateField()
    door = models.CharField(max_length=8, default=Door.DESK.value)
    # When the participant was at the door, and when this system heard of it: a
    # scanner without a network tells later.
    checked_in_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    # None when the holder of a card came in with the code of the hall.
    by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Whose code of the hall it was; None at the other doors.
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    # A mistake at the desk is taken back and stays on record; the ledger says why.
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["participant", "day"]
        constraints = [
            one_of("door", Door, "attendance_door_known"),
            models.UniqueConstraint(
                fields=["participant", "day"],
                condition=models.Q(undone_at=None),
                name="attendance_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant} {self.day}"

    @property
    def door_label(self) -> str:
        return str(words.DOOR[Door(self.door)])


class HallCode(models.Model):
    """While open, the hall of a session shows a code with which who is there checks
    in alone. Its secret is made from the key of the server, so none is kept."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="hall_codes")
    opened_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=models.Q(closed_at=None),
                name="hallcode_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.opened_at:%Y-%m-%d}"
