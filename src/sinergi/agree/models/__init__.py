"""Tables of agreeing, one module a subject."""

from sinergi.agree.models.amendments import Amendment, Objection
from sinergi.agree.models.consent import ConsentItem, ConsentList
from sinergi.agree.models.mandates import Mandate
from sinergi.agree.models.positions import Position
from sinergi.agree.models.recommendations import Recommendation
from sinergi.agree.models.records import Clause, Guideline, RecordOfAgreement
from sinergi.agree.models.reports import ResultsReport
from sinergi.agree.models.texts import Paragraph, Version

__all__ = [
    "Amendment",
    "Clause",
    "ConsentItem",
    "ConsentList",
    "Guideline",
    "Mandate",
    "Objection",
    "Paragraph",
    "Position",
    "Recommendation",
    "RecordOfAgreement",
    "ResultsReport",
    "Version",
]
