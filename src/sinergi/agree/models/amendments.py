"""Amendments: full proposed texts on a version, and who objects to them."""

from __future__ import annotations

from django.db import models

from sinergi.agree import words
from sinergi.agree.models.recommendations import Recommendation
from sinergi.agree.models.texts import Version
from sinergi.agree.rules import (
    OPEN_AMENDMENTS,
    UNDECIDED,
    AmendmentState,
    Delta,
    aligned,
    delta,
    rebased,
)
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Membership, Place
from sinergi.core.rules import Provenance


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def for_pages(self) -> AmendmentQuerySet:
        return self.select_related(
            "recommendation__meeting__forum__coordinator",
            "recommendation__session",
            "recommendation__proposer",
            "recommendation__pinned",
            "base",
            "proposer",
            "by__government",
            "obsoleted_by",
        )

    def before_the_group(self) -> AmendmentQuerySet:
        """Submitted or discussed, and not decided."""
        return self.filter(state__in=sorted(OPEN_AMENDMENTS))

    def undecided(self) -> AmendmentQuerySet:
        return self.filter(state__in=sorted(UNDECIDED))


class Amendment(models.Model):
    """A full text proposed in place of a version (usul penyempurnaan).

    What it changes is computed from the two texts and never stored.
    """

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="amendments"
    )
    number = models.PositiveSmallIntegerField()
    base = models.ForeignKey(Version, models.PROTECT, related_name="+")
    # Paragraphs with a blank line between them.
    text = models.TextField()
    reason = models.CharField(max_length=300)
    proposer = models.ForeignKey(Place, models.PROTECT, related_name="amendments")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=AmendmentState.DRAFT.value)
    # Why it was rejected.
    decision = models.CharField(max_length=300, blank=True)
    # The versions it was accepted into; more than one after an acceptance was undone.
    versions = models.ManyToManyField(Version, related_name="amendments")
    obsoleted_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="overtook"
    )
    provenance = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    discussed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["recommendation", "number"]
        constraints = [
            one_of("state", AmendmentState, "amendment_state_known"),
            one_of("provenance", Provenance, "amendment_provenance_known"),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="amendment_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation.name} · U{self.number}"

    def hold(self) -> None:
        """Read again what decides, holding the rows."""
        self.recommendation.hold()
        self.refresh_from_db(
            fields=["state", "text", "base", "obsoleted_by"],
            from_queryset=Amendment.objects.select_for_update(),
        )

    @property
    def texts(self) -> list[str]:
        return self.text.split("\n\n")

    @property
    def mark(self) -> Mark:
        return words.AMENDMENT[AmendmentState(self.state)]

    @property
    def state_label(self) -> str:
        return str(self.mark.label)

    @property
    def is_before_the_group(self) -> bool:
        return AmendmentState(self.state) in OPEN_AMENDMENTS

    @property
    def is_undecided(self) -> bool:
        return AmendmentState(self.state) in UNDECIDED

    @property
    def name(self) -> str:
        """U2: short enough for a list and unmistakable in its recommendation."""
        return f"U{self.number}"

    def texts_on(self, version: Version) -> list[str] | None:
        """The proposal on other words than its own base; None where they touch."""
        if version.pk == self.base_id:
            return self.texts
        return rebased(self.base.kept, version.kept, self.texts)

    def delta_on(self, version: Version) -> Delta | None:
        """What it changes of these words; None where it must be written anew."""
        texts = self.texts_on(version)
        if texts is None:
            return None
        return delta(version.kept, aligned(version.kept, texts))


class Objection(models.Model):
    """A government does not want an amendment; the group then talks about it."""

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="objections")
    government = models.ForeignKey(Place, models.PROTECT, related_name="+")
    note = models.CharField(max_length=300)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["amendment", "government"]
        constraints = [
            models.UniqueConstraint(
                fields=["amendment", "government"], name="objection_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.amendment} · {self.government}"
