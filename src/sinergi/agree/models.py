"""Tables of agreeing: recommendation, version, position, record, guideline."""

from django.db import models

from sinergi.agree.rules import (
    Edit,
    GuidelineState,
    RecordState,
    Stance,
    State,
)
from sinergi.align.models import Plan, Programme
from sinergi.convene.models import Meeting, Session
from sinergi.core.constraints import one_of
from sinergi.core.models import Bidang, Document, Membership, Pillar, Place
from sinergi.core.rules import Provenance
from sinergi.measure.models import Figure, PublishedValue


class Recommendation(models.Model):
    """A sentence governments agree to, with what is expected of whom until when."""

    # REK-2026-PTIK-07; empty until it is submitted.
    reference = models.CharField(max_length=40, blank=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="recommendations")
    session = models.ForeignKey(Session, models.PROTECT, related_name="recommendations")
    bidang = models.ForeignKey(Bidang, models.PROTECT, related_name="recommendations")
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="recommendations"
    )
    pillars = models.ManyToManyField(Pillar, related_name="recommendations", blank=True)
    proposer = models.ForeignKey(Place, models.PROTECT, related_name="proposals")
    title = models.CharField(max_length=200)
    rationale = models.TextField(blank=True)
    indicator = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    target = models.CharField(max_length=120, blank=True)
    due_year = models.PositiveSmallIntegerField(null=True)
    due_quarter = models.PositiveSmallIntegerField(null=True)
    evidence_expected = models.TextField(blank=True)
    addressees = models.ManyToManyField(Place, related_name="addressed_by")
    cited_figures = models.ManyToManyField(Figure, related_name="cited_by", blank=True)
    cited_values = models.ManyToManyField(
        PublishedValue, related_name="cited_by", blank=True
    )
    cited_plans = models.ManyToManyField(Plan, related_name="cited_by", blank=True)
    state = models.CharField(max_length=20, default=State.DRAFT.value)
    provenance = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    adopted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "bidang", "reference", "pk"]
        constraints = [
            one_of("state", State, "recommendation_state_known"),
            one_of("provenance", Provenance, "recommendation_provenance_known"),
            models.UniqueConstraint(
                fields=["reference"],
                condition=~models.Q(reference=""),
                name="recommendation_reference_once",
            ),
            models.CheckConstraint(
                condition=models.Q(due_quarter=None)
                | models.Q(due_quarter__range=(1, 4)),
                name="recommendation_quarter_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}".strip()


class Version(models.Model):
    """The exact words at one time; a version never changes."""

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    edit = models.CharField(max_length=12)
    reason = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    written_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["recommendation", "number"]
        constraints = [
            one_of("edit", Edit, "version_edit_known"),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} v{self.number}"


class Paragraph(models.Model):
    """A paragraph of a version; `key` stays the same while the text changes."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="paragraphs")
    key = models.CharField(max_length=12)
    order = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="paragraph_once")
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Position(models.Model):
    """A government's answer to one exact version (tanggapan daerah)."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="positions")
    government = models.ForeignKey(Place, models.PROTECT, related_name="positions")
    stance = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    # Said in the hall and written down by the secretariat.
    is_recorded_by_secretariat = models.BooleanField(default=False)
    stated_at = models.DateTimeField()

    class Meta:
        ordering = ["version", "government"]
        constraints = [
            one_of("stance", Stance, "position_stance_known"),
            models.UniqueConstraint(
                fields=["version", "government"], name="position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.stance}"


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
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["-in_force_on"]
        constraints = [
            one_of("state", GuidelineState, "guideline_state_known"),
            one_of("provenance", Provenance, "guideline_provenance_known"),
        ]

    def __str__(self) -> str:
        return self.title


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
