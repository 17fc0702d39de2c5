"""Calendar files: the feed for all, and the invitation of one's own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from sinergi.convene import access, acts, calendar
from sinergi.convene.models.meeting import Meeting, MeetingQuerySet
from sinergi.convene.views.pages import seen
from sinergi.core.doors import ActingRequest, allow, the_forum
from sinergi.core.downloads import file_name

TYPE = "text/calendar; charset=utf-8"


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """All meetings of the forum; a calendar that subscribes asks again by itself."""
    forum = the_forum()
    return _written(calendar.feed(_public(), forum.name), "rakor.ics")


@require_safe
def feed_of_one(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_object_or_404(_public(), slug=slug)
    if meeting.is_published:
        raise Http404
    name = file_name(f"{slug}.ics", meeting.provenance)
    return _written(calendar.feed([meeting], meeting.title), name)


@require_safe
def invitation(request: ActingRequest, slug: str) -> HttpResponse:
    """For an operator or head of an invited government."""
    meeting = seen(request, slug)
    allow(access.answers_for(request.acting, meeting), acts.governments_only())
    if meeting.is_published or not meeting.sessions.exists():
        raise Http404
    name = file_name(f"undangan-{slug}.ics", meeting.provenance)
    content = calendar.invitation(meeting, request.acting)
    return _written(content, name, "REQUEST")


@require_safe
def cancellation(request: ActingRequest, slug: str) -> HttpResponse:
    """For those of one's own who were struck off after they had the invitation."""
    meeting = seen(request, slug)
    allow(access.answers_for(request.acting, meeting), acts.governments_only())
    if meeting.is_published or not meeting.sessions.exists():
        raise Http404
    content = calendar.cancellation(meeting, request.acting)
    if content is None:
        raise Http404
    name = file_name(f"pembatalan-{slug}.ics", meeting.provenance)
    return _written(content, name, "CANCEL")


def _public() -> MeetingQuerySet:
    return Meeting.objects.public().select_related("forum__coordinator", "host")


def _written(content: bytes, name: str, method: str = "PUBLISH") -> HttpResponse:
    answer = HttpResponse(content, content_type=f"{TYPE}; method={method}")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
