"""The registration desk: who came, on which day, and what was a mistake."""

from datetime import datetime

from sinergi.convene import guards
from sinergi.convene.acts.attending import (
    at_an_open_desk,
    described,
    note,
    record,
    reference_of,
    refuse_second,
)
from sinergi.convene.models import Attendance, Participant
from sinergi.convene.rules import Door
from sinergi.core.act import act
from sinergi.core.again import refuse_again
from sinergi.core.models import Membership


@act
def check_in(
    participant: Participant,
    *,
    door: Door = Door.DESK,
    by: Membership,
    at: datetime,
) -> Attendance:
    """Note that a participant is here today, found on the list or by the card."""
    meeting = participant.meeting
    at_an_open_desk(meeting, by, at)
    refuse_second(participant, meeting.today(at))
    return note(participant, door=door, came_at=at, by=by, at=at)


@act
def undo_check_in(
    attendance: Attendance, *, reason: str, by: Membership, at: datetime
) -> Attendance:
    """Take back a mistaken check-in; both stay on record."""
    at_an_open_desk(attendance.participant.meeting, by, at)
    reason = guards.with_reason(reason)
    attendance.refresh_from_db()
    refuse_undone(attendance)
    attendance.undone_at = at
    attendance.save(update_fields=["undone_at"])
    before = described(attendance)
    record("undo_check_in", attendance, by=by, at=at, before=before, reason=reason)
    return attendance


def refuse_undone(attendance: Attendance) -> None:
    if attendance.undone_at:
        refuse_again(attendance, reference_of(attendance), "undo_check_in")
