"""Following a request for help: what the asker decides, what a helper takes back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinergi.align import access, acts
from sinergi.align.forms import ReasonForm
from sinergi.align.models import HelpAnswer, HelpRequest
from sinergi.align.rules import AnswerState, HelpState, may_become
from sinergi.align.views.own import sent
from sinergi.core.doors import ActingRequest, allow, attempt, the_forum
from sinergi.core.models import Membership


@dataclass(frozen=True)
class Step:
    """One step of a request or an offer: its words, and the act behind it.

    `asks` is what the reason of the step is called; without it nothing is asked.
    """

    slug: str
    title: str | Promise
    consequence: str | Promise
    button: str | Promise
    done: str | Promise
    act: Callable[..., Any]
    wanted: HelpState | AnswerState
    asks: str | Promise = ""
    argument: str = "reason"
    danger: bool = False


_REASON = gettext_lazy("Reason")

REQUEST_STEPS = (
    Step(
        "selesai",
        gettext_lazy("The help was given"),
        gettext_lazy(
            "The request is settled. What came of it is shown on the cell, for every "
            "government to read."
        ),
        gettext_lazy("Settle the request"),
        gettext_lazy("The request is settled."),
        acts.settle_request,
        HelpState.SETTLED,
        asks=gettext_lazy("What came of it"),
        argument="outcome",
    ),
    Step(
        "buka-lagi",
        gettext_lazy("The help did not come"),
        gettext_lazy(
            "The accepted offer falls away and the request waits for an answer again."
        ),
        gettext_lazy("Open the request again"),
        gettext_lazy("The request is open again."),
        acts.reopen_request,
        HelpState.OPEN,
        asks=_REASON,
        danger=True,
    ),
    Step(
        "tarik",
        gettext_lazy("Withdraw the request"),
        gettext_lazy(
            "Nobody is asked for help any more. The request and its offers stay on "
            "record."
        ),
        gettext_lazy("Withdraw the request"),
        gettext_lazy("The request is withdrawn."),
        acts.withdraw_request,
        HelpState.WITHDRAWN,
        asks=_REASON,
        danger=True,
    ),
)

ANSWER_STEPS = (
    Step(
        "terima",
        gettext_lazy("Accept the offer"),
        gettext_lazy(
            "The government that offered sees it among its tasks. Once the help was "
            "given, settle the request."
        ),
        gettext_lazy("Accept the offer"),
        gettext_lazy("The offer is accepted."),
        acts.accept_answer,
        AnswerState.ACCEPTED,
    ),
    Step(
        "tolak",
        gettext_lazy("Decline the offer"),
        gettext_lazy(
            "The offer falls away. Without another one the request waits for an "
            "answer again."
        ),
        gettext_lazy("Decline the offer"),
        gettext_lazy("The offer is declined."),
        acts.decline_answer,
        AnswerState.DECLINED,
        asks=_REASON,
        danger=True,
    ),
)
TAKE_BACK = Step(
    "ambil-kembali",
    gettext_lazy("Take back the offer"),
    gettext_lazy(
        "Your offer falls away. Without another one the request waits for an answer "
        "again."
    ),
    gettext_lazy("Take back the offer"),
    gettext_lazy("The offer is taken back."),
    acts.take_back_answer,
    AnswerState.TAKEN_BACK,
    asks=_REASON,
    danger=True,
)


def steps_of(request: HelpRequest, by: Membership) -> list[Step]:
    """What this person may do with a request now."""
    if not access.may_follow(by, request):
        return []
    state = HelpState(request.state)
    steps = [each for each in REQUEST_STEPS if may_become(state, each.wanted)]
    # Back to open from an answer is what declining does.
    if state is not HelpState.ACCEPTED:
        steps = [each for each in steps if each.wanted is not HelpState.OPEN]
    return steps


def steps_of_answer(answer: HelpAnswer, by: Membership) -> list[Step]:
    """What this person may do with an offer now."""
    if answer.state != AnswerState.OFFERED:
        return []
    if access.may_take_back(by, answer):
        return [TAKE_BACK]
    if not access.may_follow(by, answer.request):
        return []
    takes = may_become(HelpState(answer.request.state), HelpState.ACCEPTED)
    return [
        each
        for each in ANSWER_STEPS
        if takes or each.wanted is not AnswerState.ACCEPTED
    ]


def request_step(request: ActingRequest, reference: str, step: str) -> HttpResponse:
    every = HelpRequest.objects.of_forum(the_forum())
    found = get_object_or_404(every, reference=reference)
    allow(
        access.may_follow(request.acting, found),
        _("Only an operator or the head of %(government)s decides on %(request)s.")
        % {"government": found.government, "request": found.reference},
    )
    return _step(request, _named(REQUEST_STEPS, step), found, found)


def answer_step(
    request: ActingRequest, reference: str, pk: int, step: str
) -> HttpResponse:
    answers = HelpAnswer.objects.select_related(
        "request__programme__forum", "request__government", "government"
    )
    found = get_object_or_404(answers, pk=pk, request__reference=reference)
    chosen = _named((*ANSWER_STEPS, TAKE_BACK), step)
    by = request.acting
    allow(
        access.may_take_back(by, found)
        if chosen is TAKE_BACK
        else access.may_follow(by, found.request),
        _("This offer is between %(asker)s and %(helper)s. You act for %(yours)s.")
        % {
            "asker": found.request.government,
            "helper": found.government,
            "yours": by.government,
        },
    )
    return _step(request, chosen, found, found.request)


def _step(
    request: ActingRequest,
    step: Step,
    target: HelpRequest | HelpAnswer,
    about: HelpRequest,
) -> HttpResponse:
    form = ReasonForm(sent(request), label=str(step.asks))
    if not step.asks:
        del form.fields["reason"]
    if request.method == "POST" and form.is_valid():
        said = {step.argument: form.cleaned_data["reason"]} if step.asks else {}
        done = attempt(form, lambda: _done(step, target, said, request.acting))
        if done:
            messages.success(request, str(step.done))
            return redirect("align_work:request", reference=about.reference)
    context = {
        "form": form,
        "title": step.title,
        "consequence": step.consequence,
        "label": step.button,
        "danger": step.danger,
        "cancel_url": reverse("align_work:request", args=[about.reference]),
        "crumbs": [
            {"label": _("Requests for help"), "url": reverse("align_work:help")},
            {
                "label": about.reference,
                "url": reverse("align_work:request", args=[about.reference]),
            },
            {"label": step.title},
        ],
        "simulated": about.provenance == "simulated",
    }
    return render(request, "core/confirm.html", context)


def _done(
    step: Step,
    target: HelpRequest | HelpAnswer,
    said: dict[str, str],
    by: Membership,
) -> object:
    at: datetime = timezone.now()
    return step.act(target, **said, by=by, at=at)


def _named(steps: tuple[Step, ...], slug: str) -> Step:
    for step in steps:
        if step.slug == slug:
            return step
    raise Http404
