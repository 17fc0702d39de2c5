"""Follow-up plans: their activities, and what is reached by the end of a quarter."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models

from sinergi.act import rules, words
from sinergi.act.rules import CommitmentState, PlannedActivity, Quarter
from sinergi.agree.models import Recommendation
from sinergi.align import words as plan_words
from sinergi.align.models import Plan
from sinergi.align.rules import BudgetStage
from sinergi.core.constraints import one_of, positive
from sinergi.core.marks import Mark
from sinergi.core.models import Place
from sinergi.core.rules import Provenance, deadline


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def running(self) -> CommitmentQuerySet:
        return self.filter(state=CommitmentState.RUNNING)

    def for_pages(self) -> CommitmentQuerySet:
        """With all that a page about follow-up reads, in a fixed number of queries."""
        return self.select_related(
            "government",
            "recommendation__programme",
            "recommendation__meeting__record",
            "recommendation__meeting__procedure",
        ).prefetch_related(
            "activities__targets",
            "activities__plan",
            "reports__reviews__by__government",
            "reports__achievements__activity",
            "reports__evidence__file",
            "reports__commitment__government",
            "reports__commitment__recommendation__meeting__procedure",
        )


class Commitment(models.Model):
    """A government's follow-up plan (RTL) for one recommendation addressed to it."""

    reference = models.CharField(max_length=40, unique=True)
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="commitments"
    )
    government = models.ForeignKey(Place, models.PROTECT, related_name="commitments")
    state = models.CharField(max_length=12, default=CommitmentState.DRAFT.value)
    return_reason = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    running_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["recommendation", "government"]
        constraints = [
            one_of("state", CommitmentState, "commitment_state_known"),
            one_of("provenance", Provenance, "commitment_provenance_known"),
            models.UniqueConstraint(
                fields=["recommendation", "government"], name="commitment_once"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def mark(self) -> Mark:
        return words.COMMITMENT[CommitmentState(self.state)]

    @property
    def is_simulated(self) -> bool:
        return Provenance(self.provenance) is Provenance.SIMULATED

    @property
    def runs(self) -> bool:
        """From here on it is public, with its frozen targets."""
        return CommitmentState(self.state) is CommitmentState.RUNNING

    def planned(self) -> list[PlannedActivity]:
        """The activities as the completeness check sees them."""
        return [
            PlannedActivity(
                title=activity.title,
                output=activity.output,
                unit=activity.unit,
                budget=activity.budget,
                targets=len(activity.targets.all()),
            )
            for activity in self.activities.all()
        ]

    def target_quarters(self) -> list[Quarter]:
        """Every quarter in which an activity has a target, once, in order."""
        return sorted(
            {
                target.period
                for activity in self.activities.all()
                for target in activity.targets.all()
            }
        )

    def reportable(self, now: datetime) -> list[Quarter]:
        """Quarters a report is owed or open for, in the zone of the government."""
        if self.running_at is None:
            return []
        return rules.reportable(
            self.target_quarters(), self._day(self.running_at), self._day(now)
        )

    @property
    def agreed_quarter(self) -> Quarter | None:
        """Until when the recommendation is to be carried out."""
        asked = self.recommendation
        if asked.due_year is None or asked.due_quarter is None:
            return None
        return Quarter(asked.due_year, asked.due_quarter)

    @property
    def quarter_beyond(self) -> Quarter | None:
        """Where the plan ends later than agreed, the quarter in which it does."""
        return rules.beyond(self.target_quarters(), self.agreed_quarter)

    def may_send(self, quarter: Quarter, now: datetime) -> bool:
        """Whether the quarter has ended where the government is."""
        return rules.may_send(quarter, self._day(now))

    def report_due_at(self, quarter: Quarter) -> datetime:
        """The moment from which its report is late, by the tata tertib."""
        days = self.recommendation.meeting.procedure.days_to_report
        return deadline(quarter.ends_on, days, self.government.time_zone)

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(ZoneInfo(self.government.time_zone)).date()


class Activity(models.Model):
    """What the government will do: new, or a plan of the matrix taken over."""

    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="activities"
    )
    order = models.PositiveSmallIntegerField()
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="activities"
    )
    title = models.CharField(max_length=240)
    output = models.CharField(max_length=240)
    unit = models.CharField(max_length=40)
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    budget_stage = models.CharField(max_length=12)

    class Meta:
        ordering = ["commitment", "order"]
        constraints = [
            one_of("budget_stage", BudgetStage, "activity_stage_known"),
            positive("budget", "activity_budget_positive"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def budget_stage_label(self) -> str:
        return str(plan_words.BUDGET_STAGE[BudgetStage(self.budget_stage)])


class QuarterTarget(models.Model):
    """What an activity reaches by the end of a quarter; frozen while it runs."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    target = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["activity", "year", "quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "year", "quarter"], name="quartertarget_once"
            ),
            models.CheckConstraint(
                condition=models.Q(quarter__range=(1, 4)),
                name="quartertarget_quarter_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.year}/{self.quarter}"

    @property
    def period(self) -> Quarter:
        return Quarter(self.year, self.quarter)
