"""What all doors share: when they are open, the row they leave, its ledger entry."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.models import Attendance, Meeting, Participant, Session
from sinergi.convene.rules import Door, MeetingState
from sinergi.core import ledger
from sinergi.core.models import Membership
from sinergi.core.refusal import StandsAlready
from sinergi.core.rules import PersonalLink, Provenance


class AlreadyPresent(StandsAlready):
    """Checked in already on this day."""


def at_the_desk(meeting: Meeting, by: Membership) -> None:
    """The desk and who stands in for it, in a meeting of the same world."""
    guards.latest(meeting)
    guards.must(
        access.at_desk(by, meeting),
        _("Only the registration desk and the secretariat check participants in."),
    )
    guards.of_this_world(by, meeting)


def at_an_open_desk(meeting: Meeting, by: Membership, at: datetime) -> None:
    at_the_desk(meeting, by)
    doors_open(meeting, at)


def doors_open(meeting: Meeting, at: datetime) -> None:
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


def standing(participant: Participant, day: date) -> Attendance | None:
    return participant.attendances.standing().filter(day=day).first()


def refuse_second(participant: Participant, day: date) -> None:
    came = standing(participant, day)
    if came is None:
        return
    moment = timezone.localtime(came.checked_in_at, ZoneInfo(participant.meeting.zone))
    raise AlreadyPresent(
        _("%(office)s, %(government)s, is checked in today since %(time)s.")
        % {
            "office": participant.office,
            "government": participant.government,
            "time": date_format(moment, "TIME_FORMAT"),
        },
        came,
    )


def note(
    participant: Participant,
    *,
    door: Door,
    came_at: datetime,
    by: Membership | None,
    at: datetime,
    session: Session | None = None,
) -> Attendance:
    """Somebody came; `came_at` is earlier than `at` when a scanner tells it later."""
    attendance = Attendance.objects.create(
        participant=participant,
        day=participant.meeting.today(came_at),
        door=door.value,
        checked_in_at=came_at,
        recorded_at=at,
        by=by,
        session=session,
    )
    record("check_in", attendance, by=by, at=at, after=described(attendance))
    return attendance


def record(
    action: str,
    attendance: Attendance,
    *,
    by: Membership | None,
    at: datetime,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
    reason: str = "",
) -> None:
    participant = attendance.participant
    ledger.record(
        action,
        attendance,
        reference=reference_of(attendance),
        by=by,
        at=at,
        before=before,
        after=after,
        reason=reason,
        through=_card(participant) if by is None else None,
    )


def reference_of(attendance: Attendance) -> str:
    return f"{attendance.participant.meeting.slug}/{attendance.pk}"


def _card(participant: Participant) -> PersonalLink:
    provenance = Provenance(participant.meeting.provenance)
    return PersonalLink(participant.government.slug, provenance)


def described(attendance: Attendance) -> dict[str, str]:
    return guards.text(
        {
            "participant": attendance.participant_id,
            "government": attendance.participant.government.slug,
            "office": attendance.participant.office,
            "day": attendance.day,
            "door": attendance.door,
            "checked_in_at": attendance.checked_in_at.isoformat(),
        }
    )
