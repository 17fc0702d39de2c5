"""The activities of a follow-up plan, while they are being typed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sinergi.act import access, words
from sinergi.act.acts import WrongState
from sinergi.act.models import Activity, Commitment, QuarterTarget
from sinergi.act.rules import CommitmentState, Quarter
from sinergi.align.models import Plan
from sinergi.core.act import act
from sinergi.core.formats import angka, triwulan
from sinergi.core.refusal import StandsAlready
from sinergi.core.stale import Overtaken, stamp


class AlreadyWritten(StandsAlready):
    """The follow-up plan has this very activity."""


@act
def save_activity(
    commitment: Commitment,
    *,
    activity: Activity | None,
    targets: Mapping[Quarter, Decimal],
    seen: str = "",
    **fields: Any,
) -> Activity:
    """Write an activity of a plan that is still a draft, with its targets.

    `seen` is the stamp of the activity as the page showed it.
    """
    # Serialises saving on PostgreSQL; SQLite has one writer anyway.
    Commitment.objects.select_for_update().get(pk=commitment.pk)
    refuse_submitted(commitment)
    if activity is None:
        refuse_twin(commitment, fields, targets)
        order = commitment.activities.count() + 1
        activity = Activity(commitment=commitment, order=order)
    elif seen:
        _refuse_overtaken(activity, fields, targets, seen)
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


def seen_of_activity(activity: Activity) -> str:
    """The stamp of the activity as it is saved."""
    kept = Activity.objects.get(pk=activity.pk)
    fields = {name: str(getattr(kept, name)) for name in words.ACTIVITY_FIELD}
    targets = {str(quarter): str(target) for quarter, target in _targets(kept).items()}
    return stamp({**fields, "targets": targets})


def refuse_twin(
    commitment: Commitment, fields: Mapping[str, Any], targets: Mapping[Quarter, Any]
) -> None:
    """A form sent twice keeps one activity."""
    alike = (
        each
        for each in commitment.activities.filter(title=fields.get("title"))
        if not _differing(each, fields, targets)
    )
    for twin in alike:
        raise AlreadyWritten(
            _(
                "“%(title)s” with this output and these targets is in the follow-up "
                "plan already. Change that one, or say what is different about this "
                "one."
            )
            % {"title": twin.title},
            twin,
        )


def _refuse_overtaken(
    activity: Activity,
    fields: Mapping[str, Any],
    targets: Mapping[Quarter, Decimal],
    seen: str,
) -> None:
    differing = _differing(activity, fields, targets)
    if differing and seen != seen_of_activity(activity):
        raise Overtaken(
            _(
                "“%(what)s” was changed after your page was opened. It now says: "
                "%(now)s. What you typed stands below and is not saved; save once more "
                "to put it in its place."
            )
            % {"what": activity, "now": "; ".join(differing)}
        )


def _differing(
    activity: Activity, fields: Mapping[str, Any], targets: Mapping[Quarter, Decimal]
) -> list[str]:
    """What is saved where it is not what was typed, by what it is called."""
    kept, planned = Activity.objects.get(pk=activity.pk), _targets(activity)
    found = [
        f"{label}: {_told(kept, name)}"
        for name, label in words.ACTIVITY_FIELD.items()
        if name in fields and getattr(kept, name) != fields[name]
    ]
    quarters = sorted({*planned, *targets})
    return found + [
        f"{triwulan(each.year, each.number)}: {_number(planned.get(each))}"
        for each in quarters
        if planned.get(each) != targets.get(each)
    ]


def _told(activity: Activity, name: str) -> str:
    if name == "budget_stage":
        return activity.budget_stage_label
    value = getattr(activity, name)
    return _number(value) if name == "budget" else value or "–"


def _number(value: Decimal | None) -> str:
    return "–" if value is None else angka(value)


def _targets(activity: Activity) -> dict[Quarter, Decimal]:
    return {each.period: each.target for each in activity.targets.all()}


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
