"""Decisions of acting as pure functions (coordination.md 5.5 and 5.6)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import total_ordering
from itertools import pairwise


class CommitmentState(StrEnum):
    """A follow-up plan (RTL); before there is one, a query says it is awaited."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    RUNNING = "running"


class Waiting(StrEnum):
    """How long an awaited plan has been waited for, and for whom."""

    AWAITED = "awaited"
    HANDED_IN = "handed_in"
    OVERDUE = "overdue"


class ReportState(StrEnum):
    """A quarterly report; its verdict may be contested before it is final."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REVIEWED = "reviewed"
    CONTESTED = "contested"
    FINAL = "final"


class Verdict(StrEnum):
    """What the reviewer found (telaah)."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    CANNOT = "cannot"


class EvidenceLevel(StrEnum):
    """0 none, 1 statement, 2 document or link, 3 verifiable public source."""

    NONE = "0"
    STATEMENT = "1"
    DOCUMENT = "2"
    PUBLIC = "3"


class Health(StrEnum):
    """How a running follow-up plan stands; computed, never typed."""

    DONE = "done"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    LATE = "late"
    NO_REPORT = "no_report"


COMMITMENT_TRANSITIONS: dict[CommitmentState, frozenset[CommitmentState]] = {
    CommitmentState.DRAFT: frozenset({CommitmentState.SUBMITTED}),
    CommitmentState.SUBMITTED: frozenset(
        {CommitmentState.RETURNED, CommitmentState.RUNNING}
    ),
    CommitmentState.RETURNED: frozenset({CommitmentState.SUBMITTED}),
    CommitmentState.RUNNING: frozenset(),
}

REPORT_TRANSITIONS: dict[ReportState, frozenset[ReportState]] = {
    ReportState.DRAFT: frozenset({ReportState.SUBMITTED}),
    ReportState.SUBMITTED: frozenset({ReportState.RETURNED, ReportState.REVIEWED}),
    ReportState.RETURNED: frozenset({ReportState.SUBMITTED}),
    ReportState.REVIEWED: frozenset({ReportState.CONTESTED, ReportState.FINAL}),
    ReportState.CONTESTED: frozenset({ReportState.FINAL}),
    ReportState.FINAL: frozenset(),
}


@total_ordering
@dataclass(frozen=True)
class Quarter:
    """A quarter of a budget year."""

    year: int
    number: int

    def __lt__(self, other: "Quarter") -> bool:
        return (self.year, self.number) < (other.year, other.number)

    @property
    def starts_on(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends_on(self) -> date:
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        if self.number == 4:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)


@dataclass(frozen=True)
class PlannedActivity:
    """An activity as the completeness check sees it."""

    title: str
    output: str
    unit: str
    budget: Decimal | None
    targets: int


class Lack(StrEnum):
    """What a follow-up plan still lacks before it can be submitted."""

    ACTIVITY = "activity"
    TITLE = "title"
    OUTPUT = "output"
    UNIT = "unit"
    BUDGET = "budget"
    TARGETS = "targets"


def lacks(activities: Sequence[PlannedActivity]) -> list[tuple[str, Lack]]:
    """What is missing, by activity; completeness only, it is the government's plan."""
    if not activities:
        return [("", Lack.ACTIVITY)]
    missing = []
    for activity in activities:
        checks = {
            Lack.TITLE: not activity.title.strip(),
            Lack.OUTPUT: not activity.output.strip(),
            Lack.UNIT: not activity.unit.strip(),
            # Nought rupiah must be said, an empty cell says nothing.
            Lack.BUDGET: activity.budget is None,
            Lack.TARGETS: activity.targets == 0,
        }
        missing += [
            (activity.title, lack) for lack, lacking in checks.items() if lacking
        ]
    return missing


def reportable(
    targets: Iterable[Quarter], running_on: date, today: date
) -> list[Quarter]:
    """Quarters a report is owed or open for: from the one in which the plan began to
    run, with or without a target, to the last with a target or today's. A plan that
    came after its last target still owes the quarter it came in."""
    planned = sorted(set(targets))
    if not planned:
        return []
    first = Quarter.of(running_on)
    last = min(max(planned[-1], first), Quarter.of(today))
    owed, quarter = [], first
    while quarter <= last:
        owed.append(quarter)
        quarter = quarter.next
    return owed


def beyond(targets: Iterable[Quarter], agreed: Quarter | None) -> Quarter | None:
    """The last quarter with a target, where it is later than what was agreed."""
    last = max(targets, default=None)
    return last if last and agreed and last > agreed else None


def may_send(quarter: Quarter, today: date) -> bool:
    """A report speaks of a whole quarter, so it is sent when that has ended."""
    return today > quarter.ends_on


def not_among(named: str, pages: int) -> list[int]:
    """The numbers in what was named as page that no page of the file has."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", named)]
    return [number for number in numbers if not 1 <= number <= pages]


def may_review(reviewer: str, reporting: str, *, earlier: bool = False) -> bool:
    """A reviewer of one's own government never reviews, nor twice the same report."""
    return reviewer != reporting and not earlier


def is_final(
    state: ReportState, reviewed_on: date | None, today: date, days: int
) -> bool:
    """A verdict stands when it was accepted or settled, or nobody answered in time."""
    if state is ReportState.FINAL:
        return True
    if state is not ReportState.REVIEWED or reviewed_on is None:
        return False
    return today > reviewed_on + timedelta(days=days)


@dataclass(frozen=True)
class Standing:
    """One activity: what was reached, and what was to be reached by now and at the end.

    Activities have units of their own, so they are never added up.
    """

    reached: Decimal
    target_by_now: Decimal
    target_at_end: Decimal


def health(
    standings: Sequence[Standing],
    *,
    owed: int,
    sent: int,
    ended: bool,
    verdict: Verdict | None,
) -> Health:
    """How a follow-up plan stands, from claims, targets and the last final verdict.

    A claim alone finishes nothing, and nothing is on schedule that a reviewer found
    wanting.
    """
    confirmed = verdict is Verdict.DONE
    if confirmed and standings and all(s.reached >= s.target_at_end for s in standings):
        return Health.DONE
    if sent < owed:
        return Health.NO_REPORT
    if ended:
        return Health.LATE
    behind = any(s.reached < s.target_by_now for s in standings)
    wanting = verdict is not None and not confirmed
    return Health.AT_RISK if behind or wanting else Health.ON_TRACK


def falling(targets: Mapping[Quarter, Decimal]) -> tuple[Quarter, Quarter] | None:
    """The first two quarters in order of which the later one has the lower target.

    What is reached by the end of a quarter includes what was reached before it.
    """
    ordered = sorted(targets)
    fallen = ((a, b) for a, b in pairwise(ordered) if targets[b] < targets[a])
    return next(fallen, None)


def fell(values: Mapping[Quarter, Decimal], quarter: Quarter) -> Quarter | None:
    """The last quarter with a value before this one, where it says more than this one.

    What is reached since the start does not shrink; a correction may still say less.
    """
    last = max((each for each in values if each < quarter), default=None)
    return last if last and values[last] > values[quarter] else None
