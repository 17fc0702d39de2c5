"""Published series: their methods, values and targets."""

from __future__ import annotations

from django.db import models

from sinergi.core.constraints import one_of
from sinergi.core.models import Place
from sinergi.core.rules import Provenance
from sinergi.measure.rules import Direction


class Series(models.Model):
    """A published indicator and how to read it."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40)
    owner = models.CharField(max_length=120)
    scale_min = models.DecimalField(max_digits=9, decimal_places=3)
    scale_max = models.DecimalField(max_digits=9, decimal_places=3)
    direction = models.CharField(max_length=8)
    measures = models.TextField(blank=True)
    limits = models.TextField(blank=True)

    class Meta:
        ordering = ["slug"]
        verbose_name_plural = "series"
        constraints = [one_of("direction", Direction, "series_direction_known")]

    def __str__(self) -> str:
        return self.name


class MethodVersion(models.Model):
    """A way a series was measured; values of different methods are never spliced."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="methods")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["series", "code"]
        constraints = [
            models.UniqueConstraint(fields=["series", "code"], name="method_once")
        ]

    def __str__(self) -> str:
        return f"{self.series} · {self.name}"


class PublishedValue(models.Model):
    """A value as printed by someone else: it has a source and no error of ours."""

    method = models.ForeignKey(MethodVersion, models.PROTECT, related_name="values")
    place = models.ForeignKey(Place, models.PROTECT, related_name="published_values")
    # "index" or the code of a pillar or another part of the series.
    measure = models.SlugField(max_length=40)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=9, decimal_places=3)
    decimals = models.PositiveSmallIntegerField(default=2)
    source = models.TextField()
    note = models.TextField(blank=True)
    respondents = models.PositiveIntegerField(null=True, blank=True)
    provenance = models.CharField(max_length=12, default=Provenance.PUBLISHED.value)

    class Meta:
        ordering = ["method", "place", "measure", "year"]
        constraints = [
            one_of("provenance", Provenance, "publishedvalue_provenance_known"),
            models.UniqueConstraint(
                fields=["method", "place", "measure", "year"],
                name="publishedvalue_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.year}: {self.value}"


class Target(models.Model):
    """What a government means to reach in a series in a year."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="targets")
    government = models.ForeignKey(Place, models.PROTECT, related_name="targets")
    measure = models.SlugField(max_length=40, default="index")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=9, decimal_places=3)
    basis = models.CharField(max_length=200)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["series", "government", "year"]
        constraints = [
            one_of("provenance", Provenance, "target_provenance_known"),
            models.UniqueConstraint(
                fields=["series", "government", "measure", "year"], name="target_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.government} {self.year}: {self.value}"
