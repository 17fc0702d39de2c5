"""How a recommendation leaves the meeting without being adopted, and how a later one
takes the place of what was."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.acts.guards import refuse_step
from sinergi.agree.acts.silence import hear_silence
from sinergi.agree.acts.steps import let_lapse, move
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import CLOSED, Action, State
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class NotMergeable(Refusal):
    """Merging needs another one of this meeting that is still open."""


class NotLater(Refusal):
    """Only what a later meeting adopted replaces what an earlier one adopted."""


@act
def defer(
    recommendation: Recommendation, *, by: Membership, at: datetime, reason: str = ""
) -> Recommendation:
    """Leave it for another meeting."""
    refuse_step(recommendation, Action.DEFER, by, at)
    silent = hear_silence(recommendation, by=by, at=at)
    lapsed = let_lapse(recommendation, at)
    return move(
        recommendation,
        Action.DEFER,
        State.DEFERRED,
        by=by,
        at=at,
        reason=reason,
        more={**silent, **lapsed},
    )


@act
def reject(
    recommendation: Recommendation, *, reason: str, by: Membership, at: datetime
) -> Recommendation:
    """The group or the plenary does not agree to it (tidak disepakati)."""
    refuse_step(recommendation, Action.REJECT, by, at, reason)
    silent = hear_silence(recommendation, by=by, at=at)
    lapsed = let_lapse(recommendation, at)
    return move(
        recommendation,
        Action.REJECT,
        State.REJECTED,
        by=by,
        at=at,
        reason=reason,
        more={**silent, **lapsed},
    )


@act
def merge(
    recommendation: Recommendation,
    *,
    into: Recommendation,
    reason: str,
    by: Membership,
    at: datetime,
) -> Recommendation:
    """Discuss it as part of another one; each leads to the other (digabung)."""
    refuse_step(recommendation, Action.MERGE, by, at, reason)
    into.hold()
    state = State(into.state)
    is_open = state not in CLOSED and state is not State.DRAFT
    if (
        into.pk == recommendation.pk
        or into.meeting_id != recommendation.meeting_id
        or not is_open
    ):
        raise NotMergeable(
            _(
                "%(name)s (%(state)s) cannot take it in. Choose another recommendation "
                "of this meeting that is submitted and not decided."
            )
            % {"name": into.name, "state": into.state_label}
        )
    recommendation.merged_into = into
    lapsed = let_lapse(recommendation, at)
    return move(
        recommendation,
        Action.MERGE,
        State.MERGED,
        by=by,
        at=at,
        reason=reason,
        more={"into": into.reference, **lapsed},
    )


@act
def withdraw(
    recommendation: Recommendation, *, by: Membership, at: datetime, reason: str = ""
) -> Recommendation:
    """The proposer takes it back before the group has begun with it."""
    refuse_step(recommendation, Action.WITHDRAW, by, at)
    lapsed = let_lapse(recommendation, at)
    return move(
        recommendation,
        Action.WITHDRAW,
        State.WITHDRAWN,
        by=by,
        at=at,
        reason=reason,
        more=lapsed,
    )


@act
def supersede(
    recommendation: Recommendation,
    *,
    later: Recommendation,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> Recommendation:
    """What a later meeting of the forum adopted takes its place (digantikan)."""
    refuse_step(recommendation, Action.SUPERSEDE, by, at)
    later.hold()
    earlier_meeting, later_meeting = recommendation.meeting, later.meeting
    stands = later.is_adopted and not later.is_superseded
    follows = (
        later_meeting.forum_id == earlier_meeting.forum_id
        and later_meeting.starts_on > earlier_meeting.ends_on
    )
    if not (stands and follows):
        raise NotLater(
            _(
                "%(later)s does not replace %(name)s. It has to be adopted, still "
                "stand, and come from a meeting of this forum after %(meeting)s."
            )
            % {
                "later": later.name,
                "name": recommendation.name,
                "meeting": earlier_meeting.title,
            }
        )
    recommendation.superseded_by = later
    return move(
        recommendation,
        Action.SUPERSEDE,
        State.SUPERSEDED,
        by=by,
        at=at,
        reason=reason,
        more={"by": later.reference},
    )
