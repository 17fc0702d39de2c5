"""The states of a wording an office made: tried, in force, at rest."""

from enum import StrEnum


class WordingState(StrEnum):
    TRIED = "tried"
    IN_FORCE = "in_force"
    RESTING = "resting"


STEPS = {
    WordingState.TRIED: frozenset({WordingState.IN_FORCE}),
    WordingState.IN_FORCE: frozenset({WordingState.RESTING}),
    WordingState.RESTING: frozenset({WordingState.IN_FORCE}),
}


def may_become(state: WordingState, wanted: WordingState) -> bool:
    return wanted in STEPS[state]
