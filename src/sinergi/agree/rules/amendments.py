"""The course of an amendment (usul penyempurnaan): who takes it from where to where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinergi.agree.rules.deliberation import State


class AmendmentState(StrEnum):
    """coordination.md 5.4."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    DISCUSSED = "discussed"
    ACCEPTED = "accepted"
    ACCEPTED_WITH_CHANGES = "accepted_changed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    OBSOLETE = "obsolete"


class AmendmentAction(StrEnum):
    """What moves an amendment on."""

    SUBMIT = "submit"
    DISCUSS = "discuss"
    ACCEPT = "accept"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    # Its author writes it anew on the words as they are now.
    REBASE = "rebase"
    # What it was about is gone: another was accepted, or the item is closed.
    LAPSE = "lapse"
    # The version it was accepted into is undone, or the acceptance that made it lapse.
    UNDO = "undo"


class AmendmentActor(StrEnum):
    """Who someone is to one amendment; one person can be several."""

    # Operator or head of the government that proposes it, or the chair of the group.
    AUTHOR = "author"
    AUTHOR_HEAD = "author_head"
    GROUP_CHAIR = "group_chair"
    CHAIR = "chair"


@dataclass(frozen=True)
class AmendmentStep:
    """Where an action leads, who takes it, and what it needs."""

    to: tuple[AmendmentState, ...]
    by: frozenset[AmendmentActor]
    needs_reason: bool = False
    # An amendment is written at any time its text is open; decided in session.
    in_running_meeting: bool = True


_AUTHOR = frozenset({AmendmentActor.AUTHOR})
_CHAIRS = frozenset({AmendmentActor.GROUP_CHAIR, AmendmentActor.CHAIR})
# Follows from another act of a chair; nobody does it by itself.
_FOLLOWS: frozenset[AmendmentActor] = frozenset()
_WITHDRAW = AmendmentStep(
    (AmendmentState.WITHDRAWN,), _AUTHOR, in_running_meeting=False
)
_REBASE = AmendmentStep((AmendmentState.SUBMITTED,), _AUTHOR, in_running_meeting=False)
_LAPSE = AmendmentStep((AmendmentState.OBSOLETE,), _FOLLOWS, in_running_meeting=False)
_UNDO = AmendmentStep((AmendmentState.DISCUSSED,), _CHAIRS)

AMENDMENT_TRANSITIONS: Mapping[
    AmendmentState, Mapping[AmendmentAction, AmendmentStep]
] = {
    AmendmentState.DRAFT: {
        AmendmentAction.SUBMIT: AmendmentStep(
            (AmendmentState.SUBMITTED,),
            frozenset({AmendmentActor.AUTHOR_HEAD, AmendmentActor.GROUP_CHAIR}),
            in_running_meeting=False,
        ),
        AmendmentAction.WITHDRAW: _WITHDRAW,
        AmendmentAction.LAPSE: _LAPSE,
    },
    AmendmentState.SUBMITTED: {
        AmendmentAction.DISCUSS: AmendmentStep((AmendmentState.DISCUSSED,), _CHAIRS),
        AmendmentAction.REBASE: _REBASE,
        AmendmentAction.WITHDRAW: _WITHDRAW,
        AmendmentAction.LAPSE: _LAPSE,
    },
    AmendmentState.DISCUSSED: {
        AmendmentAction.ACCEPT: AmendmentStep(
            (AmendmentState.ACCEPTED, AmendmentState.ACCEPTED_WITH_CHANGES), _CHAIRS
        ),
        AmendmentAction.REJECT: AmendmentStep(
            (AmendmentState.REJECTED,), _CHAIRS, needs_reason=True
        ),
        AmendmentAction.REBASE: _REBASE,
        AmendmentAction.WITHDRAW: _WITHDRAW,
        AmendmentAction.LAPSE: _LAPSE,
    },
    AmendmentState.ACCEPTED: {AmendmentAction.UNDO: _UNDO},
    AmendmentState.ACCEPTED_WITH_CHANGES: {AmendmentAction.UNDO: _UNDO},
    AmendmentState.REJECTED: {},
    AmendmentState.WITHDRAWN: {},
    AmendmentState.OBSOLETE: {
        AmendmentAction.UNDO: AmendmentStep(
            (AmendmentState.SUBMITTED, AmendmentState.DISCUSSED), _CHAIRS
        )
    },
}

ACCEPTED = frozenset({AmendmentState.ACCEPTED, AmendmentState.ACCEPTED_WITH_CHANGES})
# Before the group and not decided; a draft is not before it yet.
OPEN_AMENDMENTS = frozenset({AmendmentState.SUBMITTED, AmendmentState.DISCUSSED})
# Lapse when what they are about is decided or leaves the meeting.
UNDECIDED = OPEN_AMENDMENTS | {AmendmentState.DRAFT}

# A draft belongs to who proposes it; after the group agreed, the words stand still.
OPEN_TO_AMENDMENTS = frozenset({State.SUBMITTED, State.IN_GROUP})
# A text changes by amendments only while its group discusses it.
DECIDES_AMENDMENTS = State.IN_GROUP


def may_move(
    state: AmendmentState, action: AmendmentAction, actors: Iterable[AmendmentActor]
) -> bool:
    step = AMENDMENT_TRANSITIONS[state].get(action)
    return step is not None and bool(step.by & frozenset(actors))
