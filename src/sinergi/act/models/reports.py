"""Quarterly reports, their evidence, and the verdicts on them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models

from sinergi.act import rules, words
from sinergi.act.models.commitments import Activity, Commitment
from sinergi.act.rules import EvidenceLevel, Quarter, ReportState, Verdict
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Document, Membership, StoredFile
from sinergi.core.rules import Provenance


class Report(models.Model):
    """What a government reports for a quarter of one commitment."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, default=ReportState.DRAFT.value)
    narrative = models.TextField(blank=True)
    obstacles = models.TextField(blank=True)
    # Nothing to report this quarter, with a reason in the narrative.
    is_nil = models.BooleanField(default=False)
    return_reason = models.TextField(blank=True)
    # The government's answer to a verdict it contests (sanggahan).
    reply = models.TextField(blank=True)
    receipt = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    # Lateness is of the first time; what came back and is sent anew was in time.
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    times_submitted = models.PositiveSmallIntegerField(default=0)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["commitment", "year", "quarter"]
        constraints = [
            one_of("state", ReportState, "report_state_known"),
            one_of("provenance", Provenance, "report_provenance_known"),
            models.UniqueConstraint(
                fields=["commitment", "year", "quarter"], name="report_once"
            ),
            models.CheckConstraint(
                condition=models.Q(quarter__range=(1, 4)), name="report_quarter_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment} {self.year}/{self.quarter}"

    @property
    def mark(self) -> Mark:
        return words.REPORT[ReportState(self.state)]

    @property
    def is_simulated(self) -> bool:
        return Provenance(self.provenance) is Provenance.SIMULATED

    @property
    def period(self) -> Quarter:
        return Quarter(self.year, self.quarter)

    @property
    def due_at(self) -> datetime:
        return self.commitment.report_due_at(self.period)

    @property
    def is_late(self) -> bool:
        return self.first_submitted_at is not None and (
            self.first_submitted_at >= self.due_at
        )

    def verdict(self) -> Review | None:
        """The last verdict: of the second round when the first was contested."""
        reviews = sorted(self.reviews.all(), key=lambda review: review.round)
        return reviews[-1] if reviews else None

    @property
    def public_evidence(self) -> list[Evidence]:
        return [evidence for evidence in self.evidence.all() if evidence.is_public]

    def is_final_on(self, now: datetime) -> bool:
        """Whether the verdict stands and everyone may read the report."""
        verdict = self.verdict()
        zone = ZoneInfo(self.commitment.government.time_zone)
        return rules.is_final(
            ReportState(self.state),
            verdict.reviewed_at.astimezone(zone).date() if verdict else None,
            now.astimezone(zone).date(),
            self.commitment.recommendation.meeting.procedure.days_to_reply,
        )


class Achievement(models.Model):
    """The value reached by an activity in a report, as claimed by the government."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="achievements")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="achievements")
    value = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["report", "activity"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "activity"], name="achievement_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.value}"


class Evidence(models.Model):
    """A file that shows what a report claims."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="evidence")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    page = models.CharField(max_length=40, blank=True)
    level = models.CharField(max_length=2)
    is_public = models.BooleanField(default=False)

    class Meta:
        ordering = ["report", "pk"]
        constraints = [one_of("level", EvidenceLevel, "evidence_level_known")]

    def __str__(self) -> str:
        return self.name

    @property
    def level_label(self) -> str:
        return str(words.EVIDENCE[EvidenceLevel(self.level)])


class Review(models.Model):
    """A reviewer's verdict on a report; never by the reporting government.

    Round 2 settles a contested verdict and is by another person than round 1.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="reviews")
    round = models.PositiveSmallIntegerField(default=1)
    verdict = models.CharField(max_length=12)
    evidence_level = models.CharField(max_length=2)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        ordering = ["report", "round"]
        constraints = [
            models.UniqueConstraint(fields=["report", "round"], name="review_once"),
            one_of("verdict", Verdict, "review_verdict_known"),
            one_of("evidence_level", EvidenceLevel, "review_level_known"),
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.verdict}"

    @property
    def mark(self) -> Mark:
        return words.VERDICT[Verdict(self.verdict)]
