"""Minutes of a meeting: read, written, approved."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import access, acts, guards, queries, rules, words
from sinergi.convene.forms.minutes import (
    MinutesForm,
)
from sinergi.convene.models import (
    AgendaItem,
    Decision,
    Meeting,
    MinutesComment,
    MinutesRevision,
    Session,
)
from sinergi.convene.rules import MeetingState, MinutesLack
from sinergi.convene.views.minuting import form_page, kept, place_of, session_of
from sinergi.convene.views.pages import page
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import last_moment
from sinergi.core.stale import Overtaken


@dataclass(frozen=True)
class Minuted:
    """A session with its agenda and decisions, its text, and what is said of it."""

    session: Session
    items: list[tuple[AgendaItem, list[Decision]]]
    latest: MinutesRevision | None
    earlier: list[MinutesRevision]
    comments: list[MinutesComment]
    may_decide: bool


@require_safe
def minutes(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = kept(request, slug)
    by, now = request.acting, timezone.now()
    state = MeetingState(meeting.state)
    until = meeting.comments_until
    lacks = queries.minutes_lacks(meeting, now)
    takes = access.takes_minutes(by, meeting)
    context = page(
        request,
        meeting,
        "minutes",
        title=_("Minutes of the meeting"),
        sessions=[_minuted(each, by) for each in _sessions(meeting)],
        may_write=takes and rules.may_write_minutes(state),
        may_comment=access.comments_for(by, meeting)
        and rules.may_comment(state, now, until),
        until=last_moment(until) if until and state is MeetingState.CLOSED else None,
        checks=[
            {"is_so": lack not in lacks, "text": words.MINUTES_LACK[lack]}
            for lack in MinutesLack
        ]
        if state is MeetingState.CLOSED
        else [],
        may_approve=access.chairs(by, meeting) and not lacks,
        approved=getattr(meeting, "approved_minutes", None),
    )
    return render(request, "convene/minutes.html", context)


def write_minutes(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """The next revision; when another was written meanwhile, both are shown."""
    meeting, session = session_of(request, slug, pk)
    by = request.acting
    allow(access.takes_minutes(by, meeting), guards.minute_taker_only())
    latest = session.revisions.order_by("-number").first()
    initial = {
        "text": latest.text if latest else "",
        "seen": acts.seen_of_minutes(session),
    }
    form = MinutesForm(request.POST or None, initial=initial)
    overtaken = None
    if request.method == "POST" and form.is_valid():
        try:
            written = acts.write_minutes(
                session, **form.cleaned_data, by=by, at=timezone.now()
            )
        except Overtaken as refusal:
            # Sent once more, it answers what stands beside it now.
            form.answer_to(acts.seen_of_minutes(session))
            form.add_error(None, str(refusal))
            overtaken = session.revisions.order_by("-number").first()
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                _("Revision %(number)d is saved.") % {"number": written.number},
            )
            return redirect(place_of(meeting, session))
    return form_page(
        request, meeting, form, _("Write the minutes"), _("Save"), session, overtaken
    )


def approve_minutes(request: ActingRequest, slug: str) -> HttpResponse:
    """Asked for once more, with what it means."""
    meeting = kept(request, slug)
    by = request.acting
    allow(access.chairs(by, meeting), guards.chair_only())
    guards.steps(meeting, MeetingState.MINUTES_APPROVED, by)
    if request.method == "POST":
        acts.approve_minutes(meeting, by=by, at=timezone.now())
        messages.success(request, _("The minutes are approved."))
        return redirect("convene_work:minutes", slug)
    title = _("Approve the minutes")
    context = page(
        request,
        meeting,
        "minutes",
        title=title,
        label=title,
        consequence=_(
            "The minutes of all sessions are locked as one document. Nothing in them "
            "changes any more, and the meeting is not opened again."
        ),
        cancel_url=reverse("convene_work:minutes", args=[slug]),
    )
    return render(request, "convene/confirm.html", context)


def _minuted(session: Session, by: Membership) -> Minuted:
    revisions = list(session.revisions.select_related("by__government"))
    decided: dict[int, list[Decision]] = {}
    for each in Decision.objects.standing().filter(item__session=session):
        decided.setdefault(each.item_id, []).append(each)
    return Minuted(
        session=session,
        items=[(item, decided.get(item.pk, [])) for item in session.agenda.all()],
        latest=revisions[-1] if revisions else None,
        earlier=revisions[-2::-1],
        comments=list(session.comments.select_related("government")),
        may_decide=access.decides_under(by, session)
        and rules.may_decide(MeetingState(session.meeting.state)),
    )


def _sessions(meeting: Meeting) -> list[Session]:
    sessions = meeting.sessions.select_related("bidang", "meeting__host")
    return list(sessions.prefetch_related("agenda"))
