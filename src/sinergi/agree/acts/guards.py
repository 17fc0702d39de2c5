"""What a step needs before it is taken: state, office, moment, reason."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access, queries, rules, sentences, words
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Recommendation
from sinergi.agree.rounds import round_of
from sinergi.agree.rules import Action, State, When
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready


class NotThisStep(Refusal):
    """The state the recommendation is in does not lead there."""


class StillGoesRound(Refusal):
    """What goes round in writing is decided once everybody was heard."""


class MeetingNotRunning(Refusal):
    """Decisions are taken while the meeting runs; texts until it is closed."""


def refuse_step(
    recommendation: Recommendation,
    action: Action,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> None:
    """Right state, right office, right moment, and a reason where one is owed."""
    recommendation.hold()
    state, meeting = State(recommendation.state), recommendation.meeting
    step = rules.step_from(state, action, meeting.ratification)
    if step is None:
        if rules.is_taken(state, action) and access.takes(by, recommendation, action):
            told = sentences.taken(action, recommendation)
            raise StandsAlready(told, recommendation)
        raise NotThisStep(
            _("“%(action)s” does not follow from the state “%(state)s”.")
            % {"action": words.ACTION[action], "state": recommendation.state_label}
        )
    if not access.may(by, recommendation, action):
        raise NotAllowed(
            _("“%(action)s” is for: %(who)s.")
            % {
                "action": words.ACTION[action],
                "who": ", ".join(str(words.ACTOR[actor]) for actor in sorted(step.by)),
            }
        )
    if step.when is not When.ANY_TIME:
        refuse_after_record(meeting)
    if step.when is When.IN_SESSION:
        refuse_out_of_session(meeting)
    if step.when is When.AFTER_CIRCULATION:
        refuse_before_heard(recommendation, at)
    if State.SUBMITTED in step.to:
        refuse_after_meeting(meeting)
    if step.needs_reason:
        refuse_without_reason(reason)


def refuse_before_heard(recommendation: Recommendation, at: datetime) -> None:
    """Decided in writing: the meeting is over, and so is the time to answer."""
    meeting = recommendation.meeting
    going = round_of(recommendation)
    if going is None or not meeting.is_over:
        raise StillGoesRound(
            _(
                "%(name)s is decided in writing, after %(meeting)s has closed. To "
                "change its words before, the chair refers it back to the group."
            )
            % {"name": recommendation.name, "meeting": meeting.title}
        )
    if not going.is_heard(at):
        names = queries.names_of(meeting)
        raise StillGoesRound(
            _(
                "%(name)s goes round until the end of %(day)s. Not answered yet: "
                "%(waiting)s. It is decided when they have answered, or after that day."
            )
            % {
                "name": recommendation.name,
                "day": date_format(going.last_day),
                "waiting": sentences.named(going.waiting, names),
            }
        )


def refuse_after_record(meeting: Meeting) -> None:
    if access.is_locked(meeting):
        raise MeetingNotRunning(
            _("The berita acara of %(meeting)s is locked; nothing moves any more.")
            % {"meeting": meeting.title}
        )


def refuse_after_announcement(meeting: Meeting) -> None:
    """Until then somebody may still sign on behalf of a head of office."""
    record = access.record_of(meeting)
    if record is not None and record.announced_at is not None:
        raise MeetingNotRunning(
            _("The berita acara of %(meeting)s is announced; nobody signs it any more.")
            % {"meeting": meeting.title}
        )


def refuse_out_of_session(meeting: Meeting) -> None:
    if MeetingState(meeting.state) is not MeetingState.RUNNING:
        raise MeetingNotRunning(
            _(
                "Decisions are taken while the meeting is in session; %(meeting)s is "
                "not."
            )
            % {"meeting": meeting.title}
        )


def refuse_after_meeting(meeting: Meeting) -> None:
    if meeting.is_over:
        raise MeetingNotRunning(
            _("%(meeting)s is closed; draft for the next meeting.")
            % {"meeting": meeting.title}
        )
