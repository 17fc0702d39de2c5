"""The answer of a government to the invitation, and who comes for it."""

from datetime import date, timedelta
from enum import StrEnum

from sinergi.convene.rules.meeting import MeetingState

# Time to print lists and seats; the day an office usually writes in its letter.
DAYS_BEFORE = 3


class Answer(StrEnum):
    """Its head comes, somebody comes with a mandate, nobody comes."""

    ATTENDS = "attends"
    REPRESENTED = "represented"
    DECLINES = "declines"


class ReplyLack(StrEnum):
    """What an answer still lacks."""

    REASON = "reason"
    MANDATE = "mandate"


def may_reply(state: MeetingState) -> bool:
    """Until the meeting is opened; then the desk adds who comes."""
    return state is MeetingState.INVITED


def reply_lacks(answer: Answer, *, reason: str, has_mandate: bool) -> list[ReplyLack]:
    found = {
        ReplyLack.REASON: answer is Answer.DECLINES and not reason.strip(),
        ReplyLack.MANDATE: answer is Answer.REPRESENTED and not has_mandate,
    }
    return [lack for lack, is_lacking in found.items() if is_lacking]


def usual_reply_day(starts_on: date, today: date) -> date:
    """Three days before the meeting, but not before the letter itself."""
    return min(max(starts_on - timedelta(days=DAYS_BEFORE), today), starts_on)


def may_be_due(day: date, starts_on: date, today: date) -> bool:
    return today <= day <= starts_on


def plausible_nip(nip: str) -> bool:
    """Empty, or the eighteen digits of a civil servant."""
    return not nip or (len(nip) == 18 and nip.isascii() and nip.isdigit())


def plausible_phone(phone: str) -> bool:
    """Empty, or eight to fifteen digits, as networks number them."""
    digits = phone.removeprefix("+")
    return not phone or (
        8 <= len(digits) <= 15 and digits.isascii() and digits.isdigit()
    )
