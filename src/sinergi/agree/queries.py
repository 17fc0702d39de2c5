"""Questions across agreeing: who has answered a version, and is that enough."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sinergi.agree.models import (
    Amendment,
    ConsentItem,
    ConsentList,
    Position,
    Recommendation,
    Version,
)
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.rules import (
    Answer,
    Delta,
    Lack,
    Stance,
    Standing,
    State,
    clashes,
    lacks,
    standing,
)
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.queries import quorum
from sinergi.core.models import Place


def procedure_of(meeting: Meeting) -> RulesOfProcedure:
    """The tata tertib; where none was set, the model's own defaults hold."""
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    return known or RulesOfProcedure(meeting=meeting)


def positions_of(version: Version) -> Mapping[int, Position]:
    """What each government answered to this version, by its key."""
    found = version.positions.select_related(
        "government", "by__government", "version", "mandate"
    )
    return {position.government_id: position for position in found}


def asked_of(version: Version) -> set[Place]:
    """Who must answer: the addressees, and whoever gave an answer of its own to an
    earlier version; nobody else takes an objection back for it."""
    spoke = Place.objects.filter(
        positions__version__recommendation=version.recommendation_id,
        positions__version__number__lt=version.number,
        positions__is_start=False,
    )
    return {*version.recommendation.addressees.all(), *spoke}


def standing_of(
    version: Version,
    among: Sequence[Place] | None = None,
    *,
    silent: Collection[str] = (),
) -> Standing:
    """Who of the forum (or of a group of it) has answered and who holds it up.

    While a text goes round in writing, who was absent from the hall is still asked;
    who stays `silent` to the end is absent.
    """
    recommendation = version.recommendation
    procedure = procedure_of(recommendation.meeting)
    seats = recommendation.meeting.forum.governments() if among is None else among
    answers = [position.answer for position in positions_of(version).values()]
    if State(recommendation.state) is State.IN_CIRCULATION:
        answers = [each for each in answers if each.stance is not Stance.ABSENT]
        answers += [Answer(slug, Stance.ABSENT) for slug in silent]
    return standing(
        answers,
        seats=[place.slug for place in seats],
        asked={place.slug for place in asked_of(version)},
        all_must_answer=procedure.all_must_answer,
        absence_answers=procedure.absence_answers,
    )


def group_of(recommendation: Recommendation) -> list[Place]:
    """Governments with someone in the group; where nobody is listed, the whole forum.

    In the order of the forum's seats.
    """
    seats = recommendation.meeting.forum.governments()
    listed = set(
        recommendation.session.participants.values_list("government", flat=True)
    )
    return [place for place in seats if place.pk in listed] or seats


def names_of(meeting: Meeting) -> Mapping[str, str]:
    return {place.slug: place.name for place in meeting.forum.governments()}


def lacks_of(meeting: Meeting, number: str) -> list[Lack]:
    """What the berita acara of a meeting still lacks before it can be locked."""
    recommendations = Recommendation.objects.filter(meeting=meeting)
    return lacks(
        meeting_closed=meeting.is_over,
        still_open=recommendations.still_open().count(),
        adopted=recommendations.adopted().count(),
        quorate=quorum(meeting).met,
        number=number,
    )


def asked_again(version: Version, government: Place) -> Position | None:
    """What the government said to an earlier version, when this one asks anew."""
    earlier = Position.objects.filter(
        version__recommendation=version.recommendation_id,
        version__number__lt=version.number,
        government=government,
        is_start=False,
    )
    return earlier.select_related("version").order_by("-version__number").first()


@dataclass(frozen=True)
class OnTable:
    """An amendment before the group: what it changes now, what stands against it."""

    amendment: Amendment
    # None where its words must be written anew on the version that counts.
    change: Delta | None
    colliding: tuple[Amendment, ...]
    objecting: tuple[str, ...]

    @property
    def is_consensual(self) -> bool:
        return self.change is not None and not (self.colliding or self.objecting)

    @property
    def places(self) -> set[str]:
        return set(self.change.effects) if self.change else set()


def on_table(recommendation: Recommendation) -> list[OnTable]:
    """Amendments before the group in the order of business: those nothing stands
    against first, then those that collide or are objected to, then those whose words
    must be written anew."""
    current = recommendation.current
    amendments = list(recommendation.amendments.before_the_group().for_pages())
    deltas = {each.pk: each.delta_on(current) for each in amendments}
    found = []
    for each in amendments:
        mine = deltas[each.pk]
        colliding = tuple(
            other
            for other in amendments
            if other.pk != each.pk
            and mine is not None
            and (theirs := deltas[other.pk]) is not None
            and clashes(mine, theirs)
        )
        standing = each.objections.filter(taken_back_at=None)
        names = standing.values_list("government__name", flat=True)
        found.append(OnTable(each, mine, colliding, tuple(names)))
    return sorted(found, key=lambda each: (not each.is_consensual, each.change is None))


def together(table: Sequence[OnTable], amendment: Amendment) -> tuple[OnTable, ...]:
    """Everything that has to be decided at once with this one: what it collides with,
    what that collides with, and so on."""
    by_key = {each.amendment.pk: each for each in table}
    waiting: list[int] = [amendment.pk]
    seen: set[int] = set()
    while waiting:
        key = waiting.pop()
        if key in seen or key not in by_key:
            continue
        seen.add(key)
        waiting += [other.pk for other in by_key[key].colliding]
    return tuple(each for each in table if each.amendment.pk in seen)


def adoptable(consent_list: ConsentList) -> list[ConsentItem]:
    """What is on the list still, before the plenary, and held up by nobody."""
    items = consent_list.items.filter(
        pulled_by=None, recommendation__state=State.IN_PLENARY.value
    )
    found = items.select_related("recommendation__meeting__forum")
    return [item for item in found if standing_of(item.recommendation.current).is_clear]


def likes_of(recommendation: Recommendation) -> RecommendationQuerySet:
    """Others of the meeting whose words are the same but for capitals, signs and
    spaces; of drafts nobody is told."""
    current = recommendation.current
    same = Version.objects.filter(
        plain_sha256=current.plain_sha256,
        recommendation__meeting=recommendation.meeting_id,
    ).exclude(recommendation=recommendation.pk)
    keys = [
        version.recommendation_id
        for version in same.select_related("recommendation__pinned")
        if version.recommendation.current.pk == version.pk
    ]
    hidden = [State.DRAFT.value, State.WITHDRAWN.value]
    return Recommendation.objects.filter(pk__in=keys).exclude(state__in=hidden)


def latest_acceptance(recommendation: Recommendation) -> Version | None:
    """The version that can still be undone: the current one, made of amendments."""
    current = recommendation.current
    return current if current.amendments.exists() else None


def deferred_before(meeting: Meeting) -> RecommendationQuerySet:
    """Deferred by an earlier meeting of the forum, and not taken up since."""
    earlier = Recommendation.objects.filter(
        meeting__forum=meeting.forum_id,
        meeting__starts_on__lt=meeting.starts_on,
        state=State.DEFERRED.value,
    )
    taken_up = Recommendation.objects.exclude(state=State.WITHDRAWN.value)
    again = taken_up.filter(carried_from__isnull=False).values("carried_from")
    return earlier.exclude(pk__in=again)
