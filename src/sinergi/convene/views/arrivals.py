"""The card of a participant: on a phone, on paper, and before who checks in."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, cards, hall, rules
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import Door, MeetingState, Part
from sinergi.convene.views.pages import page, seen
from sinergi.core.doors import ActingRequest, acting, allow
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import deadline
from sinergi.paper import qr

# What the phone of a participant keeps, for the hall page of this meeting only.
COOKIE = "kartu"


@require_safe
def card(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Opened by its holder it is the card; by who checks in, the door."""
    meeting = open_meeting(slug)
    participant = cards.holder_of(meeting, token)
    if participant is None:
        raise NotAllowed(no_such_card())
    if access.at_desk(acting(request), meeting):
        return redirect("convene_work:arrival", slug, token)
    now = timezone.now()
    context = {
        "title": participant.office,
        "meeting": meeting,
        "participant": participant,
        "code": cards.code_of(participant),
        "qr": qr.svg(cards.address_of(participant)),
        "came": came_today(participant),
        "halls": _shown_halls(meeting, now) if doors_open(meeting) else [],
        "simulated": meeting.is_simulated,
    }
    answer = render(request, "convene/badge.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=max(deadline(meeting.ends_on, 0, meeting.zone) - now, timedelta()),
        path=hall_path(slug),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return answer


def arrival(request: ActingRequest, slug: str, token: str) -> HttpResponse:
    """The phone's own camera opened the card: one press, and the person is in."""
    meeting = at_desk(request, slug)
    participant = cards.holder_of(meeting, token)
    if participant is None:
        raise NotAllowed(no_such_card())
    if request.method == "POST":
        acts.check_in(participant, door=Door.SCAN, by=request.acting, at=timezone.now())
        return redirect("convene_work:arrival", slug, token)
    context = page(
        request,
        meeting,
        "desk",
        title=_("Check in"),
        participant=participant,
        came=came_today(participant),
        is_open=doors_open(meeting),
    )
    return render(request, "convene/arrival.html", context)


@require_POST
def typed_code(request: ActingRequest, slug: str) -> HttpResponse:
    """The short code of a card, typed at the desk, opens the same page."""
    meeting = at_desk(request, slug)
    participant = cards.by_code(meeting, request.POST.get("kode", ""))
    if participant is None:
        messages.error(request, no_such_card())
        return redirect("convene_work:desk", slug)
    return redirect("convene_work:arrival", slug, cards.token_of(participant))


@require_safe
def sheet(request: ActingRequest, slug: str) -> HttpResponse:
    """All cards to print: of everybody, or of one's own delegates."""
    meeting = seen(request, slug)
    by = request.acting
    keeps = access.keeps_list(by, meeting)
    allow(
        keeps or access.comments_for(by, meeting),
        _(
            "Cards are handed out by the secretariat and the desk, and by each "
            "government to its own delegates."
        ),
    )
    expected = meeting.participants.in_order(meeting.forum)
    if not keeps:
        expected = expected.filter(government=by.government_id)
    context = page(
        request,
        meeting,
        "cards",
        title=_("Cards of the participants"),
        cards=[
            (each, cards.code_of(each), cards.address_of(each), _qr(each))
            for each in expected.select_related("meeting")
        ],
        keeps_list=keeps,
        may_renew=rules.may_change(Part.PEOPLE, MeetingState(meeting.state)),
    )
    return render(request, "convene/badge_sheet.html", context)


@require_POST
def renew(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = seen(request, slug)
    participant = get_object_or_404(meeting.participants, pk=pk)
    acts.renew_card(participant, by=request.acting, at=timezone.now())
    messages.success(
        request, _("There is a new card; the old one opens nothing any more.")
    )
    return redirect("convene_work:cards", slug)


def at_desk(request: ActingRequest, slug: str) -> Meeting:
    """The meeting, for its desk; somebody else learns only whose door this is."""
    meetings = Meeting.objects.select_related("forum__coordinator", "host")
    meeting = get_object_or_404(meetings, slug=slug)
    if not access.at_desk(request.acting, meeting):
        meeting = seen(request, slug)
    allow(
        access.at_desk(request.acting, meeting),
        _("Only the registration desk and the secretariat check participants in."),
    )
    return meeting


def open_meeting(slug: str) -> Meeting:
    """A meeting to which people are invited; there is no door to any other."""
    meetings = Meeting.objects.public().select_related("forum", "host")
    return get_object_or_404(meetings.exclude(provenance="published"), slug=slug)


def hall_path(slug: str) -> str:
    return f"/rakor/{slug}/hadir/"


def doors_open(meeting: Meeting) -> bool:
    return rules.may_check_in(
        MeetingState(meeting.state),
        meeting.today(timezone.now()),
        meeting.starts_on,
        meeting.ends_on,
    )


def came_today(participant: Participant) -> Attendance | None:
    day = participant.meeting.today(timezone.now())
    return participant.attendances.standing().filter(day=day).first()


def no_such_card() -> str:
    return _(
        "This is no card of this meeting, or there is a newer one. The registration "
        "desk finds you on its list."
    )


def _shown_halls(meeting: Meeting, now: datetime) -> list[hall.Hall]:
    return [each for each in hall.of_day(meeting, meeting.today(now)) if each.code]


def _qr(participant: Participant) -> str:
    return qr.svg(cards.address_of(participant))
