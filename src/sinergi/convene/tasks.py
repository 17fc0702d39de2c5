"""What a meeting is waiting for, and from whom."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.convene import access, queries, rules
from sinergi.convene.models import Meeting, MinutesComment
from sinergi.convene.rules import CommitteeRole, MeetingState
from sinergi.core.introductions import Task
from sinergi.core.models import Membership
from sinergi.core.rules import Role, deadline


def due(by: Membership, now: datetime) -> Iterator[Task]:
    """The secretariat's drafts, the chair's opening and closing, the desk's day."""
    if by.is_a(Role.ADMINISTRATOR):
        return
    # A simulated account has nothing to do in a real meeting, and the reverse.
    meetings = Meeting.objects.filter(provenance=by.provenance)
    meetings = meetings.exclude(state=MeetingState.MINUTES_APPROVED.value)
    for meeting in meetings.select_related("forum", "host").order_by("starts_on"):
        today = meeting.today(now)
        if access.is_secretariat(by, meeting.forum):
            yield from _of_secretariat(meeting)
        if access.chairs(by, meeting):
            yield from _of_chair(meeting, today)
            yield from _of_approval(meeting, now)
        if access.takes_minutes(by, meeting):
            yield from _of_minute_taker(meeting)
        if meeting.committee.filter(
            person=by.person_id, role=CommitteeRole.DESK.value
        ).exists():
            yield from _of_desk(meeting, today)
        if access.answers_for(by, meeting):
            yield from _of_government(meeting, by)


def _of_secretariat(meeting: Meeting) -> Iterator[Task]:
    if not meeting.is_draft:
        return
    begins = deadline(meeting.starts_on, -1, meeting.zone)
    if meeting.lacks():
        yield _task(
            meeting, _("Complete the draft"), _("Complete"), "meeting", due_at=begins
        )
    else:
        yield _task(
            meeting, _("Send the invitation"), _("Send"), "invitation", due_at=begins
        )


def _of_government(meeting: Meeting, by: Membership) -> Iterator[Task]:
    """Answer the invitation; then, if somebody comes, say who."""
    if not rules.may_reply(MeetingState(meeting.state)) or meeting.reply_by is None:
        return
    reply = meeting.replies.filter(government=by.government_id).first()
    due_at = deadline(meeting.reply_by, 0, by.government.time_zone)
    if reply is None:
        title, button = _("Answer the invitation"), _("Answer")
    elif reply.comes and not meeting.participants.filter(
        government=by.government_id, named_at__isnull=False
    ):
        title, button = _("Name your delegates"), _("Name them")
    else:
        return
    yield _task(meeting, title, button, "reply", due_at=due_at)


def _of_chair(meeting: Meeting, today: date) -> Iterator[Task]:
    state = MeetingState(meeting.state)
    if state is MeetingState.INVITED and rules.may_open(today, meeting.starts_on):
        yield _task(
            meeting,
            _("Open the meeting"),
            _("Open"),
            "open",
            due_at=deadline(meeting.starts_on, 0, meeting.zone),
        )
    if state is MeetingState.RUNNING and today >= meeting.ends_on:
        yield _task(
            meeting,
            _("Close the meeting"),
            _("Close"),
            "close",
            due_at=deadline(meeting.ends_on, 0, meeting.zone),
        )


def _of_minute_taker(meeting: Meeting) -> Iterator[Task]:
    """After the closing: what is not written yet, then what is not answered yet."""
    if MeetingState(meeting.state) is not MeetingState.CLOSED:
        return
    until = meeting.comments_until
    if meeting.sessions.filter(revisions=None).exists():
        yield _task(
            meeting,
            _("Write the minutes"),
            _("Write"),
            "minutes",
            due_at=until or meeting.closed_at,
        )
    comments = MinutesComment.objects.filter(session__meeting=meeting)
    if comments.filter(answered_at=None).exists():
        yield _task(
            meeting,
            _("Answer comments on the minutes"),
            _("Answer"),
            "minutes",
            due_at=until,
        )


def _of_approval(meeting: Meeting, now: datetime) -> Iterator[Task]:
    if not queries.minutes_lacks(meeting, now):
        yield _task(
            meeting, _("Approve the minutes"), _("Approve"), "minutes", due_at=None
        )


def _of_desk(meeting: Meeting, today: date) -> Iterator[Task]:
    state = MeetingState(meeting.state)
    if rules.may_check_in(state, today, meeting.starts_on, meeting.ends_on):
        yield _task(
            meeting,
            _("Check participants in"),
            _("To the desk"),
            "desk",
            due_at=deadline(today, 0, meeting.zone),
        )


def _task(
    meeting: Meeting, title: str, button: str, page: str, *, due_at: datetime | None
) -> Task:
    return Task(
        title=title,
        subject=meeting.title,
        url=reverse(f"convene_work:{page}", args=[meeting.slug]),
        button=button,
        due_at=due_at,
    )
