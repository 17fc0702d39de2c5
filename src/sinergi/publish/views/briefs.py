"""Briefs of a meeting: on a page, and as PDF and DOCX."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene.models import Meeting
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name
from sinergi.core.models import Bidang, Place
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Provenance
from sinergi.publish import access
from sinergi.publish.briefs import Brief, of_bidang, of_government, printed, years_for

Draw = Callable[[Callable[[], Brief], str], bytes]
KINDS: Mapping[str, tuple[Draw, str]] = {
    "pdf": (printed.as_pdf, "application/pdf"),
    "docx": (printed.as_docx, files.DOCX),
}


class NoBriefAnyMore(Refusal):
    """A brief prepares a meeting; of one that is over there is its record."""


@require_safe
def listing(request: ActingRequest, slug: str) -> HttpResponse:
    """Every brief of the meeting that this office may read."""
    meeting = _meeting(request, slug)
    places = meeting.forum.governments()
    context = {
        "title": _("Meeting brief"),
        "meeting": meeting,
        "places": [p for p in places if access.may_read_of(request.acting, meeting, p)],
        "bidang": meeting.forum.bidang.all(),
        "simulated": meeting.is_simulated,
        "crumbs": _crumbs(meeting),
    }
    return render(request, "publish/briefs.html", context)


@require_safe
def government(request: ActingRequest, slug: str, place: str) -> HttpResponse:
    meeting, found = _of_place(request, slug, place)
    brief = of_government(
        meeting, found, year=_year(request, meeting), at=timezone.now()
    )
    return _page(request, brief, reverse(_GOVERNMENT, args=[slug, place]))


@require_safe
def government_file(
    request: ActingRequest, slug: str, place: str, kind: str
) -> HttpResponse:
    meeting, found = _of_place(request, slug, place)
    year, at = _year(request, meeting), timezone.now()
    return _file(
        lambda: of_government(meeting, found, year=year, at=at),
        kind,
        name=f"bahan-{slug}-{place}",
        address=reverse(_GOVERNMENT, args=[slug, place]),
    )


@require_safe
def bidang(request: ActingRequest, slug: str, code: str) -> HttpResponse:
    meeting, found = _of_code(request, slug, code)
    brief = of_bidang(meeting, found, year=_year(request, meeting), at=timezone.now())
    return _page(request, brief, reverse(_BIDANG, args=[slug, code]))


@require_safe
def bidang_file(
    request: ActingRequest, slug: str, code: str, kind: str
) -> HttpResponse:
    meeting, found = _of_code(request, slug, code)
    year, at = _year(request, meeting), timezone.now()
    return _file(
        lambda: of_bidang(meeting, found, year=year, at=at),
        kind,
        name=f"bahan-{slug}-{code}",
        address=reverse(_BIDANG, args=[slug, code]),
    )


_GOVERNMENT, _BIDANG = "publish_work:government_brief", "publish_work:bidang_brief"


def _page(request: HttpRequest, brief: Brief, address: str) -> HttpResponse:
    is_simulated = brief.provenance is Provenance.SIMULATED
    context = {
        "title": _("Meeting brief: %(subject)s") % {"subject": brief.subject},
        "brief": brief,
        "years": [
            {"year": year, "url": f"{address}?tahun={year}"}
            for year in years_for(brief.meeting)
        ],
        "files": [
            {"label": kind.upper(), "url": f"{address}{kind}/?tahun={brief.year}"}
            for kind in KINDS
        ],
        "simulated": is_simulated,
        "crumbs": [*_crumbs(brief.meeting), {"label": brief.subject, "url": ""}],
    }
    return render(request, "publish/brief.html", context)


def _file(
    compiled: Callable[[], Brief], kind: str, *, name: str, address: str
) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    draw, media_type = KINDS[kind]
    content = draw(compiled, f"{settings.PUBLIC_ORIGIN}{address}")
    response = HttpResponse(content, content_type=media_type)
    named = file_name(f"{name}.{kind}", compiled().provenance)
    response["Content-Disposition"] = f'attachment; filename="{named}"'
    return response


def _meeting(request: ActingRequest, slug: str) -> Meeting:
    meetings = Meeting.objects.seen_by(request.acting)
    known = meetings.select_related("forum__coordinator", "host")
    meeting = get_object_or_404(known, slug=slug)
    if meeting.is_over or meeting.is_published:
        raise NoBriefAnyMore(
            _(
                "A brief prepares a meeting. “%(meeting)s” is over: what was agreed, "
                "and what came of it, stands on its own page."
            )
            % {"meeting": meeting}
        )
    return meeting


def _of_place(request: ActingRequest, slug: str, place: str) -> tuple[Meeting, Place]:
    meeting = _meeting(request, slug)
    seated = Place.objects.filter(seats__forum=meeting.forum)
    found = get_object_or_404(seated, slug=place)
    allow(
        access.may_read_of(request.acting, meeting, found),
        _(
            "The brief of a government is for its own offices, and for the secretariat "
            "and the chairs of the meeting."
        ),
    )
    return meeting, found


def _of_code(request: ActingRequest, slug: str, code: str) -> tuple[Meeting, Bidang]:
    meeting = _meeting(request, slug)
    return meeting, get_object_or_404(meeting.forum.bidang, code=code)


def _year(request: HttpRequest, meeting: Meeting) -> int:
    """The year asked for where anybody planned for it, else that of the meeting."""
    known = years_for(meeting)
    asked = request.GET.get("tahun", "")
    return next((year for year in known if str(year) == asked), known[0])


def _crumbs(meeting: Meeting) -> list[dict[str, Any]]:
    return [
        {"label": _("Meetings"), "url": reverse("convene_work:list")},
        {
            "label": meeting.title,
            "url": reverse("convene_work:meeting", args=[meeting.slug]),
        },
        {
            "label": _("Meeting brief"),
            "url": reverse("publish_work:briefs", args=[meeting.slug]),
        },
    ]
