"""Words of a letter, made in Word by an office: every version that was tried."""

from __future__ import annotations

from django.db import models

from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Place, StoredFile
from sinergi.core.rules import Provenance
from sinergi.letters import words
from sinergi.letters.rules import WordingState


class Wording(models.Model):
    """One version; at most one of a kind is in force, else the words of the house."""

    government = models.ForeignKey(Place, models.PROTECT, related_name="wordings")
    provenance = models.CharField(max_length=12)
    kind = models.CharField(max_length=24)
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT)
    file_name = models.CharField(max_length=160)
    state = models.CharField(max_length=8, default=WordingState.TRIED.value)
    tried_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["government", "kind", "-number"]
        constraints = [
            one_of("provenance", Provenance, "wording_provenance_known"),
            one_of("state", WordingState, "wording_state_known"),
            models.UniqueConstraint(
                fields=["government", "provenance", "kind", "number"],
                name="wording_number_once",
            ),
            models.UniqueConstraint(
                fields=["government", "provenance", "kind"],
                condition=models.Q(state=WordingState.IN_FORCE.value),
                name="wording_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def mark(self) -> Mark:
        return words.WORDING[WordingState(self.state)]

    @property
    def is_in_force(self) -> bool:
        return WordingState(self.state) is WordingState.IN_FORCE
