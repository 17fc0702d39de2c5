"""The words of aligning, and which may follow which."""

from collections.abc import Mapping
from enum import StrEnum


class BudgetStage(StrEnum):
    """Where the money of a plan stands in the budget year."""

    DPA = "dpa"
    AMENDED = "amended"
    NEXT_RKPD = "next_rkpd"


class PlanState(StrEnum):
    """A plan is withdrawn, never deleted."""

    PLANNED = "planned"
    WITHDRAWN = "withdrawn"


class PartnerState(StrEnum):
    """A partner is named by the lead and counts only once it accepted."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class HelpState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"


class Verified(StrEnum):
    """Whether a fact was read in a source or only recalled."""

    VERIFIED = "verified"
    PARTLY = "partly"
    RECALLED = "recalled"
    NONE = "none"


class CellState(StrEnum):
    """What a cell of the matrix says; an empty one says why it is empty."""

    PLANNED = "planned"
    JOINT = "joint"
    EMPTY = "empty"
    NOT_OBLIGED = "not_obliged"
    NOT_FILLED = "not_filled"


class MissingPart(StrEnum):
    """The half of a plan that is not there."""

    TARGET = "target"
    MONEY = "money"


_NEXT: Mapping[StrEnum, frozenset[StrEnum]] = {
    PlanState.PLANNED: frozenset({PlanState.WITHDRAWN}),
    PlanState.WITHDRAWN: frozenset(),
    PartnerState.INVITED: frozenset({PartnerState.ACCEPTED, PartnerState.DECLINED}),
    PartnerState.ACCEPTED: frozenset(),
    # A government that declined may be asked again.
    PartnerState.DECLINED: frozenset({PartnerState.INVITED}),
    # A second answer leaves the request answered.
    HelpState.OPEN: frozenset({HelpState.ANSWERED}),
    HelpState.ANSWERED: frozenset({HelpState.ANSWERED}),
}


def may_become(state: StrEnum, wanted: StrEnum) -> bool:
    return wanted in _NEXT[state]
