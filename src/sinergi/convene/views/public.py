"""Public pages: the meetings, and one meeting."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import outline, queries, sharing
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Readers
from sinergi.convene.shape import shape_of
from sinergi.core.marks import band

# Seconds a picture may be kept: days and place of a meeting can still change.
FRESH = 600


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    shown = list(Meeting.objects.public().select_related("host"))
    context = {"meetings": shown, **band(each.provenance for each in shown)}
    return render(request, "convene/list.html", context)


@require_safe
def meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """Invited or later; attendance only as counts, never the name of a person."""
    meetings = Meeting.objects.public().select_related("forum", "host")
    found = get_object_or_404(meetings, slug=slug)
    context = {
        "meeting": found,
        "days": outline.days(found),
        "documents": queries.documents(found, Readers.PUBLIC),
        "attendance": attendance_table(found),
        "simulated": found.is_simulated,
        "shape": shape_of(found),
        "card": sharing.card(found, settings.PUBLIC_ORIGIN),
        "crumbs": [
            {"label": _("Meetings"), "url": reverse("convene:list")},
            {"label": found.title, "url": ""},
        ],
    }
    return render(request, "convene/meeting.html", context)


@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of the link, for who may open the page itself."""
    meetings = Meeting.objects.public().select_related("forum", "host")
    found = get_object_or_404(meetings, slug=slug)
    answer = HttpResponse(sharing.picture(found), content_type="image/png")
    patch_cache_control(answer, public=True, max_age=FRESH)
    return answer


def attendance_table(meeting: Meeting) -> dict[str, object] | None:
    """Counts by government; nothing before anybody was checked in."""
    rows = queries.presence(meeting)
    if not any(row.present for row in rows):
        return None
    return {
        "caption": _("Participants by government"),
        "head": [_("Government"), _("Expected"), _("Present")],
        "rows": [[row.government.name, row.expected, row.present] for row in rows],
        "foot": [
            _("Together"),
            sum(row.expected for row in rows),
            sum(row.present for row in rows),
        ],
    }
