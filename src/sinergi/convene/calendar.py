"""A meeting in the calendars of others: for all, and for those who are invited.

Entries are in Indonesian, as the letters are, and in the zone of the meeting. Before
the invitation is sent there is none.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypedDict

from django.conf import settings
from django.urls import reverse

from sinergi.convene.models import Meeting, Participant, Reply, Session
from sinergi.convene.sharing import SIMULATED
from sinergi.core.formats import jam, tanggal
from sinergi.core.models import Membership
from sinergi.paper import ical
from sinergi.paper.ical import Appointment, Invitee

FEED = "rakor"
# A meeting that was recorded without an invitation has no moment of its own.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Common(TypedDict):
    """What all entries of a meeting share."""

    sequence: int
    stamp: datetime
    url: str


def feed(meetings: Iterable[Meeting], name: str) -> bytes:
    """Every session of these meetings, without saying who comes."""
    sessions = [each for meeting in meetings for each in _sessions(meeting)]
    return ical.published(
        [_of_session(each) for each in sessions], uid=_uid(FEED), name=name
    )


def invitation(meeting: Meeting, by: Membership) -> bytes:
    """The whole meeting as one entry, for whoever downloads it and the delegates of
    the same government."""
    delegates = meeting.participants.filter(
        government=by.government_id, named_at__isnull=False
    ).order_by("pk")
    invitees = [Invitee(by.person.name, by.person.email)]
    invitees += [_invitee(each) for each in delegates if each.name != by.person.name]
    named = max((each.named_at for each in delegates if each.named_at), default=NEVER)
    return ical.requested(
        _numbered(_of_meeting(meeting), _reply(meeting, by), named),
        organizer=_organizer(meeting),
        invitees=invitees,
    )


def cancellation(meeting: Meeting, by: Membership) -> bytes | None:
    """For those of one's government who were struck off; None while nobody was.

    Their names are gone, so the entry is found by its number and not by who they are.
    """
    reply = _reply(meeting, by)
    if reply is None or reply.struck_off_at is None:
        return None
    return ical.cancelled(
        _numbered(_of_meeting(meeting), reply, reply.struck_off_at),
        organizer=_organizer(meeting),
        invitee=Invitee(f"Utusan {by.government.name} yang tidak jadi hadir"),
    )


def _reply(meeting: Meeting, by: Membership) -> Reply | None:
    return meeting.replies.filter(government=by.government_id).first()


def _numbered(entry: Appointment, reply: Reply | None, at: datetime) -> Appointment:
    """As the calendars of one government count it: a cancellation is newer than the
    invitation before it, and whoever is named again gets a still newer one."""
    sequence = entry.sequence + (reply.struck_off if reply else 0)
    return replace(entry, sequence=sequence, stamp=max(entry.stamp, at))


def _organizer(meeting: Meeting) -> Invitee:
    return Invitee(
        f"Sekretariat {meeting.forum.coordinator.name}", settings.DEFAULT_FROM_EMAIL
    )


def _of_session(session: Session) -> Appointment:
    meeting = session.meeting
    return Appointment(
        uid=_uid(f"{meeting.slug}-{session.pk}"),
        title=f"{_title(meeting)}: {session.title}",
        starts_at=session.starts_at.astimezone(meeting.tz),
        ends_at=session.ends_at.astimezone(meeting.tz),
        place=", ".join(filter(None, [session.room, meeting.venue, meeting.host.name])),
        text="\n".join(item.title for item in session.agenda.all()),
        **_common(meeting),
    )


def _of_meeting(meeting: Meeting) -> Appointment:
    sessions = _sessions(meeting)
    url = (
        f"{settings.PUBLIC_ORIGIN}{reverse('convene_work:reply', args=[meeting.slug])}"
    )
    return Appointment(
        uid=_uid(meeting.slug),
        title=_title(meeting),
        starts_at=min(each.starts_at for each in sessions).astimezone(meeting.tz),
        ends_at=max(each.ends_at for each in sessions).astimezone(meeting.tz),
        place=f"{meeting.venue}, {meeting.host.name}",
        text="\n".join(
            [
                f"Surat undangan {meeting.letter_number}",
                *[_line(each) for each in sessions],
                f"Jawaban kehadiran: {url}",
            ]
        ),
        **_common(meeting),
    )


def _common(meeting: Meeting) -> Common:
    path = reverse("convene:meeting", args=[meeting.slug])
    return {
        "sequence": meeting.sequence,
        "stamp": meeting.rescheduled_at or meeting.invited_at or NEVER,
        "url": f"{settings.PUBLIC_ORIGIN}{path}",
    }


def _line(session: Session) -> str:
    zone = session.meeting.tz
    begins = session.starts_at.astimezone(zone)
    room = f" ({session.room})" if session.room else ""
    return f"{tanggal(begins.date(), True)}, {jam(begins)}: {session.title}{room}"


def _title(meeting: Meeting) -> str:
    return f"[{SIMULATED}] {meeting.title}" if meeting.is_simulated else meeting.title


def _sessions(meeting: Meeting) -> list[Session]:
    sessions = meeting.sessions.select_related("meeting__host", "meeting__forum")
    return list(sessions.prefetch_related("agenda").order_by("starts_at", "pk"))


def _invitee(delegate: Participant) -> Invitee:
    person = delegate.person
    return Invitee(delegate.name or delegate.office, person.email if person else "")


def _uid(name: str) -> str:
    """Stays the same for as long as the instance keeps its address."""
    return f"{name}@{settings.PUBLIC_ORIGIN.split('://')[-1]}"
