"""National programmes: mandate documents, targets, and whom they oblige."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sinergi.align import words
from sinergi.align.rules import Duty, Verified, in_force
from sinergi.core.constraints import one_of, positive
from sinergi.core.marks import Mark
from sinergi.core.models import Bidang, Forum, Pillar, Place, StoredFile
from sinergi.core.rules import Level, Provenance
from sinergi.core.words import LEVEL


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def in_force(self, year: int) -> ProgrammeQuerySet:
        return self.filter(
            Q(first_year=None) | Q(first_year__lte=year),
            Q(last_year=None) | Q(last_year__gte=year),
        )


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
    # Years in force, both included; None = no end named.
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["forum", "order"]
        constraints = [
            one_of("mandate_verified", Verified, "programme_mandate_known"),
            one_of("target_verified", Verified, "programme_target_known"),
            one_of("obligation_verified", Verified, "programme_obligation_known"),
            models.UniqueConstraint(fields=["forum", "code"], name="programme_once"),
            models.CheckConstraint(
                condition=Q(first_year=None)
                | Q(last_year=None)
                | Q(first_year__lte=F("last_year")),
                name="programme_years_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name

    def is_in_force(self, year: int) -> bool:
        return in_force(year, self.first_year, self.last_year)

    @property
    def years(self) -> str:
        """`2021–2024`; an end that is not named stays open."""
        if self.first_year is None and self.last_year is None:
            return ""
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year or '…'}–{self.last_year or '…'}"

    @property
    def level_labels(self) -> list[str]:
        return [str(LEVEL[Level(each)]) for each in self.responsible_levels]

    @property
    def mandate_mark(self) -> Mark:
        return words.VERIFIED[Verified(self.mandate_verified)]

    @property
    def target_mark(self) -> Mark:
        return words.VERIFIED[Verified(self.target_verified)]

    @property
    def obligation_mark(self) -> Mark:
        return words.VERIFIED[Verified(self.obligation_verified)]


class MandateDocument(models.Model):
    """A law, regulation or letter a programme rests on, as a file or as a link."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="mandate_documents"
    )
    number = models.CharField(max_length=120)
    title = models.CharField(max_length=240)
    year = models.PositiveSmallIntegerField()
    link = models.URLField(max_length=400, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="mandates"
    )
    verified = models.CharField(max_length=12)
    provenance = models.CharField(max_length=12)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["programme", "year", "number"]
        constraints = [
            one_of("verified", Verified, "mandatedocument_verified_known"),
            one_of("provenance", Provenance, "mandatedocument_provenance_known"),
            models.UniqueConstraint(
                fields=["programme", "number", "year"], name="mandatedocument_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.year})"

    @property
    def mark(self) -> Mark:
        return words.VERIFIED[Verified(self.verified)]


class ProgrammeTarget(models.Model):
    """What a programme means to reach in a year, by level of government.

    For the nation it is a total; for a level, what each of its governments is to reach.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="targets")
    level = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=2)
    unit = models.CharField(max_length=40)
    source = models.CharField(max_length=240)
    verified = models.CharField(max_length=12)
    provenance = models.CharField(max_length=12)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["programme", "year", "level", "unit"]
        constraints = [
            one_of("level", Level, "programmetarget_level_known"),
            one_of("verified", Verified, "programmetarget_verified_known"),
            one_of("provenance", Provenance, "programmetarget_provenance_known"),
            positive("value", "programmetarget_positive"),
            models.UniqueConstraint(
                fields=["programme", "level", "year", "unit"],
                name="programmetarget_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} · {self.level} · {self.year}"

    @property
    def level_label(self) -> str:
        return str(LEVEL[Level(self.level)])

    @property
    def mark(self) -> Mark:
        return words.VERIFIED[Verified(self.verified)]


class Obligation(models.Model):
    """What was decided about the duty of one government, instead of by its level."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="obligations")
    government = models.ForeignKey(Place, models.PROTECT, related_name="obligations")
    duty = models.CharField(max_length=12)
    reason = models.TextField()
    provenance = models.CharField(max_length=12)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["programme", "government"]
        constraints = [
            one_of("duty", Duty, "obligation_duty_known"),
            one_of("provenance", Provenance, "obligation_provenance_known"),
            models.UniqueConstraint(
                fields=["programme", "government"], name="obligation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.programme}"

    @property
    def duty_label(self) -> str:
        return str(words.DUTY[Duty(self.duty)])

    @property
    def is_by_level(self) -> bool:
        return self.duty == Duty.BY_LEVEL
