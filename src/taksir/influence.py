"""What an estimate is of, what each PSU contributes to its error, and its flags."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from taksir.frame import Floats, Frame
from taksir.tally import N
from taksir.totals import Block, Levels, Totals

NAN = float("nan")


class Flag(StrEnum):
    """What a reader of an estimate must know."""

    NO_ANSWERS = "no_answers"  # nobody in the domain answered: no estimate
    ZERO_DENOMINATOR = "zero_denominator"  # the total to divide by is 0: no estimate
    NO_DF = "no_df"  # PSUs − strata of the domain is 0: no interval
    MISSING_ITEMS = "missing_items"  # a total leaves out members who did not answer
    MISSING_LEVEL = "missing_level"  # the domain of those whose level is missing
    COARSE = "coarse"  # rounding may exceed 1e-12 of a total
    ONE_SIDED = "one_sided"  # only one wave has the domain or category: no change


@dataclass(frozen=True)
class Label:
    """What an estimate is of; `level` is the category of a proportion."""

    statistic: str
    measure: str
    level: str | None
    by: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, eq=False)
class Influence:
    """One estimate and what each PSU contributes to its error.

    Args:
        label: What it is an estimate of.
        value: The estimate; NaN only with a flag that says why.
        z: Linearised value of each PSU, shape (units,).
        members: Whether the PSU has anyone who counts, shape (units,).
        n: Respondents who count.
        flags: What a reader must know.
    """

    label: Label
    value: float
    z: Floats
    members: NDArray[np.bool_]
    n: int
    flags: frozenset[Flag]


def label_of(
    kind: str,
    measure: str,
    totals: Totals,
    levels: Levels,
    level: str | None = None,
) -> Label:
    by = tuple(zip(totals.basis.by, levels, strict=True))
    return Label(kind, measure, level, by)


def seen(label: Label) -> frozenset[Flag]:
    missing = any(level is None for _, level in label.by)
    return frozenset({Flag.MISSING_LEVEL} if missing else ())


def estimated(
    label: Label,
    value: float,
    z: Floats,
    block: Block,
    frame: Frame,
    flag: Flag | None = None,
    *,
    coarse: bool,
) -> Influence:
    everywhere = np.zeros(len(frame.units))
    everywhere[block.rows] = z
    flags = {flag} if flag else set()
    flags |= {Flag.COARSE} if coarse else set()
    return Influence(
        label,
        value,
        everywhere,
        members(frame, block),
        block.whole(N),
        frozenset(flags) | seen(label),
    )


def nothing(
    label: Label, frame: Frame, flag: Flag, block: Block | None = None
) -> Influence:
    return Influence(
        label,
        NAN,
        np.full(len(frame.units), NAN),
        members(frame, block),
        block.whole(N) if block else 0,
        frozenset({flag}) | seen(label),
    )


def members(frame: Frame, block: Block | None) -> NDArray[np.bool_]:
    members = np.zeros(len(frame.units), dtype=bool)
    if block is not None:
        members[block.rows] = block.members
    return members
