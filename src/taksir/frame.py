"""The sampled PSUs in their strata: the rows of every influence matrix."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from taksir.errors import LonelyPSU, PopulationTooSmall, PopulationVaries
from taksir.tally import Tally

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


class Unit(NamedTuple):
    """A PSU in its stratum."""

    stratum: str | None
    psu: str


@dataclass(frozen=True)
class Frame:
    """Sampled PSUs, sorted, and the population size of each stratum if known.

    Args:
        units: The PSUs of the sample, also those without a member of any domain.
        sizes: Stratum → number of PSUs in the population; empty without an FPC.
    """

    units: tuple[Unit, ...]
    sizes: Mapping[str | None, float]

    @classmethod
    def of(cls, tally: Tally) -> "Frame":
        """The frame of a tally.

        Raises:
            PopulationVaries: A stratum has two sizes in the fpc column.
        """
        seen = {
            (cell.stratum, cell.size) for cell in tally.cells if cell.size is not None
        }
        sizes: dict[str | None, float] = {}
        for stratum, size in seen:
            if sizes.setdefault(stratum, size) != size:
                raise PopulationVaries(stratum, sorted({size, sizes[stratum]}))
        units = {Unit(cell.stratum, cell.psu) for cell in tally.cells}
        return cls(tuple(sorted(units, key=_order)), sizes)

    def union(self, other: "Frame") -> "Frame":
        """The PSUs of both samples; shared identifiers are one PSU.

        Raises:
            PopulationVaries: The two give a stratum different population sizes.
        """
        if self is other or self == other:
            return self
        for stratum in dict.fromkeys(unit.stratum for unit in self.units):
            mine, its = self.sizes.get(stratum), other.sizes.get(stratum)
            if other.has(stratum) and mine != its:
                raise PopulationVaries(stratum, [mine, its])
        units = tuple(sorted({*self.units, *other.units}, key=_order))
        return Frame(units, {**self.sizes, **other.sizes})

    def rows_in(self, larger: "Frame") -> Ints:
        """Where the units of this frame stand in one that has them all."""
        return np.array([larger.place[unit] for unit in self.units], dtype=np.intp)

    def has(self, stratum: str | None) -> bool:
        """Whether the stratum has a PSU in the sample."""
        return stratum in self._place_of_stratum

    @cached_property
    def place(self) -> Mapping[Unit, int]:
        """Unit → its row in an influence matrix."""
        return {unit: row for row, unit in enumerate(self.units)}

    @cached_property
    def stratum(self) -> Ints:
        """The number of the stratum of each unit, shape (units,)."""
        places = [self._place_of_stratum[unit.stratum] for unit in self.units]
        return np.array(places, dtype=np.intp)

    @cached_property
    def sampled(self) -> Ints:
        """PSUs per stratum in the sample, shape (strata,)."""
        return np.bincount(self.stratum, minlength=len(self._place_of_stratum))

    @cached_property
    def df(self) -> int:
        """Degrees of freedom of the whole design: PSUs − strata."""
        return len(self.units) - len(self.sampled)

    @cached_property
    def scale(self) -> Floats:
        """What a squared deviation counts, per stratum: (1 − f) n / (n − 1).

        Raises:
            PopulationTooSmall: More PSUs are sampled than there are.
            LonelyPSU: A stratum has one PSU and is no census.
        """
        n = self.sampled.astype(float)
        sizes = np.array(
            [self.sizes.get(stratum, np.inf) for stratum in self._place_of_stratum]
        )
        for stratum, place in self._place_of_stratum.items():
            if sizes[place] < n[place]:
                sampled, size = int(n[place]), float(sizes[place])
                raise PopulationTooSmall(stratum, sampled, size)
        uncovered = 1 - n / sizes
        lonely = np.flatnonzero((n == 1) & (uncovered > 0))
        if len(lonely):
            first = self.units[int(np.flatnonzero(self.stratum == lonely[0])[0])]
            raise LonelyPSU(first.stratum, first.psu, len(lonely) - 1)
        return np.asarray(uncovered * n / np.maximum(n - 1, 1))

    def df_of(self, members: NDArray[np.bool_]) -> Ints:
        """PSUs − strata with members of each domain.

        Args:
            members: Shape (units, estimates): whether the PSU has a member.

        Source:
            degf(subset()) of R survey 4.1.
        """
        strata = np.zeros((len(self.sampled), members.shape[1]), dtype=bool)
        np.logical_or.at(strata, self.stratum, members)
        return np.asarray(members.sum(axis=0) - strata.sum(axis=0), dtype=np.intp)

    @cached_property
    def _place_of_stratum(self) -> Mapping[str | None, int]:
        strata = dict.fromkeys(unit.stratum for unit in self.units)
        return {stratum: place for place, stratum in enumerate(strata)}


def _order(unit: Unit) -> tuple[str, str]:
    return unit.stratum or "", unit.psu
