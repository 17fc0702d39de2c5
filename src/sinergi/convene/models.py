"""Tables of convening: meeting, rules of procedure, sessions, agenda, attendance."""

from django.db import models

from sinergi.convene.rules import (
    CommitteeRole,
    MeetingKind,
    MeetingState,
    SessionKind,
)
from sinergi.core.constraints import one_of
from sinergi.core.models import Bidang, Forum, Membership, Person, Place
from sinergi.core.rules import Provenance


class Meeting(models.Model):
    """A coordination meeting of a forum, with a plenary and groups by bidang.

    A published meeting is told from reported facts only; it has no acts.
    """

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings")
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    purpose = models.TextField()
    host = models.ForeignKey(Place, models.PROTECT, related_name="hosted_meetings")
    venue = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=12, default=MeetingState.DRAFT.value)
    provenance = models.CharField(max_length=12)
    invited_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            one_of("kind", MeetingKind, "meeting_kind_known"),
            one_of("state", MeetingState, "meeting_state_known"),
            one_of("provenance", Provenance, "meeting_provenance_known"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="meeting_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ReportedFact(models.Model):
    """One thing that was reported about a published meeting, with its source."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="facts")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=80)
    text = models.TextField()
    source = models.TextField()

    class Meta:
        ordering = ["meeting", "order"]

    def __str__(self) -> str:
        return self.label


class RulesOfProcedure(models.Model):
    """The tata tertib as data; every guard of agreeing reads them here."""

    meeting = models.OneToOneField(
        Meeting, models.PROTECT, related_name="procedure", primary_key=True
    )
    # Governments that must be present, in percent of the forum's seats.
    quorum_percent = models.PositiveSmallIntegerField(default=51)
    # Whether every member must have answered, or only the addressees.
    all_must_answer = models.BooleanField(default=False)
    # Whether an absent government counts as having answered.
    absence_answers = models.BooleanField(default=True)
    days_to_plan = models.PositiveSmallIntegerField(default=60)

    def __str__(self) -> str:
        return f"Tata tertib {self.meeting}"


class Session(models.Model):
    """The plenary or a group by bidang, in a room, from a time to a time."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=12)
    bidang = models.ForeignKey(
        Bidang, models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    title = models.CharField(max_length=160)
    room = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "starts_at", "title"]
        constraints = [
            one_of("kind", SessionKind, "session_kind_known"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="session_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=SessionKind.PLENARY.value, bidang=None)
                | models.Q(kind=SessionKind.GROUP.value, bidang__isnull=False),
                name="session_group_has_bidang",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Opening(models.Model):
    """One entry of the order of opening: what, which office, represented by whom."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="openings")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    office = models.CharField(max_length=160)
    represented_by = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"], name="opening_order_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class AgendaItem(models.Model):
    """One thing on the agenda of a session, with the minutes it may take."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField()
    presenter = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["session", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "order"], name="agendaitem_order_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


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
            models.UniqueConstraint(
                fields=["meeting", "person", "role", "session"],
                name="committee_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} · {self.meeting}"


class Participant(models.Model):
    """Someone expected at a meeting for a government, by office; name if known."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="participants")
    government = models.ForeignKey(Place, models.PROTECT, related_name="participants")
    office = models.CharField(max_length=160)
    name = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="participants"
    )

    class Meta:
        ordering = ["meeting", "government", "office"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "government", "office"], name="participant_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office}, {self.government}"


class Attendance(models.Model):
    """A participant was checked in at the desk, on a day of the meeting."""

    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="attendances"
    )
    day = models.DateField()
    checked_in_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["participant", "day"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "day"], name="attendance_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant} {self.day}"
