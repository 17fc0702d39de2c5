"""The simulated frame of villages and the ones each wave takes from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

VILLAGES, URBAN_VILLAGES = 48, 18  # in the frame of a kabupaten; a kota is all urban
TAKEN_URBAN, TAKEN_RURAL, TAKEN_CITY = 5, 7, 12
DROPPED_URBAN, DROPPED_RURAL, DROPPED_CITY = 2, 2, 4
PERSONS, PERSONS_SPREAD = 2600, 0.4  # median of a village, and spread of its logarithm
VILLAGE_SD = 0.15  # in points of the scale


@dataclass(frozen=True)
class Government:
    """A kabupaten or kota by its code without dots; a kota has no rural villages."""

    code: str
    is_city: bool


@dataclass(frozen=True)
class Village:
    """A cluster of the simulated frame."""

    government: int
    code: str
    stratum: str
    is_urban: bool
    persons: int
    effect: float
    weight: float  # villages of the stratum that a taken one stands for


@dataclass(frozen=True)
class Stratum:
    """The villages of a stratum in random order, and how many a wave takes."""

    villages: list[Village]
    taken: int
    dropped: int


def strata(
    draws: np.random.Generator, number: int, government: Government
) -> list[Stratum]:
    """The frame of a kabupaten or kota, its villages in random order."""
    if government.is_city:
        parts = [("kota", VILLAGES, TAKEN_CITY, DROPPED_CITY)]
    else:
        rural = VILLAGES - URBAN_VILLAGES
        parts = [
            ("kota", URBAN_VILLAGES, TAKEN_URBAN, DROPPED_URBAN),
            ("desa", rural, TAKEN_RURAL, DROPPED_RURAL),
        ]
    found, first = [], 1
    for kind, size, taken, dropped in parts:
        sizes = draws.lognormal(np.log(PERSONS), PERSONS_SPREAD, size)
        persons = np.round(sizes).astype(int)
        effects = draws.normal(0, VILLAGE_SD, size)
        villages = [
            Village(
                government=number,
                code=f"{government.code}{first + place:02d}",
                stratum=f"{government.code}-{kind}",
                is_urban=kind == "kota",
                persons=int(persons[place]),
                effect=float(effects[place]),
                weight=size / taken,
            )
            for place in draws.permutation(size)
        ]
        found.append(Stratum(villages, taken, dropped))
        first += size
    return found


def taken(frame: Sequence[Stratum], wave: int) -> list[Village]:
    """The villages of a wave; those of two neighbouring waves overlap."""
    chosen: list[Village] = []
    for stratum in frame:
        start = wave * stratum.dropped
        chosen += stratum.villages[start : start + stratum.taken]
    return sorted(chosen, key=lambda village: (village.government, village.code))
