"""What can be estimated: from totals to estimates and linearised values per PSU.

A statistic's only job is to say which sums it needs and to produce influence values;
`variance` does the rest.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from taksir.influence import Flag, Influence, estimated, label_of, nothing, seen
from taksir.tally import TOTAL, WEIGHT, Column, N
from taksir.totals import Levels, Totals


@dataclass(frozen=True)
class Statistic(ABC):
    """Something to estimate, of one measure, in each domain."""

    kind: ClassVar[str]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The measures whose sums are needed."""
        return ()

    @property
    def categories(self) -> tuple[Column, ...]:
        """The categories whose levels are counted."""
        return ()

    @abstractmethod
    def influences(self, totals: Totals, levels: Levels) -> list[Influence]:
        """The estimates of one domain, one or one for each level of a category."""


@dataclass(frozen=True)
class Mean(Statistic):
    """Weighted mean of those who answered: T / W, z = (T_i − mean W_i) / W.

    Args:
        measure: A column or a score of the index.
        given: Measures that must be answered too.

    Source:
        svymean(na.rm = TRUE) of R survey 4.1.
    """

    measure: str
    given: tuple[str, ...] = ()
    kind: ClassVar[str] = "mean"

    @property
    def columns(self) -> tuple[Column, ...]:
        return (Column(self.measure, self.given),)

    def influences(self, totals: Totals, levels: Levels) -> list[Influence]:
        block = totals.column(levels, *self.columns)
        label = label_of(self.kind, self.measure, totals, levels)
        if not block.whole(N):
            return [nothing(label, totals.frame, Flag.NO_ANSWERS)]
        if not block.whole(WEIGHT):
            return [nothing(label, totals.frame, Flag.ZERO_DENOMINATOR, block)]
        weight = block.total(WEIGHT)
        mean = block.whole(TOTAL) / block.whole(WEIGHT)
        z = (block.by_unit(TOTAL) - mean * block.by_unit(WEIGHT)) / weight
        coarse = block.coarse(WEIGHT) or block.coarse(TOTAL)
        return [estimated(label, mean, z, block, totals.frame, coarse=coarse)]


@dataclass(frozen=True)
class Total(Statistic):
    """Weighted total of those who answered: T, z = T_i.

    Args:
        measure: A column or a score of the index.
        given: Measures that must be answered too.

    Source:
        svytotal(na.rm = TRUE) of R survey 4.1.
    """

    measure: str
    given: tuple[str, ...] = ()
    kind: ClassVar[str] = "total"

    @property
    def columns(self) -> tuple[Column, ...]:
        return (Column(self.measure, self.given),)

    def influences(self, totals: Totals, levels: Levels) -> list[Influence]:
        block = totals.column(levels, *self.columns)
        label = label_of(self.kind, self.measure, totals, levels)
        if not block.whole(N):
            return [nothing(label, totals.frame, Flag.NO_ANSWERS)]
        short = block.whole(N) < totals.domain(levels).whole(N)
        return [
            estimated(
                label,
                block.total(TOTAL),
                block.by_unit(TOTAL),
                block,
                totals.frame,
                Flag.MISSING_ITEMS if short else None,
                coarse=block.coarse(TOTAL),
            )
        ]


@dataclass(frozen=True)
class Ratio(Statistic):
    """Ratio of two totals of those who answered both: A / B, z = (A_i − ratio B_i) / B.

    Args:
        numerator: A column or a score of the index.
        denominator: Likewise; a weighted total of 0 is flagged.
        given: Measures that must be answered too.

    Source:
        svyratio(na.rm = TRUE) of R survey 4.1.
    """

    numerator: str
    denominator: str
    given: tuple[str, ...] = ()
    kind: ClassVar[str] = "ratio"

    @property
    def columns(self) -> tuple[Column, ...]:
        both = (self.numerator, self.denominator, *self.given)
        given = tuple(sorted(set(both)))
        return (Column(self.numerator, given), Column(self.denominator, given))

    def influences(self, totals: Totals, levels: Levels) -> list[Influence]:
        above, below = (totals.column(levels, column) for column in self.columns)
        measure = f"{self.numerator}/{self.denominator}"
        label = label_of(self.kind, measure, totals, levels)
        if not above.whole(N):
            return [nothing(label, totals.frame, Flag.NO_ANSWERS)]
        if not below.whole(TOTAL):
            return [nothing(label, totals.frame, Flag.ZERO_DENOMINATOR, above)]
        ratio = above.whole(TOTAL) / below.whole(TOTAL)
        part = above.by_unit(TOTAL) - ratio * below.by_unit(TOTAL)
        z = part / below.total(TOTAL)
        coarse = above.coarse(TOTAL) or below.coarse(TOTAL)
        return [estimated(label, ratio, z, above, totals.frame, coarse=coarse)]


@dataclass(frozen=True)
class Proportion(Statistic):
    """Weighted share of each category among those who answered.

    Every category found anywhere in the tally is given in every domain.

    Args:
        measure: A column of categories.
        given: Measures that must be answered too.

    Source:
        svymean(~factor(measure), na.rm = TRUE) of R survey 4.1.
    """

    measure: str
    given: tuple[str, ...] = ()
    kind: ClassVar[str] = "proportion"

    @property
    def categories(self) -> tuple[Column, ...]:
        return (Column(self.measure, self.given),)

    def influences(self, totals: Totals, levels: Levels) -> list[Influence]:
        [column] = self.categories
        blocks = {
            level: totals.category(levels, column, level)
            for level in totals.categories(column)
        }
        frame = totals.frame
        whole = np.zeros(len(frame.units))
        members = np.zeros(len(frame.units), dtype=bool)
        for block in blocks.values():
            whole[block.rows] += block.by_unit(WEIGHT)
            members[block.rows] |= block.members
        n = sum(block.whole(N) for block in blocks.values())
        weight = sum(block.whole(WEIGHT) for block in blocks.values())
        coarse = any(block.coarse(WEIGHT) for block in blocks.values())
        flags = frozenset({Flag.COARSE} if coarse else ())
        if not blocks:
            label = label_of(self.kind, self.measure, totals, levels)
            return [nothing(label, frame, Flag.NO_ANSWERS)]
        found = []
        for level, block in blocks.items():
            label = label_of(self.kind, self.measure, totals, levels, level)
            if not weight:
                void = Flag.ZERO_DENOMINATOR if n else Flag.NO_ANSWERS
                found.append(nothing(label, frame, void))
                continue
            share = block.whole(WEIGHT) / weight
            z = -share * whole
            z[block.rows] += block.by_unit(WEIGHT)
            z /= weight / (1 << block.bits)
            found.append(Influence(label, share, z, members, n, flags | seen(label)))
        return found


def influences(statistics: Sequence[Statistic], totals: Totals) -> list[Influence]:
    """Every statistic in every domain, statistic by statistic."""
    return [
        influence
        for statistic in statistics
        for levels in totals.domains
        for influence in statistic.influences(totals, levels)
    ]
