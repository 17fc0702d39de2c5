"""What a step needs before it is taken: state, office, moment, reason."""

from django.utils.translation import gettext as _

from sinergi.agree import access, rules, sentences, words
from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import TRANSITIONS, Action, State
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class NotThisStep(Refusal):
    """The state the recommendation is in does not lead there."""


class MeetingNotRunning(Refusal):
    """Decisions are taken while the meeting runs; texts until it is closed."""


def refuse_step(
    recommendation: Recommendation, action: Action, by: Membership, reason: str = ""
) -> None:
    """Right state, right office, right moment, and a reason where one is owed."""
    recommendation.hold()
    state = State(recommendation.state)
    step = TRANSITIONS[state].get(action)
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
    meeting = recommendation.meeting
    if not step.after_record:
        refuse_after_record(meeting)
    if step.in_running_meeting:
        refuse_out_of_session(meeting)
    if State.SUBMITTED in step.to:
        refuse_after_meeting(meeting)
    if step.needs_reason:
        refuse_without_reason(reason)


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
