"""A design that contradicts itself, or that its sample contradicts."""

from collections.abc import Sequence
from dataclasses import dataclass

from taksir.errors.error import TaksirError


@dataclass(eq=False)
class BadDesign(TaksirError):
    """The design is contradictory in itself."""

    problem: str
    words = "Design: {problem}"


@dataclass(eq=False)
class LonelyPSU(TaksirError):
    """A stratum has one PSU, so its variance cannot be estimated."""

    stratum: str | None
    psu: str
    others: int
    words = (
        "Stratum {stratum!r} has one PSU ({psu!r}). Other strata with only one: "
        "{others}. One PSU says nothing about differences between PSUs: merge the "
        "stratum with a neighbour, in the strata column."
    )


@dataclass(eq=False)
class PopulationVaries(TaksirError):
    """A stratum has two population sizes, in one wave or in two."""

    stratum: str | None
    sizes: Sequence[float | None]
    words = (
        "Stratum {stratum!r} has several population sizes (fpc): {sizes}. "
        "It must be the one number of PSUs in the whole stratum."
    )


@dataclass(eq=False)
class PopulationTooSmall(TaksirError):
    """A stratum has more sampled PSUs than its population has."""

    stratum: str | None
    sampled: int
    size: float
    words = (
        "Stratum {stratum!r} has {sampled} sampled PSUs but a population of {size:g}. "
        "The fpc column holds the number of PSUs in the population, not a fraction."
    )
