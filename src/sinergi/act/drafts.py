"""Drafts being typed: kept so that nothing is lost, without an entry in the ledger.

What counts is what is submitted; the act of submitting records it whole.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sinergi.act import access, words
from sinergi.act.acts import WrongState
from sinergi.act.models import (
    Achievement,
    Activity,
    Commitment,
    Evidence,
    QuarterTarget,
    Report,
)
from sinergi.act.rules import CommitmentState, EvidenceLevel, Quarter, ReportState
from sinergi.align.models import Plan
from sinergi.core import files
from sinergi.core.act import act
from sinergi.core.formats import angka
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.stale import Overtaken, stamp


class PageMissing(Refusal):
    """A document shows something on a page, and that page is named."""


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
    seen: str = "",
) -> Report:
    """Keep what was typed; `seen` is the stamp of the draft it was typed over."""
    # Serialises saving on PostgreSQL; SQLite has one writer anyway.
    Report.objects.select_for_update().get(pk=report.pk)
    refuse_sent(report)
    differing = _differing(report, narrative, obstacles, values)
    if seen and differing and seen != seen_of(report):
        raise Overtaken(
            _(
                "This draft was saved again after your page was opened. Saved now: "
                "%(now)s. What you typed stands below and is not saved; save once more "
                "to put it in its place."
            )
            % {"now": "; ".join(f"{what}: {now}" for what, now in differing.items())}
        )
    report.narrative, report.obstacles = narrative, obstacles
    report.save(update_fields=["narrative", "obstacles"])
    save_values(report, values)
    return report


def page_missing() -> str:
    return _(
        "“%(level)s” names the page. Write the page where it stands, or choose "
        "“%(lower)s”."
    ) % {
        "level": words.EVIDENCE[EvidenceLevel.DOCUMENT],
        "lower": words.EVIDENCE[EvidenceLevel.STATEMENT],
    }


def seen_of(report: Report) -> str:
    """The stamp of the draft as it is saved."""
    kept = Report.objects.get(pk=report.pk)
    values = {str(key): str(value) for key, value in _values(report).items()}
    return stamp(
        {"narrative": kept.narrative, "obstacles": kept.obstacles, "values": values}
    )


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
    refuse_sent(report)
    if level == EvidenceLevel.DOCUMENT and not page.strip():
        raise PageMissing(page_missing())
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
    refuse_sent(evidence.report)
    evidence.delete()


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


def refuse_sent(report: Report) -> None:
    kept = Report.objects.get(pk=report.pk)
    if ReportState(kept.state) not in access.WRITING:
        raise WrongState(
            _(
                "This report was sent and is “%(state)s”; it is no longer written on. "
                "A reviewer can return it to be completed."
            )
            % {"state": kept.mark.label}
        )


def _values(report: Report) -> dict[int, Decimal]:
    return dict(report.achievements.order_by().values_list("activity_id", "value"))


def _differing(
    report: Report,
    narrative: str,
    obstacles: str,
    values: Mapping[int, Decimal | None],
) -> dict[str, str]:
    """What is saved where it is not what was typed, by what it is called."""
    kept, reached = Report.objects.get(pk=report.pk), _values(report)
    texts = [
        (_("What has been done"), kept.narrative, narrative),
        (_("What stands in the way"), kept.obstacles, obstacles),
    ]
    found = {
        activity.title: angka(reached[activity.pk]) if activity.pk in reached else "–"
        for activity in report.commitment.activities.all()
        if reached.get(activity.pk) != values.get(activity.pk)
    }
    return found | {
        what: f"“{now}”" if now else "–" for what, now, typed in texts if now != typed
    }
