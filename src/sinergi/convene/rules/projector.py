"""What hangs on the wall of the hall, and the clock of an agenda item."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sinergi.convene.rules.meeting import MeetingState


class Hung(StrEnum):
    """Something is chosen to come next, hangs on the wall, and is history."""

    NEXT = "next"
    CURRENT = "current"
    PAST = "past"


# Before the opening the wall says what is coming; after closing it stands still.
_OPERATED = frozenset({MeetingState.INVITED, MeetingState.RUNNING})


def open_to_operators(state: MeetingState) -> bool:
    return state in _OPERATED


@dataclass(frozen=True)
class Subject:
    """What can be shown: its kind and its key, `agenda:12`. Later stages have kinds
    of their own."""

    kind: str
    pk: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.pk}"

    @classmethod
    def read(cls, text: str) -> "Subject | None":
        kind, colon, key = text.partition(":")
        if not (colon and kind.isidentifier() and key.isascii() and key.isdigit()):
            return None
        # Longer than any key of a database.
        return cls(kind, int(key)) if len(key) <= 18 else None


@dataclass(frozen=True)
class Clock:
    """Minutes an agenda item may take, and what of them is used."""

    minutes: int
    spent: timedelta
    started_at: datetime | None

    @property
    def runs(self) -> bool:
        return self.started_at is not None

    @property
    def ends_at(self) -> datetime | None:
        """When its time is used up; None while it stands still."""
        if self.started_at is None:
            return None
        return self.started_at + timedelta(minutes=self.minutes) - self.spent

    def used(self, at: datetime) -> timedelta:
        running = at - self.started_at if self.started_at else timedelta()
        # A clock of the past is asked by a page that is a moment older.
        return self.spent + max(running, timedelta())

    def left(self, at: datetime) -> timedelta:
        """Below zero once the item takes longer than it was given."""
        return timedelta(minutes=self.minutes) - self.used(at)


def as_minutes(left: timedelta) -> str:
    """`12:05`, and `-0:30` when it is over."""
    seconds = int(left.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes}:{rest:02d}"
