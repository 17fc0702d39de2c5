"""What acting shows on earlier pages: how far each addressee is."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from sinergi.act import queries, words
from sinergi.act.queries import Progress
from sinergi.act.rules import CommitmentState
from sinergi.agree.models import Recommendation, RecordOfAgreement
from sinergi.core.formats import tanggal
from sinergi.core.marks import Mark


def on_recommendation(request: HttpRequest, subject: Recommendation) -> str:
    now = timezone.now()
    found = queries.progress([subject], now)
    if not found:
        return ""
    seats = [place.pk for place in subject.meeting.forum.governments()]
    ordered = sorted(found.values(), key=lambda each: seats.index(each.government.pk))
    tiles = [_tile(progress, now) for progress in ordered]
    return render_to_string("act/panel.html", {"tiles": tiles}, request)


def on_clause(request: HttpRequest, subject: Recommendation) -> str:
    """Beside a clause of the pedoman: how many stand where, and the way to each."""
    now = timezone.now()
    found = queries.progress([subject], now).values()
    counted = Counter(mark_of(each, now) for each in found)
    context = {
        "recommendation": subject,
        "counts": [
            {"mark": mark, "count": count} for mark, count in counted.most_common()
        ],
    }
    return render_to_string("act/clause.html", context, request)


def on_last_record(request: HttpRequest, subject: RecordOfAgreement) -> str:
    """What came of a record of agreement: how many stand where, over all addressees."""
    now = timezone.now()
    adopted = Recommendation.objects.adopted().filter(meeting=subject.meeting_id)
    found = queries.progress(list(adopted), now).values()
    if not found:
        return ""
    counted = Counter(mark_of(each, now) for each in found)
    context = {
        "counts": [
            {"mark": mark, "count": count} for mark, count in counted.most_common()
        ],
        "all": counted.total(),
    }
    return render_to_string("act/last_record.html", context, request)


def mark_of(progress: Progress, now: datetime) -> Mark:
    """What everyone may see: the verdict that stands, else that the plan runs, else
    that it is awaited."""
    if progress.awaited:
        return progress.awaited.mark(now)
    if progress.verdict:
        return progress.verdict.mark
    return words.COMMITMENT[CommitmentState.RUNNING]


def _tile(progress: Progress, now: datetime) -> dict[str, Any]:
    note = ""
    if progress.awaited:
        note = tanggal(progress.awaited.last_moment.date())
    elif progress.health:
        note = str(words.HEALTH[progress.health].label)
    return {
        "name": progress.government.short_name,
        "mark": mark_of(progress, now),
        "note": note,
        "url": reverse("act:commitment", args=[progress.commitment.reference])
        if progress.commitment
        else "",
    }
