"""Words of the field that are data: bidang and pillars."""

from django.db import models

from sinergi.core.constraints import one_of
from sinergi.core.models.places import Forum, Place
from sinergi.core.rules import Provenance


class Bidang(models.Model):
    """A field of work in which a forum meets in groups."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="bidang")
    code = models.SlugField(max_length=16)
    name = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["forum", "order"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "code"], name="bidang_code_once")
        ]

    def __str__(self) -> str:
        return self.name


class Pillar(models.Model):
    """A pillar of the digital literacy index."""

    code = models.SlugField(unique=True, max_length=32)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class BidangOffice(models.Model):
    """What a government calls its own office for a bidang: structures differ."""

    bidang = models.ForeignKey(Bidang, models.PROTECT, related_name="offices")
    government = models.ForeignKey(Place, models.PROTECT, related_name="bidang_offices")
    name = models.CharField(max_length=160)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["government", "bidang"]
        constraints = [
            one_of("provenance", Provenance, "bidangoffice_provenance_known"),
            models.UniqueConstraint(
                fields=["bidang", "government", "provenance"],
                name="bidangoffice_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
