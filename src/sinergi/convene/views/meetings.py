"""Working pages of the meeting itself: list, overview, draft, details, tata tertib."""

from typing import Any

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import (
    access,
    acts,
    checklist,
    guards,
    outline,
    queries,
    rules,
    tiles,
    words,
)
from sinergi.convene.forms.meeting import ChangeMeetingForm, MeetingForm, ProcedureForm
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.rules import MeetingState, Part, Readers
from sinergi.convene.shape import shape_of
from sinergi.convene.views.pages import (
    attempt_over,
    changeable,
    committee,
    page,
    readable,
    seen,
)
from sinergi.core.doors import ActingRequest, add_way_out, attempt
from sinergi.core.marks import band
from sinergi.core.models import Forum
from sinergi.core.refusal import NotAllowed
from sinergi.core.vetoes import reason_against


@require_safe
def listing(request: ActingRequest) -> HttpResponse:
    by = request.acting
    shown = list(Meeting.objects.seen_by(by).select_related("host"))
    context = {
        "meetings": shown,
        "may_draft": access.forum_of_secretariat(by) is not None,
        **band(each.provenance for each in shown),
    }
    return render(request, "convene/work_list.html", context)


@require_safe
def meeting(request: ActingRequest, slug: str) -> HttpResponse:
    """Where the meeting stands, what comes next, who is there, what is due when."""
    found = seen(request, slug)
    by, now = request.acting, timezone.now()
    today = found.today(now)
    state = MeetingState(found.state)
    context = page(
        request,
        found,
        "meeting",
        title="",
        days=outline.days(found),
        documents=queries.documents(found, Readers.MEMBERS),
        now=now if found.is_running else None,
        checklist=checklist.steps(found) if found.is_draft else [],
        ready=not found.lacks(),
        committee=committee(found),
        quorum=None if found.is_published else queries.quorum(found),
        tiles=[] if found.is_draft else tiles.presence(found),
        sentences=_sentences(found),
        shape=shape_of(found),
        chairs=access.chairs(by, found),
        at_desk=access.at_desk(by, found),
        may_change=rules.may_change(Part.DETAILS, state),
        may_reopen=state is MeetingState.CLOSED
        and not found.is_published
        and not reason_against("reopen_meeting", found),
        may_discard=found.is_draft and not reason_against("discard_meeting", found),
        may_open=rules.may_open(today, found.starts_on),
        desk_open=rules.may_check_in(state, today, found.starts_on, found.ends_on),
    )
    return render(request, "convene/work_meeting.html", context)


def draft(request: ActingRequest) -> HttpResponse:
    forum = access.forum_of_secretariat(request.acting)
    if forum is None:
        raise NotAllowed(guards.secretariat_only())
    form = MeetingForm(request.POST or None, forum=forum)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _drafted(request, forum, form))
        if made:
            messages.success(
                request,
                _("The draft is made. Only the committee and the secretariat see it."),
            )
            return redirect("convene_work:meeting", made.slug)
    context = {
        "form": form,
        "title": _("New meeting"),
        "label": _("Make the draft"),
        "cancel_url": reverse("convene_work:list"),
    }
    return render(request, "convene/form.html", context)


def _drafted(request: ActingRequest, forum: Forum, form: MeetingForm) -> Meeting | None:
    try:
        return acts.draft_meeting(
            forum, **form.cleaned_data, by=request.acting, at=timezone.now()
        )
    except acts.AlreadyDrafted as refusal:
        there = reverse("convene_work:meeting", args=[refusal.meeting.slug])
        add_way_out(form, refusal, there, _("Open it"))
        return None


def change(request: ActingRequest, slug: str) -> HttpResponse:
    found = changeable(request, slug, Part.DETAILS)
    initial = {name: getattr(found, name) for name in words.MEETING_FIELD}
    form = ChangeMeetingForm(
        request.POST or None,
        forum=found.forum,
        with_reason=not found.is_draft,
        initial={**initial, "seen": acts.seen_of(found)},
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt_over(
            form,
            lambda: acts.change_meeting(
                found, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
            lambda: acts.seen_of(found),
        )
        if changed:
            messages.success(request, _("The change is saved."))
            return redirect("convene_work:meeting", slug)
    title = _("Change title, place and days")
    context = page(request, found, "meeting", title=title, form=form, label=_("Save"))
    context["cancel_url"] = reverse("convene_work:meeting", args=[slug])
    return render(request, "convene/form.html", context)


def procedure(request: ActingRequest, slug: str) -> HttpResponse:
    found, still = readable(request, slug, Part.PROCEDURE)
    initial = {**_ruled(found), "seen": acts.seen_of_procedure(found)}
    form = ProcedureForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        ruled = attempt_over(
            form,
            lambda: acts.set_procedure(
                found, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
            lambda: acts.seen_of_procedure(found),
        )
        if ruled:
            messages.success(request, _("The tata tertib is set."))
            return redirect("convene_work:procedure", slug)
    context = page(
        request,
        found,
        "procedure",
        title=_("Tata tertib"),
        still=still,
        form=form,
        sentences=_sentences(found),
        quorum=queries.quorum(found),
    )
    return render(request, "convene/procedure.html", context)


def _sentences(meeting: Meeting) -> list[str]:
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    return known.sentences() if known else []


def _ruled(meeting: Meeting) -> dict[str, Any]:
    """What the form begins with: what is set, or the model's own defaults."""
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    values = model_to_dict(known or RulesOfProcedure(), exclude=["meeting"])
    return {
        name: {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
        for name, value in values.items()
    }
