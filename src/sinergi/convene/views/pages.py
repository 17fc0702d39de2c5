"""What the working pages share: the meeting one may see, its way back, its tabs."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.convene import access, guards
from sinergi.convene.models import CommitteeMember, Meeting
from sinergi.convene.rules import CommitteeRole, Part
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.models import Membership
from sinergi.core.stale import SeenForm

T = TypeVar("T")
Context = dict[str, Any]

KEPT = ["opening", "committee", "participants", "procedure"]


def seen(request: ActingRequest, slug: str) -> Meeting:
    """The meeting, for those who see it; a draft is not there for anybody else."""
    meetings = Meeting.objects.select_related("forum__coordinator", "host")
    meeting = get_object_or_404(meetings, slug=slug)
    if not access.sees(request.acting, meeting):
        raise Http404
    return meeting


def changeable(request: ActingRequest, slug: str, part: Part) -> Meeting:
    """The meeting, for the secretariat, while this part may still change."""
    meeting = seen(request, slug)
    by = request.acting
    allow(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    guards.may_change(part, meeting, by)
    return meeting


def readable(request: ActingRequest, slug: str, part: Part) -> tuple[Meeting, str]:
    """The meeting for the secretariat to read, and why this part stands still, or ''.

    What is sent is still refused where it does: only reading goes on.
    """
    meeting = seen(request, slug)
    by = request.acting
    allow(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    return meeting, why_still(request, meeting, part)


def why_still(request: ActingRequest, meeting: Meeting, part: Part) -> str:
    guards.of_this_world(request.acting, meeting)
    try:
        guards.may_change(part, meeting, request.acting)
    except guards.NotNow as refusal:
        if request.method == "POST":
            raise
        return str(refusal)
    return ""


def attempt_over(
    form: SeenForm, deed: Callable[[], T], seen_now: Callable[[], str]
) -> T | None:
    """Do the deed; overtaken by another, the form answers to what stands now."""
    return attempt(form, lambda: form.carry_out(deed, seen_now))


def page(
    request: ActingRequest, meeting: Meeting, here: str, *, title: str, **more: Any
) -> Context:
    """Context of a page inside a meeting; `here` is its tab, '' as title: that tab."""
    crumbs = (
        [] if access.attends(request.acting, meeting) else _way_back(meeting, title)
    )
    if title and crumbs:
        crumbs.append({"label": title, "url": ""})
    return {
        "meeting": meeting,
        "title": title,
        "crumbs": crumbs,
        "tabs": tabs(meeting, request.acting, here),
        "simulated": meeting.is_simulated,
        "draft": meeting.is_draft,
        "is_secretariat": access.is_secretariat(request.acting, meeting.forum),
        **more,
    }


def _way_back(meeting: Meeting, title: str) -> list[dict[str, str]]:
    return [
        {"label": _("Meetings"), "url": reverse("convene_work:list")},
        {"label": meeting.title, "url": _to("meeting", meeting) if title else ""},
    ]


def committee(meeting: Meeting) -> list[CommitteeMember]:
    """The committee in the order of its tasks, the chair first."""
    order = list(CommitteeRole)
    seats = meeting.committee.select_related("person", "session")
    return sorted(seats, key=lambda seat: order.index(CommitteeRole(seat.role)))


def tabs(meeting: Meeting, by: Membership, here: str) -> list[Context]:
    """The rooms of a meeting this membership may enter."""
    if access.attends(by, meeting):
        return _tabs(meeting, ["desk", "scanner"], here)
    shown = ["meeting", "programme"]
    if access.is_secretariat(by, meeting.forum) and not meeting.is_published:
        shown += KEPT
    if not (meeting.is_draft or meeting.is_published):
        if access.answers_for(by, meeting):
            shown.append("reply")
        if access.is_secretariat(by, meeting.forum):
            shown += ["replies", "guests"]
    if access.at_desk(by, meeting) and not (meeting.is_draft or meeting.is_published):
        shown += ["desk", "scanner"]
    if not (meeting.is_draft or meeting.is_published):
        shown += ["attendance", "minutes"]
    if access.operates(by, meeting) and not (meeting.is_draft or meeting.is_published):
        shown.append("projector")
    return _tabs(meeting, shown, here)


def _tabs(meeting: Meeting, shown: list[str], here: str) -> list[Context]:
    labels = _tab_labels()
    counts = {"participants": meeting.participants.count()}
    return [
        {
            "label": labels[name],
            "url": _to(name, meeting),
            "current": name == here,
            "count": counts.get(name),
        }
        for name in shown
    ]


def _tab_labels() -> dict[str, str]:
    return {
        "meeting": _("Overview"),
        "programme": _("Schedule"),
        "opening": _("Opening"),
        "committee": _("Committee"),
        "participants": _("Participants"),
        "procedure": _("Tata tertib"),
        "reply": _("The invitation"),
        "replies": _("Answers"),
        "guests": _("Guests"),
        "desk": _("Registration desk"),
        "scanner": _("Scanner"),
        "attendance": _("Attendance"),
        "minutes": _("Minutes of the meeting"),
        "projector": _("Projector"),
    }


def _to(name: str, meeting: Meeting) -> str:
    return reverse(f"convene_work:{name}", args=[meeting.slug])
