"""What publishing shows on earlier pages: the story of a recommendation, and the way
to the briefs of a meeting."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from sinergi.agree.models import Recommendation
from sinergi.convene.models import Meeting
from sinergi.core.doors import acting
from sinergi.publish import access
from sinergi.publish.story import story


def on_recommendation(request: HttpRequest, subject: Recommendation) -> str:
    """Shown once the berita acara is locked, whoever reads it."""
    public = Recommendation.objects.with_locked_record().filter(pk=subject.pk)
    if not public.exists():
        return ""
    events = story(subject, timezone.now())
    return render_to_string("publish/story.html", {"events": events}, request)


def on_meeting_work(request: HttpRequest, subject: Meeting) -> str:
    """While the meeting is ahead or in session: its briefs, one's own first."""
    by = acting(request)
    if by is None or not access.may_read_briefs(by, subject):
        return ""
    seated = subject.forum.seats.filter(government=by.government_id)
    context = {
        "meeting": subject,
        "place": by.government if seated.exists() else None,
    }
    return render_to_string("publish/briefs_panel.html", context, request)
