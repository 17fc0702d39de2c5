"""Tallies that cannot be added or taken apart."""

from dataclasses import dataclass

from taksir.errors.error import TaksirError


@dataclass(eq=False)
class UnequalScales(TaksirError):
    """Two tallies count in different fixed-point units."""

    mine: int
    other: int
    words = (
        "One tally has {mine} bits after the point, the other {other}; adding them "
        "would round. Build both with the same bits."
    )


@dataclass(eq=False)
class UnequalTallies(TaksirError):
    """Two tallies do not hold the same sums."""

    what: str
    mine: str
    other: str
    words = (
        "The tallies differ in {what}: {mine} here, {other} there. Only tallies of "
        "the same questions on the same design can be added."
    )


@dataclass(eq=False)
class NotInTally(TaksirError):
    """Responses are taken away that are not in the tally."""

    stratum: str | None
    psu: str
    words = (
        "PSU {psu!r} of stratum {stratum!r}: more is taken away than the tally "
        "holds. Subtract only responses that were added before."
    )
