"""Tables of letters, one module a subject."""

from sinergi.letters.models.heads import Letterhead, LetterSignatory
from sinergi.letters.models.numbers import GivenNumber, NumberPattern
from sinergi.letters.models.wordings import Wording

__all__ = [
    "GivenNumber",
    "LetterSignatory",
    "Letterhead",
    "NumberPattern",
    "Wording",
]
