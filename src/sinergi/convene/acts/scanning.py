"""Scans that a device kept and sends later: the earliest one counts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _

from sinergi.convene import cards, rules, words
from sinergi.convene.acts.attending import (
    at_the_desk,
    described,
    note,
    record,
    standing,
)
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import Door, MeetingState
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.vetoes import refuse_vetoed


class NoSuchCard(Refusal):
    """No card of this meeting, or one that was replaced."""


class ScanRefused(Refusal):
    """Scanned when nobody could be checked in."""


class TakenBack(Refusal):
    """The desk took back a check-in of that day after this scan."""


class Outcome(StrEnum):
    RECORDED = "recorded"
    # The row stands since an earlier moment; sent twice, a scan does nothing.
    ALREADY = "already"
    # Another device scanned later and told first: the row now says the earlier time.
    EARLIER = "earlier"


@dataclass(frozen=True)
class Taken:
    """What became of a scan."""

    outcome: Outcome
    attendance: Attendance


@act
def take_scan(
    meeting: Meeting,
    text: str,
    *,
    scanned_at: datetime,
    by: Membership,
    at: datetime,
) -> Taken:
    """Record a scan: a card's token, or the code typed by hand."""
    at_the_desk(meeting, by)
    participant = _whose(meeting, text)
    _check_moment(meeting, scanned_at, at)
    refuse_vetoed("take_scan", meeting)
    day = meeting.today(scanned_at)
    undone = participant.attendances.filter(day=day, undone_at__gte=scanned_at)
    if undone.exists():
        raise TakenBack(
            _(
                "The desk took back a check-in of %(office)s, %(government)s, after "
                "this scan. Scan the card again if the person is here."
            )
            % {"office": participant.office, "government": participant.government}
        )
    found = standing(participant, day)
    if found is None:
        came = min(scanned_at, at)
        made = note(participant, door=Door.SCAN, came_at=came, by=by, at=at)
        return Taken(Outcome.RECORDED, made)
    if found.checked_in_at <= scanned_at:
        return Taken(Outcome.ALREADY, found)
    return Taken(Outcome.EARLIER, _earlier(found, scanned_at, by=by, at=at))


def _whose(meeting: Meeting, text: str) -> Participant:
    """A token carries its seal; a code was typed by who may check in anyway."""
    found = (
        cards.holder_of(meeting, text)
        if len(text) > rules.CODE_LENGTH + 1 and "-" in text
        else cards.by_code(meeting, text)
    )
    if found is None:
        raise NoSuchCard(
            _(
                "“%(code)s” is no card of this meeting, or there is a newer one. Look "
                "for the person on the list of the desk."
            )
            % {"code": text[: rules.CODE_LENGTH + 1].rstrip("-")}
        )
    return found


def _check_moment(meeting: Meeting, scanned_at: datetime, at: datetime) -> None:
    lack = rules.scan_lack(
        MeetingState(meeting.state),
        scanned_at=scanned_at,
        at=at,
        day=meeting.today(scanned_at),
        starts_on=meeting.starts_on,
        ends_on=meeting.ends_on,
        closed_at=meeting.closed_at,
    )
    if lack:
        raise ScanRefused(words.SCAN_LACK[lack])


def _earlier(
    attendance: Attendance, scanned_at: datetime, *, by: Membership, at: datetime
) -> Attendance:
    before = described(attendance)
    attendance.door, attendance.session = Door.SCAN.value, None
    attendance.checked_in_at, attendance.recorded_at = scanned_at, at
    attendance.by = by
    attendance.save()
    after = described(attendance)
    record("move_check_in", attendance, by=by, at=at, before=before, after=after)
    return attendance
