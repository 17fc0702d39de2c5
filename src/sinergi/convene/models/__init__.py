"""Tables of convening, one module a subject."""

from sinergi.convene.models.meeting import Meeting, ReportedFact, RulesOfProcedure
from sinergi.convene.models.people import Attendance, CommitteeMember, Participant
from sinergi.convene.models.programme import AgendaItem, Opening, Session

__all__ = [
    "AgendaItem",
    "Attendance",
    "CommitteeMember",
    "Meeting",
    "Opening",
    "Participant",
    "ReportedFact",
    "RulesOfProcedure",
    "Session",
]
