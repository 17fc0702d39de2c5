"""The national nomenclature of programmes, activities and sub-activities."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.align import words
from sinergi.align.rules import NomenclatureKind, NomenclatureLevel
from sinergi.core.constraints import one_of
from sinergi.core.models import Place
from sinergi.core.rules import Level


class NomenclatureQuerySet(models.QuerySet["NomenclatureCode"]):
    def sub_activities(self, government: Place) -> NomenclatureQuerySet:
        """What a government of this level may plan."""
        own = (
            NomenclatureLevel.PROVINCE
            if government.level == Level.PROVINCE
            else NomenclatureLevel.REGENCY_OR_CITY
        )
        return self.filter(
            kind=NomenclatureKind.SUB_ACTIVITY,
            level__in=(own, NomenclatureLevel.ALL),
        )

    def said(self, words: str) -> NomenclatureQuerySet:
        """Every word stands in the name, or begins the code."""
        found = self
        for word in words.split():
            found = found.filter(Q(name__icontains=word) | Q(code__startswith=word))
        return found


class NomenclatureCode(models.Model):
    """One code of the nomenclature and the level of government it is for."""

    code = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=12)
    level = models.CharField(max_length=16)
    name = models.CharField(max_length=300)
    source = models.CharField(max_length=240, blank=True)

    objects = NomenclatureQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            one_of("kind", NomenclatureKind, "nomenclaturecode_kind_known"),
            one_of("level", NomenclatureLevel, "nomenclaturecode_level_known"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def level_label(self) -> str:
        return str(words.NOMENCLATURE_LEVEL[NomenclatureLevel(self.level)])
