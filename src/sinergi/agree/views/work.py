"""One recommendation as those see it who work on it, and the steps it takes."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, queries, rules, sentences, tiles, words
from sinergi.agree.forms.drafting import ReasonForm
from sinergi.agree.grounds import grounds_of
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import TRANSITIONS, Action, State
from sinergi.agree.views.pages import Context, attempt_once, inside, readable
from sinergi.convene.queries import quorum
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Membership

DEEDS: Mapping[Action, Callable[..., Recommendation]] = {
    Action.SUBMIT: acts.submit,
    Action.DISCUSS: acts.discuss_in_group,
    Action.AGREE_IN_GROUP: acts.agree_in_group,
    Action.OPEN_IN_PLENARY: acts.open_in_plenary,
    Action.ADOPT: acts.adopt,
}
DEEDS_WITH_REASON: Mapping[Action, Callable[..., Recommendation]] = {
    Action.REFER_BACK: acts.refer_back,
    Action.DEFER: acts.defer,
    Action.WITHDRAW: acts.withdraw,
}

# What steps are called in an address.
IN_ADDRESS = {
    "ajukan": Action.SUBMIT,
    "bahas": Action.DISCUSS,
    "sepakati-kelompok": Action.AGREE_IN_GROUP,
    "buka-pleno": Action.OPEN_IN_PLENARY,
    "kembalikan": Action.REFER_BACK,
    "sepakati": Action.ADOPT,
    "tunda": Action.DEFER,
    "tarik": Action.WITHDRAW,
}


@require_safe
def recommendation(request: ActingRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    by = request.acting
    version = found.current
    shows_positions = access.may_read_positions(by, found)
    context = inside(
        found,
        "",
        steps=steps(found, by),
        holds=holds(found) if found.is_open_to_positions else [],
        gaps=[str(words.GAP[gap]) for gap in acts.gaps_of(found)]
        if State(found.state) is State.DRAFT
        else [],
        grounds=grounds_of(found),
        versions=found.versions.select_related("by__government"),
        reads_papers=access.may_read_papers(by, found),
        tiles=tiles.answers(version)
        if shows_positions and (found.is_open_to_positions or found.is_closed)
        else [],
        summary=tiles.summary(version),
        may_write=access.may_write(by, found),
        may_answer=access.may_answer(by, found),
        may_record=access.may_record(by, found),
        own=queries.positions_of(version).get(by.government_id),
    )
    return render(request, "agree/work.html", context)


def step(request: ActingRequest, pk: int, deed: str) -> HttpResponse:
    """Take a step; GET says what it does before it is done."""
    found = readable(request, pk)
    action = IN_ADDRESS.get(deed)
    if action is None:
        raise Http404
    by = request.acting
    if rules.is_taken(State(found.state), action) and access.takes(by, found, action):
        messages.info(request, sentences.taken(action, found))
        return redirect("agree_work:recommendation", pk)
    allow(access.may(by, found, action), not_your_step(found, action))
    owed = TRANSITIONS[State(found.state)][action].needs_reason
    # A step without a reason posts an empty form.
    data = request.POST if request.method == "POST" else None
    form = ReasonForm(data, required=owed)
    if action not in DEEDS_WITH_REASON:
        del form.fields["reason"]
    if attempt_once(
        request,
        form,
        lambda: _take(found, action, form, by),
        lambda done: sentences.taken(action, done),
    ):
        return redirect("agree_work:recommendation", pk)
    context: Context = inside(
        found,
        str(words.ACTION[action]),
        form=form,
        consequence=words.CONSEQUENCE[action],
        label=words.ACTION[action],
        danger=action in DEEDS_WITH_REASON,
        holds=holds(found) if action in HOLDABLE else [],
    )
    return render(request, "agree/step.html", context)


HOLDABLE = frozenset({Action.ADOPT, Action.AGREE_IN_GROUP})


def not_your_step(recommendation: Recommendation, action: Action) -> str:
    return _("“%(action)s” is not for your office, or not from “%(state)s”.") % {
        "action": words.ACTION[action],
        "state": recommendation.state_label,
    }


def steps(recommendation: Recommendation, by: Membership) -> list[dict[str, Any]]:
    """The steps this office may take now, the main one first; no button submits what
    is not complete."""
    found = [
        {
            "label": words.ACTION[action],
            "address": address,
            "at_once": action in words.AT_ONCE,
            "goes_on": action not in DEEDS_WITH_REASON,
        }
        for address, action in IN_ADDRESS.items()
        if access.may(by, recommendation, action)
        and not (action is Action.SUBMIT and acts.gaps_of(recommendation))
    ]
    return sorted(found, key=lambda each: not each["goes_on"])


def holds(recommendation: Recommendation) -> list[str]:
    """What holds the next decision up, in sentences; in the group, only of the group.

    Once the group has agreed, the quorum of the plenary counts too.
    """
    in_group = State(recommendation.state) is State.IN_GROUP
    among = queries.group_of(recommendation) if in_group else None
    standing = queries.standing_of(recommendation.current, among=among)
    told = sentences.held_up(standing, queries.names_of(recommendation.meeting))
    found = quorum(recommendation.meeting)
    if not in_group and not found.met:
        told.append(_("No quorum: %(why)s") % {"why": sentences.quorum(found)})
    return told


def _take(
    recommendation: Recommendation, action: Action, form: ReasonForm, by: Membership
) -> Recommendation:
    at = timezone.now()
    if action in DEEDS_WITH_REASON:
        reason = form.cleaned_data["reason"]
        return DEEDS_WITH_REASON[action](recommendation, reason=reason, by=by, at=at)
    return DEEDS[action](recommendation, by=by, at=at)
