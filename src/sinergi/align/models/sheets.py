"""Files of plans that were brought, and what came of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.align import words
from sinergi.align.rules import SheetState
from sinergi.core.constraints import one_of
from sinergi.core.models import Forum, Place, StoredFile
from sinergi.core.rules import Provenance


class PlanSheet(models.Model):
    """A filled-in template of a government's plans for a year."""

    reference = models.CharField(max_length=24, unique=True)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="plan_sheets")
    government = models.ForeignKey(Place, models.PROTECT, related_name="plan_sheets")
    year = models.PositiveSmallIntegerField()
    # Let go when the file was discarded.
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="plan_sheets"
    )
    state = models.CharField(max_length=12, default=SheetState.BROUGHT.value)
    provenance = models.CharField(max_length=12)
    brought_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    entered = models.PositiveSmallIntegerField(default=0)
    changed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-brought_at"]
        constraints = [
            one_of("state", SheetState, "plansheet_state_known"),
            one_of("provenance", Provenance, "plansheet_provenance_known"),
            # The newest file of a government and year is the one that may be applied.
            models.UniqueConstraint(
                fields=["forum", "government", "year"],
                condition=Q(state=SheetState.BROUGHT.value),
                name="plansheet_one_brought",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_label(self) -> str:
        return str(words.SHEET[SheetState(self.state)])

    @property
    def is_open(self) -> bool:
        return self.state == SheetState.BROUGHT

    @property
    def is_simulated(self) -> bool:
        return self.provenance == Provenance.SIMULATED
