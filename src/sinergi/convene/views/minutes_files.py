"""Minutes as files, and compiled across meetings and years."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import minutes, printed
from sinergi.convene.models import Decision, Meeting
from sinergi.convene.rules import MeetingState
from sinergi.convene.views.pages import seen
from sinergi.core import files
from sinergi.core.documents import Seal
from sinergi.core.doors import ActingRequest
from sinergi.core.downloads import file_name
from sinergi.core.marks import band
from sinergi.core.rules import Provenance

# What stands for a code on a paper nobody locked.
Draw = Callable[..., bytes]


@require_safe
def minutes_pdf(request: ActingRequest, slug: str) -> HttpResponse:
    """The locked paper, once approved; before, the same marked as a draft."""
    meeting = _kept(request, slug)
    approved = getattr(meeting, "approved_minutes", None)
    if approved is None:
        drawn = _draft([meeting], printed.notulen_pdf)
        return _file(drawn, files.PDF, f"draf-notulen-{slug}.pdf", meeting.provenance)
    drawn = files.read(approved.document.file)
    return _file(drawn, files.PDF, f"notulen-{slug}.pdf", meeting.provenance)


@require_safe
def minutes_docx(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = _kept(request, slug)
    approved = getattr(meeting, "approved_minutes", None)
    if approved is None:
        drawn = _draft([meeting], printed.notulen_docx)
        name = f"draf-notulen-{slug}.docx"
        return _file(drawn, files.DOCX, name, meeting.provenance)
    document = approved.document
    drawn = printed.notulen_docx(
        json.loads(document.content),
        Seal(document.code, document.content_sha256),
        origin=settings.PUBLIC_ORIGIN,
        provenance=meeting.provenance,
        day=meeting.today(approved.approved_at),
    )
    return _file(drawn, files.DOCX, f"notulen-{slug}.docx", meeting.provenance)


@require_safe
def decisions(request: ActingRequest) -> HttpResponse:
    """Every decision of every meeting one sees, by year and by words."""
    meetings, year, wanted = _asked(request)
    found = Decision.objects.standing().filter(item__session__meeting__in=meetings)
    for word in wanted.split():
        found = found.filter(text__icontains=word)
    ordered = found.in_order().order_by(
        "-item__session__meeting__starts_on", "item__session__starts_at", "item__order"
    )
    context = {
        "title": _("Minutes and decisions of all meetings"),
        "decisions": ordered,
        "meetings": meetings,
        "years": sorted({each.starts_on.year for each in _seen(request)}, reverse=True),
        "year": year,
        "wanted": wanted,
        **band(each.provenance for each in meetings),
    }
    return render(request, "convene/decisions.html", context)


@require_safe
def decisions_pdf(request: ActingRequest) -> HttpResponse:
    return _compiled(request, printed.notulen_pdf, files.PDF, "pdf")


@require_safe
def decisions_docx(request: ActingRequest) -> HttpResponse:
    return _compiled(request, printed.notulen_docx, files.DOCX, "docx")


def _compiled(
    request: ActingRequest, draw: Draw, kind: str, ending: str
) -> HttpResponse:
    meetings, year, _wanted = _asked(request)
    if not meetings:
        raise Http404
    origin = _origin(meetings)
    stem = f"himpunan-notulen-{year}" if year else "himpunan-notulen"
    return _file(_draft(meetings, draw), kind, f"{stem}.{ending}", origin)


def _draft(meetings: list[Meeting], draw: Draw) -> bytes:
    """Not locked, so it has no code, and it is a draft while the minutes of one of its
    meetings are not approved."""
    content: dict[str, Any] = minutes.content_of(meetings)
    is_draft = any(
        MeetingState(each.state) is not MeetingState.MINUTES_APPROVED
        for each in meetings
    )
    return draw(
        content,
        None,
        origin=settings.PUBLIC_ORIGIN,
        provenance=_origin(meetings),
        day=_day(meetings),
        draft=is_draft,
    )


def _origin(meetings: list[Meeting]) -> str:
    """Simulated, as soon as one of them is."""
    simulated = any(each.is_simulated for each in meetings)
    return Provenance.SIMULATED if simulated else Provenance.ENTERED


def _day(meetings: list[Meeting]) -> date:
    return max(each.ends_on for each in meetings)


def _seen(request: ActingRequest) -> list[Meeting]:
    """Meetings with minutes to read: neither drafts nor those told from reports."""
    found = Meeting.objects.seen_by(request.acting).select_related(
        "forum__coordinator", "host"
    )
    held = found.exclude(state__in=[MeetingState.DRAFT, MeetingState.INVITED])
    return list(held.exclude(provenance=Provenance.PUBLISHED).order_by("-starts_on"))


def _asked(request: ActingRequest) -> tuple[list[Meeting], int | None, str]:
    typed = request.GET.get("tahun", "")
    year = int(typed) if typed.isascii() and typed.isdigit() else None
    meetings = [each for each in _seen(request) if year in (None, each.starts_on.year)]
    return meetings, year, request.GET.get("q", "").strip()


def _kept(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    if meeting.is_draft or meeting.is_published:
        raise Http404
    return meeting


def _file(drawn: bytes, kind: str, name: str, provenance: str) -> HttpResponse:
    response = HttpResponse(drawn, content_type=kind)
    named = file_name(name, provenance)
    shown = "inline" if kind == files.PDF else "attachment"
    response.headers["Content-Disposition"] = f'{shown}; filename="{named}"'
    return response
