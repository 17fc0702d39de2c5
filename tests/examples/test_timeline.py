"""Whatever the day of loading, deadlines of the example are alive."""

from datetime import UTC, datetime, timedelta

import pytest

from sinergi.act.rules import Quarter
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.timeline import SETTLED_DAYS, Timeline, timeline

ZONE = "Asia/Makassar"
DAYS = [datetime(2026, 1, 1, 3, tzinfo=UTC) + timedelta(days=n) for n in range(800)]


def loaded(day: datetime) -> Timeline:
    return timeline(day, ZONE)


def test_two_quarters_follow_the_meeting_and_have_ended() -> None:
    for days in map(loaded, DAYS):
        first, second = days.reported

        assert first.next == second
        assert Quarter.of(days.agreed_on).next == first
        assert days.today - second.ends_on >= timedelta(days=SETTLED_DAYS)


def test_the_meeting_lay_seven_to_eleven_months_ago() -> None:
    for days in map(loaded, DAYS):
        assert 215 <= (days.today - days.rakor_on).days <= 330


def test_the_next_meeting_lies_some_weeks_ahead() -> None:
    for days in map(loaded, DAYS):
        assert 26 <= (days.next_rakor_on - days.today).days <= 33


def test_meetings_begin_on_a_tuesday() -> None:
    for days in map(loaded, DAYS):
        assert days.rakor_on.strftime("%A") == "Tuesday"
        assert days.next_rakor_on.strftime("%A") == "Tuesday"


def test_governments_plan_for_the_year_of_loading() -> None:
    for days in map(loaded, DAYS):
        assert days.today.year in days.years


def test_deeds_are_done_in_the_order_of_their_moments() -> None:
    start = datetime(2026, 3, 1, 9, tzinfo=UTC)
    diary, done = Diary(until=start + timedelta(days=9)), []

    def first(clock: Clock) -> None:
        done.append(("first", clock()))
        diary.write(start + timedelta(hours=1), lambda c: done.append(("new", c())))

    diary.write(start + timedelta(days=1), lambda c: done.append(("last", c())))
    diary.write(start + timedelta(days=10), lambda c: done.append(("never", c())))
    diary.write(start, first)
    diary.live()

    assert [name for name, _at in done] == ["first", "new", "last"]


def test_a_clock_goes_neither_back_nor_past_its_end() -> None:
    start = datetime(2026, 3, 1, 9, tzinfo=UTC)
    clock = Clock(start + timedelta(hours=2))
    clock.set(start)
    clock(minutes=90)
    clock.set(start + timedelta(minutes=30))

    told = [clock(minutes=40), clock()]

    assert told == [start + timedelta(minutes=90), start + timedelta(hours=2)]


def test_a_clock_that_was_not_set_tells_no_time() -> None:
    with pytest.raises(LookupError):
        Clock(datetime(2026, 3, 1, tzinfo=UTC))()
