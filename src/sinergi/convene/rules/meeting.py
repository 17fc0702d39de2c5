"""The course of a meeting, its quorum and its time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MOST_DAYS = 31
YEARS_AWAY = 10


class MeetingState(StrEnum):
    """coordination.md 5.1: closed, its minutes wait for approval."""

    DRAFT = "draft"
    INVITED = "invited"
    RUNNING = "running"
    CLOSED = "closed"
    MINUTES_APPROVED = "approved"


class MeetingKind(StrEnum):
    RAKOR = "rakor"
    RAKORTEK = "rakortek"
    MERGED = "merged"


class SessionKind(StrEnum):
    PLENARY = "plenary"
    GROUP = "group"


class CommitteeRole(StrEnum):
    """Chair, secretary, minute-taker: each is one by the committee list only."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    GROUP_CHAIR = "group_chair"
    MINUTE_TAKER = "minute_taker"
    DESK = "desk"
    # Chooses what the projector shows and does nothing else.
    PROJECTOR = "projector"


MEETING_TRANSITIONS: dict[MeetingState, frozenset[MeetingState]] = {
    MeetingState.DRAFT: frozenset({MeetingState.INVITED}),
    MeetingState.INVITED: frozenset({MeetingState.RUNNING}),
    MeetingState.RUNNING: frozenset({MeetingState.CLOSED}),
    MeetingState.CLOSED: frozenset(
        {MeetingState.RUNNING, MeetingState.MINUTES_APPROVED}
    ),
    MeetingState.MINUTES_APPROVED: frozenset(),
}


# Nothing more is agreed and nobody is checked in.
OVER = frozenset({MeetingState.CLOSED, MeetingState.MINUTES_APPROVED})


class Part(StrEnum):
    """What of a meeting may still be changed depends on its state."""

    DETAILS = "details"
    PROCEDURE = "procedure"
    PROGRAMME = "programme"
    PEOPLE = "people"


# The rules a meeting decides by stand still once it runs; its agenda does not.
CHANGEABLE: dict[Part, frozenset[MeetingState]] = {
    Part.DETAILS: frozenset({MeetingState.DRAFT, MeetingState.INVITED}),
    Part.PROCEDURE: frozenset({MeetingState.DRAFT, MeetingState.INVITED}),
    Part.PROGRAMME: frozenset(MeetingState) - OVER,
    Part.PEOPLE: frozenset(MeetingState) - OVER,
}


class Missing(StrEnum):
    """What an invitation still lacks."""

    PLENARY = "plenary"
    # Recommendations are drafted in groups; without one nothing can be agreed.
    GROUP = "group"
    AGENDA = "agenda"
    PROCEDURE = "procedure"


@dataclass(frozen=True)
class Slot:
    """When an agenda item is due, and how far the session has run by its end."""

    starts_at: datetime
    ends_at: datetime
    minutes_so_far: int
    # Minutes past the end of the session by the end of this item; 0 when in time.
    over: int


@dataclass(frozen=True)
class Quorum:
    """How many governments are present and how many the tata tertib wants."""

    present: int
    seats: int
    needed: int

    @property
    def met(self) -> bool:
        return self.present >= self.needed

    @property
    def short(self) -> int:
        return max(self.needed - self.present, 0)


def may_become(state: MeetingState, wanted: MeetingState) -> bool:
    return wanted in MEETING_TRANSITIONS[state]


def needs_reason(state: MeetingState, wanted: MeetingState) -> bool:
    """Opening again what was closed is the one step back, and says why."""
    return state is MeetingState.CLOSED and wanted is MeetingState.RUNNING


def may_change(part: Part, state: MeetingState) -> bool:
    return state in CHANGEABLE[part]


def lacks(
    *, plenaries: int, groups: int, agenda_items: int, has_procedure: bool
) -> list[Missing]:
    """What must be there before an invitation can go out, in the order of work."""
    found = {
        Missing.PLENARY: plenaries == 0,
        Missing.GROUP: groups == 0,
        Missing.AGENDA: agenda_items == 0,
        Missing.PROCEDURE: not has_procedure,
    }
    return [missing for missing, is_missing in found.items() if is_missing]


def local_day(at: datetime, zone: str) -> date:
    """The calendar day it is where the meeting takes place."""
    return at.astimezone(ZoneInfo(zone)).date()


def may_open(day: date, starts_on: date) -> bool:
    return day >= starts_on


def may_check_in(
    state: MeetingState, day: date, starts_on: date, ends_on: date
) -> bool:
    """While the meeting runs; before its opening only on one of its days."""
    if state is MeetingState.RUNNING:
        return True
    return state is MeetingState.INVITED and starts_on <= day <= ends_on


def quorum(present: int, seats: int, percent: int) -> Quorum:
    """Governments needed: the percentage of the seats, rounded up."""
    return Quorum(present, seats, needed=-(-seats * percent // 100))


def session_minutes(starts_at: datetime, ends_at: datetime) -> int:
    return int((ends_at - starts_at).total_seconds() // 60)


def timetable(
    starts_at: datetime, ends_at: datetime, minutes: Sequence[int]
) -> list[Slot]:
    """The running sum of an agenda laid into its session, item by item."""
    available = session_minutes(starts_at, ends_at)
    slots, so_far = [], 0
    for each in minutes:
        begins = starts_at + timedelta(minutes=so_far)
        so_far += each
        ends = starts_at + timedelta(minutes=so_far)
        slots.append(Slot(begins, ends, so_far, max(so_far - available, 0)))
    return slots


def within_days(
    starts_at: datetime, ends_at: datetime, first: date, last: date, zone: str
) -> bool:
    """Whether a session lies inside the days of its meeting."""
    return first <= local_day(starts_at, zone) and local_day(ends_at, zone) <= last


def leads_a_group(role: CommitteeRole) -> bool:
    """Only a group chair is named for one session."""
    return role is CommitteeRole.GROUP_CHAIR


def plausible_days(first: date, last: date, today: date) -> bool:
    """A meeting takes at most a month and lies within ten years: more is a slip."""
    return (
        first <= last
        and (last - first).days < MOST_DAYS
        and abs(first.year - today.year) <= YEARS_AWAY
    )


def days_between(first: date, last: date) -> Collection[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
