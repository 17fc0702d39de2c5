"""The board of a meeting: every recommendation, by where it stands."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, queries, words
from sinergi.agree.models import Guideline, Mandate, Recommendation
from sinergi.agree.rules import State
from sinergi.agree.views.mandates import may_enter
from sinergi.agree.views.pages import inside_meeting, seen
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest
from sinergi.core.models import Membership
from sinergi.core.rules import Provenance


@require_safe
def boards(request: ActingRequest) -> HttpResponse:
    """Straight to the newest meeting; who is in none learns what would be here."""
    newest = meetings_of(request.acting).first()
    if newest:
        return redirect("agree_work:board", newest.slug)
    return render(request, "agree/no_board.html", {"title": _("Recommendations")})


@require_safe
def board(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = seen(request, slug)
    by = request.acting
    context = inside_meeting(
        meeting,
        "",
        tabs=_tabs(by, meeting),
        columns=columns(meeting, by),
        may_draft=access.may_draft(by, meeting) and meeting.closed_at is None,
        keeps_record=access.keeps_record(by, meeting),
        waiting=queries.deferred_before(meeting).count()
        if access.may_draft(by, meeting) and meeting.closed_at is None
        else 0,
        shows_consent=not meeting.circulates
        and (meeting.is_running or meeting.consent_lists.exists()),
        shows_circulation=meeting.circulates and not meeting.is_draft,
        shows_mandates=may_enter(by, meeting)
        or Mandate.objects.filter(meeting=meeting, holder=by).exists(),
        record=access.record_of(meeting),
        guideline=Guideline.objects.filter(record__meeting=meeting).first(),
    )
    context["crumbs"] = []
    return render(request, "agree/board.html", context)


def meetings_of(by: Membership) -> Any:
    """Meetings with acts of their own, the newest first."""
    seen_by = Meeting.objects.seen_by(by)
    return seen_by.exclude(provenance=Provenance.PUBLISHED.value)


def columns(meeting: Meeting, by: Membership) -> list[dict[str, Any]]:
    """One column a state that holds something, in the order of the course."""
    visible = Recommendation.objects.visible_to(by).filter(meeting=meeting)
    found = visible.for_pages()
    by_state: dict[State, list[dict[str, Any]]] = {state: [] for state in State}
    for each in found:
        by_state[State(each.state)].append(_card(each))
    return [
        {"mark": words.STATE[state], "cards": cards}
        for state, cards in by_state.items()
        if cards
    ]


def _card(recommendation: Recommendation) -> dict[str, Any]:
    """How many of those addressed have answered, while answers are open."""
    card: dict[str, Any] = {
        "recommendation": recommendation,
        "amendments": recommendation.amendments.before_the_group().count(),
    }
    if recommendation.is_open_to_positions:
        standing = queries.standing_of(recommendation.current)
        card["standing"] = standing
        card["is_clear"] = standing.is_clear
    return card


def _tabs(by: Membership, here: Meeting) -> list[dict[str, Any]]:
    found = list(meetings_of(by))
    if len(found) < 2:
        return []
    return [
        {
            "label": meeting.title,
            "url": reverse("agree_work:board", args=[meeting.slug]),
            "current": meeting == here,
            "count": None,
        }
        for meeting in found
    ]
