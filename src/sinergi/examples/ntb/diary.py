"""What happens when: the deeds of the simulation, done in the order of their moments.

The ledger is written in the order of acts, so a simulated year must be lived through in
order, across all stages. A deed may write later deeds into the diary; those after the
moment of loading are never done: the next step is the visitor's.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count


class Clock:
    """Moments one after the other; it never goes back and never into the future."""

    def __init__(self, end: datetime) -> None:
        self._end = end
        self._now: datetime | None = None

    def set(self, at: datetime) -> None:
        """Go to this moment, unless it is past already."""
        self._now = at if self._now is None else max(at, self._now)

    def __call__(self, minutes: float = 1) -> datetime:
        """This moment; the next one is so many minutes later."""
        if self._now is None:
            raise LookupError("The clock was not set.")
        now = min(self._now, self._end)
        self._now += timedelta(minutes=minutes)
        return now


Deed = Callable[[Clock], object]


class Diary:
    """Deeds waiting for their moment."""

    def __init__(self, until: datetime) -> None:
        self._until = until
        self._clock = Clock(until)
        self._waiting: list[tuple[datetime, int, Deed]] = []
        self._numbers = count()

    def write(self, at: datetime, deed: Deed) -> None:
        heappush(self._waiting, (at, next(self._numbers), deed))

    def live(self) -> None:
        """Do every deed up to the end, those written meanwhile included."""
        while self._waiting and self._waiting[0][0] <= self._until:
            at, _number, deed = heappop(self._waiting)
            self._clock.set(at)
            deed(self._clock)
