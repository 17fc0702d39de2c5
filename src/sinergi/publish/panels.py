"""What publishing shows on earlier pages: the story of a recommendation."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from sinergi.agree.models import Recommendation
from sinergi.publish.story import story


def on_recommendation(request: HttpRequest, subject: Recommendation) -> str:
    """Shown once the berita acara is locked, whoever reads it."""
    public = Recommendation.objects.with_locked_record().filter(pk=subject.pk)
    if not public.exists():
        return ""
    events = story(subject, timezone.now())
    return render_to_string("publish/story.html", {"events": events}, request)
