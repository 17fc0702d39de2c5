"""A quarterly report, while it is being typed."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from sinergi.act import access
from sinergi.act.acts import WrongState
from sinergi.act.models import Achievement, Commitment, Report
from sinergi.act.rules import Quarter, ReportState
from sinergi.core.act import act
from sinergi.core.formats import angka
from sinergi.core.models import Membership
from sinergi.core.stale import Overtaken, stamp


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
