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
    """A request is followed until help came, or until it is taken back."""

    OPEN = "open"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class AnswerState(StrEnum):
    """An offer waits for the government that asked."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


class SheetState(StrEnum):
    """A file of plans that was brought changes nothing before it is applied."""

    BROUGHT = "brought"
    APPLIED = "applied"
    DISCARDED = "discarded"


class Duty(StrEnum):
    """Whether a programme asks something of a government."""

    BY_LEVEL = "by_level"
    OBLIGED = "obliged"
    EXEMPT = "exempt"


class NomenclatureKind(StrEnum):
    """What a code of the national nomenclature stands for."""

    PROGRAMME = "program"
    ACTIVITY = "kegiatan"
    SUB_ACTIVITY = "sub"


class NomenclatureLevel(StrEnum):
    """Whose code it is; the words are those of the imported file."""

    ALL = "semua"
    PROVINCE = "provinsi"
    REGENCY_OR_CITY = "kabupaten/kota"


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


# By enumeration: the same word in two of them is equal as text.
_NEXT: Mapping[type[StrEnum], Mapping[StrEnum, frozenset[StrEnum]]] = {
    PlanState: {PlanState.PLANNED: frozenset({PlanState.WITHDRAWN})},
    PartnerState: {
        PartnerState.INVITED: frozenset({PartnerState.ACCEPTED, PartnerState.DECLINED}),
        # A government that declined may be asked again.
        PartnerState.DECLINED: frozenset({PartnerState.INVITED}),
    },
    HelpState: {
        HelpState.OPEN: frozenset({HelpState.ANSWERED, HelpState.WITHDRAWN}),
        # A second offer leaves the request answered; without any it is open again.
        HelpState.ANSWERED: frozenset(
            {
                HelpState.ANSWERED,
                HelpState.OPEN,
                HelpState.ACCEPTED,
                HelpState.WITHDRAWN,
            }
        ),
        # Promised help that does not come opens the request again.
        HelpState.ACCEPTED: frozenset(
            {HelpState.SETTLED, HelpState.OPEN, HelpState.WITHDRAWN}
        ),
    },
    AnswerState: {
        AnswerState.OFFERED: frozenset(
            {AnswerState.ACCEPTED, AnswerState.DECLINED, AnswerState.TAKEN_BACK}
        ),
        # What was accepted and did not come.
        AnswerState.ACCEPTED: frozenset({AnswerState.DECLINED}),
    },
    SheetState: {
        SheetState.BROUGHT: frozenset({SheetState.APPLIED, SheetState.DISCARDED})
    },
}

# A request for help that somebody still has to do something about.
LIVE_HELP = (HelpState.OPEN, HelpState.ANSWERED, HelpState.ACCEPTED)


def may_become(state: StrEnum, wanted: StrEnum) -> bool:
    return wanted in _NEXT[type(state)].get(state, frozenset())
