"""The activities of a follow-up plan, while they are being typed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sinergi.act import access
from sinergi.act.acts import WrongState
from sinergi.act.models import Activity, Commitment, QuarterTarget
from sinergi.act.rules import CommitmentState, Quarter
from sinergi.align.models import Plan
from sinergi.core.act import act


@act
def save_activity(
    commitment: Commitment,
    *,
    activity: Activity | None,
    targets: Mapping[Quarter, Decimal],
    **fields: Any,
) -> Activity:
    """Write an activity of a plan that is still a draft, with its targets."""
    refuse_submitted(commitment)
    if activity is None:
        order = commitment.activities.count() + 1
        activity = Activity(commitment=commitment, order=order)
    for name, value in fields.items():
        setattr(activity, name, value)
    activity.save()
    activity.targets.all().delete()
    QuarterTarget.objects.bulk_create(
        QuarterTarget(
            activity=activity, year=quarter.year, quarter=quarter.number, target=target
        )
        for quarter, target in targets.items()
    )
    return activity


@act
def remove_activity(activity: Activity) -> None:
    """Drop an activity that was only typed, never submitted as running."""
    refuse_submitted(activity.commitment)
    activity.targets.all().delete()
    activity.delete()


def take_over(plan: Plan) -> dict[str, Any]:
    """What an activity takes over from a plan of the matrix, to be typed on."""
    return {
        "plan": plan,
        "title": plan.activity,
        "output": plan.output,
        "unit": plan.unit,
        "budget": plan.budget,
        "budget_stage": plan.budget_stage,
    }


def refuse_submitted(commitment: Commitment) -> None:
    kept = Commitment.objects.get(pk=commitment.pk)
    if CommitmentState(kept.state) not in access.DRAFTING:
        raise WrongState(
            _(
                "The follow-up plan %(reference)s is “%(state)s” and is no longer "
                "written on. Its page says what comes next."
            )
            % {"reference": kept.reference, "state": kept.mark.label}
        )
