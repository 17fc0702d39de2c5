"""One recommendation as those see it who work on it, and the steps it takes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import (
    access,
    acts,
    queries,
    rounds,
    rules,
    sentences,
    tiles,
    words,
)
from sinergi.agree.forms.steps import (
    WITH_REASON,
    StepForm,
    items_of_plenary,
    later_than,
    mergeable,
)
from sinergi.agree.grounds import grounds_of
from sinergi.agree.models import ConsentItem, Recommendation
from sinergi.agree.rules import Action, State, When
from sinergi.agree.views.amendments import undoable
from sinergi.agree.views.pages import Context, attempt_once, inside, readable
from sinergi.convene.access import is_secretariat
from sinergi.convene.queries import quorum
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Membership

DEEDS: Mapping[Action, Callable[..., Recommendation]] = {
    Action.SUBMIT: acts.submit,
    Action.DISCUSS: acts.discuss_in_group,
    Action.AGREE_IN_GROUP: acts.agree_in_group,
    Action.FORWARD: acts.forward,
    Action.OPEN_IN_PLENARY: acts.open_in_plenary,
    Action.CIRCULATE: acts.circulate,
    Action.ADOPT: acts.adopt,
    Action.REFER_BACK: acts.refer_back,
    Action.DEFER: acts.defer,
    Action.REJECT: acts.reject,
    Action.MERGE: acts.merge,
    Action.WITHDRAW: acts.withdraw,
    Action.SUPERSEDE: acts.supersede,
}

# What steps are called in an address.
IN_ADDRESS = {
    "ajukan": Action.SUBMIT,
    "bahas": Action.DISCUSS,
    "sepakati-kelompok": Action.AGREE_IN_GROUP,
    "teruskan": Action.FORWARD,
    "buka-pleno": Action.OPEN_IN_PLENARY,
    "edarkan": Action.CIRCULATE,
    "kembalikan": Action.REFER_BACK,
    "sepakati": Action.ADOPT,
    "tunda": Action.DEFER,
    "tolak": Action.REJECT,
    "gabung": Action.MERGE,
    "tarik": Action.WITHDRAW,
    "gantikan": Action.SUPERSEDE,
}


@require_safe
def recommendation(request: ActingRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    by = request.acting
    version, now = found.current, timezone.now()
    shows_positions = access.may_read_positions(by, found)
    context = inside(
        found,
        "",
        steps=steps(found, by, now),
        holds=holds(found, now) if found.is_open_to_positions else [],
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
        may_answer=access.may_answer(by, found)
        and rounds.takes_answers(found, by.government, now),
        may_record=access.may_record(by, found)
        and rounds.takes_answers(found, by.government, now),
        going=rounds.round_of(found) if found.is_in_circulation else None,
        own=queries.positions_of(version).get(by.government_id),
        may_dispute=access.may_dispute(by, found),
        mandate=access.mandate_of(by, found.meeting),
        amendments=[
            each
            for each in found.amendments.for_pages()
            if access.may_read_amendment(by, each)
        ]
        if access.may_read_papers(by, found)
        else [],
        may_amend=access.may_amend(by, found),
        undoable=undoable(found, by),
        likes=queries.likes_of(found).for_pages(),
        shows_handling=access.may_read_handling(by, found, now),
        may_propose_handling=is_secretariat(by, found.meeting.forum)
        and not found.is_closed
        and State(found.state) is not State.DRAFT,
        merged=found.merged.for_pages(),
        pulled=ConsentItem.objects.filter(
            recommendation=found, pulled_by__isnull=False
        ).select_related("pulled_by"),
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
    # A step without a reason posts an empty form.
    data = request.POST if request.method == "POST" else None
    form = StepForm(data, action=action, recommendation=found)
    if attempt_once(
        request,
        form,
        lambda: DEEDS[action](found, **form.cleaned_data, by=by, at=timezone.now()),
        lambda done: sentences.taken(action, done),
    ):
        return redirect("agree_work:recommendation", pk)
    context: Context = inside(
        found,
        str(words.ACTION[action]),
        form=form,
        consequence=words.CONSEQUENCE[action],
        label=words.ACTION[action],
        danger=action in WITH_REASON,
        holds=holds(found, timezone.now()) if action in HOLDABLE else [],
        lacks_item=action is Action.FORWARD and not items_of_plenary(found).exists(),
    )
    return render(request, "agree/step.html", context)


HOLDABLE = frozenset({Action.ADOPT, Action.AGREE_IN_GROUP})


def not_your_step(recommendation: Recommendation, action: Action) -> str:
    return _("“%(action)s” is not for your office, or not from “%(state)s”.") % {
        "action": words.ACTION[action],
        "state": recommendation.state_label,
    }


def steps(
    recommendation: Recommendation, by: Membership, now: datetime
) -> list[dict[str, Any]]:
    """The steps this office may take now, the main one first; no button submits what
    is not complete."""
    found = [
        {
            "label": words.ACTION[action],
            "address": address,
            "at_once": action in words.AT_ONCE,
            "goes_on": action not in WITH_REASON,
        }
        for address, action in IN_ADDRESS.items()
        if access.may(by, recommendation, action)
        and _leads_somewhere(recommendation, action, now)
    ]
    return sorted(found, key=lambda each: not each["goes_on"])


def _leads_somewhere(
    recommendation: Recommendation, action: Action, now: datetime
) -> bool:
    """No button where the step cannot be taken for want of what it is about, or before
    everybody was heard."""
    if recommendation.is_in_circulation:
        in_session = recommendation.meeting.is_running
        if action is Action.REFER_BACK:
            return in_session
        going = rounds.round_of(recommendation)
        return not in_session and going is not None and going.is_heard(now)
    if _is_for_session(recommendation, action) and recommendation.meeting.is_over:
        return False
    if action is Action.SUBMIT:
        return not acts.gaps_of(recommendation)
    if action is Action.MERGE:
        return mergeable(recommendation).exists()
    if action is Action.SUPERSEDE:
        return later_than(recommendation).exists()
    return True


def _is_for_session(recommendation: Recommendation, action: Action) -> bool:
    step = rules.step_from(
        State(recommendation.state), action, recommendation.meeting.ratification
    )
    return step is not None and step.when is When.IN_SESSION


def holds(recommendation: Recommendation, now: datetime) -> list[str]:
    """What holds the next decision up, in sentences; in the group, only of the group.

    Once the group has agreed, the quorum counts too; in writing that of the answers.
    """
    meeting = recommendation.meeting
    if meeting.is_over and not recommendation.is_in_circulation:
        return [
            _(
                "%(meeting)s is closed, and decisions are taken in session. The "
                "secretariat can open it again; else the text is taken up by the next "
                "meeting."
            )
            % {"meeting": meeting.title}
        ]
    in_group = State(recommendation.state) is State.IN_GROUP
    among = queries.group_of(recommendation) if in_group else None
    going = (
        rounds.round_of(recommendation) if recommendation.is_in_circulation else None
    )
    is_heard = going is not None and going.is_heard(now)
    silent = going.waiting if going and is_heard else ()
    standing = queries.standing_of(recommendation.current, among=among, silent=silent)
    told = sentences.held_up(standing, queries.names_of(recommendation.meeting))
    undecided = list(recommendation.amendments.before_the_group())
    if undecided:
        told.append(
            _("Amendments not decided: %(names)s.")
            % {"names": sentences.amendments(undecided)}
        )
    found = quorum(recommendation.meeting)
    if not in_group and not found.met:
        told.append(_("No quorum: %(why)s") % {"why": sentences.quorum(found)})
    if going and is_heard and not going.quorum.met:
        told.append(sentences.too_silent(going.quorum))
    return told
