"""The meeting, its rules of procedure, and what was reported about a past one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q

from sinergi.convene import rules, words
from sinergi.convene.rules import (
    MeetingKind,
    MeetingState,
    Missing,
    Ratification,
    SessionKind,
)
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.rules import Provenance, Role, deadline, last_deadline


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def public(self) -> MeetingQuerySet:
        """Invited or later; a draft is nobody's business yet."""
        return self.exclude(state=MeetingState.DRAFT.value)

    def seen_by(self, by: Membership) -> MeetingQuerySet:
        """Working papers: drafts of the secretariat and the committee, then of all
        governments of the forum."""
        secretariat = Q(pk=None)
        if by.is_a(Role.SECRETARIAT):
            secretariat = Q(forum__coordinator=by.government_id)
        committee = Q(committee__person=by.person_id)
        takes_part = ~Q(state=MeetingState.DRAFT.value) & Q(
            forum__seats__government=by.government_id
        )
        return self.filter(secretariat | committee | takes_part).distinct()


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
    # The number the correspondence system gave the letter; empty before it went out.
    letter_number = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=12, default=MeetingState.DRAFT.value)
    provenance = models.CharField(max_length=12)
    invited_at = models.DateTimeField(null=True, blank=True)
    # The last day for the governments to say who comes.
    reply_by = models.DateField(null=True, blank=True)
    # Grows when day, time or venue change after the invitation; calendars go by it.
    sequence = models.PositiveSmallIntegerField(default=0)
    rescheduled_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # The later last day of the circulation, and why it was needed.
    circulation_extended_to = models.DateField(null=True, blank=True)
    circulation_extended_because = models.CharField(max_length=200, blank=True)

    objects = MeetingQuerySet.as_manager()

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

    @property
    def state_label(self) -> str:
        return str(words.STATE[MeetingState(self.state)])

    @property
    def mark(self) -> Mark:
        return words.MARK[MeetingState(self.state)]

    @property
    def kind_label(self) -> str:
        return str(words.KIND[MeetingKind(self.kind)])

    @property
    def is_draft(self) -> bool:
        return MeetingState(self.state) is MeetingState.DRAFT

    @property
    def is_running(self) -> bool:
        return MeetingState(self.state) is MeetingState.RUNNING

    @property
    def is_over(self) -> bool:
        """Closed, whether or not its minutes are approved yet."""
        return MeetingState(self.state) in rules.OVER

    @property
    def held_until(self) -> date:
        """Its last day, or the day it was closed when that came before."""
        if self.closed_at is None:
            return self.ends_on
        return min(self.ends_on, rules.closing_day(self.closed_at, self.zone))

    @property
    def comments_until(self) -> datetime | None:
        """End of the window in which the governments comment on the minutes."""
        if self.closed_at is None:
            return None
        days = self._ruled().days_to_comment
        return deadline(rules.closing_day(self.closed_at, self.zone), days, self.zone)

    @property
    def ratification(self) -> Ratification:
        """How texts of the groups become an agreement: in plenary, by circulation."""
        return Ratification(self._ruled().ratification)

    @property
    def circulates(self) -> bool:
        return self.ratification is Ratification.CIRCULATION

    @property
    def circulation_last_day(self) -> date | None:
        """The last day to answer in writing; planned from the last day of the meeting
        until it is closed."""
        ruled = self._ruled()
        if Ratification(ruled.ratification) is not Ratification.CIRCULATION:
            return None
        closed_on = self.closed_at and rules.closing_day(self.closed_at, self.zone)
        return rules.circulation_last_day(
            closed_on or self.ends_on,
            ruled.days_to_circulate,
            self.circulation_extended_to,
        )

    def circulation_until(self, government: Place) -> datetime | None:
        """The end of the circulation for this government: 24:00 where it is."""
        day = self.circulation_last_day
        return deadline(day, 0, government.time_zone) if day else None

    @property
    def circulation_over_at(self) -> datetime | None:
        """Its end for the government it ends for last."""
        day = self.circulation_last_day
        zones = {place.time_zone for place in self.forum.governments()}
        return last_deadline(day, zones) if day else None

    def _ruled(self) -> RulesOfProcedure:
        """The tata tertib as set, or as the model proposes it."""
        known = RulesOfProcedure.objects.filter(meeting=self).first()
        return known or RulesOfProcedure()

    @property
    def is_published(self) -> bool:
        """Told from reports; nobody acts on it."""
        return Provenance(self.provenance) is Provenance.PUBLISHED

    @property
    def is_simulated(self) -> bool:
        return Provenance(self.provenance) is Provenance.SIMULATED

    @property
    def zone(self) -> str:
        return self.host.time_zone

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def days(self) -> Collection[date]:
        return rules.days_between(self.starts_on, self.ends_on)

    def today(self, at: datetime) -> date:
        return rules.local_day(at, self.zone)

    def lacks(self) -> list[Missing]:
        """What the invitation still waits for."""
        return rules.lacks(
            plenaries=self.sessions.filter(kind=SessionKind.PLENARY.value).count(),
            groups=self.sessions.filter(kind=SessionKind.GROUP.value).count(),
            agenda_items=self.sessions.filter(agenda__isnull=False).count(),
            has_procedure=hasattr(self, "procedure"),
        )


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
    # After the end of a quarter; then after the verdict, to accept or contest it.
    days_to_report = models.PositiveSmallIntegerField(default=15)
    days_to_reply = models.PositiveSmallIntegerField(default=14)
    # After the closing, for the governments to comment on the minutes.
    days_to_comment = models.PositiveSmallIntegerField(default=3)
    # By circulation: after the closing, until so many days have passed.
    ratification = models.CharField(max_length=12, default=Ratification.PLENARY.value)
    days_to_circulate = models.PositiveSmallIntegerField(default=14)
    # For the governments to review the pedoman before it is determined.
    days_to_review = models.PositiveSmallIntegerField(default=10)

    class Meta:
        constraints = [
            one_of("ratification", Ratification, "procedure_ratification_known"),
            models.CheckConstraint(
                condition=models.Q(quorum_percent__range=(1, 100)),
                name="procedure_quorum_is_a_percentage",
            ),
        ]

    def __str__(self) -> str:
        return f"Tata tertib {self.meeting}"

    def sentences(self) -> list[str]:
        """The tata tertib as it would be read out."""
        return words.procedure(
            quorum_percent=self.quorum_percent,
            all_must_answer=self.all_must_answer,
            absence_answers=self.absence_answers,
            days_to_plan=self.days_to_plan,
            days_to_report=self.days_to_report,
            days_to_reply=self.days_to_reply,
            days_to_comment=self.days_to_comment,
            ratification=Ratification(self.ratification),
            days_to_circulate=self.days_to_circulate,
            days_to_review=self.days_to_review,
        )
