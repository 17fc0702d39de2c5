"""By which door somebody came, and what a code or a scan is worth when."""

import hashlib
import hmac
from datetime import date, datetime, timedelta
from enum import StrEnum

from sinergi.convene.rules.meeting import MeetingState, may_check_in


class Door(StrEnum):
    """How an attendance came about."""

    # Found on the list by the desk.
    DESK = "desk"
    # The participant's card, read or typed by who checks in.
    SCAN = "scan"
    # The participant, with the code of the hall.
    HALL = "hall"


class ScanLack(StrEnum):
    """Why a scan that comes in later is not taken."""

    FUTURE = "future"
    BEFORE = "before"
    NOT_OPEN = "not_open"
    AFTER_CLOSING = "after_closing"


# Without 0 and O, 1, I and L: none is mistaken for another when typed by hand.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6
STEP = timedelta(seconds=30)
# A scan is told by one clock, so only a slip of it can lie ahead of its sending.
TOLERANCE = timedelta(seconds=5)
# Wrong codes of one participant before the hall page asks to wait.
GUESSES = 5
GUESSING_PAUSE = timedelta(minutes=5)


def code_from(digest: bytes) -> str:
    """Six letters and digits of a digest, for people to read and type."""
    number = int.from_bytes(digest[:16], "big")
    letters = []
    for _place in range(CODE_LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)


def as_typed(text: str) -> str:
    """A code as a person types it: small letters, spaces and dashes are forgiven."""
    return "".join(text.upper().split()).replace("-", "")


def hall_code(secret: bytes, at: datetime) -> str:
    """The code of the hall at this moment; another one every half minute."""
    return _of_step(secret, _step(at))


def hall_code_ends(at: datetime) -> datetime:
    """When the code of this moment gives way to the next."""
    seconds = STEP.total_seconds()
    return datetime.fromtimestamp((_step(at) + 1) * seconds, tz=at.tzinfo)


def hall_code_holds(secret: bytes, typed: str, at: datetime) -> bool:
    """The code of now or of the step before, which somebody may still be typing."""
    given = as_typed(typed).encode()
    steps = (_step(at), _step(at) - 1)
    return any(
        hmac.compare_digest(given, _of_step(secret, each).encode()) for each in steps
    )


def scan_lack(
    state: MeetingState,
    *,
    scanned_at: datetime,
    at: datetime,
    day: date,
    starts_on: date,
    ends_on: date,
    closed_at: datetime | None,
) -> ScanLack | None:
    """Whether a scan kept on a device still counts when it is sent.

    `day` is the day of the scan where the meeting takes place. What was scanned
    before the closing counts also after it: the hall may have had no network.
    """
    if scanned_at > at + TOLERANCE:
        return ScanLack.FUTURE
    if day < starts_on:
        return ScanLack.BEFORE
    if state is MeetingState.CLOSED and closed_at is not None:
        return None if scanned_at <= closed_at else ScanLack.AFTER_CLOSING
    if may_check_in(state, day, starts_on, ends_on):
        return None
    return ScanLack.NOT_OPEN


def expected_on(group_day: date | None, day: date) -> bool:
    """Of a group, on the day of its session; of the whole meeting, every day."""
    return group_day is None or group_day == day


def _step(at: datetime) -> int:
    return int(at.timestamp() // STEP.total_seconds())


def _of_step(secret: bytes, step: int) -> str:
    return code_from(hmac.digest(secret, step.to_bytes(8, "big"), hashlib.sha256))
