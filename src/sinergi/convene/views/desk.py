"""The registration desk: find the participant, one button, and how many are here."""

from datetime import date

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sinergi.convene import access, acts, queries, rules, tiles
from sinergi.convene.forms.meeting import ReasonForm
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import MeetingState
from sinergi.convene.views.pages import page, seen
from sinergi.core.doors import ActingRequest, allow, attempt


@require_GET
def desk(request: ActingRequest, slug: str) -> HttpResponse:
    """Everybody expected, those not here yet first; searched by words."""
    meeting = _at_desk(request, slug)
    today = meeting.today(timezone.now())
    wanted = request.GET.get("q", "").strip()
    here = _here(meeting, today)
    expected = meeting.participants.select_related("government", "session")
    found = _matching(expected, wanted).order_by("government__seats__order", "office")
    rows = [(participant, here.get(participant.pk)) for participant in found]
    context = page(
        request,
        meeting,
        "desk",
        title=_("Registration desk"),
        today=today,
        wanted=wanted,
        waiting=[row for row in rows if not row[1]],
        arrived=[row for row in rows if row[1]],
        present=len(here),
        expected=expected.count(),
        quorum=queries.quorum(meeting),
        tiles=tiles.presence(meeting, today),
        is_open=rules.may_check_in(
            MeetingState(meeting.state), today, meeting.starts_on, meeting.ends_on
        ),
    )
    return render(request, "convene/desk.html", context)


@require_POST
def check_in(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _at_desk(request, slug)
    participant = get_object_or_404(meeting.participants, pk=pk)
    acts.check_in(participant, by=request.acting, at=timezone.now())
    messages.success(
        request,
        _("Present: %(office)s, %(government)s.")
        % {"office": participant.office, "government": participant.government},
    )
    return redirect(_desk(slug, request.POST.get("q", "")))


def undo_check_in(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """A mistake at the desk is taken back with its reason."""
    meeting = _at_desk(request, slug)
    standing = Attendance.objects.filter(participant__meeting=meeting, undone_at=None)
    attendance = get_object_or_404(standing, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        undone = attempt(
            form,
            lambda: acts.undo_check_in(
                attendance, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if undone:
            messages.success(request, _("The check-in is taken back."))
            return redirect(_desk(slug, ""))
    context = page(
        request,
        meeting,
        "desk",
        title=_("Take back a check-in"),
        consequence=_(
            "%(office)s, %(government)s, no longer counts as present today. The "
            "check-in and its withdrawal both stay in the record."
        )
        % {
            "office": attendance.participant.office,
            "government": attendance.participant.government,
        },
        label=_("Take back"),
        form=form,
        cancel_url=_desk(slug, ""),
    )
    return render(request, "convene/confirm.html", context)


def _at_desk(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(
        access.at_desk(request.acting, meeting),
        _("Only the registration desk and the secretariat check participants in."),
    )
    return meeting


def _here(meeting: Meeting, day: date) -> dict[int, Attendance]:
    """Today's standing check-ins by participant."""
    found = Attendance.objects.filter(
        participant__meeting=meeting, day=day, undone_at=None
    )
    return {each.participant_id: each for each in found}


def _matching(
    participants: QuerySet[Participant], wanted: str
) -> QuerySet[Participant]:
    """Every word typed must occur in government, office or name."""
    for word in wanted.split():
        participants = participants.filter(
            Q(government__name__icontains=word)
            | Q(office__icontains=word)
            | Q(name__icontains=word)
        )
    return participants


def _desk(slug: str, wanted: str) -> str:
    """Back to the desk, to the same search."""
    url = reverse("convene_work:desk", args=[slug])
    return f"{url}?{urlencode({'q': wanted})}" if wanted else url
