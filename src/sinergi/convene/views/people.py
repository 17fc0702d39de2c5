"""Working pages about people: committee and participants."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sinergi.convene import access, acts, queries
from sinergi.convene.forms.people import CommitteeForm, ParticipantsForm
from sinergi.convene.models import Meeting, Participant
from sinergi.convene.rules import Part
from sinergi.convene.views import pages
from sinergi.convene.views.pages import changeable, page, readable, seen, why_still
from sinergi.convene.words import COMMITTEE, COMMITTEE_HELP
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.models import Membership


def committee(request: ActingRequest, slug: str) -> HttpResponse:
    """Who has which task; the list alone makes somebody the chair."""
    meeting, still = readable(request, slug, Part.PEOPLE)
    today = meeting.today(timezone.now())
    form = CommitteeForm(request.POST or None, meeting=meeting, on=today)
    if request.method == "POST" and form.is_valid():
        seat = attempt(
            form,
            lambda: acts.name_committee(
                meeting, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if seat:
            messages.success(
                request,
                _("%(name)s is named: %(role)s.")
                % {"name": seat.person.name, "role": seat.role_label},
            )
            return redirect("convene_work:committee", slug)
    context = page(
        request,
        meeting,
        "committee",
        title=_("Committee"),
        still=still,
        changing=not still,
        form=form,
        seats=pages.committee(meeting),
        tasks=[(COMMITTEE[role], COMMITTEE_HELP[role]) for role in COMMITTEE],
    )
    return render(request, "convene/committee.html", context)


@require_POST
def relieve(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PEOPLE)
    seat = get_object_or_404(meeting.committee, pk=pk)
    acts.relieve_committee(seat, by=request.acting, at=timezone.now())
    messages.success(request, _("The task is taken back."))
    return redirect("convene_work:committee", slug)


def participants(request: ActingRequest, slug: str) -> HttpResponse:
    """Who is expected; the desk adds who comes unannounced."""
    meeting = seen(request, slug)
    by = request.acting
    allow(
        access.at_desk(by, meeting),
        _("Only the secretariat and the registration desk see this list."),
    )
    still = why_still(request, meeting, Part.PEOPLE)
    form = ParticipantsForm(request.POST or None, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        added = attempt(form, lambda: _add(meeting, form.cleaned_data, by))
        if added:
            messages.success(
                request,
                ngettext(
                    "%(count)d participant is on the list.",
                    "%(count)d participants are on the list.",
                    len(added),
                )
                % {"count": len(added)},
            )
            return redirect("convene_work:participants", slug)
    context = page(
        request,
        meeting,
        "participants",
        title=_("Participants"),
        still=still,
        changing=not still and access.is_secretariat(by, meeting.forum),
        form=form,
        participants=queries.with_offices(
            meeting, meeting.participants.in_order(meeting.forum)
        ),
    )
    return render(request, "convene/participants.html", context)


@require_POST
def remove_participant(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PEOPLE)
    participant = get_object_or_404(meeting.participants, pk=pk)
    acts.remove_participant(participant, by=request.acting, at=timezone.now())
    messages.success(request, _("The participant is off the list."))
    return redirect("convene_work:participants", slug)


def _add(meeting: Meeting, values: dict[str, Any], by: Membership) -> list[Participant]:
    """One government may come with a name; several share the office only."""
    now = timezone.now()
    governments, office = list(values["governments"]), values["office"]
    session = values["session"]
    if len(governments) > 1:
        return acts.add_participants(
            meeting,
            governments=governments,
            office=office,
            session=session,
            by=by,
            at=now,
        )
    return [
        acts.add_participant(
            meeting,
            government=governments[0],
            office=office,
            name=values["name"],
            session=session,
            by=by,
            at=now,
        )
    ]
