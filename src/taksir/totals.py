"""A tally laid out by domain, ready for the estimators."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from taksir.frame import Floats, Frame, Ints, Unit
from taksir.tally import (
    COLUMNS,
    DOMAIN,
    PER_COLUMN,
    PRECISION,
    TINY,
    Column,
    N,
    Sums,
    Tally,
)

Levels = tuple[str | None, ...]
Key = tuple[Levels, tuple[int, str] | None]


@dataclass(frozen=True)
class Block:
    """Sums of one domain by PSU, of one column or of one level of a category.

    Args:
        rows: The rows of the frame that have a cell, shape (cells,).
        sums: Integer sums of each cell.
        at: Where in them the sums of the column begin.
        bits: Binary places of the weighted sums.
    """

    rows: Ints
    sums: Sequence[Sums]
    at: int
    bits: int

    def by_unit(self, which: int) -> Floats:
        """A weighted sum per cell, shape (cells,)."""
        whole = np.array([sums[self.at + which] for sums in self.sums], dtype=object)
        return np.asarray(np.ldexp(whole.astype(float), -self.bits))

    def whole(self, which: int) -> int:
        """A sum over the domain, as the integer it is."""
        return sum(sums[self.at + which] for sums in self.sums)

    def total(self, which: int) -> float:
        """A weighted sum over the domain, rounded once."""
        return self.whole(which) / (1 << self.bits)

    @property
    def members(self) -> NDArray[np.bool_]:
        """Whether the cell has anyone who counts, shape (cells,)."""
        return np.array([sums[self.at + N] > 0 for sums in self.sums], dtype=bool)

    def coarse(self, which: int) -> bool:
        """Whether rounding may exceed PRECISION of a weighted sum."""
        blurred = sum(sums[TINY] for sums in self.sums)
        return blurred / 2 > PRECISION * abs(self.whole(which))


class Totals:
    """A tally laid out by domain.

    Raises:
        PopulationVaries: A stratum has two sizes in the fpc column.
    """

    def __init__(self, tally: Tally) -> None:
        self.basis = tally.basis
        self.frame = Frame.of(tally)
        place = self.frame.place
        found: dict[Key, list[tuple[int, Sums]]] = {}
        for cell, sums in tally.cells.items():
            if cell.levels is not None:
                row = place[Unit(cell.stratum, cell.psu)]
                found.setdefault((cell.levels, cell.category), []).append((row, sums))
        self._found = {key: sorted(cells) for key, cells in found.items()}

    @cached_property
    def domains(self) -> list[Levels]:
        """Levels of `by` of each domain, numbers by size, then words, then missing."""
        found = {levels for levels, category in self._found if category is None}
        return sorted(found, key=lambda levels: [_natural(each) for each in levels])

    def categories(self, column: Column) -> list[str]:
        """The levels of a category over all domains."""
        place = self.basis.categories.index(column)
        found = {kind[1] for _, kind in self._found if kind and kind[0] == place}
        return sorted(found, key=_natural)

    def domain(self, levels: Levels) -> Block:
        """The sums of a domain's members, whether or not they answered."""
        return self._block((levels, None), DOMAIN)

    def column(self, levels: Levels, column: Column) -> Block:
        """The sums of a measure in a domain."""
        place = self.basis.columns.index(column)
        return self._block((levels, None), COLUMNS + PER_COLUMN * place)

    def category(self, levels: Levels, column: Column, level: str) -> Block:
        """The sums of one level of a category in a domain."""
        place = self.basis.categories.index(column)
        return self._block((levels, (place, level)), DOMAIN)

    def _block(self, key: Key, at: int) -> Block:
        cells = self._found.get(key, [])
        rows = np.array([row for row, _ in cells], dtype=np.intp)
        return Block(rows, [sums for _, sums in cells], at, self.basis.bits)


def _natural(level: str | None) -> tuple[int, float, str]:
    if level is None:
        return 2, 0.0, ""
    if re.fullmatch(r"-?\d+(\.\d+)?", level):
        return 0, float(level), level
    return 1, 0.0, level
