"""What later pedoman change of the clauses of earlier ones."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.agree.models.guidelines import Clause, Guideline
from sinergi.agree.rules import PUBLISHED


class ClauseChangeQuerySet(models.QuerySet["ClauseChange"]):
    def determined(self) -> ClauseChangeQuerySet:
        return self.filter(guideline__state__in=sorted(PUBLISHED))


class ClauseChange(models.Model):
    """What a later pedoman does to a clause of an earlier one."""

    guideline = models.ForeignKey(Guideline, models.PROTECT, related_name="changes")
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="changed_by")
    # None where it is withdrawn without another in its place.
    replacement = models.ForeignKey(
        Clause, models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    reason = models.TextField(blank=True)

    objects = ClauseChangeQuerySet.as_manager()

    class Meta:
        ordering = ["guideline", "clause"]
        constraints = [
            models.UniqueConstraint(
                fields=["guideline", "clause"], name="clausechange_once"
            ),
            models.CheckConstraint(
                condition=Q(replacement__isnull=False) | ~Q(reason=""),
                name="clausechange_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guideline}: {self.clause}"
