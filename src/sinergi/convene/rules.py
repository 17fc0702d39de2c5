"""Decisions of convening as pure functions."""

from enum import StrEnum


class MeetingState(StrEnum):
    """coordination.md 5.1; approval of minutes is not here, there are none yet."""

    DRAFT = "draft"
    INVITED = "invited"
    RUNNING = "running"
    CLOSED = "closed"


class MeetingKind(StrEnum):
    RAKOR = "rakor"
    RAKORTEK = "rakortek"
    MERGED = "merged"


class SessionKind(StrEnum):
    PLENARY = "plenary"
    GROUP = "group"


class CommitteeRole(StrEnum):
    """A chair, group chair or minute-taker is one by the committee list only."""

    CHAIR = "chair"
    GROUP_CHAIR = "group_chair"
    MINUTE_TAKER = "minute_taker"
    DESK = "desk"


MEETING_TRANSITIONS: dict[MeetingState, frozenset[MeetingState]] = {
    MeetingState.DRAFT: frozenset({MeetingState.INVITED}),
    MeetingState.INVITED: frozenset({MeetingState.RUNNING}),
    MeetingState.RUNNING: frozenset({MeetingState.CLOSED}),
    MeetingState.CLOSED: frozenset({MeetingState.RUNNING}),
}
