"""Decisions of collecting as pure functions."""

from enum import StrEnum


class WaveState(StrEnum):
    """A wave takes files until one is confirmed, and never changes once frozen."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    FROZEN = "frozen"


class Method(StrEnum):
    """How respondents came in; the two are never mixed in one wave."""

    PROBABILITY = "probability"
    SELF_SELECTED = "self_selected"


class ImportState(StrEnum):
    UPLOADED = "uploaded"
    CHECKED = "checked"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"


class ItemRole(StrEnum):
    """What a question is for; only items enter an index."""

    ITEM = "item"
    DOMAIN = "domain"
    DESIGN = "design"
    CONSENT = "consent"
    META = "meta"
    OTHER = "other"


WAVE_TRANSITIONS: dict[WaveState, frozenset[WaveState]] = {
    WaveState.OPEN: frozenset({WaveState.CONFIRMED}),
    WaveState.CONFIRMED: frozenset({WaveState.OPEN, WaveState.FROZEN}),
    WaveState.FROZEN: frozenset(),
}
