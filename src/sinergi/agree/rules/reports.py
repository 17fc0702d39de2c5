"""The report of results: its states, and what sending still lacks."""

from datetime import date
from enum import StrEnum


class ReportState(StrEnum):
    DRAFT = "draft"
    SENT = "sent"


REPORT_STEPS = {
    ReportState.DRAFT: frozenset({ReportState.SENT}),
    # What was sent stays as it is; another report is another letter.
    ReportState.SENT: frozenset[ReportState](),
}


class ReportLack(StrEnum):
    """What a report still lacks before it is sent."""

    RECORD_LOCKED = "record_locked"
    WRITTEN = "written"
    NUMBER = "number"
    DAY = "day"


def report_lacks(
    *,
    record_locked: bool,
    written: bool,
    number: str,
    dated_on: date | None,
    agreed_on: date | None,
    today: date,
) -> list[ReportLack]:
    """The day of a report lies between the agreement and today."""
    in_time = (
        dated_on is not None
        and agreed_on is not None
        and agreed_on <= dated_on <= today
    )
    found = {
        ReportLack.RECORD_LOCKED: not record_locked,
        ReportLack.WRITTEN: not written,
        ReportLack.NUMBER: not number.strip(),
        ReportLack.DAY: not in_time,
    }
    return [lack for lack, is_there in found.items() if is_there]
