"""Recommendations, and the questions one may ask of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sinergi.agree import words
from sinergi.agree.models.guidelines import Clause
from sinergi.agree.models.texts import Version
from sinergi.agree.rules import ADOPTED, CLOSED, OPEN_TO_POSITIONS, RecordState, State
from sinergi.align.models import Plan, Programme
from sinergi.convene.models import AgendaItem, CommitteeMember, Meeting, Session
from sinergi.convene.rules import CommitteeRole
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Bidang, Forum, Membership, Pillar, Place
from sinergi.core.rules import Provenance, Role
from sinergi.measure.models import Figure, PublishedValue

# Who runs a meeting reads its papers; the door and the projector do not run it.
_AT_HAND = (CommitteeRole.DESK, CommitteeRole.PROJECTOR)
_RUNNING = sorted(set(CommitteeRole).difference(_AT_HAND))


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def for_pages(self) -> RecommendationQuerySet:
        """With its neighbours, which every page names."""
        return self.select_related(
            "meeting__forum__coordinator",
            "meeting__host",
            "session",
            "bidang",
            "programme",
            "proposer",
            "pinned",
        )

    def adopted(self) -> RecommendationQuerySet:
        """Agreed to in a plenary: what the public may read."""
        return self.filter(state__in=sorted(ADOPTED))

    def with_locked_record(self) -> RecommendationQuerySet:
        """Adopted, and the berita acara of the meeting is locked."""
        return self.adopted().filter(meeting__record__state=RecordState.LOCKED.value)

    def binding(self) -> RecommendationQuerySet:
        """With a locked berita acara, and not replaced by a later one; its clause is
        not withdrawn from the pedoman, nor the pedoman repealed."""
        ended = Clause.objects.ended_without_another()
        return (
            self.with_locked_record()
            .exclude(state=State.SUPERSEDED.value)
            .exclude(pk__in=ended.values("version__recommendation"))
        )

    def still_open(self) -> RecommendationQuerySet:
        """Before the meeting and not decided; drafts are not before it yet."""
        decided = [*sorted(CLOSED), State.DRAFT.value]
        return self.exclude(state__in=decided)

    def visible_to(self, by: Membership) -> RecommendationQuerySet:
        """What is adopted, and the working papers open to this office."""
        papers = Recommendation.objects.worked_on_by(by).values("pk")
        return self.filter(Q(pk__in=papers) | Q(state__in=sorted(ADOPTED)))

    def worked_on_by(self, by: Membership) -> RecommendationQuerySet:
        """Working papers (coordination.md 7.1): one's own; after submission those of
        meetings one's government takes part in; all of a meeting for those who run it.
        Who only checks people in at its desk reads no drafts of a meeting.
        """
        if by.is_a(Role.ADMINISTRATOR):
            return self.none()
        is_draft = Q(state=State.DRAFT.value)
        seen = Q(proposer=by.government_id)
        forums = Forum.objects.filter(seats__government=by.government_id)
        seen |= Q(meeting__forum__in=forums) & ~is_draft
        seen |= Q(meeting__in=_served(by, *_RUNNING))
        if by.is_a(Role.SECRETARIAT, Role.INSPECTORATE):
            seen |= Q(meeting__forum__coordinator=by.government_id)
        return self.filter(seen).exclude(is_draft & Q(meeting__in=only_at_desk(by)))


def only_at_desk(by: Membership) -> QuerySet[Meeting]:
    """Meetings this operator has no other part in than checking people in."""
    if not by.is_a(Role.OPERATOR):
        return Meeting.objects.none()
    running = _served(by, *_RUNNING)
    return _served(by, *_AT_HAND).exclude(pk__in=running.values("pk"))


def _served(by: Membership, *roles: CommitteeRole) -> QuerySet[Meeting]:
    seats = CommitteeMember.objects.filter(person=by.person_id, role__in=roles)
    return Meeting.objects.filter(pk__in=seats.values("meeting"))


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
    # The words that are decided on; set when the group forwards or circulates them,
    # released when they are referred back: this version is adopted and no other.
    pinned = models.ForeignKey(
        "agree.Version", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The item of the plenary it was forwarded to.
    agenda_item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    # Why it was deferred, not agreed to, merged, withdrawn or replaced.
    closed_because = models.TextField(blank=True)
    # The deferred one of an earlier meeting that it takes up again.
    carried_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to"
    )
    # What the secretariat proposes to do with it, and from when others read that.
    handling = models.TextField(blank=True)
    handling_visible_at = models.DateTimeField(null=True, blank=True)
    provenance = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    adopted_at = models.DateTimeField(null=True, blank=True)

    objects = RecommendationQuerySet.as_manager()

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
            models.UniqueConstraint(
                fields=["meeting", "proposer", "title"],
                condition=~models.Q(state=State.WITHDRAWN.value),
                name="recommendation_drafted_once",
            ),
            models.CheckConstraint(
                condition=models.Q(due_quarter=None)
                | models.Q(due_quarter__range=(1, 4)),
                name="recommendation_quarter_known",
            ),
            models.CheckConstraint(
                condition=(models.Q(state=State.MERGED.value))
                ^ models.Q(merged_into=None),
                name="recommendation_merged_into_one",
            ),
            models.CheckConstraint(
                condition=(models.Q(state=State.SUPERSEDED.value))
                ^ models.Q(superseded_by=None),
                name="recommendation_superseded_by_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}".strip()

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(
            fields=["state", "pinned", "reference", "agenda_item"],
            from_queryset=Recommendation.objects.select_for_update(),
        )
        self.meeting.refresh_from_db(
            fields=["state", "closed_at", "circulation_extended_to"]
        )

    @property
    def ledger_reference(self) -> str:
        """What the ledger calls it, from the first draft on, when it has no number."""
        return f"{self.meeting.slug}/{self.pk}"

    @property
    def mark(self) -> Mark:
        return words.STATE[State(self.state)]

    @property
    def state_label(self) -> str:
        return str(self.mark.label)

    @property
    def is_adopted(self) -> bool:
        return State(self.state) in ADOPTED

    @property
    def is_superseded(self) -> bool:
        return State(self.state) is State.SUPERSEDED

    @property
    def is_closed(self) -> bool:
        return State(self.state) in CLOSED

    @property
    def is_in_circulation(self) -> bool:
        return State(self.state) is State.IN_CIRCULATION

    @property
    def is_open_to_positions(self) -> bool:
        return State(self.state) in OPEN_TO_POSITIONS

    @property
    def current(self) -> Version:
        """The version that counts now: the pinned one, else the latest."""
        return self.pinned or self.versions.latest("number")

    @property
    def addressed(self) -> list[Place]:
        """Whom it asks, in the order of the forum's seats."""
        seats = self.meeting.forum.seats.filter(government__addressed_by=self)
        return [seat.government for seat in seats.select_related("government")]

    @property
    def name(self) -> str:
        return self.reference or str(_("Draft without a number"))
