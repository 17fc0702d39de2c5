"""Working pages of the answers to an invitation: one's own, and all of them."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, guards, queries, rules, sharing, words
from sinergi.convene.forms.replies import DelegateForm, ReplyForm
from sinergi.convene.models import Meeting, Participant, Reply
from sinergi.convene.rules import MeetingState
from sinergi.convene.views.pages import page, seen
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.downloads import file_name
from sinergi.core.marks import Mark
from sinergi.core.models import Place


@dataclass(frozen=True)
class Answered:
    """A government with its answer, if there is one, and whom it sends."""

    government: Place
    reply: Reply | None
    mark: Mark
    delegates: list[Participant]
    expected: int


def reply(request: ActingRequest, slug: str) -> HttpResponse:
    """The letter, the own answer, and the own delegates."""
    meeting = _answered_by(request, slug)
    by = request.acting
    known = meeting.replies.filter(government=by.government_id).first()
    form = ReplyForm(request.POST or None, request.FILES or None, initial=_said(known))
    if request.method == "POST" and form.is_valid():
        given = attempt(form, lambda: _answer(request, meeting, form.cleaned_data))
        if given:
            messages.success(request, _("The answer has reached the secretariat."))
            return redirect("convene_work:reply", slug)
    context = page(
        request,
        meeting,
        "reply",
        title=_("The invitation"),
        form=form,
        reply=known,
        seats=queries.with_offices(
            meeting,
            meeting.participants.in_order(meeting.forum).filter(
                government=by.government_id
            ),
        ),
        may_reply=rules.may_reply(MeetingState(meeting.state)),
        label=_("Send the answer") if known is None else _("Change the answer"),
    )
    return render(request, "convene/reply.html", context)


def add_delegate(request: ActingRequest, slug: str) -> HttpResponse:
    return _name(request, _answered_by(request, slug), None)


def name_delegate(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _answered_by(request, slug)
    return _name(request, meeting, _own(request, meeting, pk))


@require_POST
def withdraw_delegate(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _answered_by(request, slug)
    delegate = _own(request, meeting, pk)
    acts.withdraw_delegate(delegate, by=request.acting, at=timezone.now())
    messages.success(request, _("The delegate is withdrawn."))
    return redirect("convene_work:reply", slug)


@require_safe
def mandate(request: ActingRequest, slug: str, pk: int) -> FileResponse:
    meeting = seen(request, slug)
    replies = meeting.replies.select_related("mandate", "meeting__forum")
    found = get_object_or_404(replies, pk=pk)
    if found.mandate is None or not access.may_read_mandate(request.acting, found):
        raise Http404
    return FileResponse(
        found.mandate.content.open("rb"),
        content_type=found.mandate.media_type,
        filename=file_name(found.mandate_name, meeting.provenance),
        as_attachment=True,
    )


@require_safe
def replies(request: ActingRequest, slug: str) -> HttpResponse:
    """Who answered what, whom each sends, and a message to pass on."""
    meeting = seen(request, slug)
    by = request.acting
    allow(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    if meeting.is_draft or meeting.is_published:
        raise Http404
    rows = _rows(meeting)
    context = page(
        request,
        meeting,
        "replies",
        title=_("Answers to the invitation"),
        rows=rows,
        answered=sum(row.reply is not None for row in rows),
        message=sharing.invitation_text(meeting, settings.PUBLIC_ORIGIN),
    )
    return render(request, "convene/replies.html", context)


def _name(
    request: ActingRequest, meeting: Meeting, seat: Participant | None
) -> HttpResponse:
    by = request.acting
    acts.answering(meeting, by)
    form = DelegateForm(
        request.POST or None,
        meeting=meeting,
        has_seat=seat is not None,
        initial=_known(seat),
    )
    if request.method == "POST" and form.is_valid():
        named = attempt(
            form,
            lambda: acts.name_delegate(
                meeting,
                office=form.cleaned_data["office"],
                identity=form.identity(),
                session=form.cleaned_data.get("session"),
                seat=seat,
                by=by,
                at=timezone.now(),
            ),
        )
        if named:
            messages.success(request, _("The delegate is on the list."))
            return redirect("convene_work:reply", meeting.slug)
    context = page(
        request,
        meeting,
        "reply",
        title=_("Name a delegate"),
        form=form,
        label=_("Put on the list"),
        cancel_url=reverse("convene_work:reply", args=[meeting.slug]),
    )
    return render(request, "convene/form.html", context)


def _answer(request: ActingRequest, meeting: Meeting, given: dict[str, Any]) -> Reply:
    upload = given["mandate"]
    letter = upload and acts.Letter(files.content_of(upload), upload.name)
    return acts.answer_invitation(
        meeting,
        answer=given["answer"],
        reason=given["reason"],
        mandate=letter or None,
        by=request.acting,
        at=timezone.now(),
    )


def _answered_by(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(access.answers_for(request.acting, meeting), acts.governments_only())
    if meeting.is_published:
        raise Http404
    return meeting


def _own(request: ActingRequest, meeting: Meeting, pk: int) -> Participant:
    own = meeting.participants.filter(government=request.acting.government_id)
    return get_object_or_404(own.select_related("government", "session"), pk=pk)


def _said(known: Reply | None) -> dict[str, str]:
    return {"answer": known.answer, "reason": known.reason} if known else {}


def _known(seat: Participant | None) -> dict[str, str]:
    if seat is None:
        return {}
    return {name: getattr(seat, name) for name in ("name", "office", "nip", "phone")}


def _rows(meeting: Meeting) -> list[Answered]:
    answers = {each.government_id: each for each in meeting.replies.all()}
    listed: dict[int, list[Participant]] = {}
    for each in meeting.participants.in_order(meeting.forum):
        listed.setdefault(each.government_id, []).append(each)
    return [
        Answered(
            government=place,
            reply=answers.get(place.pk),
            mark=answers[place.pk].mark if place.pk in answers else words.UNANSWERED,
            delegates=[each for each in listed.get(place.pk, []) if each.is_delegate],
            expected=len(listed.get(place.pk, [])),
        )
        for place in meeting.forum.governments()
    ]
