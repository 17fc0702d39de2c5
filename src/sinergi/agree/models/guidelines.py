"""The pedoman: adopted clauses in chapters, with commentary around them."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import Q

from sinergi.agree import words
from sinergi.agree.models.records import RecordOfAgreement
from sinergi.agree.models.texts import Version
from sinergi.agree.rules import PUBLISHED, GuidelineState, is_in_force
from sinergi.convene.models import Meeting
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Document
from sinergi.core.rules import Provenance


class GuidelineQuerySet(models.QuerySet["Guideline"]):
    def determined(self) -> GuidelineQuerySet:
        """What everyone may read, whether it binds today or not."""
        return self.filter(state__in=sorted(PUBLISHED))

    def in_force(self, today: date) -> GuidelineQuerySet:
        begun = self.determined().filter(in_force_on__lte=today)
        return begun.exclude(withdrawn_on__lte=today)

    def for_pages(self) -> GuidelineQuerySet:
        return self.select_related(
            "record__meeting__forum__coordinator",
            "record__meeting__host",
            "record__document",
            "document",
        )


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
    # The windows in which the governments reviewed it so far, and the last of them.
    reviews = models.PositiveSmallIntegerField(default=0)
    review_opened_at = models.DateTimeField(null=True, blank=True)
    review_until = models.DateTimeField(null=True, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    in_force_on = models.DateField(null=True, blank=True)
    # Who signed the letter that makes it binding, where and when; all three or none.
    signing_office = models.CharField(max_length=200, blank=True)
    determined_in = models.CharField(max_length=120, blank=True)
    determined_on = models.DateField(null=True, blank=True)
    # The letter that withdraws it as a whole, from its day on.
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawal_form = models.CharField(max_length=120, blank=True)
    withdrawal_number = models.CharField(max_length=80, blank=True)
    withdrawn_because = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)

    objects = GuidelineQuerySet.as_manager()

    class Meta:
        ordering = ["-in_force_on"]
        constraints = [
            one_of("state", GuidelineState, "guideline_state_known"),
            one_of("provenance", Provenance, "guideline_provenance_known"),
            models.CheckConstraint(
                condition=Q(signing_office="", determined_in="", determined_on=None)
                | (
                    ~Q(signing_office="")
                    & ~Q(determined_in="")
                    & Q(determined_on__isnull=False)
                ),
                name="guideline_determined_wholly",
            ),
            models.CheckConstraint(
                condition=Q(state=GuidelineState.WITHDRAWN.value)
                ^ Q(withdrawn_on__isnull=True),
                name="guideline_withdrawn_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def mark(self, today: date) -> Mark:
        state = GuidelineState(self.state)
        if state not in PUBLISHED or self.in_force_on is None:
            return words.GUIDELINE[state]
        if self.withdrawn_on and self.withdrawn_on <= today:
            return words.GUIDELINE[GuidelineState.WITHDRAWN]
        if not self.is_in_force(today):
            return words.coming_into_force(self.in_force_on)
        amended = self.clauses.ended(today)
        if state is not GuidelineState.DETERMINED and amended.exists():
            return words.GUIDELINE[GuidelineState.AMENDED]
        return words.GUIDELINE[GuidelineState.DETERMINED]

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
                "withdrawn_on",
                "reviews",
                "review_opened_at",
                "review_until",
            ],
            from_queryset=Guideline.objects.select_for_update(),
        )

    @property
    def meeting(self) -> Meeting:
        return self.record.meeting

    @property
    def is_determined(self) -> bool:
        """Printed, locked and published; it may still wait for its day."""
        return GuidelineState(self.state) in PUBLISHED

    @property
    def is_in_review(self) -> bool:
        return GuidelineState(self.state) is GuidelineState.IN_REVIEW

    @property
    def clauses(self) -> ClauseQuerySet:
        return Clause.objects.filter(chapter__guideline=self.pk)

    def is_in_force(self, today: date) -> bool:
        state = GuidelineState(self.state)
        return is_in_force(state, self.in_force_on, today, self.withdrawn_on)

    def today(self, now: datetime) -> date:
        return self.record.meeting.today(now)


class Chapter(models.Model):
    """A part of a pedoman: a heading, what explains it, and its clauses."""

    guideline = models.ForeignKey(Guideline, models.PROTECT, related_name="chapters")
    title = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField()
    commentary = models.TextField(blank=True)

    class Meta:
        ordering = ["guideline", "order"]
        constraints = [
            models.UniqueConstraint(fields=["guideline", "order"], name="chapter_once")
        ]

    def __str__(self) -> str:
        return self.title


class ClauseQuerySet(models.QuerySet["Clause"]):
    def for_pages(self) -> ClauseQuerySet:
        return self.select_related(
            "chapter__guideline__record__meeting__forum",
            "version__recommendation__bidang",
            "version__recommendation__programme",
            "version__recommendation__meeting",
        )

    def in_force(self, today: date) -> ClauseQuerySet:
        """Of a pedoman in force, and neither replaced nor withdrawn by a later one."""
        ended = Clause.objects.ended(today).values("pk")
        standing = Guideline.objects.in_force(today).values("pk")
        return self.filter(chapter__guideline__in=standing).exclude(pk__in=ended)

    def ended(self, today: date) -> ClauseQuerySet:
        """Changed by a determined later pedoman whose day has come."""
        return self.filter(
            changed_by__guideline__state__in=sorted(PUBLISHED),
            changed_by__guideline__in_force_on__lte=today,
        )

    def ended_without_another(self) -> ClauseQuerySet:
        """Withdrawn by a determined pedoman, or repealed with their own."""
        withdrawn = Clause.objects.filter(
            changed_by__guideline__state__in=sorted(PUBLISHED),
            changed_by__replacement__isnull=True,
        )
        return self.filter(
            Q(pk__in=withdrawn.values("pk"))
            | Q(chapter__guideline__state=GuidelineState.WITHDRAWN.value)
        )


class Clause(models.Model):
    """An adopted version transcluded into a guideline; only commentary is editable."""

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="clauses")
    version = models.ForeignKey(Version, models.PROTECT, related_name="clauses")
    order = models.PositiveSmallIntegerField()
    commentary = models.TextField(blank=True)

    objects = ClauseQuerySet.as_manager()

    class Meta:
        ordering = ["chapter__order", "order"]
        constraints = [
            # A meeting has one pedoman, and every adopted text one place in it.
            models.UniqueConstraint(fields=["version"], name="clause_once"),
            models.UniqueConstraint(
                fields=["chapter", "order"], name="clause_one_a_place"
            ),
        ]

    def __str__(self) -> str:
        return str(self.version.recommendation)

    @property
    def guideline(self) -> Guideline:
        return self.chapter.guideline

    @property
    def reference(self) -> str:
        return self.version.recommendation.reference
