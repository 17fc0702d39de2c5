"""Working pages of the programme: sessions and their agenda."""

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, outline, queries, rules, words
from sinergi.convene.forms.programme import (
    AgendaItemForm,
    ChangeAgendaItemForm,
    ChangeSessionForm,
    SessionForm,
)
from sinergi.convene.models import AgendaItem, Meeting, Session
from sinergi.convene.rules import MeetingState, Part, Readers
from sinergi.convene.shape import shape_of
from sinergi.convene.views.pages import attempt_over, changeable, page, seen
from sinergi.core.doors import ActingRequest, add_way_out, attempt


@require_safe
def programme(request: ActingRequest, slug: str) -> HttpResponse:
    """Every session with its agenda in time; the secretariat changes it here."""
    meeting = seen(request, slug)
    editable = (
        access.is_secretariat(request.acting, meeting.forum)
        and not meeting.is_published
        and rules.may_change(Part.PROGRAMME, MeetingState(meeting.state))
    )
    context = page(
        request,
        meeting,
        "programme",
        title=_("Schedule"),
        days=outline.days(meeting),
        shape=shape_of(meeting),
        editable=editable,
        clashes=[
            words.CLASH[each.shared] % {"first": each.first, "second": each.second}
            for each in outline.clashes(meeting)
        ]
        if editable
        else [],
        keeps_documents=access.keeps_documents(request.acting, meeting)
        and rules.may_change(Part.PROGRAMME, MeetingState(meeting.state)),
        documents=queries.documents(meeting, Readers.MEMBERS),
    )
    return render(request, "convene/programme.html", context)


def add_session(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    form = SessionForm(request.POST or None, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        session = attempt(form, lambda: _added(request, meeting, form))
        if session:
            messages.success(request, _("The session is in the programme."))
            return redirect(_place(meeting, session))
    return _form(request, meeting, form, _("Add a session"), _("Add the session"))


def change_session(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    session = _session(meeting, pk)
    initial = {
        "seen": acts.seen_of(session),
        "title": session.title,
        "room": session.room,
        "day": session.day.isoformat(),
        "starts": timezone.localtime(session.starts_at, ZoneInfo(meeting.zone)).time(),
        "ends": timezone.localtime(session.ends_at, ZoneInfo(meeting.zone)).time(),
    }
    form = ChangeSessionForm(
        request.POST or None, meeting=meeting, new=False, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt_over(
            form,
            lambda: acts.change_session(
                session, **form.values(), by=request.acting, at=timezone.now()
            ),
            lambda: acts.seen_of(session),
        )
        if changed:
            messages.success(request, _("The change is saved."))
            return redirect(_place(meeting, session))
    return _form(request, meeting, form, _("Change the session"), _("Save"), session)


@require_POST
def remove_session(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    acts.remove_session(_session(meeting, pk), by=request.acting, at=timezone.now())
    messages.success(request, _("The session is out of the programme."))
    return redirect("convene_work:programme", slug)


def add_agenda_item(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    session = _session(meeting, pk)
    form = AgendaItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        item = attempt(
            form,
            lambda: acts.add_agenda_item(
                session, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if item:
            messages.success(request, _("The item is on the agenda."))
            return redirect(_place(meeting, session))
    return _form(
        request, meeting, form, _("Add an agenda item"), _("Add the item"), session
    )


def change_agenda_item(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    item = _item(meeting, pk)
    form = ChangeAgendaItemForm(
        request.POST or None,
        initial={
            "seen": acts.seen_of(item),
            "title": item.title,
            "minutes": item.minutes,
            "presenter": item.presenter,
        },
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt_over(
            form,
            lambda: acts.change_agenda_item(
                item, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
            lambda: acts.seen_of(item),
        )
        if changed:
            messages.success(request, _("The change is saved."))
            return redirect(_place(meeting, item.session))
    return _form(
        request, meeting, form, _("Change the agenda item"), _("Save"), item.session
    )


@require_POST
def move_agenda_item(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    item = _item(meeting, pk)
    up = request.POST.get("to") == "up"
    acts.move_agenda_item(item, up=up, by=request.acting, at=timezone.now())
    return redirect(_place(meeting, item.session))


@require_POST
def order_agenda(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """The order as it was dragged; the buttons of an item do the same one by one."""
    meeting = changeable(request, slug, Part.PROGRAMME)
    session = _session(meeting, pk)
    wanted = request.POST.get("order", "").split(",")
    order = [int(key) for key in wanted if key.isascii() and key.isdigit()]
    acts.order_agenda(session, order=order, by=request.acting, at=timezone.now())
    return redirect(_place(meeting, session))


@require_POST
def remove_agenda_item(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    item = _item(meeting, pk)
    acts.remove_agenda_item(item, by=request.acting, at=timezone.now())
    messages.success(request, _("The item is off the agenda."))
    return redirect(_place(meeting, item.session))


def _added(
    request: ActingRequest, meeting: Meeting, form: SessionForm
) -> Session | None:
    try:
        return acts.add_session(
            meeting, **form.values(), by=request.acting, at=timezone.now()
        )
    except acts.AlreadyInProgramme as refusal:
        there = _place(meeting, refusal.session)
        add_way_out(form, refusal, there, _("Show it"))
        return None
    except acts.BidangMisplaced as refusal:
        form.add_error("bidang", str(refusal))
        return None


def _session(meeting: Meeting, pk: int) -> Session:
    session = get_object_or_404(meeting.sessions, pk=pk)
    session.meeting = meeting
    return session


def _item(meeting: Meeting, pk: int) -> AgendaItem:
    items = AgendaItem.objects.filter(session__meeting=meeting)
    return get_object_or_404(items.select_related("session__meeting"), pk=pk)


def _place(meeting: Meeting, session: Session) -> str:
    """Back to the session on the page of the programme."""
    url = reverse("convene_work:programme", args=[meeting.slug])
    return f"{url}#sesi-{session.pk}"


def _form(
    request: ActingRequest,
    meeting: Meeting,
    form: Form,
    title: str,
    label: str,
    session: Session | None = None,
) -> HttpResponse:
    more: dict[str, Any] = {"form": form, "label": label, "session": session}
    context = page(request, meeting, "programme", title=title, **more)
    context["cancel_url"] = reverse("convene_work:programme", args=[meeting.slug])
    return render(request, "convene/form.html", context)
