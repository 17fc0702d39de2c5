"""Tables of agreeing, one module a subject."""

from sinergi.agree.models.positions import Position
from sinergi.agree.models.recommendations import Recommendation
from sinergi.agree.models.records import Clause, Guideline, RecordOfAgreement
from sinergi.agree.models.texts import Paragraph, Version

__all__ = [
    "Clause",
    "Guideline",
    "Paragraph",
    "Position",
    "Recommendation",
    "RecordOfAgreement",
    "Version",
]
