"""The shape of a meeting: where its groups stand to the plenary, and who ratifies."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

Span = tuple[datetime, datetime]

# By one extension; a later one may follow it.
MOST_DAYS_OF_EXTENSION = 92


class Placement(StrEnum):
    """Where a group stands to the plenary sessions, seen from their times."""

    BEFORE = "before"
    BETWEEN = "between"
    BESIDE = "beside"
    AFTER = "after"


class Ratification(StrEnum):
    """How what the groups agreed becomes an agreement of the meeting."""

    PLENARY = "plenary"
    CIRCULATION = "circulation"


def placement(group: Span, plenaries: Sequence[Span]) -> Placement | None:
    """None where there is no plenary to stand to."""
    if not plenaries:
        return None
    starts, ends = group
    if any(starts < closes and opens < ends for opens, closes in plenaries):
        return Placement.BESIDE
    earlier = any(closes <= starts for _opens, closes in plenaries)
    later = any(opens >= ends for opens, _closes in plenaries)
    if earlier and later:
        return Placement.BETWEEN
    return Placement.AFTER if earlier else Placement.BEFORE


def shape(groups: Sequence[Span], plenaries: Sequence[Span]) -> list[Placement]:
    """Every place in which a group stands, each once, in the order of time."""
    found = {placement(group, plenaries) for group in groups}
    return [each for each in Placement if each in found]


def unratified(
    ratification: Ratification, groups: Sequence[Span], plenaries: Sequence[Span]
) -> bool:
    """Whether a group ends when no plenary follows that could ratify its texts."""
    if ratification is Ratification.CIRCULATION or not plenaries:
        return False
    last = max(closes for _opens, closes in plenaries)
    return any(ends > last for _starts, ends in groups)


def circulation_last_day(closed_on: date, days: int, extended_to: date | None) -> date:
    """So many days after the closing, or the later day it was extended to."""
    planned = closed_on + timedelta(days=days)
    return max(planned, extended_to) if extended_to else planned
