"""The code of a hall: what it is now, and what it was a moment ago."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.crypto import salted_hmac

from sinergi.convene import rules
from sinergi.convene.models import HallCode, Meeting, Session


@dataclass(frozen=True)
class Hall:
    """A session and the code its hall shows, if any."""

    session: Session
    code: HallCode | None


def of_day(meeting: Meeting, day: date) -> list[Hall]:
    """The halls of a day; when the meeting runs beyond its days, the last one."""
    sessions = list(meeting.sessions.select_related("meeting__host"))
    today = [each for each in sessions if each.day == day]
    return [Hall(each, open_code(each)) for each in today or sessions[-1:]]


def open_code(session: Session) -> HallCode | None:
    return session.hall_codes.filter(closed_at=None).first()


def shown(code: HallCode, at: datetime) -> str:
    """What the hall reads at this moment."""
    return rules.hall_code(_secret(code), at)


def holds(code: HallCode, typed: str, at: datetime) -> bool:
    return rules.hall_code_holds(_secret(code), typed, at)


def _secret(code: HallCode) -> bytes:
    what = f"{code.pk}/{code.opened_at.timestamp():.6f}"
    return salted_hmac("sinergi.convene.hall", what, algorithm="sha256").digest()
