"""Working pages of the circulation: who has answered in writing, and its closing."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, queries, rounds, sentences
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import State
from sinergi.agree.views.pages import inside_meeting, seen
from sinergi.agree.views.work import holds
from sinergi.convene import guards
from sinergi.convene.access import keeps_circulation
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Membership


@require_safe
def circulation(request: ActingRequest, slug: str) -> HttpResponse:
    """Every text that goes round, who has answered it, and until when."""
    meeting = seen(request, slug)
    by, now = request.acting, timezone.now()
    going = _going(meeting)
    texts = [_text(each, by, now) for each in going]
    keeps = keeps_circulation(by, meeting) and meeting.is_over and bool(texts)
    context = inside_meeting(
        meeting,
        _("Circulation"),
        texts=texts,
        decided=_decided(meeting),
        until=meeting.circulation_until(by.government),
        may_close=keeps and all(each["is_heard"] for each in texts),
        may_extend=keeps and not _is_over(meeting, now),
    )
    return render(request, "agree/circulation.html", context)


def close(request: ActingRequest, slug: str) -> HttpResponse:
    """Read once more what is ratified and what is deferred, then close it."""
    meeting = seen(request, slug)
    allow(keeps_circulation(request.acting, meeting), guards.circulation_only())
    if request.method == "POST":
        decided = acts.close_circulation(meeting, by=request.acting, at=timezone.now())
        ratified = [each for each in decided if each.is_adopted]
        told = ngettext(
            "The circulation is closed: %(count)d recommendation is ratified.",
            "The circulation is closed: %(count)d recommendations are ratified.",
            len(ratified),
        )
        messages.success(request, told % {"count": len(ratified)})
        return redirect("agree_work:circulation", slug)
    now = timezone.now()
    texts = [_text(each, request.acting, now) for each in _going(meeting)]
    if not texts or not all(each["is_heard"] for each in texts):
        return redirect("agree_work:circulation", slug)
    context = inside_meeting(
        meeting,
        _("Close the circulation"),
        ready=[each for each in texts if not each["why"]],
        rest=[each for each in texts if each["why"]],
        own_url=reverse("agree_work:circulation", args=[slug]),
    )
    return render(request, "agree/close_circulation.html", context)


def _going(meeting: Meeting) -> list[Recommendation]:
    return list(rounds.going_round(meeting).for_pages().order_by("reference"))


def _text(
    recommendation: Recommendation, by: Membership, now: datetime
) -> dict[str, Any]:
    going = rounds.round_of(recommendation)
    names = queries.names_of(recommendation.meeting)
    positions = queries.positions_of(recommendation.current)
    return {
        "recommendation": recommendation,
        "asked": len(going.asked) if going else 0,
        "answered": len(going.asked) - len(going.waiting) if going else 0,
        "waiting": sentences.named(going.waiting, names) if going else "",
        "is_heard": going is not None
        and recommendation.meeting.is_over
        and going.is_heard(now),
        "why": " ".join(holds(recommendation, now)),
        "own": positions.get(by.government_id),
        "may_answer": access.may_answer(by, recommendation)
        and rounds.takes_answers(recommendation, by.government, now),
    }


def _decided(meeting: Meeting) -> Any:
    """What the circulation brought: ratified, or deferred and not agreed to."""
    known = Recommendation.objects.filter(meeting=meeting, pinned__isnull=False)
    return known.exclude(state=State.IN_CIRCULATION.value).for_pages()


def _is_over(meeting: Meeting, now: datetime) -> bool:
    until = meeting.circulation_over_at
    return until is None or now >= until
