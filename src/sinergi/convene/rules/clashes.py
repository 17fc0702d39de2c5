"""Sessions that cannot both take place: one hall, one bidang, one plenary at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations


class Shared(StrEnum):
    """What two sessions at one time both need."""

    PLENARY = "plenary"
    BIDANG = "bidang"
    ROOM = "room"


@dataclass(frozen=True)
class Held:
    """A session in time; a plenary has no bidang."""

    title: str
    starts_at: datetime
    ends_at: datetime
    bidang: str = ""
    room: str = ""


@dataclass(frozen=True)
class Clash:
    first: str
    second: str
    shared: Shared


def clashes(sessions: Sequence[Held]) -> Iterator[Clash]:
    """Every pair that overlaps and shares what cannot be shared, in order of time.

    Groups stand beside each other, and beside a plenary where a meeting is shaped so.
    """
    in_time = sorted(sessions, key=lambda each: (each.starts_at, each.ends_at))
    for first, second in combinations(in_time, 2):
        if second.starts_at < first.ends_at:
            shared = _shared(first, second)
            if shared:
                yield Clash(first.title, second.title, shared)


def _shared(first: Held, second: Held) -> Shared | None:
    if first.bidang == second.bidang:
        return Shared.BIDANG if first.bidang else Shared.PLENARY
    room = first.room.strip().casefold()
    return Shared.ROOM if room and room == second.room.strip().casefold() else None
