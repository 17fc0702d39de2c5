"""Tables of aligning: programmes, plans, joint partners, requests for help."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.align import words
from sinergi.align.rules import (
    BudgetStage,
    HelpState,
    PartnerState,
    PlanState,
    Verified,
    Work,
)
from sinergi.core.constraints import one_of, positive
from sinergi.core.marks import Mark
from sinergi.core.models import Bidang, Forum, Pillar, Place
from sinergi.core.rules import Provenance


class Programme(models.Model):
    """A national programme in force in a forum, with its mandate."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="programmes")
    code = models.SlugField(max_length=16)
    name = models.CharField(max_length=200)
    # What the matrix has room for.
    short_name = models.CharField(max_length=60, blank=True)
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
    obligation_verified = models.CharField(
        max_length=12, default=Verified.RECALLED.value
    )
    # Levels of government with a duty here; none named = every level.
    responsible_levels = models.JSONField(default=list)
    levels_basis = models.CharField(max_length=200, blank=True)
    measured_by = models.CharField(max_length=200, blank=True)
    source = models.TextField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["forum", "order"]
        constraints = [
            one_of("mandate_verified", Verified, "programme_mandate_known"),
            one_of("target_verified", Verified, "programme_target_known"),
            one_of("obligation_verified", Verified, "programme_obligation_known"),
            models.UniqueConstraint(fields=["forum", "code"], name="programme_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name

    @property
    def mandate_mark(self) -> Mark:
        return words.VERIFIED[Verified(self.mandate_verified)]

    @property
    def target_mark(self) -> Mark:
        return words.VERIFIED[Verified(self.target_verified)]

    @property
    def obligation_mark(self) -> Mark:
        return words.VERIFIED[Verified(self.obligation_verified)]


class PlanQuerySet(models.QuerySet["Plan"]):
    def standing(self) -> PlanQuerySet:
        return self.filter(state=PlanState.PLANNED)

    def of(self, government: Place) -> PlanQuerySet:
        """Led by this government, or joined by it."""
        accepted = Partner.objects.filter(
            government=government, state=PartnerState.ACCEPTED
        )
        joined = Q(pk__in=accepted.values("plan"))
        return self.filter(Q(government=government) | joined)

    def with_partners(self) -> PlanQuerySet:
        return self.select_related("programme", "government").prefetch_related(
            models.Prefetch("partners", Partner.objects.select_related("government"))
        )


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
    withdrawn_reason = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)
    entered_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = PlanQuerySet.as_manager()

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

    @property
    def state_label(self) -> str:
        return str(words.PLAN_STATE[PlanState(self.state)])

    @property
    def budget_stage_label(self) -> str:
        return str(words.BUDGET_STAGE[BudgetStage(self.budget_stage)])

    @property
    def is_standing(self) -> bool:
        return self.state == PlanState.PLANNED

    @property
    def is_simulated(self) -> bool:
        return self.provenance == Provenance.SIMULATED

    def governments_that(self, state: PartnerState) -> list[Place]:
        """Partners in this state; reads `partners` as prefetched."""
        found = [each for each in self.partners.all() if each.state == state]
        return [each.government for each in found]

    @property
    def accepted(self) -> list[Place]:
        return self.governments_that(PartnerState.ACCEPTED)

    @property
    def invited(self) -> list[Place]:
        return self.governments_that(PartnerState.INVITED)

    def as_work(self) -> Work:
        return Work(
            reference=self.reference,
            government=self.government.slug,
            output=self.output,
            unit=self.unit,
            target=self.target,
            budget=self.budget,
            partners=frozenset(place.slug for place in self.accepted),
        )


class PartnerQuerySet(models.QuerySet["Partner"]):
    def unanswered(self) -> PartnerQuerySet:
        """Invitations to plans that still stand."""
        asked = self.filter(
            state=PartnerState.INVITED, plan__state=PlanState.PLANNED
        ).order_by("plan__entered_at")
        return asked.select_related("plan__programme", "plan__government", "government")


class Partner(models.Model):
    """A government asked to join a plan, and its answer."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="partners")
    government = models.ForeignKey(Place, models.PROTECT, related_name="partnerships")
    state = models.CharField(max_length=12, default=PartnerState.INVITED.value)
    answered_at = models.DateTimeField(null=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "government"]
        constraints = [
            one_of("state", PartnerState, "partner_state_known"),
            models.UniqueConstraint(fields=["plan", "government"], name="partner_once"),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.plan}"

    @property
    def mark(self) -> Mark:
        return words.PARTNER[PartnerState(self.state)]

    @property
    def state_label(self) -> str:
        return str(self.mark.label)


class HelpRequestQuerySet(models.QuerySet["HelpRequest"]):
    def of_forum(self, forum: Forum) -> HelpRequestQuerySet:
        asked = self.filter(programme__forum=forum)
        return asked.select_related("programme__forum", "government")

    def unanswered(self) -> HelpRequestQuerySet:
        return self.filter(state=HelpState.OPEN)


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

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            one_of("state", HelpState, "helprequest_state_known"),
            one_of("provenance", Provenance, "helprequest_provenance_known"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def mark(self) -> Mark:
        return words.HELP[HelpState(self.state)]

    @property
    def state_label(self) -> str:
        return str(self.mark.label)


class HelpAnswer(models.Model):
    """What the province or a peer answers to a request for help."""

    request = models.ForeignKey(HelpRequest, models.PROTECT, related_name="answers")
    government = models.ForeignKey(Place, models.PROTECT, related_name="help_answers")
    text = models.TextField()
    provenance = models.CharField(max_length=12)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]
        constraints = [one_of("provenance", Provenance, "helpanswer_provenance_known")]

    def __str__(self) -> str:
        return f"{self.government} · {self.request}"
