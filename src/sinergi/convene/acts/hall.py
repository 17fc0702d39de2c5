"""The hall: its code is opened and closed, and who is there checks in alone."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from sinergi.convene import guards, hall
from sinergi.convene.acts.attending import (
    at_an_open_desk,
    at_the_desk,
    doors_open,
    note,
    refuse_second,
)
from sinergi.convene.models import Attendance, HallCode, Participant, Session
from sinergi.convene.rules import Door
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class HallClosed(Refusal):
    """The session shows no code of the hall."""


class WrongCode(Refusal):
    """Neither the code of now nor the one before."""


class NotYou(Refusal):
    """An account checks in itself only, for its own government."""


@act
def open_hall_code(session: Session, *, by: Membership, at: datetime) -> HallCode:
    """Show the code of a session in its hall; pressed twice, it is opened once."""
    at_an_open_desk(session.meeting, by, at)
    standing = hall.open_code(session)
    if standing:
        return standing
    code = HallCode.objects.create(session=session, opened_at=at, by=by)
    _record("open_hall_code", code, by=by, at=at)
    return code


@act
def close_hall_code(session: Session, *, by: Membership, at: datetime) -> HallCode:
    """From now on no code of this session is taken."""
    at_the_desk(session.meeting, by)
    code = hall.open_code(session)
    if code is None:
        raise HallClosed(_("The code of this hall is closed already."))
    code.closed_at = at
    code.save(update_fields=["closed_at"])
    _record("close_hall_code", code, by=by, at=at)
    return code


@act
def check_in_in_hall(
    participant: Participant,
    session: Session,
    *,
    typed: str,
    by: Membership | None,
    at: datetime,
) -> Attendance:
    """A participant checks in with what the hall shows.

    `by` is the account that says it is the participant; None for who holds the card.
    """
    meeting = participant.meeting
    guards.latest(meeting)
    if by is not None:
        guards.of_this_world(by, meeting)
        _is_oneself(participant, by, meeting.today(at))
    doors_open(meeting, at)
    code = hall.open_code(session) if session.meeting_id == meeting.pk else None
    if code is None:
        raise HallClosed(
            _(
                "No code is shown for this session at the moment. Go to the "
                "registration desk."
            )
        )
    if not hall.holds(code, typed, at):
        raise WrongCode(
            _(
                "This is not the code the hall shows now. It changes every half "
                "minute: type the one you see now."
            )
        )
    refuse_second(participant, meeting.today(at))
    return note(participant, door=Door.HALL, came_at=at, by=by, at=at, session=session)


def may_be(participant: Participant, by: Membership) -> bool:
    """Whether an account can be this participant: named so, or unnamed as yet."""
    if participant.person_id is not None:
        return participant.person_id == by.person_id
    named = participant.meeting.participants.filter(person=by.person_id)
    return participant.government_id == by.government_id and not named.exists()


def _is_oneself(participant: Participant, by: Membership, day: date) -> None:
    vouched = Attendance.objects.standing().filter(
        participant__meeting=participant.meeting,
        day=day,
        door=Door.HALL.value,
        by__person=by.person_id,
    )
    if vouched.exclude(participant=participant).exists() or not may_be(participant, by):
        raise NotYou(
            _(
                "With the code of the hall one account checks in one participant a "
                "day, and only of its own government. The others go to the "
                "registration desk."
            )
        )


def _record(action: str, code: HallCode, *, by: Membership, at: datetime) -> None:
    session = code.session
    ledger.record(
        action,
        code,
        reference=f"{session.meeting.slug}/{session.pk}/{code.pk}",
        by=by,
        at=at,
    )
