"""Tables of agreeing, one module a subject."""

from sinergi.agree.models.addenda import Addendum, VoidedRecord
from sinergi.agree.models.amendments import Amendment, Objection
from sinergi.agree.models.changes import ClauseChange
from sinergi.agree.models.consent import ConsentItem, ConsentList
from sinergi.agree.models.guidelines import (
    Chapter,
    Clause,
    Guideline,
)
from sinergi.agree.models.mandates import Mandate
from sinergi.agree.models.positions import Position
from sinergi.agree.models.recommendations import Recommendation
from sinergi.agree.models.records import RecordOfAgreement
from sinergi.agree.models.reports import ResultsReport
from sinergi.agree.models.reviews import GuidelineComment, GuidelineReading
from sinergi.agree.models.signatures import (
    Refusal,
    Signatory,
    Signature,
    SignedCopy,
)
from sinergi.agree.models.texts import Paragraph, Version

__all__ = [
    "Addendum",
    "Amendment",
    "Chapter",
    "Clause",
    "ClauseChange",
    "ConsentItem",
    "ConsentList",
    "Guideline",
    "GuidelineComment",
    "GuidelineReading",
    "Mandate",
    "Objection",
    "Paragraph",
    "Position",
    "Recommendation",
    "RecordOfAgreement",
    "Refusal",
    "ResultsReport",
    "Signatory",
    "Signature",
    "SignedCopy",
    "Version",
    "VoidedRecord",
]
