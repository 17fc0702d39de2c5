"""Working pages of the course of a meeting: invite, open, close, open again."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import access, acts, checklist, guards, letters, outline, rules
from sinergi.convene.forms.meeting import ExtendForm, LetterForm, ReasonForm
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState
from sinergi.convene.shape import shape_of
from sinergi.convene.views.pages import page, seen
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.vetoes import refuse_vetoed


def invitation(request: ActingRequest, slug: str) -> HttpResponse:
    """Says what sending does, and asks for the number of the letter."""
    meeting = seen(request, slug)
    by = request.acting
    allow(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    acts.refuse_invited(meeting, by)
    guards.steps(meeting, MeetingState.INVITED, by)
    today = meeting.today(timezone.now())
    form = LetterForm(
        request.POST or None,
        initial={
            "letter_number": letters.number_of(meeting, timezone.now()),
            "reply_by": rules.usual_reply_day(meeting.starts_on, today),
        },
    )
    if request.method == "POST" and form.is_valid():
        sent = attempt(
            form,
            lambda: acts.send_invitation(
                meeting, **form.cleaned_data, by=by, at=timezone.now()
            ),
        )
        if sent:
            messages.success(
                request,
                _("The invitation is recorded. All governments now see the meeting."),
            )
            return redirect("convene_work:meeting", slug)
    context = page(
        request,
        meeting,
        "meeting",
        title=_("Send the invitation"),
        form=form,
        checklist=checklist.steps(meeting),
        ready=not meeting.lacks(),
        seats=meeting.forum.seats.count(),
        expected=meeting.participants.count(),
        over=[each for each in outline.sessions(meeting) if each.over],
        shape=shape_of(meeting),
    )
    return render(request, "convene/invitation.html", context)


def discard(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = seen(request, slug)
    by = request.acting
    allow(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    acts.refuse_invited_away(meeting, by)
    refuse_vetoed("discard_meeting", meeting)
    if request.method == "POST":
        acts.discard_meeting(meeting, by=by, at=timezone.now())
        messages.success(
            request,
            _("The draft “%(meeting)s” is discarded.") % {"meeting": meeting},
        )
        return redirect("convene_work:list")
    return _confirm(
        request,
        meeting,
        title=_("Discard the draft"),
        label=_("Discard the draft"),
        consequence=_(
            "The draft goes with its programme, committee, participants and tata "
            "tertib and cannot be brought back. Nobody was invited to it; the record "
            "keeps that it was discarded."
        ),
    )


def open_meeting(request: ActingRequest, slug: str) -> HttpResponse:
    return _of_chair(
        request,
        slug,
        MeetingState.RUNNING,
        acts.open_meeting,
        _("The meeting is open."),
        title=_("Open the meeting"),
        consequence=_(
            "From now on the meeting is in session: texts can be dealt with and "
            "agreed, and the tata tertib can no longer be changed."
        ),
        danger=False,
    )


def close_meeting(request: ActingRequest, slug: str) -> HttpResponse:
    consequence = _(
        "After this nothing more is agreed and nobody is checked in. Only the "
        "secretariat can open the meeting again, with a reason on record."
    )
    meeting = seen(request, slug)
    today = meeting.today(timezone.now())
    if today < meeting.ends_on:
        early = _(
            "Its last day is %(last)s. Closed today, its papers say that it was held "
            "until %(today)s."
        )
        told = {"last": date_format(meeting.ends_on), "today": date_format(today)}
        consequence = f"{early % told} {consequence}"
    return _of_chair(
        request,
        slug,
        MeetingState.CLOSED,
        acts.close_meeting,
        _("The meeting is closed."),
        title=_("Close the meeting"),
        consequence=consequence,
        slot="convene.closing",
    )


def reopen(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = seen(request, slug)
    by = request.acting
    allow(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    guards.steps(meeting, MeetingState.RUNNING, by)
    refuse_vetoed("reopen_meeting", meeting)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reopened = attempt(
            form,
            lambda: acts.reopen_meeting(
                meeting, **form.cleaned_data, by=by, at=timezone.now()
            ),
        )
        if reopened:
            messages.success(request, _("The meeting is in session again."))
            return redirect("convene_work:meeting", slug)
    return _confirm(
        request,
        meeting,
        title=_("Open the closed meeting again"),
        consequence=_(
            "The meeting is in session again until the chair closes it. The reason "
            "stays in the record."
        ),
        label=_("Open again"),
        form=form,
    )


def extend_circulation(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = seen(request, slug)
    by = request.acting
    allow(access.keeps_circulation(by, meeting), guards.circulation_only())
    guards.of_this_world(by, meeting)
    form = ExtendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        extended = attempt(
            form,
            lambda: acts.extend_circulation(
                meeting, **form.cleaned_data, by=by, at=timezone.now()
            ),
        )
        if extended:
            told = _("The circulation runs until the end of %(day)s.")
            day = extended.circulation_extended_to
            messages.success(request, told % {"day": date_format(day) if day else ""})
            return redirect("convene_work:meeting", slug)
    known = meeting.circulation_last_day
    return _confirm(
        request,
        meeting,
        title=_("Extend the circulation"),
        consequence=_(
            "The circulation runs until the end of %(day)s. All governments get more "
            "days to answer in writing; the reason stays in the record."
        )
        % {"day": date_format(known) if known else "–"},
        label=_("Extend"),
        form=form,
        danger=False,
    )


def _of_chair(
    request: ActingRequest,
    slug: str,
    wanted: MeetingState,
    deed: Callable[..., Meeting],
    done: str,
    *,
    title: str,
    **more: object,
) -> HttpResponse:
    """A step only the chair takes, asked for once more in words."""
    meeting = seen(request, slug)
    by = request.acting
    allow(access.chairs(by, meeting), guards.chair_only())
    guards.steps(meeting, wanted, by)
    if request.method == "POST":
        deed(meeting, by=by, at=timezone.now())
        messages.success(request, done)
        return redirect("convene_work:meeting", slug)
    return _confirm(request, meeting, title=title, label=title, **more)


def _confirm(
    request: ActingRequest, meeting: Meeting, *, title: str, **more: object
) -> HttpResponse:
    context = page(request, meeting, "meeting", title=title, **more)
    context["cancel_url"] = reverse("convene_work:meeting", args=[meeting.slug])
    return render(request, "convene/confirm.html", context)
