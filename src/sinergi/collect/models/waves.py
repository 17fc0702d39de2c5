"""A round of a survey, and the files brought into it with what was wrong in them."""

from __future__ import annotations

from typing import Any

from django.db import models

from sinergi.collect import words
from sinergi.collect.models.surveys import FormVersion, Survey
from sinergi.collect.rules import (
    Domain,
    Effect,
    ImportState,
    Method,
    WaveState,
    Why,
    may_be_discarded,
)
from sinergi.core.constraints import one_of
from sinergi.core.models import StoredFile
from sinergi.core.rules import Provenance


class Wave(models.Model):
    """One round of a survey; what is measured later reads only its frozen files."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="waves")
    form_version = models.ForeignKey(FormVersion, models.PROTECT, related_name="waves")
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=160)
    method = models.CharField(max_length=16)
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=12, default=WaveState.OPEN.value)
    provenance = models.CharField(max_length=12)
    # Set by freezing; never changed after.
    data = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    codebook = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+"
    )
    manifest = models.JSONField(null=True)
    respondents = models.PositiveIntegerField(null=True)
    frozen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["survey", "starts_on"]
        constraints = [
            one_of("state", WaveState, "wave_state_known"),
            one_of("method", Method, "wave_method_known"),
            one_of("provenance", Provenance, "wave_provenance_known"),
            models.CheckConstraint(
                condition=~models.Q(state=WaveState.FROZEN.value)
                | models.Q(data__isnull=False, frozen_at__isnull=False),
                name="wave_frozen_has_files",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state_label(self) -> str:
        return str(words.WAVE_STATE[WaveState(self.state)])

    @property
    def method_label(self) -> str:
        return str(words.METHOD[Method(self.method)])

    @property
    def is_self_selected(self) -> bool:
        return self.method == Method.SELF_SELECTED

    @property
    def is_simulated(self) -> bool:
        return self.provenance == Provenance.SIMULATED

    @property
    def is_open(self) -> bool:
        return self.state == WaveState.OPEN

    @property
    def is_confirmed(self) -> bool:
        return self.state == WaveState.CONFIRMED

    @property
    def is_frozen(self) -> bool:
        return self.state == WaveState.FROZEN

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        Wave.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()

    def confirmed_import(self) -> Import | None:
        """The one file this wave will be, or was, frozen from."""
        return self.imports.filter(state=ImportState.CONFIRMED.value).first()

    def domains(self) -> list[Domain]:
        """By what a frozen wave can be broken down."""
        mapping: dict[str, Any] = (self.manifest or {}).get("mapping", {})
        return [domain for domain in Domain if mapping.get("domains", {}).get(domain)]

    def has_strata(self) -> bool:
        mapping: dict[str, Any] = (self.manifest or {}).get("mapping", {})
        return bool(mapping.get("strata"))


class MappingProfile(models.Model):
    """A saved column mapping: which column of a file answers which question.

    `mapping` = {"items": {item: column}, "weight": column, "strata": column,
    "psu": column, "domains": {domain: column}, "recode": {...}}.
    """

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="profiles")
    name = models.CharField(max_length=80)
    mapping = models.JSONField()

    class Meta:
        ordering = ["survey", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "name"], name="mappingprofile_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """One file brought into a wave, how it was read, and what was wrong in it."""

    wave = models.ForeignKey(Wave, models.PROTECT, related_name="imports")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    mapping = models.JSONField(default=dict)
    state = models.CharField(max_length=12, default=ImportState.UPLOADED.value)
    rows = models.PositiveIntegerField(null=True)
    rows_left_out = models.PositiveIntegerField(null=True)
    cells_answered = models.PositiveIntegerField(null=True)
    cells_blank = models.PositiveIntegerField(null=True)
    cells_blanked = models.PositiveIntegerField(null=True)
    # Item -> how many kept rows left it blank; items without blanks are not named.
    blanks = models.JSONField(default=dict)
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ["wave", "-uploaded_at"]
        constraints = [one_of("state", ImportState, "import_state_known")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def state_label(self) -> str:
        return str(words.IMPORT_STATE[ImportState(self.state)])

    @property
    def is_checked(self) -> bool:
        return self.state == ImportState.CHECKED

    @property
    def is_confirmed(self) -> bool:
        return self.state == ImportState.CONFIRMED

    @property
    def may_be_discarded(self) -> bool:
        return may_be_discarded(ImportState(self.state))

    @property
    def rows_kept(self) -> int:
        return (self.rows or 0) - (self.rows_left_out or 0)

    @property
    def item_cells(self) -> int:
        """Cells of items in kept rows: answered, blank and counted as blank."""
        counted = (self.cells_answered, self.cells_blank, self.cells_blanked)
        return sum(count or 0 for count in counted)


class Problem(models.Model):
    """One thing that was wrong in a file: row, column, value, why, and its effect."""

    upload = models.ForeignKey(Import, models.PROTECT, related_name="problems")
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=120)
    value = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=40)
    effect = models.CharField(max_length=20)

    class Meta:
        ordering = ["upload", "row", "column"]
        constraints = [
            one_of("why", Why, "problem_why_known"),
            one_of("effect", Effect, "problem_effect_known"),
        ]

    def __str__(self) -> str:
        return f"{self.row}/{self.column}: {self.why}"

    @property
    def why_label(self) -> str:
        return str(words.WHY[Why(self.why)])

    @property
    def effect_label(self) -> str:
        return str(words.EFFECT[Effect(self.effect)])
