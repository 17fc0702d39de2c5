"""What every step of a recommendation leaves behind: its state, its entry."""

from datetime import datetime
from typing import Any

from sinergi.agree.acts.texts import described
from sinergi.agree.models import Amendment, Recommendation
from sinergi.agree.rules import CLOSED, Action, AmendmentState, State
from sinergi.core import ledger
from sinergi.core.models import Membership


def move(
    recommendation: Recommendation,
    action: Action,
    to: State,
    *,
    by: Membership,
    at: datetime,
    reason: str = "",
    more: dict[str, Any] | None = None,
) -> Recommendation:
    """Take it there, with its one entry in the ledger."""
    before = recommendation.state
    recommendation.state = to
    if to in CLOSED and reason.strip():
        recommendation.closed_because = reason.strip()
    recommendation.save(
        update_fields=[
            "state",
            "reference",
            "pinned",
            "agenda_item",
            "adopted_at",
            "merged_into",
            "superseded_by",
            "closed_because",
        ]
    )
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
            **(more or {}),
        },
        reason=reason,
    )
    return recommendation


def let_lapse(recommendation: Recommendation, at: datetime) -> dict[str, Any]:
    """Amendments of what is decided or left the meeting are about nothing any more.

    Part of the act that ends it, which names them in its ledger entry.
    """
    undecided = list(recommendation.amendments.undecided())
    Amendment.objects.filter(pk__in=[each.pk for each in undecided]).update(
        state=AmendmentState.OBSOLETE, decided_at=at
    )
    if not undecided:
        return {}
    return {
        "amendments": {each.name: AmendmentState.OBSOLETE.value for each in undecided}
    }
