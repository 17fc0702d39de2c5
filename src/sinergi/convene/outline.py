"""The programme laid out in time: days, their sessions, and when each item is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sinergi.convene import rules
from sinergi.convene.models import AgendaItem, Meeting, Session
from sinergi.convene.rules import Clash, Held, Slot


@dataclass(frozen=True)
class Laid:
    """A session with its agenda laid into its time."""

    session: Session
    items: list[tuple[AgendaItem, Slot]]

    @property
    def planned(self) -> int:
        """Minutes the agenda takes."""
        return self.items[-1][1].minutes_so_far if self.items else 0

    @property
    def left(self) -> int:
        return max(self.session.minutes - self.planned, 0)

    @property
    def over(self) -> int:
        return max(self.planned - self.session.minutes, 0)


@dataclass(frozen=True)
class Day:
    """The sessions of one day, where the meeting takes place."""

    day: date
    sessions: list[Laid]


def days(meeting: Meeting) -> list[Day]:
    """Every day that has a session, in order."""
    sessions = meeting.sessions.select_related("bidang", "meeting__host")
    laid = (lay(session) for session in sessions.prefetch_related("agenda"))
    return [
        Day(day, list(of_day))
        for day, of_day in groupby(laid, key=lambda each: each.session.day)
    ]


def clashes(meeting: Meeting) -> list[Clash]:
    """Sessions of the programme that cannot both take place."""
    held = [
        Held(
            title=each.title,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            bidang=each.bidang.code if each.bidang else "",
            room=each.room,
        )
        for each in meeting.sessions.select_related("bidang")
    ]
    return list(rules.clashes(held))


def sessions(meeting: Meeting) -> Iterator[Laid]:
    for day in days(meeting):
        yield from day.sessions


def lay(session: Session) -> Laid:
    items = list(session.agenda.all())
    slots = rules.timetable(
        session.starts_at, session.ends_at, [item.minutes for item in items]
    )
    return Laid(session, list(zip(items, slots, strict=True)))
