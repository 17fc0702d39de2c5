"""The Tally: everything an estimate needs, as integer sums that can be added."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from taksir.design import Design
from taksir.errors import NotInTally, Overflow, UnequalScales, UnequalTallies

DEFAULT_BITS = 60
"""Binary places after the point: totals to 1.4e20, steps of 9e-19."""

PRECISION = 1e-12
"""The share of a total that rounding must stay below."""

LIMIT = 1 << 127


class Column(NamedTuple):
    """A measure or category, counted where all of `given` are answered too."""

    name: str
    given: tuple[str, ...] = ()


class Cell(NamedTuple):
    """One group of the GROUP BY.

    `levels` is None for rows outside the domain of `where`: only their PSU counts.
    `category` is the place in `Basis.categories` and the level, or None.
    """

    stratum: str | None
    psu: str
    size: float | None
    levels: tuple[str | None, ...] | None
    category: tuple[int, str] | None = None


@dataclass(frozen=True)
class Basis:
    """What the sums of a tally are sums of; equal for tallies that can be added."""

    design: Design
    by: tuple[str, ...]
    columns: tuple[Column, ...]
    categories: tuple[Column, ...]
    where: str | None
    index: str | None
    bits: int = DEFAULT_BITS


# The sums of a cell: its rows, in and out of the domain; rows with a weighted value
# that rounding may blur; two of the domain itself, then, of a cell without a category,
# three of each column.
ROWS, TINY, DOMAIN, COLUMNS, PER_COLUMN = 0, 1, 2, 4, 3

# Respondents with weight who answered; their weights; their weighted values.
N, WEIGHT, TOTAL = range(3)

Sums = tuple[int, ...]


@dataclass(frozen=True)
class Tally:
    """Counts and weighted sums by PSU and domain, in fixed-point integers.

    `a + b` is the tally of the responses of both, `a - b` takes responses back. Both
    are integer arithmetic, so the result is the same bit for bit in any order. A
    weighted sum is its integer divided by `2 ** basis.bits`.

    Raises:
        UnequalScales, UnequalTallies: The two do not hold the same sums.
        Overflow: A sum leaves 128 bits.
        NotInTally: More is subtracted than was added.
    """

    basis: Basis
    cells: Mapping[Cell, Sums]

    def __add__(self, other: "Tally") -> "Tally":
        self._comparable(other)
        cells = dict(self.cells)
        for cell, sums in other.cells.items():
            cells[cell] = self._added(cells.get(cell), sums)
        return replace(self, cells=cells)

    def __sub__(self, other: "Tally") -> "Tally":
        self._comparable(other)
        cells = dict(self.cells)
        for cell, sums in other.cells.items():
            held = cells.get(cell, (0,) * len(sums))
            left = tuple(a - b for a, b in zip(held, sums, strict=True))
            if (
                left[ROWS] < 0
                or left[DOMAIN + N] < 0
                or (left[ROWS] == 0 and any(left))
            ):
                raise NotInTally(cell.stratum, cell.psu)
            if left[ROWS]:
                cells[cell] = left
            else:
                del cells[cell]
        return replace(self, cells=cells)

    @property
    def rows(self) -> int:
        """Respondents in the tally, inside and outside its domain."""
        return sum(s[ROWS] for cell, s in self.cells.items() if cell.category is None)

    def _added(self, held: Sums | None, more: Sums) -> Sums:
        if held is None:
            return more
        total = tuple(a + b for a, b in zip(held, more, strict=True))
        if any(not -LIMIT <= each < LIMIT for each in total):
            raise Overflow("the merged tally", self.basis.bits)
        return total

    def _comparable(self, other: "Tally") -> None:
        if self.basis.bits != other.basis.bits:
            raise UnequalScales(self.basis.bits, other.basis.bits)
        for field in fields(Basis):
            mine = getattr(self.basis, field.name)
            its = getattr(other.basis, field.name)
            if mine != its:
                raise UnequalTallies(field.name, repr(mine), repr(its))
