"""Drafts being typed: kept so that nothing is lost, without an entry in the ledger.

What counts is what is submitted; the act of submitting records it whole.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sinergi.act.models import (
    Achievement,
    Activity,
    Commitment,
    Evidence,
    QuarterTarget,
    Report,
)
from sinergi.act.rules import EvidenceLevel, Quarter
from sinergi.align.models import Plan
from sinergi.core import files
from sinergi.core.act import act
from sinergi.core.models import Membership


@act
def save_activity(
    commitment: Commitment,
    *,
    activity: Activity | None,
    targets: Mapping[Quarter, Decimal],
    **fields: Any,
) -> Activity:
    """Write an activity of a plan that is still a draft, with its targets."""
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


@act
def open_report(commitment: Commitment, quarter: Quarter, *, by: Membership) -> Report:
    """The report of a quarter, prefilled with what the quarter before said."""
    report, new = Report.objects.get_or_create(
        commitment=commitment,
        year=quarter.year,
        quarter=quarter.number,
        defaults={"provenance": by.provenance},
    )
    if new:
        before = [
            earlier
            for earlier in commitment.reports.prefetch_related("achievements")
            if earlier.period < quarter
        ]
        if before:
            last = max(before, key=lambda earlier: earlier.period)
            report.narrative, report.obstacles = last.narrative, last.obstacles
            report.save(update_fields=["narrative", "obstacles"])
            save_values(
                report, {a.activity_id: a.value for a in last.achievements.all()}
            )
    return report


@act
def save_report(
    report: Report,
    *,
    narrative: str,
    obstacles: str,
    values: Mapping[int, Decimal | None],
) -> Report:
    report.narrative, report.obstacles = narrative, obstacles
    report.save(update_fields=["narrative", "obstacles"])
    save_values(report, values)
    return report


def save_values(report: Report, values: Mapping[int, Decimal | None]) -> None:
    """`values` maps an activity's key to what was reached; None means not filled."""
    report.achievements.all().delete()
    Achievement.objects.bulk_create(
        Achievement(report=report, activity_id=key, value=value)
        for key, value in values.items()
        if value is not None
    )


@act
def attach(
    report: Report,
    *,
    content: bytes,
    name: str,
    page: str,
    level: EvidenceLevel,
    is_public: bool,
    at: datetime,
) -> Evidence:
    """Attach a file as evidence; its kind is read from its bytes."""
    kind = files.check(content, name, files.EVIDENCE)
    return Evidence.objects.create(
        report=report,
        file=files.keep(content, kind=kind, at=at),
        name=name[:200],
        page=page,
        level=level,
        is_public=is_public,
    )


@act
def detach(evidence: Evidence) -> None:
    """Take a file off a report that was not sent; the bytes stay in the store."""
    evidence.delete()
