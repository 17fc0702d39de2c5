"""What pages of agreeing share: what one may read, and the way back."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.agree import access, acts
from sinergi.agree.models import Recommendation, Version
from sinergi.convene.access import sees
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.models import Membership
from sinergi.core.rules import Provenance
from sinergi.core.stale import SeenForm

Context = dict[str, Any]
T = TypeVar("T")


def is_simulated(provenance: str) -> bool:
    return Provenance(provenance) is Provenance.SIMULATED


def attempt_once(
    request: ActingRequest,
    form: Form,
    deed: Callable[[], T],
    told: Callable[[T], str],
) -> T | None:
    """What came of a form that was sent and fits; sent twice it is told as done.

    None while there is nothing to do yet. Refused, the form says why.
    """
    if request.method != "POST" or not form.is_valid():
        return None

    def once() -> T:
        try:
            made = deed()
        except acts.StandsAlready as already:
            messages.info(request, str(already))
            return cast("T", already.standing)
        messages.success(request, told(made))
        return made

    return attempt(form, once)


def attempt_over(
    request: ActingRequest,
    form: SeenForm,
    deed: Callable[[], T],
    told: Callable[[T], str],
    seen_now: Callable[[], str],
) -> T | None:
    """As `attempt_once`; overtaken by another, the form answers to what stands now."""
    return attempt_once(request, form, lambda: form.carry_out(deed, seen_now), told)


def readable(request: ActingRequest, pk: int) -> Recommendation:
    """A working paper, for those who may read it; for others it is not there."""
    known = Recommendation.objects.for_pages()
    recommendation = get_object_or_404(known, pk=pk)
    if not access.may_read(request.acting, recommendation):
        raise Http404
    return recommendation


def version_of(recommendation: Recommendation, number: int) -> Version:
    """The version a page showed, which may not be the current one any more."""
    return get_object_or_404(recommendation.versions, number=number)


def shows_current(form: Form, version: Version) -> None:
    """A page that was refused shows the current version, so its form is about that."""
    form.data = {**dict(form.data.items()), "version": str(version.number)}


def seen(request: ActingRequest, slug: str) -> Meeting:
    meetings = Meeting.objects.select_related("forum__coordinator", "host")
    meeting = get_object_or_404(meetings, slug=slug)
    by = request.acting
    if meeting.is_published or not (sees(by, meeting) or _inspects(by, meeting)):
        raise Http404
    return meeting


def kept(request: ActingRequest, slug: str) -> Meeting:
    """A meeting whose papers are kept by this office."""
    meeting = seen(request, slug)
    allow(
        access.keeps_record(request.acting, meeting),
        _("Berita acara and guideline are kept by the secretariat of the forum."),
    )
    return meeting


def as_pdf(drawn: bytes, name: str) -> HttpResponse:
    response = HttpResponse(drawn, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _inspects(by: Membership, meeting: Meeting) -> bool:
    seats = meeting.forum.seats.filter(government=by.government_id)
    return not meeting.is_draft and seats.exists()


def inside_meeting(meeting: Meeting, title: str, **more: Any) -> Context:
    """A page of a meeting's board."""
    crumbs = [
        {"label": _("Recommendations"), "url": reverse("agree_work:boards")},
        {
            "label": meeting.title,
            "url": reverse("agree_work:board", args=[meeting.slug]) if title else "",
        },
    ]
    if title:
        crumbs.append({"label": title, "url": ""})
    return {
        "meeting": meeting,
        "title": title or meeting.title,
        "crumbs": crumbs,
        "simulated": is_simulated(meeting.provenance),
        **more,
    }


def inside(recommendation: Recommendation, title: str, **more: Any) -> Context:
    """A page about one recommendation; an empty title is its own page."""
    meeting = recommendation.meeting
    own = reverse("agree_work:recommendation", args=[recommendation.pk])
    crumbs = [
        {
            "label": meeting.title,
            "url": reverse("agree_work:board", args=[meeting.slug]),
        },
        {"label": recommendation.name, "url": own if title else ""},
    ]
    if title:
        crumbs.append({"label": title, "url": ""})
    return {
        "recommendation": recommendation,
        "meeting": meeting,
        "version": recommendation.current,
        "title": title or recommendation.title,
        "crumbs": crumbs,
        "own_url": own,
        "simulated": is_simulated(recommendation.provenance),
        "draft": not recommendation.is_closed,
        **more,
    }
