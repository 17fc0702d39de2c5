"""The consent list (daftar mufakat): adopted at once, unless someone pulls out."""

from collections.abc import Mapping
from enum import StrEnum

from sinergi.agree.rules.deliberation import State


class ConsentState(StrEnum):
    OPEN = "open"
    ADOPTED = "adopted"
    DISSOLVED = "dissolved"


CONSENT_TRANSITIONS: Mapping[ConsentState, frozenset[ConsentState]] = {
    ConsentState.OPEN: frozenset({ConsentState.ADOPTED, ConsentState.DISSOLVED}),
    ConsentState.ADOPTED: frozenset(),
    ConsentState.DISSOLVED: frozenset(),
}

# What may stand on a list: forwarded to the plenary, or before it already.
FOR_CONSENT = frozenset({State.FORWARDED, State.IN_PLENARY})
