"""The course of a pedoman, and when it and its clauses bind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class GuidelineState(StrEnum):
    """coordination.md 5.7; whether it is in force is a question of the day."""

    COMPILED = "compiled"
    EDITED = "edited"
    IN_REVIEW = "in_review"
    # The letter that makes it binding is signed; it binds from the day it names.
    DETERMINED = "determined"
    # A later one changes some of its clauses, from the day that one names.
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"


class GuidelineAction(StrEnum):
    EDIT = "edit"
    OPEN_REVIEW = "open_review"
    COMMENT = "comment"
    # A government says that it has read everything and said what it wants to say.
    FINISH = "finish"
    ANSWER = "answer"
    DETERMINE = "determine"
    AMEND = "amend"
    WITHDRAW = "withdraw"


class GuidelineActor(StrEnum):
    SECRETARIAT = "secretariat"
    # Operator or head of a government of the forum.
    MEMBER = "member"


class Moment(StrEnum):
    """Of the review window: some things are done in it, others outside it."""

    ANY = "any"
    IN_WINDOW = "in_window"
    OUTSIDE_WINDOW = "outside_window"


@dataclass(frozen=True)
class GuidelineStep:
    to: GuidelineState
    by: frozenset[GuidelineActor]
    when: Moment = Moment.ANY


_SECRETARIAT = frozenset({GuidelineActor.SECRETARIAT})
_MEMBER = frozenset({GuidelineActor.MEMBER})
# Follows from determining a later one; nobody does it by itself.
_FOLLOWS: frozenset[GuidelineActor] = frozenset()

_BEFORE_REVIEW = {
    GuidelineAction.EDIT: GuidelineStep(GuidelineState.EDITED, _SECRETARIAT),
    GuidelineAction.OPEN_REVIEW: GuidelineStep(GuidelineState.IN_REVIEW, _SECRETARIAT),
}
_PUBLISHED = {
    GuidelineAction.AMEND: GuidelineStep(GuidelineState.AMENDED, _FOLLOWS),
    GuidelineAction.WITHDRAW: GuidelineStep(GuidelineState.WITHDRAWN, _SECRETARIAT),
}

GUIDELINE_TRANSITIONS: Mapping[
    GuidelineState, Mapping[GuidelineAction, GuidelineStep]
] = {
    GuidelineState.COMPILED: _BEFORE_REVIEW,
    GuidelineState.EDITED: _BEFORE_REVIEW,
    GuidelineState.IN_REVIEW: {
        # While the governments read it, they all read the same.
        GuidelineAction.EDIT: GuidelineStep(
            GuidelineState.IN_REVIEW, _SECRETARIAT, Moment.OUTSIDE_WINDOW
        ),
        GuidelineAction.OPEN_REVIEW: GuidelineStep(
            GuidelineState.IN_REVIEW, _SECRETARIAT, Moment.OUTSIDE_WINDOW
        ),
        GuidelineAction.COMMENT: GuidelineStep(
            GuidelineState.IN_REVIEW, _MEMBER, Moment.IN_WINDOW
        ),
        GuidelineAction.FINISH: GuidelineStep(
            GuidelineState.IN_REVIEW, _MEMBER, Moment.IN_WINDOW
        ),
        GuidelineAction.ANSWER: GuidelineStep(GuidelineState.IN_REVIEW, _SECRETARIAT),
        GuidelineAction.DETERMINE: GuidelineStep(
            GuidelineState.DETERMINED, _SECRETARIAT, Moment.OUTSIDE_WINDOW
        ),
    },
    GuidelineState.DETERMINED: _PUBLISHED,
    GuidelineState.AMENDED: _PUBLISHED,
    GuidelineState.WITHDRAWN: {},
}

# Printed, locked and published, whether it binds today or not.
PUBLISHED = frozenset(
    {GuidelineState.DETERMINED, GuidelineState.AMENDED, GuidelineState.WITHDRAWN}
)


def may_take(
    state: GuidelineState, action: GuidelineAction, actors: Iterable[GuidelineActor]
) -> bool:
    step = GUIDELINE_TRANSITIONS[state].get(action)
    return step is not None and bool(step.by & frozenset(actors))


def in_window(until: datetime | None, at: datetime, *, waiting_for: int) -> bool:
    """Until its last day is over, or every government has finished before."""
    return until is not None and at < until and waiting_for > 0


def is_the_moment(when: Moment, *, is_open: bool) -> bool:
    return when is Moment.ANY or is_open == (when is Moment.IN_WINDOW)


def is_in_force(
    state: GuidelineState,
    in_force_on: date | None,
    today: date,
    withdrawn_on: date | None = None,
) -> bool:
    """Whether it binds today: determined, its day has come, and not withdrawn yet."""
    return (
        state in PUBLISHED
        and in_force_on is not None
        and in_force_on <= today
        and (withdrawn_on is None or today < withdrawn_on)
    )


class Unfinished(StrEnum):
    """What a pedoman still waits for before it can be determined."""

    REVIEWED = "reviewed"
    WINDOW_OVER = "window_over"
    ANSWERED = "answered"


def unfinished(*, reviewed: bool, is_open: bool, unanswered: int) -> list[Unfinished]:
    found = {
        Unfinished.REVIEWED: not reviewed,
        Unfinished.WINDOW_OVER: not reviewed or is_open,
        Unfinished.ANSWERED: unanswered > 0,
    }
    return [each for each, is_lacking in found.items() if is_lacking]
