"""The course of a meeting, its quorum and its agenda, decided without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.convene import rules
from sinergi.convene.rules import MeetingState, Missing, Part

DRAFT, INVITED = MeetingState.DRAFT, MeetingState.INVITED
RUNNING, CLOSED = MeetingState.RUNNING, MeetingState.CLOSED

# Written by hand from coordination.md 5.1: the only steps there are.
STEPS = {
    (DRAFT, INVITED),
    (INVITED, RUNNING),
    (RUNNING, CLOSED),
    (CLOSED, RUNNING),
    (CLOSED, MeetingState.MINUTES_APPROVED),
}

BEGIN = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("wanted", MeetingState)
def test_only_the_written_steps_exist(state, wanted):
    assert rules.may_become(state, wanted) == ((state, wanted) in STEPS)


def test_nothing_leads_back_to_a_draft():
    assert not any(rules.may_become(state, DRAFT) for state in MeetingState)


def test_only_opening_again_needs_a_reason():
    with_reason = {step for step in STEPS if rules.needs_reason(*step)}

    assert with_reason == {(CLOSED, RUNNING)}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part.DETAILS, {DRAFT, INVITED}),
        (Part.PROCEDURE, {DRAFT, INVITED}),
        (Part.PROGRAMME, {DRAFT, INVITED, RUNNING}),
        (Part.PEOPLE, {DRAFT, INVITED, RUNNING}),
    ],
)
def test_what_may_change_in_which_state(part, expected):
    assert {state for state in MeetingState if rules.may_change(part, state)} == (
        expected
    )


def test_an_empty_draft_lacks_everything_in_the_order_of_work():
    missing = rules.lacks(plenaries=0, groups=0, agenda_items=0, has_procedure=False)

    assert missing == [
        Missing.PLENARY,
        Missing.GROUP,
        Missing.AGENDA,
        Missing.PROCEDURE,
    ]


def test_a_complete_draft_lacks_nothing():
    assert rules.lacks(plenaries=1, groups=1, agenda_items=1, has_procedure=True) == []


@pytest.mark.parametrize(
    ("seats", "percent", "needed"),
    [(11, 51, 6), (11, 50, 6), (10, 50, 5), (11, 100, 11), (3, 67, 3), (4, 51, 3)],
)
def test_the_quorum_is_rounded_up(seats, percent, needed):
    assert rules.quorum(0, seats, percent).needed == needed


@given(st.integers(0, 40), st.integers(1, 40), st.integers(1, 100))
def test_a_met_quorum_is_short_of_nobody(present, seats, percent):
    quorum = rules.quorum(present, seats, percent)

    assert quorum.met == (quorum.short == 0)
    assert quorum.met == (100 * present >= percent * seats)


@given(st.lists(st.integers(1, 300), max_size=12), st.integers(1, 600))
def test_the_running_sum_ends_at_the_sum_and_warns_only_past_the_end(minutes, length):
    slots = rules.timetable(BEGIN, BEGIN + timedelta(minutes=length), minutes)

    assert [slot.minutes_so_far for slot in slots] == [
        sum(minutes[: n + 1]) for n in range(len(minutes))
    ]
    assert all((slot.over > 0) == (slot.minutes_so_far > length) for slot in slots)


@given(st.lists(st.integers(1, 300), min_size=2, max_size=12))
def test_each_item_begins_when_the_one_before_ends(minutes):
    slots = rules.timetable(BEGIN, BEGIN + timedelta(hours=1), minutes)

    assert slots[0].starts_at == BEGIN
    assert [slot.ends_at for slot in slots[:-1]] == [
        slot.starts_at for slot in slots[1:]
    ]


def test_a_day_ends_where_the_meeting_is():
    late = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)

    assert rules.local_day(late, "Asia/Makassar") == date(2026, 3, 5)
    assert rules.local_day(late, "Asia/Jakarta") == date(2026, 3, 5)
    assert rules.local_day(late, "UTC") == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("state", "day", "open_"),
    [
        (DRAFT, 5, False),
        (INVITED, 3, False),
        (INVITED, 4, True),
        (INVITED, 6, True),
        (INVITED, 7, False),
        (RUNNING, 5, True),
        (RUNNING, 7, True),
        (CLOSED, 5, False),
    ],
)
def test_the_desk_is_open_while_running_or_on_a_day_of_the_meeting(state, day, open_):
    first, last = date(2026, 3, 4), date(2026, 3, 6)

    assert rules.may_check_in(state, date(2026, 3, day), first, last) is open_
