"""The review of a pedoman (telaah): what each government says of it."""

from __future__ import annotations

from django.db import models

from sinergi.agree.models.guidelines import Clause, Guideline
from sinergi.core.models import Membership, Place


class GuidelineComment(models.Model):
    """What a government says of structure or commentary, and what came of it."""

    guideline = models.ForeignKey(Guideline, models.PROTECT, related_name="comments")
    # None is about the whole.
    clause = models.ForeignKey(
        Clause, models.PROTECT, null=True, blank=True, related_name="comments"
    )
    government = models.ForeignKey(Place, models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["guideline", "made_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class GuidelineReading(models.Model):
    """A government has finished its review within one window."""

    guideline = models.ForeignKey(Guideline, models.PROTECT, related_name="readings")
    review = models.PositiveSmallIntegerField()
    government = models.ForeignKey(Place, models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    finished_at = models.DateTimeField()

    class Meta:
        ordering = ["guideline", "review", "finished_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["guideline", "review", "government"], name="reading_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.guideline} {self.government}"
