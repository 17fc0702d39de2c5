"""The brief on paper, in Indonesian whatever the reader chose: PDF and DOCX."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import ngettext

from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.formats import jam, periode, tanggal
from sinergi.letters.heads import letterhead
from sinergi.paper import pdf, word
from sinergi.paper.reading import pages
from sinergi.publish.briefs.parts import Brief, Listing, Part
from sinergi.publish.briefs.shortening import STEPS, WHOLE, Size, shortened

TITLE = "Bahan Rakor"

# Drawn anew in Indonesian: what a brief says is in the language of whoever asked.
Compile = Callable[[], Brief]


def as_pdf(compiled: Compile, address: str) -> bytes:
    return _fitting(compiled, address)[1]


def as_docx(compiled: Compile, address: str) -> bytes:
    """The twin of the PDF: the same lines, and as many of them."""
    data, _drawn = _fitting(compiled, address)
    brief_day = data.pop("day")
    return word.bahan(data, created_on=brief_day)


def _fitting(compiled: Compile, address: str) -> tuple[dict[str, Any], bytes]:
    """The largest size of which everything stands on the sheet."""
    with translation.override("id"):
        brief = compiled()
        sizes = STEPS if brief.one_page else (WHOLE,)
        for size in sizes:
            data = _paper(shortened(brief, size), size, address)
            drawn = pdf.render(
                "bahan",
                data,
                title=f"{TITLE} {brief.subject}",
                created_on=_local_day(brief),
            )
            if not brief.one_page or pages(drawn) == 1:
                break
    return {**data, "day": _local_day(brief)}, drawn


def _paper(brief: Brief, size: Size, address: str) -> dict[str, Any]:
    """As `paper.shapes.Bahan` wants it."""
    meeting = brief.meeting
    days = periode(meeting.starts_on, meeting.ends_on)
    drawn = brief.drawn_at.astimezone(ZoneInfo(meeting.zone))
    moment = f"{tanggal(drawn.date())} pukul {jam(drawn)}"
    told: dict[str, Any] = {
        "language": "id",
        "provenance": brief.provenance.value,
        "draft": False,
        "letterhead": letterhead(meeting.forum.coordinator, meeting.provenance),
        "title": TITLE,
        "subject": brief.subject,
        "meeting": f"{meeting.title} · {days} · {meeting.host.name}",
        "drawn": f"Keadaan pada {moment}",
        "points": size.points,
        "parts": [_part(each) for each in brief.parts],
    }
    hashed = {**told, "points": str(size.points)}
    note = f"Bahan kerja rapat, tidak dikunci. Selengkapnya: {address}"
    inner = {"note": note, "sha256": sha256(canonical_json(hashed))}
    return {**told, "inner": inner}


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.title,
        "said": list(part.said),
        "lists": [_listing(each) for each in part.lists],
    }


def _listing(each: Listing) -> dict[str, Any]:
    return {
        "title": each.title,
        "lines": [
            {"text": line.text, "said": line.said, "origin": line.origin}
            for line in each.lines
        ],
        "more": more(each),
    }


def more(each: Listing) -> str:
    """How many were left out, and where they stand."""
    if not each.left_out:
        return ""
    return ngettext(
        "and %(count)s more, on the page named below",
        "and %(count)s more, on the page named below",
        each.left_out,
    ) % {"count": each.left_out}


def _local_day(brief: Brief) -> Any:
    return brief.drawn_at.astimezone(ZoneInfo(brief.meeting.zone)).date()
