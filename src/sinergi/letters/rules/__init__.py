"""Decisions about letters as pure functions: numbers, offices, states of a wording."""

from sinergi.letters.rules.numbers import (
    PLACEHOLDERS,
    Misfit,
    Pattern,
    PatternFault,
    plain,
)
from sinergi.letters.rules.offices import BEFORE_OFFICE, HeldAs, lines_above_signature
from sinergi.letters.rules.wordings import STEPS, WordingState, may_become

__all__ = [
    "BEFORE_OFFICE",
    "PLACEHOLDERS",
    "STEPS",
    "HeldAs",
    "Misfit",
    "Pattern",
    "PatternFault",
    "WordingState",
    "lines_above_signature",
    "may_become",
    "plain",
]
