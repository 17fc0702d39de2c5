"""Decisions of acting, held against hand-written tables."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.act import rules
from sinergi.act.rules import (
    CommitmentState as C,
)
from sinergi.act.rules import (
    Health,
    Lack,
    PlannedActivity,
    Quarter,
    Standing,
    Verdict,
)
from sinergi.act.rules import (
    ReportState as R,
)

quarters = st.builds(Quarter, st.integers(2020, 2030), st.integers(1, 4))


def test_a_follow_up_plan_moves_only_as_written():
    assert {
        C.DRAFT: {C.SUBMITTED},
        C.SUBMITTED: {C.RETURNED, C.RUNNING},
        C.RETURNED: {C.SUBMITTED},
        C.RUNNING: set(),
    } == rules.COMMITMENT_TRANSITIONS


def test_a_report_moves_only_as_written():
    assert {
        R.DRAFT: {R.SUBMITTED},
        R.SUBMITTED: {R.RETURNED, R.REVIEWED},
        R.RETURNED: {R.SUBMITTED},
        R.REVIEWED: {R.CONTESTED, R.FINAL},
        R.CONTESTED: {R.FINAL},
        R.FINAL: set(),
    } == rules.REPORT_TRANSITIONS


@given(quarters)
def test_quarters_follow_each_other_without_a_gap(quarter: Quarter):
    after = quarter.next

    assert (after.starts_on - quarter.ends_on).days == 1
    assert Quarter.of(quarter.starts_on) == quarter == Quarter.of(quarter.ends_on)
    assert quarter < after


@given(st.lists(quarters, max_size=5), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_no_report_is_owed_for_the_future_or_for_before_the_plan_ran(planned, today):
    running_on = date(2022, 5, 1)

    owed = rules.reportable(planned, running_on, today)

    assert all(q.starts_on <= today for q in owed)
    assert all(q >= Quarter.of(running_on) for q in owed)
    assert owed == sorted(set(owed))


def test_a_plan_whose_only_target_is_far_away_reports_from_when_it_runs():
    owed = rules.reportable([Quarter(2027, 4)], date(2026, 5, 1), date(2026, 9, 30))

    assert owed == [Quarter(2026, 2), Quarter(2026, 3)]


def test_a_plan_that_ends_later_than_agreed_is_told_from_one_that_does_not():
    planned, agreed = [Quarter(2026, 2), Quarter(2027, 1)], Quarter(2026, 4)

    assert rules.beyond(planned, agreed) == Quarter(2027, 1)
    assert rules.beyond(planned[:1], agreed) is None
    assert rules.beyond(planned, None) is None


def test_a_quarter_without_a_target_between_two_with_one_is_reported_too():
    planned = [Quarter(2026, 1), Quarter(2026, 4)]

    owed = rules.reportable(planned, date(2026, 1, 5), date(2026, 9, 30))

    assert owed == [Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)]


def test_a_plan_that_came_after_its_last_target_still_owes_the_quarter_it_came_in():
    owed = rules.reportable([Quarter(2026, 1)], date(2026, 5, 1), date(2026, 12, 1))

    assert owed == [Quarter(2026, 2)]


FULL = PlannedActivity("Latih", "Petugas", "orang", Decimal(0), 1)


@pytest.mark.parametrize(
    ("activities", "missing"),
    [
        ([], [("", Lack.ACTIVITY)]),
        ([FULL], []),
        (
            [PlannedActivity("Latih", "", "orang", None, 0)],
            [
                ("Latih", Lack.OUTPUT),
                ("Latih", Lack.BUDGET),
                ("Latih", Lack.TARGETS),
            ],
        ),
    ],
)
def test_a_plan_says_what_it_lacks_and_nought_rupiah_is_an_answer(activities, missing):
    assert rules.lacks(activities) == missing


@pytest.mark.parametrize(
    ("state", "today", "final"),
    [
        (R.FINAL, date(2026, 4, 1), True),
        (R.REVIEWED, date(2026, 4, 15), False),
        (R.REVIEWED, date(2026, 4, 16), True),
        (R.CONTESTED, date(2027, 1, 1), False),
        (R.SUBMITTED, date(2027, 1, 1), False),
    ],
)
def test_a_verdict_stands_after_the_days_to_answer_and_not_before(state, today, final):
    reviewed_on = date(2026, 4, 1)

    assert rules.is_final(state, reviewed_on, today, 14) is final


@pytest.mark.parametrize(
    ("reached", "verdict", "owed", "sent", "ended", "expected"),
    [
        (40, Verdict.DONE, 2, 2, False, Health.DONE),
        (40, Verdict.DONE, 2, 1, True, Health.DONE),
        (40, Verdict.PARTLY, 2, 2, False, Health.AT_RISK),
        (40, Verdict.PARTLY, 2, 2, True, Health.LATE),
        (5, None, 2, 1, False, Health.NO_REPORT),
        (10, None, 2, 2, False, Health.ON_TRACK),
        (10, Verdict.DONE, 2, 2, False, Health.ON_TRACK),
        (10, Verdict.NOT_YET, 2, 2, False, Health.AT_RISK),
        (9, Verdict.DONE, 2, 2, False, Health.AT_RISK),
        (39, Verdict.DONE, 4, 4, True, Health.LATE),
    ],
)
def test_health_is_computed_from_claims_targets_reports_and_the_verdict(
    reached, verdict, owed, sent, ended, expected
):
    standing = Standing(Decimal(reached), Decimal(10), Decimal(40))

    found = rules.health([standing], owed=owed, sent=sent, ended=ended, verdict=verdict)

    assert found is expected


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ((), None),
        ((10,), None),
        ((10, 10, 40), None),
        ((10, 40, 30), (Quarter(2026, 2), Quarter(2026, 3))),
    ],
)
def test_a_target_never_falls_below_the_one_before(targets, expected):
    planned = {Quarter(2026, n): Decimal(t) for n, t in enumerate(targets, start=1)}

    assert rules.falling(planned) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({1: 13, 2: 3}, Quarter(2026, 1)),
        ({1: 13, 2: 13}, None),
        ({2: 3}, None),
        # A later report says nothing of what was reached before this one.
        ({2: 3, 3: 9}, None),
        ({1: 20, 2: 3}, Quarter(2026, 1)),
    ],
)
def test_a_value_falls_below_the_last_one_before_it(values, expected):
    said = {Quarter(2026, n): Decimal(value) for n, value in values.items()}

    assert rules.fell(said, Quarter(2026, 2)) == expected


def test_one_activity_ahead_does_not_hide_another_behind():
    ahead = Standing(Decimal(100), Decimal(10), Decimal(400))
    behind = Standing(Decimal(1), Decimal(10), Decimal(40))

    found = rules.health(
        [ahead, behind], owed=1, sent=1, ended=False, verdict=Verdict.DONE
    )

    assert found is Health.AT_RISK
