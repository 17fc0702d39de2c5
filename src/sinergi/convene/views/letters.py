"""The invitation letter as the secretariat takes it to its correspondence system."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.convene import access, attendance_papers, guards, letters
from sinergi.convene.models import Meeting
from sinergi.convene.views.pages import seen
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name


@require_safe
def invitation_docx(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = _kept(request, slug)
    drawn = letters.invitation_letter(meeting, timezone.now())
    return _file(drawn, files.DOCX, f"undangan-{slug}.docx", meeting)


@require_safe
def invitation_pdf(request: ActingRequest, slug: str) -> HttpResponse:
    """In the words of the house, as it goes into the bundle for the travel claim."""
    meeting = _kept(request, slug)
    drawn = attendance_papers.undangan(meeting)
    return _file(drawn, files.PDF, f"undangan-{slug}.pdf", meeting)


def _kept(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(
        access.is_secretariat(request.acting, meeting.forum), guards.secretariat_only()
    )
    return meeting


def _file(content: bytes, media_type: str, name: str, meeting: Meeting) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    named = file_name(name, meeting.provenance)
    response.headers["Content-Disposition"] = f'attachment; filename="{named}"'
    return response
