"""The course of a recommendation: who takes it from which state to which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinergi.convene.rules import Ratification


class State(StrEnum):
    """Deliberation of a recommendation only (coordination.md 5.2)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_GROUP = "in_group"
    AGREED_IN_GROUP = "agreed_in_group"
    FORWARDED = "forwarded"
    IN_PLENARY = "in_plenary"
    # Put to all governments in writing, once the meeting has closed.
    IN_CIRCULATION = "in_circulation"
    ADOPTED = "adopted"
    ADOPTED_WITH_NOTES = "adopted_with_notes"
    SUPERSEDED = "superseded"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


# Agreed to, in a plenary or in writing; what a later one replaced was agreed to all
# the same.
ADOPTED = frozenset({State.ADOPTED, State.ADOPTED_WITH_NOTES, State.SUPERSEDED})
# Nothing about these changes any more: not the text, not a position.
CLOSED = ADOPTED | {
    State.DEFERRED,
    State.REJECTED,
    State.MERGED,
    State.WITHDRAWN,
}


class Action(StrEnum):
    """What moves a recommendation on."""

    SUBMIT = "submit"
    DISCUSS = "discuss_in_group"
    AGREE_IN_GROUP = "agree_in_group"
    FORWARD = "forward"
    OPEN_IN_PLENARY = "open_in_plenary"
    CIRCULATE = "circulate"
    REFER_BACK = "refer_back"
    ADOPT = "adopt"
    DEFER = "defer"
    REJECT = "reject"
    MERGE = "merge"
    WITHDRAW = "withdraw"
    SUPERSEDE = "supersede"


class Actor(StrEnum):
    """Who someone is to one recommendation; one person can be several."""

    # Operator, head or secretariat of the government that proposes.
    PROPOSER = "proposer"
    PROPOSING_HEAD = "proposing_head"
    GROUP_CHAIR = "group_chair"
    CHAIR = "chair"
    # Of the government that coordinates the forum.
    SECRETARIAT = "secretariat"


class When(StrEnum):
    """At which moment of its meeting a step is taken."""

    # Outcomes and positions belong to a running meeting.
    IN_SESSION = "in_session"
    # Paperwork is done at any time until the berita acara is locked.
    BEFORE_RECORD = "before_record"
    # After the closing, once nobody answers in writing any more.
    AFTER_CIRCULATION = "after_circulation"
    # What a later meeting makes of it, when its own berita acara is long locked.
    ANY_TIME = "any_time"


@dataclass(frozen=True)
class Step:
    """Where an action leads, who takes it, and what it needs."""

    to: tuple[State, ...]
    by: frozenset[Actor]
    needs_reason: bool = False
    when: When = When.IN_SESSION
    # Where the tata tertib decides which way a text goes from here.
    where: Ratification | None = None


_GROUP_CHAIR = frozenset({Actor.GROUP_CHAIR})
_CHAIR = frozenset({Actor.CHAIR})
_CHAIR_AND_SECRETARIAT = frozenset({Actor.CHAIR, Actor.SECRETARIAT})
_WITHDRAW = Step(
    (State.WITHDRAWN,), frozenset({Actor.PROPOSER}), when=When.BEFORE_RECORD
)
_SUPERSEDE = Step(
    (State.SUPERSEDED,), frozenset({Actor.SECRETARIAT}), when=When.ANY_TIME
)
_BACK_TO_GROUP = Step((State.IN_GROUP,), _CHAIR, needs_reason=True)

TRANSITIONS: Mapping[State, Mapping[Action, Step]] = {
    State.DRAFT: {
        Action.SUBMIT: Step(
            (State.SUBMITTED,),
            frozenset({Actor.PROPOSING_HEAD, Actor.GROUP_CHAIR}),
            when=When.BEFORE_RECORD,
        ),
        Action.WITHDRAW: _WITHDRAW,
    },
    State.SUBMITTED: {
        Action.DISCUSS: Step((State.IN_GROUP,), _GROUP_CHAIR),
        Action.WITHDRAW: _WITHDRAW,
    },
    State.IN_GROUP: {
        Action.AGREE_IN_GROUP: Step((State.AGREED_IN_GROUP,), _GROUP_CHAIR),
        Action.DEFER: Step((State.DEFERRED,), _GROUP_CHAIR),
        Action.REJECT: Step((State.REJECTED,), _GROUP_CHAIR, needs_reason=True),
        Action.MERGE: Step((State.MERGED,), _GROUP_CHAIR, needs_reason=True),
    },
    State.AGREED_IN_GROUP: {
        Action.FORWARD: Step(
            (State.FORWARDED,), _GROUP_CHAIR, where=Ratification.PLENARY
        ),
        Action.CIRCULATE: Step(
            (State.IN_CIRCULATION,), _GROUP_CHAIR, where=Ratification.CIRCULATION
        ),
    },
    State.FORWARDED: {
        Action.OPEN_IN_PLENARY: Step((State.IN_PLENARY,), _CHAIR),
    },
    State.IN_PLENARY: {
        Action.ADOPT: Step((State.ADOPTED, State.ADOPTED_WITH_NOTES), _CHAIR),
        Action.REFER_BACK: _BACK_TO_GROUP,
        Action.DEFER: Step((State.DEFERRED,), _CHAIR),
        Action.REJECT: Step((State.REJECTED,), _CHAIR, needs_reason=True),
    },
    State.IN_CIRCULATION: {
        Action.ADOPT: Step(
            (State.ADOPTED, State.ADOPTED_WITH_NOTES),
            _CHAIR_AND_SECRETARIAT,
            when=When.AFTER_CIRCULATION,
        ),
        # While the meeting still runs, as when it was opened again.
        Action.REFER_BACK: _BACK_TO_GROUP,
        Action.DEFER: Step(
            (State.DEFERRED,), _CHAIR_AND_SECRETARIAT, when=When.AFTER_CIRCULATION
        ),
        Action.REJECT: Step(
            (State.REJECTED,), _CHAIR, needs_reason=True, when=When.AFTER_CIRCULATION
        ),
    },
    State.ADOPTED: {Action.SUPERSEDE: _SUPERSEDE},
    State.ADOPTED_WITH_NOTES: {Action.SUPERSEDE: _SUPERSEDE},
    State.SUPERSEDED: {},
    State.DEFERRED: {},
    State.REJECTED: {},
    State.MERGED: {},
    State.WITHDRAWN: {},
}

# A government answers from the moment its group reads the text until it is closed.
OPEN_TO_POSITIONS = frozenset(
    {
        State.IN_GROUP,
        State.AGREED_IN_GROUP,
        State.FORWARDED,
        State.IN_PLENARY,
        State.IN_CIRCULATION,
    }
)
# From the agreement of the group on the words stand still; to change them, the
# chair refers the recommendation back.
OPEN_TO_WRITING = frozenset({State.DRAFT, State.SUBMITTED, State.IN_GROUP})


def is_taken(state: State, action: Action) -> bool:
    """Whether the action has led here already, as when its button is pressed twice."""
    ways = (steps[action] for steps in TRANSITIONS.values() if action in steps)
    return action not in TRANSITIONS[state] and any(state in way.to for way in ways)


def takes(action: Action, actors: Iterable[Actor]) -> bool:
    """Whether one of these takes the action, whatever the state is now."""
    known = frozenset(actors)
    ways = (steps[action] for steps in TRANSITIONS.values() if action in steps)
    return any(way.by & known for way in ways)


def step_from(state: State, action: Action, ratified: Ratification) -> Step | None:
    """The way the action leads from here, in a meeting that ratifies like this."""
    step = TRANSITIONS[state].get(action)
    return step if step is not None and step.where in (None, ratified) else None


def may_step(
    state: State, action: Action, actors: Iterable[Actor], ratified: Ratification
) -> bool:
    step = step_from(state, action, ratified)
    return step is not None and bool(step.by & frozenset(actors))


def outcome(*, notes: int) -> State:
    """Notes do not hold adoption up, but they stay beside it."""
    return State.ADOPTED_WITH_NOTES if notes else State.ADOPTED


def reference_of(year: int, bidang: str, taken: Iterable[str]) -> str:
    """The next number of this year and bidang: REK-2026-PTIK-07."""
    prefix = f"REK-{year}-{bidang.upper()}-"
    numbers = [
        int(reference.removeprefix(prefix))
        for reference in taken
        if reference.startswith(prefix)
    ]
    return f"{prefix}{max(numbers, default=0) + 1:02d}"
