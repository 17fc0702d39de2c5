"""Tables of convening, one module a subject."""

from sinergi.convene.models.attendance import Attendance, HallCode
from sinergi.convene.models.documents import AgendaDocument
from sinergi.convene.models.guests import Guest
from sinergi.convene.models.meeting import Meeting, ReportedFact, RulesOfProcedure
from sinergi.convene.models.minutes import (
    ApprovedMinutes,
    Decision,
    MinutesComment,
    MinutesRevision,
)
from sinergi.convene.models.people import CommitteeMember, Participant
from sinergi.convene.models.programme import AgendaItem, Opening, Session
from sinergi.convene.models.projector import (
    Projection,
    ProjectorKey,
    Timer,
    running_timers,
)
from sinergi.convene.models.replies import Reply

__all__ = [
    "AgendaDocument",
    "AgendaItem",
    "ApprovedMinutes",
    "Attendance",
    "CommitteeMember",
    "Decision",
    "Guest",
    "HallCode",
    "Meeting",
    "MinutesComment",
    "MinutesRevision",
    "Opening",
    "Participant",
    "Projection",
    "ProjectorKey",
    "Reply",
    "ReportedFact",
    "RulesOfProcedure",
    "Session",
    "Timer",
    "running_timers",
]
