"""The minutes of a meeting: who may still write, comment and decide, and approval."""

from datetime import date, datetime
from enum import StrEnum

from sinergi.convene.rules.meeting import MeetingState, local_day

WRITTEN_IN = frozenset({MeetingState.RUNNING, MeetingState.CLOSED})


class MinutesLack(StrEnum):
    """What approval of the minutes still waits for."""

    CLOSED = "closed"
    WRITTEN = "written"
    WINDOW_OVER = "window_over"
    ANSWERED = "answered"


def may_write_minutes(state: MeetingState) -> bool:
    """While it runs, and after it closed until the minutes are approved."""
    return state in WRITTEN_IN


def may_decide(state: MeetingState) -> bool:
    """Outcomes belong to a meeting that is in session."""
    return state is MeetingState.RUNNING


def may_comment(state: MeetingState, at: datetime, until: datetime | None) -> bool:
    """From the closing to the end of the window."""
    return state is MeetingState.CLOSED and until is not None and at < until


def closing_day(closed_at: datetime, zone: str) -> date:
    """The day from which the window counts, where the meeting takes place."""
    return local_day(closed_at, zone)


def minutes_lacks(
    state: MeetingState,
    *,
    at: datetime,
    until: datetime | None,
    unwritten: int,
    unanswered: int,
) -> list[MinutesLack]:
    """What still holds approval up, in the order of work."""
    found = {
        MinutesLack.CLOSED: state is not MeetingState.CLOSED,
        MinutesLack.WRITTEN: unwritten > 0,
        MinutesLack.WINDOW_OVER: until is None or at < until,
        MinutesLack.ANSWERED: unanswered > 0,
    }
    return [lack for lack, is_lacking in found.items() if is_lacking]
