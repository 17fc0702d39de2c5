"""Decisions of measuring as pure functions."""

from enum import StrEnum


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


RELEASE_TRANSITIONS: dict[ReleaseState, frozenset[ReleaseState]] = {
    ReleaseState.DRAFT: frozenset({ReleaseState.RELEASED}),
    ReleaseState.RELEASED: frozenset(),
}
