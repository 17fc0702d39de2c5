"""Asking for help on a cell, and answering (kebutuhan dukungan)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, acts
from sinergi.align.forms import AnswerForm, AskForm
from sinergi.align.models import HelpRequest
from sinergi.align.rules import HelpState, may_become
from sinergi.align.views.asked import year_asked, years_offered
from sinergi.align.views.following import steps_of, steps_of_answer
from sinergi.core.doors import ActingRequest, allow, attempt, the_forum
from sinergi.core.marks import band


@require_safe
def listing(request: ActingRequest) -> HttpResponse:
    """What my government asked for, and what others wait for."""
    government = request.acting.government
    every = HelpRequest.objects.of_forum(the_forum()).with_answers()
    others = every.exclude(government=government)
    context = {
        "own": every.filter(government=government),
        "others": others.unanswered(),
        "answered": others.live().exclude(state=HelpState.OPEN),
        "closed": others.exclude(pk__in=every.live()),
        "may_ask": access.may_enter(request.acting, government),
        **band(each.provenance for each in every),
    }
    return render(request, "align/help.html", context)


def ask(request: ActingRequest) -> HttpResponse:
    forum = the_forum()
    today = timezone.localdate()
    year = year_asked(request, default=today.year)
    programme = forum.programmes.filter(code=request.GET.get("program", "")).first()
    form = AskForm(
        request.POST or None,
        forum=forum,
        years=years_offered(forum, today, year),
        initial={"programme": programme, "year": year},
    )
    if request.method == "POST" and form.is_valid():
        asked = attempt(
            form,
            lambda: acts.ask_help(
                **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if asked:
            messages.success(
                request,
                _("Request %(request)s is sent to the province and shown on the cell.")
                % {"request": asked.reference},
            )
            return redirect("align_work:help")
    context = {"form": form, "crumbs": [_crumb(), {"label": _("Ask for help")}]}
    return render(request, "align/ask.html", context)


def one(request: ActingRequest, reference: str) -> HttpResponse:
    """One request with its answers; who may help answers here."""
    every = HelpRequest.objects.of_forum(the_forum())
    found = get_object_or_404(every, reference=reference)
    may_help = access.may_help(request.acting, found) and may_become(
        HelpState(found.state), HelpState.ANSWERED
    )
    form = AnswerForm(request.POST or None)
    if request.method == "POST":
        allow(
            access.may_help(request.acting, found),
            _("The province or another government answers this request, not yours."),
        )
        if form.is_valid():
            text = form.cleaned_data["text"]
            answer = attempt(
                form,
                lambda: acts.answer_help(
                    found, text=text, by=request.acting, at=timezone.now()
                ),
            )
            if answer:
                messages.success(
                    request,
                    _("Your answer to %(government)s is sent.")
                    % {"government": found.government},
                )
                return redirect("align_work:request", reference=found.reference)
    context = {
        "help_request": found,
        "answers": [
            (answer, steps_of_answer(answer, request.acting))
            for answer in found.answers.select_related("government", "request")
        ],
        "steps": steps_of(found, request.acting),
        "form": form if may_help else None,
        "simulated": found.provenance == "simulated",
        "crumbs": [_crumb(), {"label": found.reference}],
    }
    return render(request, "align/request.html", context)


def _crumb() -> dict[str, str]:
    return {"label": _("Requests for help"), "url": reverse("align_work:help")}
