"""Definitions of an index, and the releases of figures computed by them."""

from __future__ import annotations

from django.db import models

from sinergi.collect.models import Wave
from sinergi.core.constraints import one_of
from sinergi.core.models import Place
from sinergi.core.rules import Provenance
from sinergi.measure import words
from sinergi.measure.rules import Flag, Group, ReleaseState


class IndexDefinition(models.Model):
    """How items become pillars and an index (taksir.Index, as TOML); versioned."""

    slug = models.SlugField()
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    definition = models.TextField()
    sha256 = models.CharField(max_length=64)
    # Suppressed under this many respondents; wide above this half width.
    minimum_n = models.PositiveSmallIntegerField(default=30)
    wide_above = models.DecimalField(max_digits=6, decimal_places=3, default="0.250")

    class Meta:
        ordering = ["slug", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "version"], name="indexdefinition_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"


class ReleaseQuerySet(models.QuerySet["Release"]):
    def released(self) -> ReleaseQuerySet:
        """What the public may see, the newest wave first."""
        found = self.filter(state=ReleaseState.RELEASED.value)
        found = found.select_related("wave__survey__forum__coordinator", "definition")
        return found.order_by("-wave__starts_on", "-released_at")

    def standing(self) -> ReleaseQuerySet:
        """Released and not corrected by a later release."""
        corrected = Release.objects.filter(
            state=ReleaseState.RELEASED.value, corrects__isnull=False
        )
        return self.released().exclude(pk__in=corrected.values("corrects"))


class Release(models.Model):
    """An index definition applied to a frozen wave; released figures never change."""

    definition = models.ForeignKey(
        IndexDefinition, models.PROTECT, related_name="releases"
    )
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="releases")
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=12, default=ReleaseState.DRAFT.value)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    correction_reason = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)
    software = models.CharField(max_length=80)
    computed_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)
    # Of all figures in canonical JSON, and of the manifest of the wave.
    figures_sha256 = models.CharField(max_length=64)
    manifest_sha256 = models.CharField(max_length=64)
    # Domain -> respondents whose government, sex or age is not known.
    unplaced = models.JSONField(default=dict)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-computed_at"]
        constraints = [
            one_of("state", ReleaseState, "release_state_known"),
            one_of("provenance", Provenance, "release_provenance_known"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state_label(self) -> str:
        return str(words.RELEASE_STATE[ReleaseState(self.state)])

    @property
    def is_draft(self) -> bool:
        return self.state == ReleaseState.DRAFT

    @property
    def is_released(self) -> bool:
        return self.state == ReleaseState.RELEASED

    @property
    def is_simulated(self) -> bool:
        return self.provenance == Provenance.SIMULATED

    def codes(self) -> dict[int, str]:
        """The code of every government of the forum, asked for once."""
        governments = self.wave.survey.forum.governments()
        return {place.pk: place.kemendagri_code for place in governments}

    def corrected_by(self) -> Release | None:
        """The released correction that stands beside this one."""
        return self.corrections.filter(state=ReleaseState.RELEASED.value).first()


class FigureQuerySet(models.QuerySet["Figure"]):
    def of_group(self, group: Group) -> FigureQuerySet:
        return self.filter(group=group.value)


class Figure(models.Model):
    """One estimate of a release with its error; a suppressed one has no value."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="figures")
    # The coordinating government stands for the whole forum.
    government = models.ForeignKey(Place, models.PROTECT, related_name="figures")
    measure = models.SlugField(max_length=40)
    group = models.CharField(max_length=8, default=Group.ALL.value)
    group_value = models.CharField(max_length=40, blank=True)
    estimate = models.FloatField(null=True)
    se = models.FloatField(null=True)
    ci_low = models.FloatField(null=True)
    ci_high = models.FloatField(null=True)
    df = models.PositiveIntegerField()
    n = models.PositiveIntegerField()
    flags = models.JSONField(default=list)

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["release", "government", "measure", "group", "group_value"]
        constraints = [
            one_of("group", Group, "figure_group_known"),
            models.UniqueConstraint(
                fields=["release", "government", "measure", "group", "group_value"],
                name="figure_once",
            ),
            models.CheckConstraint(
                condition=models.Q(estimate__isnull=False)
                | models.Q(se=None, ci_low=None, ci_high=None),
                name="figure_withheld_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.release} {self.government} {self.measure}"

    @property
    def is_suppressed(self) -> bool:
        return Flag.SUPPRESSED in self.flags

    @property
    def flag_labels(self) -> list[str]:
        return [str(words.FLAG[Flag(flag)]) for flag in self.flags]
