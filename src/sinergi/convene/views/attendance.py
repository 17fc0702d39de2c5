"""Invited against present, and the papers about it that stay inside."""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import access, attendance_papers, headcount, travel_claim
from sinergi.convene.models import Attendance, Meeting, Session
from sinergi.convene.views.pages import page, seen
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name

ZIP = "application/zip"


@require_safe
def attendance(request: ActingRequest, slug: str) -> HttpResponse:
    """Counts for all who take part; who came by which door for those who run it."""
    meeting = _held(request, slug)
    known = headcount.presence(meeting)
    by = request.acting
    day = _day(request, known, meeting)
    context = page(
        request,
        meeting,
        "attendance",
        title=_("Attendance"),
        days=known.days,
        day=day,
        governments=known.by_government(),
        groups=known.by_group(),
        together=known.together(),
        doors=known.by_door(),
        arrivals=_arrivals(meeting, day)
        if access.reads_arrivals(by, meeting)
        else None,
        may_print=access.prints_lists(by, meeting),
        sessions=[each for each in _sessions(meeting) if each.day == day],
    )
    return render(request, "convene/attendance.html", context)


@require_safe
def attendance_list(request: ActingRequest, slug: str, day: str) -> HttpResponse:
    """Daftar hadir of a day, or with ?sidang= of a session of it."""
    meeting = _printed(request, slug)
    known = headcount.presence(meeting)
    wanted = _read(day)
    if wanted is None or wanted not in known.days:
        raise Http404
    chosen = request.GET.get("sidang", "")
    session = None
    if chosen:
        if not (chosen.isascii() and chosen.isdigit() and len(chosen) <= 18):
            raise Http404
        session = get_object_or_404(_sessions(meeting), pk=int(chosen))
    drawn = attendance_papers.daftar_hadir(meeting, wanted, session)
    ending = f"-sidang-{session.pk}" if session else ""
    return _file(drawn, files.PDF, f"daftar-hadir-{slug}-{day}{ending}.pdf", meeting)


@require_safe
def spj(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = _printed(request, slug)
    return _file(travel_claim.bundle(meeting), ZIP, f"spj-{slug}.zip", meeting)


def _held(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    if meeting.is_draft or meeting.is_published:
        raise Http404
    return meeting


def _printed(request: ActingRequest, slug: str) -> Meeting:
    meeting = _held(request, slug)
    allow(
        access.prints_lists(request.acting, meeting),
        _("Lists with NIP and phone numbers are printed by the secretariat only."),
    )
    return meeting


def _arrivals(meeting: Meeting, day: date) -> list[Attendance]:
    """Taken back or not, the latest first."""
    found = Attendance.objects.filter(participant__meeting=meeting, day=day)
    found = found.select_related("participant__government", "session")
    return list(found.order_by("-checked_in_at", "-pk"))


def _day(request: ActingRequest, known: headcount.Presence, meeting: Meeting) -> date:
    """The day asked for; else today; before and after the meeting its first day."""
    wanted = _read(request.GET.get("hari", ""))
    today = meeting.today(timezone.now())
    return next(
        (day for day in (wanted, today) if day and day in known.days),
        meeting.starts_on,
    )


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _sessions(meeting: Meeting) -> QuerySet[Session]:
    return meeting.sessions.select_related("meeting__host")


def _file(drawn: bytes, kind: str, name: str, meeting: Meeting) -> HttpResponse:
    response = HttpResponse(drawn, content_type=kind)
    named = file_name(name, meeting.provenance)
    shown = "inline" if kind == files.PDF else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{named}"'
    patch_cache_control(response, private=True, no_store=True)
    return response
