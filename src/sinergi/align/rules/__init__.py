"""Decisions of aligning as pure functions: no table, no clock."""

from sinergi.align.rules.activity_codes import (
    NotAnActivityCode,
    activity_code,
    level_segment,
)
from sinergi.align.rules.cells import (
    Sums,
    Work,
    cell_state,
    obliged,
    sums_of,
)
from sinergi.align.rules.findings import (
    Alike,
    Gap,
    Missing,
    alike_of,
    gap_of,
    missing_of,
    normalised,
)
from sinergi.align.rules.states import (
    BudgetStage,
    CellState,
    HelpState,
    MissingPart,
    PartnerState,
    PlanState,
    Verified,
    may_become,
)

__all__ = [
    "Alike",
    "BudgetStage",
    "CellState",
    "Gap",
    "HelpState",
    "Missing",
    "MissingPart",
    "NotAnActivityCode",
    "PartnerState",
    "PlanState",
    "Sums",
    "Verified",
    "Work",
    "activity_code",
    "alike_of",
    "cell_state",
    "gap_of",
    "level_segment",
    "may_become",
    "missing_of",
    "normalised",
    "obliged",
    "sums_of",
]
