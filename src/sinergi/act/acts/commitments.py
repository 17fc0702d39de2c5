"""Follow-up plans (RTL): begun, submitted, returned, running."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.act import access, rules, words
from sinergi.act.models import Commitment
from sinergi.act.rules import CommitmentState
from sinergi.act.texts import HEAD_ONLY, NOT_YOUR_REVIEW, NOT_YOURS
from sinergi.agree.models import Recommendation
from sinergi.core import ledger
from sinergi.core.access import heads, of_government, speaks_for
from sinergi.core.act import act
from sinergi.core.again import refuse_again
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal


class NotAwaited(Refusal):
    """No follow-up plan is awaited: not adopted, not addressed, or begun already."""


class Activityless(Refusal):
    """The follow-up plan is not complete yet."""


class WrongState(Refusal):
    """The follow-up plan or report is not in the state this act begins from."""


@act
def begin(
    recommendation: Recommendation, *, government: Place, by: Membership, at: datetime
) -> Commitment:
    """Begin the follow-up plan that adoption asks of this government."""
    refuse_unawaited(recommendation, government=government, by=by)
    code = government.kemendagri_code.replace(".", "")
    commitment = Commitment.objects.create(
        reference=f"RTL-{recommendation.reference.removeprefix('REK-')}-{code}",
        recommendation=recommendation,
        government=government,
        provenance=by.provenance,
        created_at=at,
    )
    _record("begin", commitment, by=by, at=at)
    return commitment


@act
def submit_commitment(
    commitment: Commitment, *, by: Membership, at: datetime
) -> Commitment:
    """Hand the plan to a reviewer of another government; it must be complete."""
    if not of_government(by, commitment.government):
        raise NotAllowed(NOT_YOURS)
    if not heads(by, commitment.government):
        raise NotAllowed(HEAD_ONLY)
    _move(commitment, CommitmentState.SUBMITTED, "submit")
    missing = rules.lacks(commitment.planned())
    if missing:
        listed = "; ".join(
            f"{title}: {words.LACK[lack]}" if title else str(words.LACK[lack])
            for title, lack in missing
        )
        raise Activityless(
            _("The follow-up plan %(reference)s still lacks: %(listed)s.")
            % {"reference": commitment.reference, "listed": listed}
        )
    return _moved(
        commitment, CommitmentState.SUBMITTED, "submit", by=by, at=at, submitted_at=at
    )


@act
def return_commitment(
    commitment: Commitment, *, reason: str, by: Membership, at: datetime
) -> Commitment:
    """Give the plan back to be completed; the reason is shown on it."""
    if not access.reviews(by, commitment):
        raise NotAllowed(NOT_YOUR_REVIEW)
    _move(commitment, CommitmentState.RETURNED, "return", reason=reason)
    return _moved(
        commitment,
        CommitmentState.RETURNED,
        "return",
        by=by,
        at=at,
        reason=reason,
        return_reason=reason,
    )


@act
def start_running(
    commitment: Commitment, *, by: Membership, at: datetime
) -> Commitment:
    """Record that the plan is complete: its targets are frozen and public."""
    if not access.reviews(by, commitment):
        raise NotAllowed(NOT_YOUR_REVIEW)
    _move(commitment, CommitmentState.RUNNING, "start_running")
    return _moved(
        commitment,
        CommitmentState.RUNNING,
        "start_running",
        by=by,
        at=at,
        running_at=at,
        return_reason="",
    )


def refuse_unawaited(
    recommendation: Recommendation, *, government: Place, by: Membership
) -> None:
    """Nothing is begun that adoption does not ask of this government."""
    if not speaks_for(by, government):
        raise NotAllowed(NOT_YOURS)
    named = recommendation.addressees.filter(pk=government.pk).exists()
    awaited = Recommendation.objects.binding().filter(pk=recommendation.pk)
    if not named or not awaited.exists():
        raise NotAwaited(
            _(
                "%(reference)s awaits no follow-up plan from %(government)s: it must "
                "be adopted, in a locked berita acara, and addressed to it."
            )
            % {"reference": recommendation.reference, "government": government}
        )
    if recommendation.commitments.filter(government=government).exists():
        raise NotAwaited(
            _("%(government)s already began its follow-up plan for %(reference)s.")
            % {"reference": recommendation.reference, "government": government}
        )


def described(commitment: Commitment) -> dict[str, Any]:
    """The plan for the ledger: every activity with its quarterly targets."""
    return {
        "state": str(commitment.state),
        "activities": [
            {
                "title": activity.title,
                "output": activity.output,
                "unit": activity.unit,
                "budget": str(activity.budget),
                "stage": activity.budget_stage,
                "plan": activity.plan.reference if activity.plan else "",
                "targets": {
                    f"{target.year}-{target.quarter}": str(target.target)
                    for target in activity.targets.all()
                },
            }
            for activity in commitment.activities.select_related("plan")
        ],
    }


def _move(
    commitment: Commitment,
    wanted: CommitmentState,
    action: str,
    *,
    reason: str | None = None,
) -> None:
    state = CommitmentState(commitment.state)
    if wanted not in rules.COMMITMENT_TRANSITIONS[state]:
        # What runs was submitted, too.
        if wanted in (state, CommitmentState.SUBMITTED):
            refuse_again(commitment, commitment.reference, action, reason=reason)
        raise WrongState(
            _("The follow-up plan %(reference)s is “%(state)s”; this step is not open.")
            % {
                "reference": commitment.reference,
                "state": words.COMMITMENT[state].label,
            }
        )


def _moved(
    commitment: Commitment,
    state: CommitmentState,
    action: str,
    *,
    by: Membership,
    at: datetime,
    reason: str = "",
    **changes: Any,
) -> Commitment:
    before = {"state": str(commitment.state)}
    for name, value in {"state": state.value, **changes}.items():
        setattr(commitment, name, value)
    commitment.save(update_fields=["state", *changes])
    _record(action, commitment, by=by, at=at, before=before, reason=reason)
    return commitment


def _record(
    action: str,
    commitment: Commitment,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, Any] | None = None,
    reason: str = "",
) -> None:
    ledger.record(
        action,
        commitment,
        reference=commitment.reference,
        by=by,
        at=at,
        before=before,
        after=described(commitment),
        reason=reason,
    )
