"""Number patterns of an office, and the numbers it has given."""

from __future__ import annotations

from django.db import models

from sinergi.core.constraints import one_of
from sinergi.core.models import Place
from sinergi.core.rules import Provenance
from sinergi.letters.rules import Pattern


class NumberPattern(models.Model):
    """How an office numbers one kind of letter."""

    government = models.ForeignKey(Place, models.PROTECT, related_name="patterns")
    provenance = models.CharField(max_length=12)
    kind = models.CharField(max_length=24)
    text = models.CharField(max_length=80)
    code = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    # The lowest serial to propose, and in which year: what was numbered elsewhere.
    first = models.PositiveIntegerField(default=1)
    first_year = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["government", "kind"]
        constraints = [
            one_of("provenance", Provenance, "numberpattern_provenance_known"),
            models.UniqueConstraint(
                fields=["government", "provenance", "kind"], name="numberpattern_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def pattern(self) -> Pattern:
        return Pattern(self.text, self.code, self.unit)

    def lowest(self, year: int) -> int:
        """A serial begins anew each year where the pattern has the year in it."""
        if self.pattern.begins_anew_each_year and year != self.first_year:
            return 1
        return self.first


class GivenNumber(models.Model):
    """A number that a letter bears or bore; it is never given to another."""

    government = models.ForeignKey(Place, models.PROTECT, related_name="numbers")
    provenance = models.CharField(max_length=12)
    kind = models.CharField(max_length=24)
    number = models.CharField(max_length=80)
    # Without spaces and capitals, by which two numbers are told apart.
    plain = models.CharField(max_length=80)
    # Of numbers that follow the pattern of their day.
    serial = models.PositiveIntegerField(null=True, blank=True)
    year = models.PositiveSmallIntegerField()
    # Which letter: the reference of what it belongs to, and its title.
    reference = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["-given_at", "-pk"]
        constraints = [
            one_of("provenance", Provenance, "givennumber_provenance_known"),
            models.UniqueConstraint(
                fields=["government", "provenance", "kind", "plain"],
                name="givennumber_once",
            ),
        ]

    def __str__(self) -> str:
        return self.number
