"""Invited against present: by government, by group, by door and day."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sinergi.convene import rules, words
from sinergi.convene.models import Attendance, Meeting, Participant, Session
from sinergi.convene.rules import Door
from sinergi.core.models import Place


@dataclass(frozen=True)
class Count:
    """How many were expected and how many of them came."""

    expected: int
    present: int

    @property
    def absent(self) -> int:
        return self.expected - self.present


@dataclass(frozen=True)
class Row:
    """One government or group: at all, and day by day."""

    label: str
    total: Count
    days: list[Count]


@dataclass(frozen=True)
class Presence:
    """Who is on the list and on which days each came."""

    meeting: Meeting
    days: Collection[date]
    everybody: list[Participant]
    came: dict[int, dict[date, Attendance]]

    def expected(self, day: date) -> list[Participant]:
        """Of a group only on the day of its session."""
        return [each for each in self.everybody if rules.expected_on(_own(each), day)]

    def count(self, who: Iterable[Participant]) -> Count:
        listed = list(who)
        return Count(len(listed), sum(1 for each in listed if self.came.get(each.pk)))

    def count_on(self, who: Iterable[Participant], day: date) -> Count:
        """Who came on a day counts, expected on it or not."""
        here = {pk for pk, days in self.came.items() if day in days}
        listed = [
            each
            for each in who
            if each.pk in here or rules.expected_on(_own(each), day)
        ]
        return Count(len(listed), sum(1 for each in listed if each.pk in here))

    def by_government(self) -> list[Row]:
        governments = [*self.meeting.forum.governments()]
        return [self._row(each.name, self.of(each)) for each in governments]

    def by_group(self) -> list[Row]:
        groups: dict[Session | None, list[Participant]] = {}
        for each in self.everybody:
            groups.setdefault(each.session, []).append(each)
        return [
            self._row(str(group or words.WHOLE_MEETING), who)
            for group, who in groups.items()
        ]

    def by_door(self) -> list[tuple[str, list[int]]]:
        counted = Counter(
            (Door(each.door), day)
            for days in self.came.values()
            for day, each in days.items()
        )
        return [
            (str(words.DOOR[door]), [counted[door, day] for day in self.days])
            for door in Door
        ]

    def of(self, government: Place) -> list[Participant]:
        return [each for each in self.everybody if each.government_id == government.pk]

    def together(self) -> Row:
        return self._row("", self.everybody)

    def _row(self, label: str, who: list[Participant]) -> Row:
        days = [self.count_on(who, day) for day in self.days]
        return Row(label, self.count(who), days)


def presence(meeting: Meeting) -> Presence:
    everybody = list(
        meeting.participants.in_order(meeting.forum).select_related(
            "session__meeting__host", "government"
        )
    )
    came: dict[int, dict[date, Attendance]] = {}
    found = Attendance.objects.standing().filter(participant__meeting=meeting)
    for each in found.select_related("session"):
        came.setdefault(each.participant_id, {})[each.day] = each
    # A meeting may run beyond the day it was to end on.
    extra = {day for days in came.values() for day in days}
    return Presence(meeting, sorted({*meeting.days, *extra}), everybody, came)


def _own(participant: Participant) -> date | None:
    return participant.session.day if participant.session else None
