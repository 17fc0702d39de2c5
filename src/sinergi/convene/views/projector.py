"""The page of the projector operator: now, next, history, clocks, links."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, guards, outline, rules, wall
from sinergi.convene.forms.projector import KeyForm
from sinergi.convene.models import AgendaItem, Meeting, ProjectorKey, Timer
from sinergi.convene.rules import MeetingState, Subject
from sinergi.convene.views.pages import page, seen
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.refusal import Refusal

HISTORY = 12


class NotForTheWall(Refusal):
    """It is not of this meeting, or nobody in the hall may read it."""


@dataclass(frozen=True)
class Choice:
    """Something of the programme that can be shown."""

    subject: str
    title: str
    is_session: bool
    item: AgendaItem | None = None
    timer: Timer | None = None


@require_safe
def projector(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = _operated(request, slug)
    now = timezone.now()
    days = _days(meeting, now)
    context = page(
        request,
        meeting,
        "projector",
        title=_("Projector"),
        now=now,
        shown=meeting.projections.now(),
        coming=meeting.projections.next(),
        past=meeting.projections.past()[:HISTORY],
        sessions=_choices(meeting),
        is_open=rules.open_to_operators(MeetingState(meeting.state)),
        keys=[(key, _link(key)) for key in meeting.projector_keys.valid(now)],
        key_form=KeyForm(days=days) if days else None,
        wall_url=reverse("convene:wall", args=[slug]),
        text_url=reverse("convene:wall_text", args=[slug]),
    )
    return render(request, "convene/projector.html", context)


@require_POST
def project(request: ActingRequest, slug: str) -> HttpResponse:
    """One of: show something, choose it as next, show what is next, take down."""
    meeting = _operated(request, slug)
    by, at = request.acting, timezone.now()
    deed = request.POST.get("deed", "")
    if deed == "next":
        acts.show_next(meeting, by=by, at=at)
    elif deed == "clear":
        acts.clear_projector(meeting, by=by, at=at)
    else:
        subject, title = _wanted(request, meeting)
        act = acts.choose_next if deed == "choose" else acts.show_on_projector
        act(meeting, subject, title=title, by=by, at=at)
    return redirect("convene_work:projector", slug)


@require_POST
def timer(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _operated(request, slug)
    items = AgendaItem.objects.filter(session__meeting=meeting)
    item = get_object_or_404(items.select_related("session__meeting"), pk=pk)
    deeds = {"pause": acts.pause_timer, "reset": acts.reset_timer}
    deed = deeds.get(request.POST.get("deed", ""), acts.start_timer)
    deed(item, by=request.acting, at=timezone.now())
    return redirect(f"{reverse('convene_work:projector', args=[slug])}#acara-{pk}")


@require_POST
def make_key(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = _operated(request, slug)
    now = timezone.now()
    form = KeyForm(request.POST, days=_days(meeting, now))
    if not form.is_valid():
        raise NotForTheWall(_("Choose until which day of the meeting the link lasts."))
    acts.make_projector_key(meeting, **form.cleaned_data, by=request.acting, at=now)
    messages.success(
        request, _("The link is made. Open it on the laptop that projects.")
    )
    return redirect(f"{reverse('convene_work:projector', args=[slug])}#tautan")


@require_POST
def revoke_key(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _operated(request, slug)
    key = get_object_or_404(meeting.projector_keys, pk=pk)
    acts.revoke_projector_key(key, by=request.acting, at=timezone.now())
    messages.success(
        request, _("The link is revoked: laptops that used it show no texts any more.")
    )
    return redirect(f"{reverse('convene_work:projector', args=[slug])}#tautan")


def _operated(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    if meeting.is_draft or meeting.is_published:
        raise Http404
    allow(access.operates(request.acting, meeting), guards.operators_only())
    return meeting


def _wanted(request: ActingRequest, meeting: Meeting) -> tuple[Subject, str]:
    subject = Subject.read(request.POST.get("subject", ""))
    title = wall.title_of(request, meeting, subject) if subject else ""
    if subject is None or not title:
        raise NotForTheWall(
            _(
                "This cannot be shown: it is not of this meeting, or it is a draft "
                "that was not submitted yet. Choose something from the list."
            )
        )
    return subject, title


def _choices(meeting: Meeting) -> list[Choice]:
    laid = list(outline.sessions(meeting))
    clocks = wall.timers([item for each in laid for item, _slot in each.items])
    found = []
    for each in laid:
        session = each.session
        found.append(Choice(f"{wall.SESSION}:{session.pk}", session.title, True))
        found += [
            Choice(
                f"{wall.AGENDA}:{item.pk}",
                item.title,
                False,
                item,
                clocks.get(item.pk),
            )
            for item, _slot in each.items
        ]
    return found


def _days(meeting: Meeting, now: datetime) -> list[date]:
    """Days a new link may last to: from today to the end of the meeting."""
    today = meeting.today(now)
    last = meeting.ends_on
    return list(rules.days_between(today, last)) if today <= last else []


def _link(key: ProjectorKey) -> str:
    path = reverse("convene:wall_key", args=[key.meeting.slug, wall.signed(key)])
    return f"{settings.PUBLIC_ORIGIN}{path}"
