"""Minutes on paper and as an office document, drawn from plain data alone.

Official papers are in Indonesian whatever the reader chose, so their sentences stand
here as they are printed.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sinergi.core.documents import Seal, verification
from sinergi.core.formats import jam, periode, tanggal
from sinergi.paper import pdf, word

TITLE = "Notulen"
COMPILED = "Himpunan Notulen"
NONE_WRITTEN = "Notulen sidang ini belum ditulis."

Content = Mapping[str, Any]


def notulen_pdf(
    content: Content,
    seal: Seal | None,
    *,
    origin: str,
    provenance: str,
    day: date,
    draft: bool = False,
) -> bytes:
    data = notulen(content, seal, origin=origin, provenance=provenance, draft=draft)
    title = f"{data['title']} {data['subject']}"
    return pdf.render("notulen", data, title=title, created_on=day)


def notulen_docx(
    content: Content,
    seal: Seal | None,
    *,
    origin: str,
    provenance: str,
    day: date,
    draft: bool = False,
) -> bytes:
    data = notulen(content, seal, origin=origin, provenance=provenance, draft=draft)
    return word.notulen(data, created_on=day)


def notulen(
    content: Content, seal: Seal | None, *, origin: str, provenance: str, draft: bool
) -> dict[str, Any]:
    """As `paper.shapes.Notulen` wants it."""
    meetings = content["meetings"]
    return {
        "language": "id",
        "provenance": provenance,
        "draft": draft,
        "letterhead": content["letterhead"],
        "verification": verification(seal, origin),
        "title": TITLE if len(meetings) == 1 else COMPILED,
        "subject": meetings[0]["title"] if len(meetings) == 1 else content["forum"],
        "number": None,
        "approved": content.get("approved", ""),
        "meetings": [_meeting(each) for each in meetings],
    }


def _meeting(meeting: Content) -> dict[str, Any]:
    days = periode(
        date.fromisoformat(meeting["starts_on"]), date.fromisoformat(meeting["ends_on"])
    )
    return {
        "title": meeting["title"],
        "opening": (
            f"Diselenggarakan pada {days} di {meeting['venue']}, {meeting['host']}. "
            f"Hadir {meeting['present']} dari {meeting['seats']} pemerintah daerah."
        ),
        "sessions": [session_of(each) for each in meeting["sessions"]],
    }


def session_of(session: Content) -> dict[str, Any]:
    zone = ZoneInfo(session["zone"])
    begins = datetime.fromisoformat(session["starts_at"]).astimezone(zone)
    ends = datetime.fromisoformat(session["ends_at"]).astimezone(zone)
    room = f" · {session['room']}" if session["room"] else ""
    return {
        "title": session["title"],
        "when": f"{tanggal(begins.date(), True)}, {jam(begins)} – {jam(ends)}{room}",
        "agenda": [
            {"title": item["title"], "decisions": item["decisions"]}
            for item in session["agenda"]
        ],
        "text": session["text"] or [NONE_WRITTEN],
        "revision": f"Revisi {session['revision']}" if session["revision"] else "",
    }
