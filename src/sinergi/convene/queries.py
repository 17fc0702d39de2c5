"""What other stages ask of a meeting: who is present, and is that enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from sinergi.convene import rules
from sinergi.convene.models import (
    AgendaDocument,
    Attendance,
    Meeting,
    MinutesComment,
    MinutesRevision,
    Participant,
    Session,
)
from sinergi.convene.rules import MeetingState, MinutesLack, Quorum, Readers
from sinergi.core.bidang_offices import offices_by_bidang
from sinergi.core.models import Place

# Where nothing was set yet; the model's own default says the same.
QUORUM_PERCENT = 51


@dataclass(frozen=True)
class Presence:
    """One government at a meeting: how many are expected and how many came."""

    government: Place
    expected: int
    present: int


@dataclass(frozen=True)
class Listed:
    """A participant and what its government calls its office for the group."""

    participant: Participant
    office: str


def present_governments(meeting: Meeting, day: date | None = None) -> set[int]:
    """Keys of the governments of which someone is checked in; on a day, or at all."""
    return set(
        _attendances(meeting, day).values_list("participant__government", flat=True)
    )


def quorum(meeting: Meeting, day: date | None = None) -> Quorum:
    """Governments of the forum present, against what the tata tertib wants."""
    seats = set(meeting.forum.seats.values_list("government", flat=True))
    procedure = getattr(meeting, "procedure", None)
    return rules.quorum(
        present=len(seats & present_governments(meeting, day)),
        seats=len(seats),
        percent=procedure.quorum_percent if procedure else QUORUM_PERCENT,
    )


def presence(meeting: Meeting, day: date | None = None) -> list[Presence]:
    """Every government of the forum in its order, then others that were invited."""
    expected = list(meeting.participants.values_list("government", flat=True))
    attended = dict.fromkeys(_attendances(meeting, day).values_list("participant"))
    came = meeting.participants.filter(pk__in=[pk for (pk,) in attended])
    present = list(came.values_list("government", flat=True))
    seated = meeting.forum.governments()
    guests = Place.objects.filter(pk__in=expected).exclude(pk__in=_keys(seated))
    return [
        Presence(each, expected.count(each.pk), present.count(each.pk))
        for each in [*seated, *guests]
    ]


def documents(meeting: Meeting, readers: Readers) -> dict[int, list[AgendaDocument]]:
    """What is handed out for each agenda item to such readers, by its key."""
    found = AgendaDocument.objects.filter(item__session__meeting=meeting)
    shown = {
        Readers.PUBLIC: found.public,
        Readers.GUESTS: found.for_guests,
        Readers.MEMBERS: found.standing,
    }[readers]()
    by_item: dict[int, list[AgendaDocument]] = {}
    for document in shown:
        by_item.setdefault(document.item_id, []).append(document)
    return by_item


def with_offices(meeting: Meeting, participants: Iterable[Participant]) -> list[Listed]:
    """Participants, each with the own office of its government for its group."""
    offices = offices_by_bidang(meeting.provenance)
    listed = []
    for each in participants:
        bidang = each.session.bidang_id if each.session else None
        name = offices.get((bidang, each.government_id), "") if bidang else ""
        listed.append(Listed(each, name))
    return listed


def latest_minutes(sessions: Iterable[Session]) -> dict[int, MinutesRevision]:
    """The latest revision of each session that has one."""
    found = MinutesRevision.objects.filter(session__in=sessions)
    return {each.session_id: each for each in found.order_by("number")}


def minutes_lacks(meeting: Meeting, at: datetime) -> list[MinutesLack]:
    """What approval of the minutes still waits for."""
    comments = MinutesComment.objects.filter(session__meeting=meeting)
    return rules.minutes_lacks(
        MeetingState(meeting.state),
        at=at,
        until=meeting.comments_until,
        unwritten=meeting.sessions.filter(revisions=None).count(),
        unanswered=comments.filter(answered_at=None).count(),
    )


def arrivals(meeting: Meeting, day: date) -> dict[int, Attendance]:
    """Standing attendances of a day, by participant."""
    found = _attendances(meeting, day).select_related("session")
    return {each.participant_id: each for each in found}


def _attendances(meeting: Meeting, day: date | None) -> QuerySet[Attendance]:
    found = Attendance.objects.filter(participant__meeting=meeting, undone_at=None)
    return found if day is None else found.filter(day=day)


def _keys(places: Iterable[Place]) -> list[int]:
    return [place.pk for place in places]
