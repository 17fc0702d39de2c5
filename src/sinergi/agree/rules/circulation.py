"""Ratification by circulation: who may still answer in writing, and when it is over."""

from collections.abc import Collection
from datetime import datetime

from sinergi.agree.rules.deliberation import OPEN_TO_POSITIONS, State
from sinergi.convene.rules import OVER, MeetingState


def takes_answers(
    state: State, meeting: MeetingState, *, at: datetime, until: datetime | None
) -> bool:
    """In session, or in writing until the deadline of who answers.

    `until` is the end of the circulation for one government; None without one.
    """
    if meeting is MeetingState.RUNNING:
        return state in OPEN_TO_POSITIONS
    return goes_round(state, meeting) and until is not None and at < until


def goes_round(state: State, meeting: MeetingState) -> bool:
    """A text is put to the governments in writing from the closing on."""
    return state is State.IN_CIRCULATION and meeting in OVER


def is_heard(waiting: Collection[str], *, at: datetime, until: datetime) -> bool:
    """Nobody answers any more: all who must have, or the last deadline is over."""
    return not waiting or at >= until
