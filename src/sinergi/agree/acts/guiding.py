"""What a step of the pedoman needs before it is taken: state, office, moment."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access, reviews, rules, words
from sinergi.agree.models import Guideline
from sinergi.agree.rules import (
    GUIDELINE_TRANSITIONS,
    GuidelineAction,
    GuidelineActor,
    GuidelineState,
    Moment,
)
from sinergi.convene import guards
from sinergi.core import ledger
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class AlreadyDetermined(Refusal):
    """A guideline that is printed and locked does not change any more."""


class NotThisGuidelineStep(Refusal):
    """The state the guideline is in does not lead there."""


class ReviewOpen(Refusal):
    """While the governments review it, all of them read the same."""


class ReviewClosed(Refusal):
    """Governments speak while the window is open."""


def refuse_guideline_step(
    guideline: Guideline, action: GuidelineAction, *, by: Membership, at: datetime
) -> GuidelineState:
    """Right office, right state, right moment; the state it leads to."""
    guideline.hold()
    actors = access.guideline_actors(by, guideline)
    guards.of_this_world(by, guideline.meeting)
    state = GuidelineState(guideline.state)
    step = GUIDELINE_TRANSITIONS[state].get(action)
    _refuse_others(action, actors)
    if step is None and guideline.is_determined:
        raise AlreadyDetermined(
            _("“%(title)s” is printed and locked; what it says stays as it is.")
            % {"title": guideline.title}
        )
    if step is None:
        raise NotThisGuidelineStep(
            _("“%(action)s” does not follow from the state “%(state)s”.")
            % {
                "action": words.GUIDELINE_ACTION[action],
                "state": words.GUIDELINE[state].label,
            }
        )
    review = reviews.review_of(guideline, at)
    if not rules.is_the_moment(step.when, is_open=review.is_open):
        _refuse_moment(step.when, review)
    return step.to


def record_guideline(
    action: str,
    guideline: Guideline,
    *,
    by: Membership,
    at: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """The one entry of an act, with the state it leaves the pedoman in."""
    ledger.record(
        action,
        guideline,
        reference=guideline.slug,
        by=by,
        at=at,
        before=before or {},
        after={"state": str(GuidelineState(guideline.state)), **(after or {})},
        reason=reason,
    )


def become(guideline: Guideline, state: GuidelineState) -> None:
    if guideline.state != state:
        guideline.state = state
        guideline.save(update_fields=["state"])


def _refuse_others(action: GuidelineAction, actors: frozenset[GuidelineActor]) -> None:
    """Whoever takes it in some state may ask; others are told who does."""
    takers = {
        actor
        for steps in GUIDELINE_TRANSITIONS.values()
        for actor in (steps[action].by if action in steps else ())
    }
    if takers & actors:
        return
    if GuidelineActor.MEMBER in takers:
        raise NotAllowed(
            _("Operator and head of a government of the forum review the guideline.")
        )
    raise NotAllowed(_("The guideline is made by the secretariat of the forum."))


def _refuse_moment(when: Moment, review: reviews.Review) -> None:
    day = date_format(review.last_moment) if review.last_moment else "–"
    if when is Moment.OUTSIDE_WINDOW:
        raise ReviewOpen(
            _(
                "The governments review it until the end of %(day)s, and all of them "
                "read the same. Wait for that day, or until every one has finished; "
                "%(count)d have not."
            )
            % {"day": day, "count": len(review.waiting)}
        )
    raise ReviewClosed(
        _("The review is over; it was open until the end of %(day)s.") % {"day": day}
    )
