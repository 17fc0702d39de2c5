"""The course of a meeting: invited, opened, closed, opened again."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules, words
from sinergi.convene.letters import INVITATION
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal, StandsAlready
from sinergi.core.vetoes import refuse_vetoed
from sinergi.letters import numbering


class AlreadyInvited(StandsAlready):
    """The invitation went out before."""


class NotReady(Refusal):
    """The invitation cannot go out yet; something is missing."""


class WithoutNumber(Refusal):
    """An invitation letter has a number."""


class NoSuchDay(Refusal):
    """The answers cannot be due on this day."""


class TooEarly(Refusal):
    """A meeting is opened on its first day or later."""


@act
def send_invitation(
    meeting: Meeting,
    *,
    letter_number: str,
    reply_by: date | None = None,
    by: Membership,
    at: datetime,
) -> Meeting:
    """Record that the invitation went out; from now on the participants see it.

    The governments answer until the end of `reply_by`; three days before the meeting
    when nothing is said.
    """
    guards.latest(meeting)
    guards.must(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    refuse_invited(meeting, by)
    guards.steps(meeting, MeetingState.INVITED, by)
    missing = meeting.lacks()
    if missing:
        raise NotReady(
            _("The invitation cannot go out yet. Still missing: %(missing)s.")
            % {"missing": ", ".join(str(words.MISSING[each]) for each in missing)}
        )
    if not letter_number.strip():
        raise WithoutNumber(_("Write the number of the invitation letter."))
    today = meeting.today(at)
    reply_by = reply_by or rules.usual_reply_day(meeting.starts_on, today)
    # A meeting recorded after its days is answered by nobody.
    if today <= meeting.starts_on and not rules.may_be_due(
        reply_by, meeting.starts_on, today
    ):
        raise NoSuchDay(
            _(
                "Answers are due from today, %(today)s, to the first day of the "
                "meeting, %(first)s. %(day)s lies outside."
            )
            % {
                "today": date_format(today),
                "first": date_format(meeting.starts_on),
                "day": date_format(reply_by),
            }
        )
    numbering.take(
        meeting.forum.coordinator,
        INVITATION.key,
        meeting.provenance,
        number=letter_number,
        reference=meeting.slug,
        title=meeting.title,
        day=today,
        at=at,
    )
    meeting.reply_by = reply_by
    meeting.letter_number = letter_number.strip()
    meeting.invited_at = at
    return _become(meeting, MeetingState.INVITED, "send_invitation", by=by, at=at)


def refuse_invited(meeting: Meeting, by: Membership) -> None:
    """A button pressed twice sends one invitation, and says when it went out."""
    guards.of_this_world(by, meeting)
    if meeting.invited_at is None:
        return
    sent = timezone.localtime(meeting.invited_at, ZoneInfo(meeting.zone))
    raise AlreadyInvited(
        _(
            "The invitation to “%(meeting)s” was sent already: letter %(number)s, "
            "%(sent)s. Nothing was sent a second time."
        )
        % {
            "meeting": meeting,
            "number": meeting.letter_number,
            "sent": date_format(sent, "DATETIME_FORMAT"),
        },
        meeting,
    )


@act
def open_meeting(meeting: Meeting, *, by: Membership, at: datetime) -> Meeting:
    """The chair opens; from now on the meeting can decide."""
    guards.latest(meeting)
    guards.must(access.chairs(by, meeting), guards.chair_only())
    if rules.needs_reason(MeetingState(meeting.state), MeetingState.RUNNING):
        raise guards.NotNow(
            _("“%(meeting)s” is closed. The secretariat opens it again, with a reason.")
            % {"meeting": meeting}
        )
    guards.steps(meeting, MeetingState.RUNNING, by)
    if not rules.may_open(meeting.today(at), meeting.starts_on):
        raise TooEarly(
            _("The meeting begins on %(day)s and can be opened from that day.")
            % {"day": date_format(meeting.starts_on)}
        )
    return _become(meeting, MeetingState.RUNNING, "open_meeting", by=by, at=at)


@act
def close_meeting(meeting: Meeting, *, by: Membership, at: datetime) -> Meeting:
    """The chair closes; nothing is decided or checked in after this."""
    guards.latest(meeting)
    guards.must(access.chairs(by, meeting), guards.chair_only())
    guards.steps(meeting, MeetingState.CLOSED, by)
    meeting.closed_at = at
    return _become(meeting, MeetingState.CLOSED, "close_meeting", by=by, at=at)


@act
def reopen_meeting(
    meeting: Meeting, *, reason: str, by: Membership, at: datetime
) -> Meeting:
    """The one step back: a closed meeting goes on, and the reason stays on record."""
    guards.latest(meeting)
    guards.must(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    guards.of_this_world(by, meeting)
    if not rules.needs_reason(MeetingState(meeting.state), MeetingState.RUNNING):
        raise guards.NotNow(
            _("“%(meeting)s” is %(state)s; only a closed meeting is opened again.")
            % {"meeting": meeting, "state": meeting.state_label}
        )
    refuse_vetoed("reopen_meeting", meeting)
    reason = guards.with_reason(reason)
    meeting.closed_at = None
    return _become(
        meeting, MeetingState.RUNNING, "reopen_meeting", by=by, at=at, reason=reason
    )


def _become(
    meeting: Meeting,
    wanted: MeetingState,
    action: str,
    *,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> Meeting:
    before = {"state": meeting.state}
    after = {"state": wanted.value}
    if wanted is MeetingState.INVITED:
        after["letter_number"] = meeting.letter_number
        after["reply_by"] = str(meeting.reply_by)
    meeting.state = wanted.value
    meeting.save()
    ledger.record(
        action,
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=after,
        reason=reason,
    )
    return meeting
