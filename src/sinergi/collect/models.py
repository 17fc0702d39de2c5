"""Tables of collecting: survey, questionnaire, wave, and the files that fill it."""

from django.db import models

from sinergi.collect.rules import ImportState, ItemRole, Method, WaveState
from sinergi.core.constraints import one_of
from sinergi.core.models import Forum, Place, StoredFile
from sinergi.core.rules import Provenance


class Survey(models.Model):
    """A survey a government repeats; each round is a wave."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="surveys")
    owner = models.ForeignKey(Place, models.PROTECT, related_name="surveys")
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=160)
    population = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["slug"]
        constraints = [one_of("provenance", Provenance, "survey_provenance_known")]

    def __str__(self) -> str:
        return self.title


class FormVersion(models.Model):
    """A questionnaire as published; a change is a new version."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="form_versions")
    version = models.CharField(max_length=40)
    title = models.CharField(max_length=160)
    # None when the questionnaire was defined by a list of items, without an XLSForm.
    source = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    xform_sha256 = models.CharField(max_length=64, blank=True)
    is_official = models.BooleanField(default=False)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["survey", "-published_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "version"], name="formversion_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"


class Item(models.Model):
    """One question of a questionnaire."""

    form_version = models.ForeignKey(FormVersion, models.PROTECT, related_name="items")
    name = models.CharField(max_length=64)
    order = models.PositiveSmallIntegerField()
    label = models.TextField()
    label_en = models.TextField(blank=True)
    role = models.CharField(max_length=12)
    pillar = models.CharField(max_length=40, blank=True)
    indicator = models.CharField(max_length=60, blank=True)
    is_reversed = models.BooleanField(default=False)
    scale_min = models.SmallIntegerField(null=True)
    scale_max = models.SmallIntegerField(null=True)
    # A list of objects with name, label and label_en, in the order of the form.
    choices = models.JSONField(default=list)

    class Meta:
        ordering = ["form_version", "order"]
        constraints = [
            one_of("role", ItemRole, "item_role_known"),
            models.UniqueConstraint(fields=["form_version", "name"], name="item_once"),
        ]

    def __str__(self) -> str:
        return self.name


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
    cells_blanked = models.PositiveIntegerField(null=True)
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ["wave", "-uploaded_at"]
        constraints = [one_of("state", ImportState, "import_state_known")]

    def __str__(self) -> str:
        return self.file_name


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

    def __str__(self) -> str:
        return f"{self.row}/{self.column}: {self.why}"
