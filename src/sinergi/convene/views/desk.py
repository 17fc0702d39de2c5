"""The registration desk: find the participant, one button, and how many are here."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, hall, queries, rules
from sinergi.convene.forms.meeting import ReasonForm
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import MeetingState, Part
from sinergi.convene.views.arrivals import at_desk
from sinergi.convene.views.pages import page
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.models import Place


@dataclass(frozen=True)
class Delegation:
    """A government at the desk: who of it is shown, and how many are here."""

    government: Place
    rows: list[tuple[Participant, Attendance | None]]
    present: int
    expected: int

    @property
    def complete(self) -> bool:
        return self.present == self.expected


@require_safe
def desk(request: ActingRequest, slug: str) -> HttpResponse:
    """Everybody expected by government; searched by words, one button each."""
    meeting = at_desk(request, slug)
    today = meeting.today(timezone.now())
    wanted = request.GET.get("q", "").strip()
    only_waiting = "belum" in request.GET
    here = queries.arrivals(meeting, today)
    expected = meeting.participants.count()
    state = MeetingState(meeting.state)
    context = page(
        request,
        meeting,
        "desk",
        title=_("Registration desk"),
        today=today,
        wanted=wanted,
        only_waiting=only_waiting,
        groups=_delegations(meeting, here, wanted, only_waiting=only_waiting),
        present=len(here),
        expected=expected,
        waiting=expected - len(here),
        quorum=queries.quorum(meeting),
        is_open=rules.may_check_in(state, today, meeting.starts_on, meeting.ends_on),
        may_add=rules.may_change(Part.PEOPLE, state)
        and access.keeps_list(request.acting, meeting),
        halls=hall.of_day(meeting, today),
        presence=queries.presence(meeting, today),
    )
    return render(request, "convene/desk.html", context)


@require_POST
def check_in(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = at_desk(request, slug)
    participant = get_object_or_404(meeting.participants, pk=pk)
    acts.check_in(participant, by=request.acting, at=timezone.now())
    messages.success(
        request,
        _("Present: %(office)s, %(government)s.")
        % {"office": participant.office, "government": participant.government},
    )
    return redirect(_desk(request, slug, participant.government))


def undo_check_in(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """A mistake at the desk is taken back with its reason."""
    meeting = at_desk(request, slug)
    noted = Attendance.objects.filter(participant__meeting=meeting)
    attendance = get_object_or_404(noted, pk=pk)
    acts.refuse_undone(attendance)
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
            government = attendance.participant.government
            return redirect(_desk(request, slug, government))
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
        cancel_url=reverse("convene_work:desk", args=[slug]),
    )
    return render(request, "convene/confirm.html", context)


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


def _delegations(
    meeting: Meeting, here: dict[int, Attendance], wanted: str, *, only_waiting: bool
) -> list[Delegation]:
    """Those who match, by government in the order of the forum."""
    ordered = meeting.participants.in_order(meeting.forum)
    shown = set(_matching(ordered, wanted).values_list("pk", flat=True))
    found = []
    for government, everybody in groupby(ordered, key=lambda each: each.government):
        rows = [(each, here.get(each.pk)) for each in everybody]
        visible = [
            (each, came)
            for each, came in rows
            if each.pk in shown and not (only_waiting and came)
        ]
        if visible:
            present = sum(1 for _each, came in rows if came)
            found.append(Delegation(government, visible, present, len(rows)))
    return found


def _desk(request: ActingRequest, slug: str, government: Place) -> str:
    """Back to the desk: the same search, at the government just served."""
    kept = {name: request.POST[name] for name in ("q", "belum") if name in request.POST}
    url = reverse("convene_work:desk", args=[slug])
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{url}{query}#pemda-{government.slug}"
