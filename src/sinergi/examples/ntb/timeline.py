"""The days of the simulation, counted from the day of loading, so that deadlines live.

Two quarters have ended at least `SETTLED_DAYS` ago and carry reports; the meeting they
follow from lay before the first of them, the next one lies some weeks ahead.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sinergi.act.rules import Quarter

SETTLED_DAYS = 25
BEFORE_QUARTER_DAYS = 18
AHEAD_DAYS = 26
TUESDAY = 1


@dataclass(frozen=True)
class Timeline:
    """Days of the simulation, in the time zone of the forum."""

    now: datetime
    zone: str
    reported: tuple[Quarter, Quarter]
    rakor_on: date
    next_rakor_on: date

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def years(self) -> tuple[int, int]:
        """The budget years for which governments plan."""
        year = self.reported[0].year
        return (year, year + 1)

    @property
    def begins_on(self) -> date:
        """The first day of the simulation: accounts are given."""
        return self.rakor_on - timedelta(days=210)

    @property
    def agreed_on(self) -> date:
        """The last of the three days of the meeting."""
        return self.rakor_on + timedelta(days=2)

    def moment(self, day: date, hour: int = 9, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), ZoneInfo(self.zone))

    def before_rakor(self, days: int, hour: int = 9) -> datetime:
        return self.moment(self.rakor_on - timedelta(days=days), hour)

    def after_rakor(self, days: int, hour: int = 9) -> datetime:
        return self.moment(self.agreed_on + timedelta(days=days), hour)

    def ago(self, days: int, hour: int = 9) -> datetime:
        return self.moment(self.today - timedelta(days=days), hour)


def timeline(now: datetime, zone: str) -> Timeline:
    """Every day of the simulation, from the moment of loading."""
    today = now.astimezone(ZoneInfo(zone)).date()
    last = Quarter.of(today - timedelta(days=SETTLED_DAYS))
    second = _before(last)
    first = _before(second)
    return Timeline(
        now=now,
        zone=zone,
        reported=(first, second),
        rakor_on=_tuesday(first.starts_on - timedelta(days=BEFORE_QUARTER_DAYS)),
        next_rakor_on=_tuesday(today + timedelta(days=AHEAD_DAYS + 7)),
    )


def _before(quarter: Quarter) -> Quarter:
    return Quarter.of(quarter.starts_on - timedelta(days=1))


def _tuesday(day: date) -> date:
    """The Tuesday on this day or the last one before it."""
    return day - timedelta(days=(day.weekday() - TUESDAY) % 7)
