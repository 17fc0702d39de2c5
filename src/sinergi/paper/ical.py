"""Calendars (RFC 5545, 5546) from plain data.

Three kinds: published to whoever subscribes, without attendees, requested of those who
are invited, and cancelled for who is invited no longer. The same data give the same
bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event, vCalAddress, vText

MAKER = "-//Sinergi//Rakor//ID"
# Understood by calendars as somebody without an address.
NO_ADDRESS = "invalid:nomail"


@dataclass(frozen=True)
class Appointment:
    """One entry of a calendar; times carry their zone.

    `sequence` grows when day, time or place changes, and `stamp` says when that was.
    """

    uid: str
    sequence: int
    stamp: datetime
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    text: str
    url: str


@dataclass(frozen=True)
class Invitee:
    """Who invites or is invited: a name, and an email address if there is one."""

    name: str
    email: str = ""

    def address(self, **more: str) -> vCalAddress:
        address = vCalAddress(f"mailto:{self.email}" if self.email else NO_ADDRESS)
        for key, value in {"CN": self.name, **more}.items():
            address.params[key] = vText(value)
        return address


def published(appointments: Sequence[Appointment], *, uid: str, name: str) -> bytes:
    """A feed to subscribe to."""
    return _written("PUBLISH", [_event(each) for each in appointments], uid, name)


def requested(
    appointment: Appointment, *, organizer: Invitee, invitees: Sequence[Invitee]
) -> bytes:
    """An invitation; a later one with a higher sequence takes its place."""
    event = _event(appointment)
    event.add("organizer", organizer.address())
    for each in invitees:
        event.add(
            "attendee",
            each.address(ROLE="REQ-PARTICIPANT", PARTSTAT="NEEDS-ACTION", RSVP="FALSE"),
            encode=False,
        )
    return _written("REQUEST", [event], appointment.uid, appointment.title)


def cancelled(
    appointment: Appointment, *, organizer: Invitee, invitee: Invitee
) -> bytes:
    """For who does not come any more; for the others the appointment stands, so it has
    no status (RFC 5546, 3.2.5)."""
    event = _event(appointment)
    event.add("organizer", organizer.address())
    event.add("attendee", invitee.address(ROLE="REQ-PARTICIPANT"), encode=False)
    return _written("CANCEL", [event], appointment.uid, appointment.title)


def _event(appointment: Appointment) -> Event:
    return Event.new(
        uid=appointment.uid,
        sequence=appointment.sequence,
        stamp=appointment.stamp,
        summary=appointment.title,
        start=appointment.starts_at,
        end=appointment.ends_at,
        location=appointment.place,
        description=appointment.text,
        url=appointment.url,
    )


def _written(method: str, events: Sequence[Event], uid: str, name: str) -> bytes:
    calendar = Calendar.new(prodid=MAKER, method=method, uid=uid, name=name)
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
