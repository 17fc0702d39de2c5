"""A survey and the versions of its questionnaire."""

from __future__ import annotations

from django.db import models

from sinergi.collect import words
from sinergi.collect.rules import (
    ItemRole,
)
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
    is_official = models.BooleanField(default=False)
    # What the check remarked without blocking: [{code, row, values}].
    remarks = models.JSONField(default=list)
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

    def scored(self) -> models.QuerySet[Item]:
        """The questions that may enter an index, in order."""
        return self.items.filter(role=ItemRole.ITEM.value)

    def scales(self) -> dict[str, tuple[int, int]]:
        """Lowest and highest answer of every item."""
        return {
            item.name: (item.scale_min, item.scale_max)
            for item in self.scored()
            if item.scale_min is not None and item.scale_max is not None
        }


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

    @property
    def role_label(self) -> str:
        return str(words.ITEM_ROLE[ItemRole(self.role)])
