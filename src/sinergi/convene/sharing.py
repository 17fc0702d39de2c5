"""What is passed on of a meeting: a message to paste into WhatsApp, a preview card.

Messages go to Indonesian offices whatever the reader of the page chose, so their
sentences stand here as they are sent. Neither holds the name of a person.
"""

from dataclasses import dataclass

from django.urls import reverse

from sinergi.convene.models import Meeting
from sinergi.core.formats import jam, periode, tanggal
from sinergi.paper.preview import preview

SIMULATED = "SIMULASI"
# What phones show of a card before they cut it off.
TITLE, DESCRIPTION = 60, 65
# What the picture has room for in two lines.
PLACE = 110


@dataclass(frozen=True)
class Card:
    """What a phone shows of a link to the public page."""

    title: str
    description: str
    url: str
    image: str
    # What the picture says, for who does not see it.
    image_words: str


def invitation_text(meeting: Meeting, origin: str) -> str:
    """Plain, with the asterisks WhatsApp makes bold."""
    first = meeting.sessions.order_by("starts_at").first()
    mark = f"[{SIMULATED}] " if meeting.is_simulated else ""
    begins = f", pukul {jam(first.starts_at.astimezone(meeting.tz))}" if first else ""
    lines = [
        f"*{mark}Undangan: {meeting.title}*",
        "",
        f"Hari: {_days(meeting)}{begins}",
        f"Tempat: {meeting.venue}, {meeting.host.name}",
        f"Surat: {meeting.letter_number}",
        "",
        "Mohon jawaban kehadiran dan nama utusan "
        f"paling lambat *{_last_day(meeting)}* di:",
        f"{origin}{reverse('convene_work:reply', args=[meeting.slug])}",
        "",
        f"Susunan acara: {origin}{reverse('convene:meeting', args=[meeting.slug])}",
    ]
    return "\n".join(lines)


def card(meeting: Meeting, origin: str) -> Card:
    mark = f"{SIMULATED} · " if meeting.is_simulated else ""
    days = periode(meeting.starts_on, meeting.ends_on)
    image = reverse("convene:preview", args=[meeting.slug])
    return Card(
        title=_cut(f"{mark}{meeting.title}", TITLE),
        description=_cut(f"{days} · {meeting.venue}", DESCRIPTION),
        url=f"{origin}{reverse('convene:meeting', args=[meeting.slug])}",
        image=f"{origin}{image}",
        image_words=f"{mark}{meeting.title}. {days}. {_place(meeting)}.",
    )


def picture(meeting: Meeting) -> bytes:
    """The card as a picture: name, days and place, the mark of a simulation."""
    return preview(
        kicker=meeting.forum.name,
        title=meeting.title,
        when=periode(meeting.starts_on, meeting.ends_on),
        where=_cut(_place(meeting), PLACE),
        mark=SIMULATED if meeting.is_simulated else "",
    )


def _place(meeting: Meeting) -> str:
    return f"{meeting.venue}, {meeting.host.name}"


def _days(meeting: Meeting) -> str:
    if meeting.starts_on == meeting.ends_on:
        return tanggal(meeting.starts_on, weekday=True)
    return periode(meeting.starts_on, meeting.ends_on)


def _last_day(meeting: Meeting) -> str:
    return tanggal(meeting.reply_by or meeting.starts_on, weekday=True)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
