"""Tables of aligning: programmes, plans, joint partners, requests for help."""

from django.db import models

from sinergi.align.rules import (
    BudgetStage,
    HelpState,
    PartnerState,
    PlanState,
    Verified,
)
from sinergi.core.constraints import one_of, positive
from sinergi.core.models import Bidang, Forum, Pillar, Place
from sinergi.core.rules import Provenance


class Programme(models.Model):
    """A national programme in force in a forum, with its mandate."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="programmes")
    code = models.SlugField(max_length=16)
    name = models.CharField(max_length=200)
    bidang = models.ManyToManyField(Bidang, related_name="programmes")
    pillars = models.ManyToManyField(Pillar, related_name="programmes", blank=True)
    # Who says the programme serves these pillars; rarely the mandate itself.
    pillars_basis = models.CharField(max_length=200, blank=True)
    national_owner = models.CharField(max_length=200)
    mandate = models.TextField(blank=True)
    mandate_verified = models.CharField(max_length=12)
    mandate_note = models.CharField(max_length=200, blank=True)
    target = models.TextField(blank=True)
    target_verified = models.CharField(max_length=12)
    local_obligation = models.TextField(blank=True)
    responsible_levels = models.JSONField(default=list)
    measured_by = models.CharField(max_length=200, blank=True)
    source = models.TextField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["forum", "order"]
        constraints = [
            one_of("mandate_verified", Verified, "programme_mandate_known"),
            one_of("target_verified", Verified, "programme_target_known"),
            models.UniqueConstraint(fields=["forum", "code"], name="programme_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Plan(models.Model):
    """A government's activity for a programme in a budget year.

    A joint plan has one lead (`government`) and partners who accepted.
    """

    reference = models.CharField(max_length=24, unique=True)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="plans")
    government = models.ForeignKey(Place, models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    activity_code = models.CharField(max_length=24)
    activity = models.CharField(max_length=240)
    output = models.CharField(max_length=240)
    unit = models.CharField(max_length=40, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    # None = not stated yet; 0 = stated as needing no money of its own.
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    fund_source = models.CharField(max_length=80, blank=True)
    budget_stage = models.CharField(max_length=12)
    is_joint = models.BooleanField(default=False)
    state = models.CharField(max_length=12, default=PlanState.PLANNED.value)
    provenance = models.CharField(max_length=12)
    entered_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["programme", "government", "year", "reference"]
        constraints = [
            one_of("budget_stage", BudgetStage, "plan_stage_known"),
            one_of("state", PlanState, "plan_state_known"),
            one_of("provenance", Provenance, "plan_provenance_known"),
            positive("budget", "plan_budget_positive"),
            positive("target", "plan_target_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.activity}"


class Partner(models.Model):
    """A government asked to join a plan, and its answer."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="partners")
    government = models.ForeignKey(Place, models.PROTECT, related_name="partnerships")
    state = models.CharField(max_length=12, default=PartnerState.INVITED.value)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["plan", "government"]
        constraints = [
            one_of("state", PartnerState, "partner_state_known"),
            models.UniqueConstraint(fields=["plan", "government"], name="partner_once"),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.plan}"


class HelpRequest(models.Model):
    """A government asks for help on a cell of the matrix (kebutuhan dukungan)."""

    reference = models.CharField(max_length=24, unique=True)
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="help_requests"
    )
    government = models.ForeignKey(Place, models.PROTECT, related_name="help_requests")
    year = models.PositiveSmallIntegerField()
    text = models.TextField()
    state = models.CharField(max_length=12, default=HelpState.OPEN.value)
    provenance = models.CharField(max_length=12)
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            one_of("state", HelpState, "helprequest_state_known"),
            one_of("provenance", Provenance, "helprequest_provenance_known"),
        ]

    def __str__(self) -> str:
        return self.reference


class HelpAnswer(models.Model):
    """What the province or a peer answers to a request for help."""

    request = models.ForeignKey(HelpRequest, models.PROTECT, related_name="answers")
    government = models.ForeignKey(Place, models.PROTECT, related_name="help_answers")
    text = models.TextField()
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]

    def __str__(self) -> str:
        return f"{self.government} · {self.request}"
