"""Decisions of measuring as pure functions."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sinergi.core.rules import Provenance


class Direction(StrEnum):
    """Which way a series is meant to move."""

    HIGHER = "higher"
    LOWER = "lower"


class ReleaseState(StrEnum):
    DRAFT = "draft"
    RELEASED = "released"


class Group(StrEnum):
    """By what a figure is broken down beside the government."""

    ALL = "all"
    SEX = "sex"
    AGE = "age"


class Flag(StrEnum):
    """What keeps a figure from being read as it stands."""

    SUPPRESSED = "suppressed"
    WIDE = "wide"
    NO_INTERVAL = "no_interval"


class Verdict(StrEnum):
    """What the difference of two figures says."""

    UP = "up"
    DOWN = "down"
    NOT_YET_REAL = "not_yet_real"
    WITHHELD = "withheld"


class Obstacle(StrEnum):
    """Why two releases are not compared."""

    SAME_RELEASE = "same_release"
    DEFINITIONS_DIFFER = "definitions_differ"
    SURVEYS_DIFFER = "surveys_differ"
    PROVENANCES_DIFFER = "provenances_differ"
    WRONG_ORDER = "wrong_order"


# The whole index, whatever an index definition calls it.
INDEX = "index"

RELEASE_TRANSITIONS: dict[ReleaseState, frozenset[ReleaseState]] = {
    ReleaseState.DRAFT: frozenset({ReleaseState.RELEASED}),
    ReleaseState.RELEASED: frozenset(),
}


@dataclass(frozen=True)
class Estimated:
    """A figure as estimated, before anyone decides what of it is shown."""

    estimate: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    df: int
    n: int


@dataclass(frozen=True)
class Shown:
    """A figure as kept and shown; a suppressed one has no value anywhere."""

    estimate: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    df: int
    n: int
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Comparable:
    """What must agree before two releases are compared."""

    release: int
    definition_sha256: str
    survey: int
    provenance: Provenance
    starts_on: str


def may_follow(state: ReleaseState, wanted: ReleaseState) -> bool:
    return wanted in RELEASE_TRANSITIONS[state]


def shown(figure: Estimated, *, minimum_n: int, wide_above: float) -> Shown:
    """Withhold what rests on too few respondents; mark what is wide or has no error.

    The value and everything from which it could be had go together.
    """
    if figure.n < minimum_n or figure.estimate is None:
        flags = (Flag.SUPPRESSED,)
        return Shown(None, None, None, None, figure.df, figure.n, flags)
    if figure.ci_low is None or figure.ci_high is None or figure.se is None:
        flags = (Flag.NO_INTERVAL,)
        return Shown(figure.estimate, None, None, None, figure.df, figure.n, flags)
    half = (figure.ci_high - figure.ci_low) / 2
    return Shown(
        figure.estimate,
        figure.se,
        figure.ci_low,
        figure.ci_high,
        figure.df,
        figure.n,
        (Flag.WIDE,) if half > wide_above else (),
    )


def verdict(ci_low: float | None, ci_high: float | None) -> Verdict:
    """Only an interval that leaves zero out speaks of a rise or a fall."""
    if ci_low is None or ci_high is None:
        return Verdict.WITHHELD
    if ci_low > 0:
        return Verdict.UP
    if ci_high < 0:
        return Verdict.DOWN
    return Verdict.NOT_YET_REAL


def obstacle(later: Comparable, earlier: Comparable) -> Obstacle | None:
    """Why the two are not compared, or None."""
    if later.release == earlier.release:
        return Obstacle.SAME_RELEASE
    if later.definition_sha256 != earlier.definition_sha256:
        return Obstacle.DEFINITIONS_DIFFER
    if later.survey != earlier.survey:
        return Obstacle.SURVEYS_DIFFER
    if later.provenance != earlier.provenance:
        return Obstacle.PROVENANCES_DIFFER
    if later.starts_on <= earlier.starts_on:
        return Obstacle.WRONG_ORDER
    return None


def below(age_group: str) -> int | None:
    """Where the youngest group ends: it begins with whom the survey asks, not at birth.

    None for any other group.
    """
    first, _, last = age_group.partition("-")
    return int(last) + 1 if first == "0" and last.isdecimal() else None


def release_provenance(wave: Provenance) -> Provenance:
    """Figures of a simulated wave are simulated, whoever computes them."""
    simulated = wave is Provenance.SIMULATED
    return Provenance.SIMULATED if simulated else Provenance.MEASURED


def published_provenance(by: Provenance | None) -> Provenance:
    """A value read in a source, unless a simulated person made it up."""
    simulated = by is Provenance.SIMULATED
    return Provenance.SIMULATED if simulated else Provenance.PUBLISHED


STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
MOST_BANDS = 5


def bands(values: Sequence[float]) -> list[tuple[float, float]]:
    """At most five equal bands with round ends that hold all the values."""
    for step in STEPS:
        first = math.floor(min(values) / step + 1e-9)
        last = math.floor(max(values) / step + 1e-9)
        if last - first < MOST_BANDS:
            ends = range(first, last + 2)
            return [
                (round(low * step, 6), round(high * step, 6))
                for low, high in pairwise(ends)
            ]
    return [(min(values), max(values))]


def band_of(value: float, edges: Sequence[tuple[float, float]]) -> int:
    """The place of the band that holds the value; each holds its lower end."""
    held = [place for place, (low, _high) in enumerate(edges) if value >= low - 1e-9]
    return held[-1] if held else 0


def reach(values: Iterable[float]) -> float:
    """Half of a scale of changes: the next half point beyond the widest interval."""
    widest = max((abs(value) for value in values), default=0.0)
    return max(0.5, math.ceil(widest * 2 - 1e-9) / 2)
