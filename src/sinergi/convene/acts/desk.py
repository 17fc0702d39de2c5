"""The registration desk: who came, on which day."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import MeetingState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class AlreadyPresent(Refusal):
    """Checked in already on this day."""


class AlreadyUndone(Refusal):
    """This check-in was taken back already."""


@act
def check_in(participant: Participant, *, by: Membership, at: datetime) -> Attendance:
    """Note at the desk that a participant is here today; once a day."""
    meeting = participant.meeting
    _at_an_open_desk(meeting, by, at)
    day = meeting.today(at)
    if participant.attendances.filter(day=day, undone_at=None).exists():
        raise AlreadyPresent(
            _("%(office)s, %(government)s, is already checked in today.")
            % {"office": participant.office, "government": participant.government}
        )
    attendance = Attendance.objects.create(
        participant=participant, day=day, checked_in_at=at, by=by
    )
    _record("check_in", attendance, by=by, at=at, after=_described(attendance))
    return attendance


@act
def undo_check_in(
    attendance: Attendance, *, reason: str, by: Membership, at: datetime
) -> Attendance:
    """Take back a mistaken check-in; both stay on record."""
    _at_an_open_desk(attendance.participant.meeting, by, at)
    reason = guards.with_reason(reason)
    attendance.refresh_from_db()
    if attendance.undone_at:
        raise AlreadyUndone(_("This check-in was taken back already."))
    attendance.undone_at = at
    attendance.save(update_fields=["undone_at"])
    _record(
        "undo_check_in",
        attendance,
        by=by,
        at=at,
        before=_described(attendance),
        reason=reason,
    )
    return attendance


def _at_an_open_desk(meeting: Meeting, by: Membership, at: datetime) -> None:
    guards.latest(meeting)
    guards.must(
        access.at_desk(by, meeting),
        _("Only the registration desk and the secretariat check participants in."),
    )
    guards.of_this_world(by, meeting)
    if not rules.may_check_in(
        MeetingState(meeting.state),
        meeting.today(at),
        meeting.starts_on,
        meeting.ends_on,
    ):
        raise guards.NotNow(
            _(
                "“%(meeting)s” is %(state)s. The desk is open on the days of the "
                "meeting, and while it is in session."
            )
            % {"meeting": meeting, "state": meeting.state_label}
        )


def _record(
    action: str,
    attendance: Attendance,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
    reason: str = "",
) -> None:
    ledger.record(
        action,
        attendance,
        reference=f"{attendance.participant.meeting.slug}/{attendance.pk}",
        by=by,
        at=at,
        before=before,
        after=after,
        reason=reason,
    )


def _described(attendance: Attendance) -> dict[str, str]:
    return guards.text(
        {
            "participant": attendance.participant_id,
            "government": attendance.participant.government.slug,
            "office": attendance.participant.office,
            "day": attendance.day,
        }
    )
