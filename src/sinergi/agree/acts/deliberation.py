"""The steps of a recommendation, each with its guard (rules.TRANSITIONS)."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, queries, rules, sentences, words
from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.acts.texts import (
    NoReason,
    described,
    refuse_without_reason,
    start_answers,
)
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import TRANSITIONS, Action, State, Step
from sinergi.convene.queries import quorum
from sinergi.convene.rules import MeetingState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal

__all__ = [
    "HeldUp",
    "MeetingNotRunning",
    "NoQuorum",
    "NoReason",
    "NotReady",
    "NotThisStep",
    "adopt",
    "agree_in_group",
    "defer",
    "discuss_in_group",
    "open_in_plenary",
    "refer_back",
    "submit",
    "withdraw",
]


class NotThisStep(Refusal):
    """The state the recommendation is in does not lead there."""


class MeetingNotRunning(Refusal):
    """Decisions are taken while the meeting runs; texts until it is closed."""


class NotReady(Refusal):
    """Something is missing before it can be submitted."""


class NoQuorum(Refusal):
    """Too few governments are on the attendance list."""


class HeldUp(Refusal):
    """Some governments have not answered, want to discuss, or object."""


@act
def submit(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Put the draft before the meeting; it gets its number."""
    _refuse_step(recommendation, Action.SUBMIT, by)
    missing = gaps_of(recommendation)
    if missing:
        raise NotReady(
            _("Still missing: %(gaps)s. Fill them in, then submit.")
            % {"gaps": sentences.gaps(missing)}
        )
    taken = Recommendation.objects.exclude(reference="")
    recommendation.reference = rules.reference_of(
        recommendation.meeting.starts_on.year,
        recommendation.bidang.code,
        taken.values_list("reference", flat=True),
    )
    return _move(recommendation, Action.SUBMIT, State.SUBMITTED, by=by, at=at)


@act
def discuss_in_group(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Open it in the group: from now on governments answer."""
    _refuse_step(recommendation, Action.DISCUSS, by)
    start_answers(recommendation.current, by=by, at=at)
    return _move(recommendation, Action.DISCUSS, State.IN_GROUP, by=by, at=at)


@act
def agree_in_group(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """The group agrees; every government in it that must answer has answered."""
    _refuse_step(recommendation, Action.AGREE_IN_GROUP, by)
    group = queries.group_of(recommendation)
    standing = queries.standing_of(recommendation.current, among=group)
    if not standing.is_clear:
        raise HeldUp(
            _("The group has not agreed to version %(number)d yet. %(why)s")
            % {
                "number": recommendation.current.number,
                "why": _why(recommendation, standing),
            }
        )
    return _move(
        recommendation, Action.AGREE_IN_GROUP, State.AGREED_IN_GROUP, by=by, at=at
    )


@act
def open_in_plenary(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Put the words of the group before the plenary, as they are: they are pinned."""
    _refuse_step(recommendation, Action.OPEN_IN_PLENARY, by)
    recommendation.pinned = recommendation.current
    return _move(recommendation, Action.OPEN_IN_PLENARY, State.IN_PLENARY, by=by, at=at)


@act
def refer_back(
    recommendation: Recommendation, *, reason: str, by: Membership, at: datetime
) -> Recommendation:
    """Give it back to the group, which may change the words again."""
    _refuse_step(recommendation, Action.REFER_BACK, by, reason)
    recommendation.pinned = None
    return _move(
        recommendation,
        Action.REFER_BACK,
        State.IN_GROUP,
        by=by,
        at=at,
        reason=reason,
    )


@act
def adopt(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Make the pinned words binding on the governments they are addressed to."""
    _refuse_step(recommendation, Action.ADOPT, by)
    found = quorum(recommendation.meeting)
    if not found.met:
        raise NoQuorum(
            _("No quorum: %(why)s Check in who is present, then adopt.")
            % {"why": sentences.quorum(found)}
        )
    standing = queries.standing_of(recommendation.current)
    if not standing.is_clear:
        raise HeldUp(
            _("Version %(number)d cannot be adopted yet. %(why)s")
            % {
                "number": recommendation.current.number,
                "why": _why(recommendation, standing),
            }
        )
    recommendation.adopted_at = at
    state = rules.outcome(notes=len(standing.with_note))
    return _move(recommendation, Action.ADOPT, state, by=by, at=at)


@act
def defer(
    recommendation: Recommendation, *, by: Membership, at: datetime, reason: str = ""
) -> Recommendation:
    """Leave it for another meeting."""
    _refuse_step(recommendation, Action.DEFER, by)
    return _move(
        recommendation, Action.DEFER, State.DEFERRED, by=by, at=at, reason=reason
    )


@act
def withdraw(
    recommendation: Recommendation, *, by: Membership, at: datetime, reason: str = ""
) -> Recommendation:
    """The proposer takes it back before the group has begun with it."""
    _refuse_step(recommendation, Action.WITHDRAW, by)
    return _move(
        recommendation, Action.WITHDRAW, State.WITHDRAWN, by=by, at=at, reason=reason
    )


def gaps_of(recommendation: Recommendation) -> list[rules.Gap]:
    """What the draft still lacks before it can be submitted."""
    return rules.gaps(
        paragraphs=recommendation.current.paragraphs.count(),
        addressees=recommendation.addressees.count(),
        indicator=recommendation.indicator,
        target=recommendation.target,
        due=(recommendation.due_year, recommendation.due_quarter),
        evidence=recommendation.evidence_expected,
    )


def _refuse_step(
    recommendation: Recommendation, action: Action, by: Membership, reason: str = ""
) -> None:
    """Right state, right office, right moment, and a reason where one is owed."""
    recommendation.hold()
    state = State(recommendation.state)
    step = TRANSITIONS[state].get(action)
    if step is None:
        if rules.is_taken(state, action) and access.takes(by, recommendation, action):
            told = sentences.taken(action, recommendation.name)
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
    _refuse_moment(recommendation, step)
    if step.needs_reason:
        refuse_without_reason(reason)


def _refuse_moment(recommendation: Recommendation, step: Step) -> None:
    meeting = recommendation.meeting
    state = MeetingState(meeting.state)
    if access.is_locked(meeting):
        raise MeetingNotRunning(
            _("The berita acara of %(meeting)s is locked; nothing moves any more.")
            % {"meeting": meeting.title}
        )
    if step.in_running_meeting and state is not MeetingState.RUNNING:
        raise MeetingNotRunning(
            _(
                "Decisions are taken while the meeting is in session; %(meeting)s is "
                "not."
            )
            % {"meeting": meeting.title}
        )
    if state is MeetingState.CLOSED and State.SUBMITTED in step.to:
        raise MeetingNotRunning(
            _("%(meeting)s is closed; draft for the next meeting.")
            % {"meeting": meeting.title}
        )


def _why(recommendation: Recommendation, standing: rules.Standing) -> str:
    names = queries.names_of(recommendation.meeting)
    return " ".join(sentences.held_up(standing, names))


def _move(
    recommendation: Recommendation,
    action: Action,
    to: State,
    *,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> Recommendation:
    before = recommendation.state
    recommendation.state = to
    recommendation.save(update_fields=["state", "reference", "pinned", "adopted_at"])
    ledger.record(
        str(action),
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before={"state": str(before)},
        after={
            "state": str(to),
            "reference": recommendation.reference,
            **described(recommendation.current),
        },
        reason=reason,
    )
    return recommendation
