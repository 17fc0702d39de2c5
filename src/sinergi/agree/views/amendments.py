"""Working pages of amendments: the list, one of them, and writing it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, queries, rules, words
from sinergi.agree.forms.amendments import (
    AmendmentForm,
    AmendmentStepForm,
    ObjectionForm,
)
from sinergi.agree.models import Amendment, Recommendation
from sinergi.agree.rules import OPEN_AMENDMENTS, AmendmentAction, AmendmentState, State
from sinergi.agree.views.compare import compared
from sinergi.agree.views.pages import (
    Context,
    inside,
    readable,
    shows_current,
    version_of,
)
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.models import Membership

DEEDS: Mapping[AmendmentAction, Callable[..., Amendment]] = {
    AmendmentAction.SUBMIT: acts.submit_amendment,
    AmendmentAction.DISCUSS: acts.discuss_amendment,
    AmendmentAction.REJECT: acts.reject_amendment,
    AmendmentAction.WITHDRAW: acts.withdraw_amendment,
}

# What steps are called in an address.
IN_ADDRESS = {
    "ajukan": AmendmentAction.SUBMIT,
    "bahas": AmendmentAction.DISCUSS,
    "tolak": AmendmentAction.REJECT,
    "tarik": AmendmentAction.WITHDRAW,
}


@require_safe
def amendments(request: ActingRequest, pk: int) -> HttpResponse:
    """In the order of business, then what was decided."""
    found = readable(request, pk)
    by = request.acting
    allow(access.may_read_papers(by, found), _("Amendments are working papers."))
    rest = found.amendments.exclude(state__in=sorted(OPEN_AMENDMENTS)).for_pages()
    context = inside(
        found,
        _("Amendments"),
        table=queries.on_table(found),
        rest=[each for each in rest if access.may_read_amendment(by, each)],
        may_amend=access.may_amend(by, found),
        undoable=undoable(found, by),
    )
    return render(request, "agree/amendments.html", context)


def amend(request: ActingRequest, pk: int) -> HttpResponse:
    """A new amendment begins with the words as they are."""
    found = readable(request, pk)
    allow(access.may_amend(request.acting, found), _not_open(found))
    version = found.current
    form = AmendmentForm(
        request.POST or None,
        initial={"version": version.number, "text": version.as_typed},
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: acts.draft_amendment(
                version_of(found, form.cleaned_data["version"]),
                text=form.cleaned_data["text"],
                reason=form.cleaned_data["reason"],
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if made:
            messages.success(request, _("The amendment is saved as a draft."))
            return redirect("agree_work:amendment", made.pk)
        shows_current(form, version)
    context = inside(found, _("Propose an amendment"), form=form)
    return render(request, "agree/amend.html", context)


@require_safe
def amendment(request: ActingRequest, pk: int) -> HttpResponse:
    found = amendment_of(request, pk)
    by = request.acting
    recommendation = found.recommendation
    current = recommendation.current
    texts = found.texts_on(current) if found.is_undecided else None
    base = current if texts is not None else found.base
    kept = rules.aligned(base.kept, texts if texts is not None else found.texts)
    table = queries.on_table(recommendation)
    mine = next((each for each in table if each.amendment.pk == found.pk), None)
    objections = found.objections.filter(taken_back_at=None)
    context = inside_amendment(
        found,
        "",
        compared=compared(
            request,
            base.kept,
            kept,
            old=_("Version %(number)d") % {"number": base.number},
            new=found.name,
        ),
        table=mine,
        is_stranded=found.is_undecided and texts is None,
        moved=found.base.number != base.number,
        objections=objections.select_related("government"),
        own_objection=objections.filter(government=by.government_id).first(),
        may_object=access.may_object(by, found),
        may_rewrite=access.may_rewrite(by, found) and _is_open(found),
        may_accept=access.may_move_amendment(by, found, AmendmentAction.ACCEPT)
        and State(recommendation.state) is rules.DECIDES_AMENDMENTS,
        steps=_steps(found, by),
    )
    return render(request, "agree/amendment.html", context)


def rewrite(request: ActingRequest, pk: int) -> HttpResponse:
    """Write it anew, on the words as they are now."""
    found = amendment_of(request, pk)
    recommendation = found.recommendation
    allow(
        access.may_rewrite(request.acting, found),
        _("An amendment is written by the one who proposes it."),
    )
    version = recommendation.current
    texts = found.texts_on(version)
    form = AmendmentForm(
        request.POST or None,
        initial={
            "version": version.number,
            "text": "\n\n".join(texts or found.texts),
            "reason": found.reason,
        },
    )
    if request.method == "POST" and form.is_valid():
        written = attempt(
            form,
            lambda: acts.write_amendment(
                found,
                base=version_of(recommendation, form.cleaned_data["version"]),
                text=form.cleaned_data["text"],
                reason=form.cleaned_data["reason"],
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if written:
            messages.success(request, _("The amendment is saved."))
            return redirect("agree_work:amendment", pk)
        shows_current(form, version)
    context = inside_amendment(
        found,
        _("Write the amendment"),
        form=form,
        is_stranded=texts is None,
        since=list(rules.rows(found.base.kept, version.kept)),
    )
    return render(request, "agree/amend.html", context)


def step(request: ActingRequest, pk: int, deed: str) -> HttpResponse:
    """Take a step; GET says what it does before it is done."""
    found = amendment_of(request, pk)
    action = IN_ADDRESS.get(deed)
    if action is None:
        raise Http404
    by = request.acting
    allow(
        access.may_move_amendment(by, found, action),
        _("“%(action)s” is not for your office, or not from “%(state)s”.")
        % {"action": words.AMENDMENT_ACTION[action], "state": found.state_label},
    )
    # A step without a reason posts an empty form.
    data = request.POST if request.method == "POST" else None
    form = AmendmentStepForm(data, action=action)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: DEEDS[action](found, **form.cleaned_data, by=by, at=timezone.now()),
        )
        if done:
            told = _("%(name)s: %(state)s.")
            messages.success(
                request, told % {"name": done.name, "state": done.state_label}
            )
            return redirect("agree_work:amendment", pk)
    context = inside_amendment(
        found,
        str(words.AMENDMENT_ACTION[action]),
        form=form,
        consequence=words.AMENDMENT_CONSEQUENCE[action],
        label=words.AMENDMENT_ACTION[action],
        danger=action in {AmendmentAction.REJECT, AmendmentAction.WITHDRAW},
    )
    return render(request, "agree/amendment_step.html", context)


def objection(request: ActingRequest, pk: int) -> HttpResponse:
    """Object to it, or take that back."""
    found = amendment_of(request, pk)
    by = request.acting
    allow(
        access.may_object(by, found),
        _(
            "Heads of office of other governments object to an amendment while it is "
            "before the group."
        ),
    )
    standing = found.objections.filter(taken_back_at=None)
    own = standing.filter(government=by.government_id).first()
    form = ObjectionForm(
        request.POST or None, initial={"note": own.note if own else ""}
    )
    if request.method == "POST" and "take_back" in request.POST:
        acts.take_objection_back(found, by=by, at=timezone.now())
        messages.success(request, _("The objection is taken back."))
        return redirect("agree_work:amendment", pk)
    if request.method == "POST" and form.is_valid():
        stated = attempt(
            form,
            lambda: acts.object_to(
                found, note=form.cleaned_data["note"], by=by, at=timezone.now()
            ),
        )
        if stated:
            messages.success(request, _("The objection stands beside the amendment."))
            return redirect("agree_work:amendment", pk)
    context = inside_amendment(found, _("Object"), form=form, own=own)
    return render(request, "agree/object.html", context)


def amendment_of(request: ActingRequest, pk: int) -> Amendment:
    """A working paper, for those who may read it; for others it is not there."""
    found = get_object_or_404(Amendment.objects.for_pages(), pk=pk)
    if not access.may_read_amendment(request.acting, found):
        raise Http404
    return found


def inside_amendment(found: Amendment, title: str, **more: Any) -> Context:
    """A page about one amendment; an empty title is its own page."""
    recommendation = found.recommendation
    own_url = reverse("agree_work:amendment", args=[found.pk])
    context = inside(recommendation, title or found.name, amendment=found, **more)
    context["crumbs"][-1:] = [
        {
            "label": _("Amendments"),
            "url": reverse("agree_work:amendments", args=[recommendation.pk]),
        },
        {"label": found.name, "url": own_url if title else ""},
        *([{"label": title, "url": ""}] if title else []),
    ]
    return {**context, "own_url": own_url}


def undoable(recommendation: Recommendation, by: Membership) -> Any:
    """The acceptance this office may still undo, if any."""
    if State(recommendation.state) is not rules.DECIDES_AMENDMENTS:
        return None
    if not access.leads(by, recommendation):
        return None
    return queries.latest_acceptance(recommendation)


def _steps(found: Amendment, by: Membership) -> list[dict[str, Any]]:
    in_group = State(found.recommendation.state) is rules.DECIDES_AMENDMENTS
    decided_in_group = {AmendmentAction.DISCUSS, AmendmentAction.REJECT}
    return [
        {"label": words.AMENDMENT_ACTION[action], "address": address}
        for address, action in IN_ADDRESS.items()
        if access.may_move_amendment(by, found, action)
        and (in_group or action not in decided_in_group)
        and (action is not AmendmentAction.SUBMIT or _is_open(found))
    ]


def _is_open(found: Amendment) -> bool:
    is_draft = AmendmentState(found.state) is AmendmentState.DRAFT
    open_text = State(found.recommendation.state) in rules.OPEN_TO_AMENDMENTS
    return open_text and (is_draft or found.is_before_the_group)


def _not_open(recommendation: Recommendation) -> str:
    return _(
        "Amendments are proposed by operators and heads of the forum and the chair of "
        "the group, from submission until the group agrees; %(name)s is %(state)s."
    ) % {"name": recommendation.name, "state": recommendation.state_label}
