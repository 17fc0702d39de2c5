"""Places, their codes in two systems, and the forum in which governments meet."""

from __future__ import annotations

from datetime import date

from django.db import models

from sinergi.core import words
from sinergi.core.constraints import one_of
from sinergi.core.rules import CodeSystem, Level


class PlaceQuerySet(models.QuerySet["Place"]):
    def by_code(self, system: CodeSystem, code: str, on: date) -> Place:
        """The place a code names in its own system on a day; codes are reused."""
        codes = PlaceCode.objects.filter(system=system, code=code, valid_from__lte=on)
        codes = codes.exclude(valid_to__isnull=False, valid_to__lt=on)
        return self.get(codes__in=codes)


class Place(models.Model):
    """A nation, province, kabupaten or kota; also the government that runs it."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60)
    level = models.CharField(max_length=16)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    time_zone = models.CharField(max_length=40)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    tile_row = models.PositiveSmallIntegerField(null=True, blank=True)
    tile_column = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [one_of("level", Level, "place_level_known")]

    def __str__(self) -> str:
        return self.name

    @property
    def level_label(self) -> str:
        return str(words.LEVEL[Level(self.level)])

    def code_in(self, system: CodeSystem, on: date | None = None) -> str:
        """The newest code of this place in a system; empty when it has none."""
        codes = self.codes.filter(system=system)
        if on is not None:
            codes = codes.filter(valid_from__lte=on)
        newest = codes.order_by("-valid_from").first()
        return newest.code if newest else ""

    @property
    def kemendagri_code(self) -> str:
        return self.code_in(CodeSystem.KEMENDAGRI)

    @property
    def bps_code(self) -> str:
        return self.code_in(CodeSystem.BPS)


class PlaceCode(models.Model):
    """One row of the crosswalk: a place's code in one system while it holds."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="codes")
    system = models.CharField(max_length=16)
    code = models.CharField(max_length=16)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["system", "code", "valid_from"]
        constraints = [
            one_of("system", CodeSystem, "placecode_system_known"),
            models.UniqueConstraint(
                fields=["system", "code", "valid_from"], name="placecode_one_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.system}:{self.code}"


class ForumQuerySet(models.QuerySet["Forum"]):
    def of(self, government: Place) -> ForumQuerySet:
        """Forums in which a government has a seat."""
        return self.filter(seats__government=government)


class Forum(models.Model):
    """A coordinating government and the governments it coordinates."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    coordinator = models.ForeignKey(Place, models.PROTECT, related_name="coordinates")
    members = models.ManyToManyField(
        Place, through="ForumMember", related_name="forums"
    )

    objects = ForumQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def governments(self) -> list[Place]:
        """Every government that meets here, the coordinator first, then by order."""
        seats = self.seats.select_related("government").order_by("order")
        return [seat.government for seat in seats]


class ForumMember(models.Model):
    """A government's seat in a forum; the coordinator has one too."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="seats")
    government = models.ForeignKey(Place, models.PROTECT, related_name="seats")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["forum", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "government"], name="forummember_once"
            ),
            models.UniqueConstraint(
                fields=["forum", "order"], name="forummember_order_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum} · {self.government}"
