"""Plans and the governments that join them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.align import words
from sinergi.align.models.programmes import Programme
from sinergi.align.rules import BudgetStage, PartnerState, PlanState, Work
from sinergi.core.constraints import one_of, positive
from sinergi.core.marks import Mark
from sinergi.core.models import Place
from sinergi.core.rules import Provenance


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
