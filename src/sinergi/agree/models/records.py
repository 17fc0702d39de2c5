"""The berita acara of a meeting and the pedoman made from it."""

from __future__ import annotations

from datetime import date

from django.db import models

from sinergi.agree import words
from sinergi.agree.models.texts import Version
from sinergi.agree.rules import GuidelineState, RecordState, is_in_force
from sinergi.convene.models import Meeting
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Document
from sinergi.core.rules import Provenance


class RecordOfAgreement(models.Model):
    """The berita acara of a meeting."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="record")
    number = models.CharField(max_length=80)
    agreed_on = models.DateField()
    state = models.CharField(max_length=12, default=RecordState.DRAFT.value)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    locked_at = models.DateTimeField(null=True, blank=True)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["-agreed_on"]
        constraints = [
            one_of("state", RecordState, "record_state_known"),
            one_of("provenance", Provenance, "record_provenance_known"),
            models.CheckConstraint(
                condition=~models.Q(state=RecordState.LOCKED.value)
                | models.Q(document__isnull=False, locked_at__isnull=False),
                name="record_locked_has_document",
            ),
        ]

    def __str__(self) -> str:
        return f"Berita acara {self.number}"

    @property
    def mark(self) -> Mark:
        return words.RECORD[RecordState(self.state)]

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(
            fields=["state", "number", "agreed_on", "locked_at"],
            from_queryset=RecordOfAgreement.objects.select_for_update(),
        )

    @property
    def is_locked(self) -> bool:
        return RecordState(self.state) is RecordState.LOCKED


class GuidelineQuerySet(models.QuerySet["Guideline"]):
    def determined(self) -> GuidelineQuerySet:
        """What everyone may read, whether its day has come or not."""
        return self.filter(state=GuidelineState.DETERMINED.value)

    def in_force(self, today: date) -> GuidelineQuerySet:
        return self.determined().filter(in_force_on__lte=today)


class Guideline(models.Model):
    """The pedoman: adopted clauses word for word, ordered, with commentary."""

    slug = models.SlugField(unique=True)
    record = models.OneToOneField(
        RecordOfAgreement, models.PROTECT, related_name="guideline"
    )
    title = models.CharField(max_length=200)
    foreword = models.TextField(blank=True)
    legal_form = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=12, default=GuidelineState.COMPILED.value)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    in_force_on = models.DateField(null=True, blank=True)
    # Who signed the letter that makes it binding, where and when; all three or none.
    signing_office = models.CharField(max_length=200, blank=True)
    determined_in = models.CharField(max_length=120, blank=True)
    determined_on = models.DateField(null=True, blank=True)
    provenance = models.CharField(max_length=12)

    objects = GuidelineQuerySet.as_manager()

    class Meta:
        ordering = ["-in_force_on"]
        constraints = [
            one_of("state", GuidelineState, "guideline_state_known"),
            one_of("provenance", Provenance, "guideline_provenance_known"),
            models.CheckConstraint(
                condition=models.Q(
                    signing_office="", determined_in="", determined_on=None
                )
                | (
                    ~models.Q(signing_office="")
                    & ~models.Q(determined_in="")
                    & models.Q(determined_on__isnull=False)
                ),
                name="guideline_determined_wholly",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def mark(self, today: date) -> Mark:
        if not self.is_determined or self.in_force_on is None:
            return words.COMPILED
        if self.is_in_force(today):
            return words.IN_FORCE
        return words.coming_into_force(self.in_force_on)

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(
            fields=[
                "state",
                "title",
                "foreword",
                "legal_form",
                "number",
                "in_force_on",
            ],
            from_queryset=Guideline.objects.select_for_update(),
        )

    @property
    def is_determined(self) -> bool:
        """Printed, locked and published; it may still wait for its day."""
        return GuidelineState(self.state) is GuidelineState.DETERMINED

    def is_in_force(self, today: date) -> bool:
        return is_in_force(GuidelineState(self.state), self.in_force_on, today)


class Clause(models.Model):
    """An adopted version transcluded into a guideline; only commentary is editable."""

    guideline = models.ForeignKey(Guideline, models.PROTECT, related_name="clauses")
    version = models.ForeignKey(Version, models.PROTECT, related_name="clauses")
    order = models.PositiveSmallIntegerField()
    commentary = models.TextField(blank=True)

    class Meta:
        ordering = ["guideline", "order"]
        constraints = [
            models.UniqueConstraint(fields=["guideline", "version"], name="clause_once")
        ]

    def __str__(self) -> str:
        return f"{self.guideline} {self.order}"
