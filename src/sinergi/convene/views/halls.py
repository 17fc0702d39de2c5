"""The hall: staff show its code, and who is there checks in with it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, cards, rules
from sinergi.convene import hall as codes
from sinergi.convene.forms.hall import HallForm
from sinergi.convene.models import Meeting, Participant, Session
from sinergi.convene.views.arrivals import (
    COOKIE,
    at_desk,
    came_today,
    doors_open,
    open_meeting,
)
from sinergi.core.doors import ActingRequest, acting
from sinergi.core.limits import Limit
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.paper import qr

# Wrong codes of one participant, before the page asks to wait.
GUESSES = Limit("hall", rules.GUESSES, rules.GUESSING_PAUSE)


@require_POST
def switch(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """Open the code of a hall, or close it."""
    session = get_object_or_404(at_desk(request, slug).sessions, pk=pk)
    by, at = request.acting, timezone.now()
    if request.POST.get("deed") == "close":
        acts.close_hall_code(session, by=by, at=at)
        messages.success(request, _("The code of the hall is closed."))
        return redirect("convene_work:desk", slug)
    acts.open_hall_code(session, by=by, at=at)
    return redirect("convene_work:show_hall_code", slug, pk)


@require_safe
def show(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """For the projector: a QR and a code, another one every half minute."""
    meeting = at_desk(request, slug)
    session = get_object_or_404(meeting.sessions, pk=pk)
    part = _part(session)
    if "isi" in request.GET:
        answer = HttpResponse(part)
        answer["X-Now"] = timezone.now().isoformat(timespec="milliseconds")
    else:
        context = {
            "meeting": meeting,
            "session": session,
            "part": part,
            "simulated": meeting.is_simulated,
        }
        answer = render(request, "convene/hall_wall.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def hall(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Opened by the QR of the hall, on the phone of who is there."""
    meeting = open_meeting(slug)
    session = get_object_or_404(meeting.sessions, pk=pk)
    by = acting(request)
    candidates = _candidates(request, meeting)
    me = candidates[0] if len(candidates) == 1 else None
    came = came_today(me) if me else None
    form = HallForm(
        request.POST or None,
        candidates=candidates,
        initial={"typed": request.GET.get("kode", "")},
    )
    if request.method == "POST" and form.is_valid() and not came:
        who = me or form.cleaned_data["participant"]
        held = _card(request, meeting) is not None
        if _come(form, who, session, None if held else by):
            messages.success(request, _("You are checked in."))
            chosen = {} if me else {"saya": who.pk}
            query = f"?{urlencode(chosen)}" if chosen else ""
            return redirect(f"{reverse('convene:hall', args=[slug, pk])}{query}")
    context = {
        "title": _("Check in"),
        "meeting": meeting,
        "session": session,
        "form": form,
        "me": me,
        "candidates": candidates,
        "came": came,
        "is_open": doors_open(meeting) and codes.open_code(session) is not None,
        "simulated": meeting.is_simulated,
        "login_url": f"{reverse('account_login')}?{_next(request)}",
    }
    answer = render(request, "convene/hall.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _come(
    form: HallForm, who: Participant, session: Session, by: Membership | None
) -> bool:
    """Check in; a wrong guess is counted outside the act, which is undone."""
    typed = form.cleaned_data["typed"]
    try:
        GUESSES.refuse_spent(str(who.pk))
        acts.check_in_in_hall(who, session, typed=typed, by=by, at=timezone.now())
    except Refusal as refusal:
        if isinstance(refusal, acts.WrongCode):
            GUESSES.count(str(who.pk))
        form.add_error("typed", str(refusal))
        return False
    return True


def _candidates(request: HttpRequest, meeting: Meeting) -> list[Participant]:
    """Who the phone may belong to: the card it opened, else what the account may be."""
    held = _card(request, meeting)
    if held:
        return [held]
    by = acting(request)
    if by is None or not access.takes_part(by, meeting):
        return []
    named = _of(meeting).filter(person=by.person_id)
    if named:
        return list(named[:1])
    own = _of(meeting).filter(government=by.government_id, person=None)
    chosen = request.GET.get("saya", "")
    if chosen.isdigit():
        own = own.filter(pk=int(chosen[:18]))
    return list(own.order_by("pk"))


def _of(meeting: Meeting) -> QuerySet[Participant]:
    return meeting.participants.select_related("government", "session", "meeting__host")


def _card(request: HttpRequest, meeting: Meeting) -> Participant | None:
    return cards.holder_of(meeting, request.COOKIES.get(COOKIE, ""))


def _part(session: Session) -> str:
    code = codes.open_code(session)
    now = timezone.now()
    shown = codes.shown(code, now) if code else ""
    path = reverse("convene:hall", args=[session.meeting.slug, session.pk])
    address = f"{settings.PUBLIC_ORIGIN}{path}"
    context = {
        "session": session,
        "code": shown,
        "qr": qr.svg(f"{address}?kode={shown}") if shown else "",
        "address": address,
        "ends_ms": int(rules.hall_code_ends(now).timestamp() * 1000),
        "left": _seconds_left(now),
    }
    with timezone.override(ZoneInfo(session.meeting.zone)):
        return render_to_string("convene/hall_part.html", context)


def _seconds_left(now: datetime) -> int:
    return int((rules.hall_code_ends(now) - now).total_seconds()) + 1


def _next(request: HttpRequest) -> str:
    return urlencode({"next": request.get_full_path()})
