"""Papers about who was called and who came, for the office and not for the public.

Official papers are in Indonesian whatever the reader chose, so their sentences stand
here as they are printed. Names, NIP and phone numbers stand in no other paper.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sinergi.convene import headcount, outline
from sinergi.convene.headcount import Presence
from sinergi.convene.letters import INVITATION
from sinergi.convene.models import Attendance, Meeting, Participant, Session
from sinergi.convene.rules import Door
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.formats import jam, periode, tanggal
from sinergi.letters.heads import letterhead
from sinergi.letters.signing import signatory_of
from sinergi.paper import pdf

NOTE = "Dokumen internal, memuat data pribadi; tidak untuk diumumkan."
NOTE_PLAIN = "Dicetak dari catatan rapat."
DOOR = {Door.DESK: "meja registrasi", Door.SCAN: "kartu", Door.HALL: "kode ruang"}
OFFICER = "Pejabat yang mengetahui,"


def daftar_hadir(meeting: Meeting, day: date, session: Session | None = None) -> bytes:
    """Attendance list of a day, or of those a session of that day is for."""
    known = headcount.presence(meeting)
    who = [
        each
        for each in known.everybody
        if each in known.expected(day) or day in known.came.get(each.pk, {})
    ]
    if session is not None:
        who = [each for each in who if each.session_id in (None, session.pk)]
    data = _paper(
        meeting,
        NOTE,
        {
            "title": "Daftar Hadir",
            "subject": meeting.title,
            "number": meeting.letter_number or None,
            "day": tanggal(day, True),
            "place": _place(meeting, session),
            "occasion": session.title if session else _occasion(meeting, day),
            "summary": _summary(known, who, day),
            "rows": [
                _attended(each, known.came.get(each.pk, {}).get(day), meeting.zone)
                for each in who
            ],
            "counts": _counts(known, who, day),
            "signed_at": f"{meeting.host.name}, {tanggal(day)}",
            "signatory": OFFICER,
        },
    )
    title = f"Daftar Hadir {meeting.title}, {tanggal(day)}"
    return pdf.render("daftar_hadir", data, title=title, created_on=day)


def undangan(meeting: Meeting) -> bytes:
    """The invitation as it was sent, and whom it called."""
    day = meeting.today(meeting.invited_at) if meeting.invited_at else None
    days = periode(meeting.starts_on, meeting.ends_on)
    invited = meeting.participants.in_order(meeting.forum)
    data = _paper(
        meeting,
        NOTE_PLAIN,
        {
            "title": "Undangan",
            "number": meeting.letter_number,
            "day": tanggal(day) if day else "",
            "subject": f"Undangan {meeting.title}",
            "opening": [
                f"Bersama ini kami mengundang Bapak/Ibu menghadiri {meeting.title}.",
                *meeting.purpose.splitlines(),
            ],
            "facts": [
                {"label": "Hari, tanggal", "value": days},
                {"label": "Tempat", "value": f"{meeting.venue}, {meeting.host.name}"},
                {"label": "Acara", "value": "sebagaimana susunan acara"},
            ],
            "closing": [
                "Demikian undangan ini disampaikan. Atas perhatian dan kehadiran "
                "Bapak/Ibu, kami ucapkan terima kasih."
            ],
            "signatory": signatory_of(
                meeting.forum.coordinator,
                INVITATION.key,
                meeting.provenance,
                day or meeting.starts_on,
            ).told(),
            "invited": [
                {"government": each.government.name, "office": each.office}
                for each in invited
            ],
        },
    )
    return pdf.render(
        "undangan",
        data,
        title=f"Undangan {meeting.title}",
        created_on=day or meeting.starts_on,
    )


def susunan_acara(meeting: Meeting) -> bytes:
    zone = ZoneInfo(meeting.zone)
    data = _paper(
        meeting,
        NOTE_PLAIN,
        {
            "title": "Susunan Acara",
            "subject": meeting.title,
            "number": meeting.letter_number or None,
            "opening": (
                f"{periode(meeting.starts_on, meeting.ends_on)}, {meeting.venue}, "
                f"{meeting.host.name}."
            ),
            "days": [
                {
                    "title": tanggal(day.day, True),
                    "sessions": [_planned(laid, zone) for laid in day.sessions],
                }
                for day in outline.days(meeting)
            ],
        },
    )
    return pdf.render(
        "susunan_acara",
        data,
        title=f"Susunan Acara {meeting.title}",
        created_on=meeting.starts_on,
    )


def _paper(meeting: Meeting, note: str, said: dict[str, Any]) -> dict[str, Any]:
    """With the head of the office, the marks, and the hash of what it says."""
    content = {
        "letterhead": letterhead(meeting.forum.coordinator, meeting.provenance),
        **said,
    }
    return {
        "language": "id",
        "provenance": meeting.provenance,
        "draft": False,
        "inner": {"note": note, "sha256": sha256(canonical_json(content))},
        **content,
    }


def _attended(
    participant: Participant, came: Attendance | None, zone: str
) -> dict[str, str]:
    local = came.checked_in_at.astimezone(ZoneInfo(zone)) if came else None
    return {
        "name": participant.name,
        "nip": participant.nip,
        "phone": participant.phone,
        "office": participant.office,
        "government": participant.government.name,
        "came": jam(local) if local else "",
        "door": DOOR[Door(came.door)] if came else "",
    }


def _summary(known: Presence, who: list[Participant], day: date) -> str:
    found = known.count_on(who, day)
    came = {each.government_id for each in who if day in known.came.get(each.pk, {})}
    called = {each.government_id for each in who}
    return (
        f"{found.present} dari {found.expected} peserta; "
        f"{len(came)} dari {len(called)} pemerintah daerah"
    )


def _counts(known: Presence, who: list[Participant], day: date) -> list[dict[str, Any]]:
    counted = []
    for government in known.meeting.forum.governments():
        own = [each for each in who if each.government_id == government.pk]
        if own:
            found = known.count_on(own, day)
            counted.append(_counted(government.name, found.expected, found.present))
    return counted


def _counted(label: str, expected: int, present: int) -> dict[str, Any]:
    return {"label": label, "expected": expected, "present": present}


def _place(meeting: Meeting, session: Session | None) -> str:
    where = f"{meeting.venue}, {meeting.host.name}"
    if session is None:
        return where
    zone = ZoneInfo(meeting.zone)
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    room = f", {session.room}" if session.room else ""
    return f"{jam(begins)} – {jam(ends)}{room}, {where}"


def _occasion(meeting: Meeting, day: date) -> str:
    sessions = meeting.sessions.select_related("meeting__host")
    return "; ".join(each.title for each in sessions if each.day == day)


def _planned(laid: outline.Laid, zone: ZoneInfo) -> Mapping[str, Any]:
    session = laid.session
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    room = f" · {session.room}" if session.room else ""
    return {
        "title": session.title,
        "when": f"{jam(begins)} – {jam(ends)}{room}",
        "items": [
            {
                "time": _span(slot.starts_at, slot.ends_at, zone),
                "title": item.title,
                "presenter": item.presenter,
            }
            for item, slot in laid.items
        ],
    }


def _span(begins: datetime, ends: datetime, zone: ZoneInfo) -> str:
    return f"{begins.astimezone(zone):%H.%M} – {ends.astimezone(zone):%H.%M}"
