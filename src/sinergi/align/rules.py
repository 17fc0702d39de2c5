"""Decisions of aligning as pure functions."""

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
