"""What a report claims, beside what the government claimed before it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sinergi.act import access, rules
from sinergi.act.models import Activity, Report
from sinergi.act.rules import Quarter, ReportState
from sinergi.core.models import Membership


@dataclass(frozen=True)
class Claim:
    """What an activity has reached since the start, by one report."""

    activity: Activity
    value: Decimal


@dataclass(frozen=True)
class Fallen(Claim):
    """Less than the last report before it said."""

    was: Decimal
    was_in: Quarter


def told(report: Report, by: Membership | None, now: datetime) -> list[Claim]:
    """Every claim, beside those of the earlier reports this reader may read."""
    return _claims(
        report,
        (
            each
            for each in report.commitment.reports.all()
            if access.may_read_report(by, each, now)
        ),
    )


def fallen(report: Report) -> list[Fallen]:
    """What this report says less of than the last one that was sent."""
    reports = report.commitment.reports.prefetch_related("achievements")
    return [each for each in _claims(report, reports) if isinstance(each, Fallen)]


def _claims(report: Report, known: Iterable[Report]) -> list[Claim]:
    values: dict[int, dict[Quarter, Decimal]] = defaultdict(dict)
    sent = (each for each in known if ReportState(each.state) not in access.WRITING)
    for each in (*sent, report):
        for achievement in each.achievements.all():
            values[achievement.activity_id][each.period] = achievement.value
    return [
        _claim(achievement.activity, values[achievement.activity_id], report.period)
        for achievement in report.achievements.all()
    ]


def _claim(
    activity: Activity, values: dict[Quarter, Decimal], quarter: Quarter
) -> Claim:
    before = rules.fell(values, quarter)
    if before is None:
        return Claim(activity, values[quarter])
    return Fallen(activity, values[quarter], values[before], before)
