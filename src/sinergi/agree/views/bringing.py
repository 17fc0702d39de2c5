"""Working pages where drafts begin with words that are there already."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sinergi.agree import access, acts, rules
from sinergi.agree.forms.bringing import CarryForm, ClausesForm, TextForm
from sinergi.agree.queries import deferred_before
from sinergi.agree.rules import Line
from sinergi.agree.views.pages import inside_meeting, seen
from sinergi.agree.word import lines_of_word
from sinergi.convene.models import Meeting
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow, attempt


def from_text(request: ActingRequest, slug: str) -> HttpResponse:
    """Bring a text, see it taken apart, then draft what is chosen."""
    meeting = _open(request, slug)
    if "count" in request.POST:
        return _draft_clauses(request, meeting)
    data, sent = (request.POST, request.FILES) if request.POST else (None, None)
    form = TextForm(data, sent, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        lines = attempt(form, lambda: _lines(form))
        split = rules.split(lines) if lines else None
        if split and split.clauses:
            chosen = ClausesForm(
                meeting=meeting,
                clauses=split.clauses,
                initial={
                    "session": form.cleaned_data["session"],
                    "programme": form.cleaned_data["programme"],
                },
            )
            return _clauses(request, meeting, chosen, left_out=split.left_out)
    context = inside_meeting(meeting, _("From a text"), form=form)
    return render(request, "agree/from_text.html", context)


def carry(request: ActingRequest, slug: str) -> HttpResponse:
    """What earlier meetings deferred, to be taken up again."""
    meeting = _open(request, slug)
    form = CarryForm(request.POST or None, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        earlier = get_object_or_404(
            deferred_before(meeting), pk=form.cleaned_data["earlier"]
        )
        made = attempt(
            form,
            lambda: acts.carry(
                earlier,
                meeting=meeting,
                session=form.cleaned_data["session"],
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if made:
            messages.success(
                request,
                _("Taken up again as a draft. Check what it expects, then submit."),
            )
            return redirect("agree_work:recommendation", made.pk)
    context = inside_meeting(
        meeting,
        _("Deferred earlier"),
        form=form,
        waiting=deferred_before(meeting).for_pages(),
    )
    return render(request, "agree/carry.html", context)


def _lines(form: TextForm) -> list[Line]:
    word = form.cleaned_data["word"]
    if word:
        return lines_of_word(files.content_of(word), word.name)
    return rules.lines_of(form.cleaned_data["pasted"])


def _draft_clauses(request: ActingRequest, meeting: Meeting) -> HttpResponse:
    form = ClausesForm(request.POST, meeting=meeting)
    if form.is_valid():
        made = attempt(
            form,
            lambda: acts.draft_each(
                meeting=meeting,
                session=form.cleaned_data["session"],
                programme=form.cleaned_data["programme"],
                clauses=form.clauses(),
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if made:
            told = ngettext(
                "%(count)d draft is made. Complete what it expects.",
                "%(count)d drafts are made. Complete what each expects.",
                len(made),
            )
            messages.success(request, told % {"count": len(made)})
            return redirect("agree_work:board", meeting.slug)
    return _clauses(request, meeting, form)


def _clauses(
    request: ActingRequest, meeting: Meeting, form: ClausesForm, **more: Any
) -> HttpResponse:
    context = inside_meeting(meeting, _("From a text"), form=form, **more)
    return render(request, "agree/clauses_found.html", context)


def _open(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(
        access.may_draft(request.acting, meeting),
        _("Drafts come from operators and heads of the forum, or a group chair."),
    )
    return meeting
