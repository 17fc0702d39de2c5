"""Decisions of collecting as pure functions."""

from collections.abc import Sequence
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


class Domain(StrEnum):
    """By what answers can be broken down; the name of the column in a frozen wave."""

    GOVERNMENT = "kabupaten"
    SEX = "sex"
    AGE = "age"


class Sex(StrEnum):
    """How a frozen wave writes sex, whatever the file called it."""

    FEMALE = "female"
    MALE = "male"


class Why(StrEnum):
    """What is wrong with a cell or a row of a file."""

    NOT_AN_ANSWER = "not_an_answer"
    OUT_OF_SCALE = "out_of_scale"
    UNKNOWN_GOVERNMENT = "unknown_government"
    UNKNOWN_SEX = "unknown_sex"
    UNKNOWN_AGE = "unknown_age"
    NO_WEIGHT = "no_weight"
    BAD_WEIGHT = "bad_weight"
    NO_STRATUM = "no_stratum"
    NO_PSU = "no_psu"
    NO_RESPONDENT = "no_respondent"
    DUPLICATE_RESPONDENT = "duplicate_respondent"


class Effect(StrEnum):
    """What becomes of it; nothing is dropped without saying so."""

    BLANKED = "blanked"
    LEFT_OUT = "left_out"


EFFECTS: dict[Why, Effect] = {
    Why.NOT_AN_ANSWER: Effect.BLANKED,
    Why.OUT_OF_SCALE: Effect.BLANKED,
    Why.UNKNOWN_GOVERNMENT: Effect.BLANKED,
    Why.UNKNOWN_SEX: Effect.BLANKED,
    Why.UNKNOWN_AGE: Effect.BLANKED,
    Why.NO_WEIGHT: Effect.LEFT_OUT,
    Why.BAD_WEIGHT: Effect.LEFT_OUT,
    Why.NO_STRATUM: Effect.LEFT_OUT,
    Why.NO_PSU: Effect.LEFT_OUT,
    Why.NO_RESPONDENT: Effect.LEFT_OUT,
    Why.DUPLICATE_RESPONDENT: Effect.LEFT_OUT,
}

WAVE_TRANSITIONS: dict[WaveState, frozenset[WaveState]] = {
    WaveState.OPEN: frozenset({WaveState.CONFIRMED}),
    WaveState.CONFIRMED: frozenset({WaveState.OPEN, WaveState.FROZEN}),
    WaveState.FROZEN: frozenset(),
}

IMPORT_TRANSITIONS: dict[ImportState, frozenset[ImportState]] = {
    ImportState.UPLOADED: frozenset({ImportState.CHECKED}),
    ImportState.CHECKED: frozenset({ImportState.CHECKED, ImportState.CONFIRMED}),
    ImportState.CONFIRMED: frozenset({ImportState.REPLACED}),
    ImportState.REPLACED: frozenset({ImportState.CHECKED}),
}

# Columns of a frozen wave that are not items; a question may not be called so.
RESPONDENT, WEIGHT, STRATUM, PSU = "respondent", "weight", "stratum", "psu"
RESERVED = frozenset({RESPONDENT, WEIGHT, STRATUM, PSU, *Domain})


def may_follow(state: WaveState, wanted: WaveState) -> bool:
    return wanted in WAVE_TRANSITIONS[state]


def import_may_follow(state: ImportState, wanted: ImportState) -> bool:
    return wanted in IMPORT_TRANSITIONS[state]


def may_be_discarded(state: ImportState) -> bool:
    """A file brought by mistake goes as long as no wave rests on it."""
    return state is not ImportState.CONFIRMED


def age_group(years: int, bands: Sequence[int]) -> str:
    """The group of an age: "18-29", "60+", and "0-17" below the first band."""
    lower = [0, *bands]
    start = max(band for band in lower if band <= years)
    later = [band for band in lower if band > start]
    return f"{start}-{later[0] - 1}" if later else f"{start}+"
