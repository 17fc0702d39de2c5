"""Questions across agreeing: who has answered a version, and is that enough."""

from collections.abc import Mapping, Sequence

from sinergi.agree.models import Position, Recommendation, Version
from sinergi.agree.rules import Lack, Standing, lacks, standing
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.queries import quorum
from sinergi.core.models import Place


def procedure_of(meeting: Meeting) -> RulesOfProcedure:
    """The tata tertib; where none was set, the model's own defaults hold."""
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    return known or RulesOfProcedure(meeting=meeting)


def positions_of(version: Version) -> Mapping[int, Position]:
    """What each government answered to this version, by its key."""
    found = version.positions.select_related("government", "by__government", "version")
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


def standing_of(version: Version, among: Sequence[Place] | None = None) -> Standing:
    """Who of the forum (or of a group of it) has answered and who holds it up."""
    recommendation = version.recommendation
    procedure = procedure_of(recommendation.meeting)
    seats = recommendation.meeting.forum.governments() if among is None else among
    return standing(
        [position.answer for position in positions_of(version).values()],
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
