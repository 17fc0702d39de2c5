"""Decisions of aligning, as tables and as laws."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.align.rules import (
    Alike,
    AnswerState,
    CellState,
    Gap,
    HelpState,
    Missing,
    MissingPart,
    NotAnActivityCode,
    PartnerState,
    PlanState,
    SheetState,
    Sums,
    Work,
    activity_code,
    alike_of,
    cell_state,
    gap_of,
    level_segment,
    may_become,
    missing_of,
    normalised,
    obliged,
    sums_of,
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2.16.02.2.01.0020", "2.16.02.2.01.0020"),
        (" 2.16.02.02.01.0020 ", "2.16.02.2.01.0020"),
        ("2.16.03.1.02.15", "2.16.03.1.02.15"),
        ("x.xx.01.2.06.0009", "X.XX.01.2.06.0009"),
    ],
)
def test_a_code_of_a_sub_kegiatan_is_read(typed: str, code: str) -> None:
    assert activity_code(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "2.16.02", "2.16.02.3.01.0020", "2.16.02.2.01.020", "literasi"]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(NotAnActivityCode):
        activity_code(typed)


@pytest.mark.parametrize(
    ("level", "segment"), [("province", "1"), ("regency", "2"), ("city", "2")]
)
def test_the_level_segment_fits_the_government(level: str, segment: str) -> None:
    assert level_segment(level) == segment


@pytest.mark.parametrize(
    ("planned", "joint", "is_obliged", "filled", "state"),
    [
        (True, False, True, True, CellState.PLANNED),
        (True, True, True, True, CellState.JOINT),
        (False, True, True, True, CellState.JOINT),
        (True, False, False, True, CellState.PLANNED),
        (False, False, True, True, CellState.EMPTY),
        (False, False, False, True, CellState.NOT_OBLIGED),
        (False, False, True, False, CellState.NOT_FILLED),
        (False, False, False, False, CellState.NOT_OBLIGED),
    ],
)
def test_a_cell_says_what_it_is_or_why_it_is_empty(
    planned: bool, joint: bool, is_obliged: bool, filled: bool, state: CellState
) -> None:
    said = cell_state(planned=planned, joint=joint, obliged=is_obliged, filled=filled)

    assert said is state


@pytest.mark.parametrize(
    ("level", "levels", "answer"),
    [
        ("regency", ["regency", "city"], True),
        ("province", ["regency", "city"], False),
        ("province", [], True),
    ],
)
def test_a_programme_that_names_no_level_asks_every_level(
    level: str, levels: list[str], answer: bool
) -> None:
    assert obliged(level, levels) is answer


def test_a_gap_names_who_has_no_plan() -> None:
    states = {
        "satu": CellState.PLANNED,
        "dua": CellState.EMPTY,
        "tiga": CellState.NOT_FILLED,
        "provinsi": CellState.NOT_OBLIGED,
    }

    assert gap_of(states) == Gap(("dua",), nobody=False)


def test_a_gap_of_everybody_says_so() -> None:
    states = {"satu": CellState.EMPTY, "provinsi": CellState.NOT_OBLIGED}

    assert gap_of(states) == Gap(("satu",), nobody=True)


def test_governments_that_filled_in_nothing_are_no_gap() -> None:
    assert gap_of({"satu": CellState.NOT_FILLED}) is None


def test_the_same_output_typed_in_two_ways_is_alike() -> None:
    works = [
        Work("KS-1", "dompu", "Pelatihan literasi digital, bagi guru."),
        Work("KS-2", "bima", "pelatihan  Literasi Digital bagi guru"),
        Work("KS-3", "sumbawa", "Pelatihan literasi digital bagi siswa"),
    ]

    assert alike_of(works) == [
        Alike(works[0].output, ("dompu", "bima"), ("KS-1", "KS-2"))
    ]


def test_one_government_repeating_itself_is_not_planned_apart() -> None:
    works = [Work("KS-1", "dompu", "Kelas"), Work("KS-2", "dompu", "Kelas")]

    assert alike_of(works) == []


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("target", "budget", "part"),
    [
        (None, Decimal(1), MissingPart.TARGET),
        (Decimal(0), Decimal(1), MissingPart.TARGET),
        (Decimal(5), None, MissingPart.MONEY),
        (Decimal(5), Decimal(0), None),
        (Decimal(5), Decimal(1), None),
        (None, None, None),
    ],
)
def test_money_without_target_and_target_without_money_are_found(
    target: Decimal | None, budget: Decimal | None, part: MissingPart | None
) -> None:
    found = missing_of([Work("KS-1", "dompu", "Kelas", target=target, budget=budget)])

    assert found == ([Missing("KS-1", part)] if part else [])


def test_targets_are_summed_by_unit_and_never_across() -> None:
    works = [
        Work("KS-1", "dompu", "a", "Orang", Decimal(100), Decimal(5)),
        Work("KS-2", "bima", "b", "orang ", Decimal(50), None),
        Work("KS-3", "bima", "c", "desa", Decimal(3), Decimal(7)),
    ]

    assert sums_of(works) == Sums(
        3, Decimal(12), 1, (("desa", Decimal(3)), ("Orang", Decimal(150)))
    )


works_of_a_matrix = st.lists(
    st.builds(
        Work,
        reference=st.just("KS"),
        government=st.sampled_from(["a", "b", "c"]),
        output=st.sampled_from(["x", "y"]),
        unit=st.sampled_from(["orang", "desa"]),
        target=st.none() | st.decimals(0, 10**6, places=2),
        budget=st.none() | st.decimals(0, 10**9, places=2),
    ),
    max_size=30,
)


@given(works_of_a_matrix)
def test_parts_add_up_to_the_whole_however_they_are_cut(works: list[Work]) -> None:
    whole = sums_of(works)
    by_government = [
        sums_of(work for work in works if work.government == g) for g in "abc"
    ]

    assert sum(part.plans for part in by_government) == whole.plans
    assert sum(part.budget for part in by_government) == whole.budget
    assert sum(part.unpriced for part in by_government) == whole.unpriced
    for unit, total in whole.targets:
        parts = [dict(part.targets).get(unit, Decimal(0)) for part in by_government]
        assert sum(parts) == total


@pytest.mark.parametrize(
    ("state", "wanted", "answer"),
    [
        (PlanState.PLANNED, PlanState.WITHDRAWN, True),
        (PlanState.WITHDRAWN, PlanState.PLANNED, False),
        (PartnerState.INVITED, PartnerState.ACCEPTED, True),
        (PartnerState.INVITED, PartnerState.DECLINED, True),
        (PartnerState.DECLINED, PartnerState.INVITED, True),
        (PartnerState.ACCEPTED, PartnerState.DECLINED, False),
        (PartnerState.DECLINED, PartnerState.ACCEPTED, False),
        (HelpState.OPEN, HelpState.ANSWERED, True),
        (HelpState.ANSWERED, HelpState.OPEN, True),
        (HelpState.OPEN, HelpState.ACCEPTED, False),
        (HelpState.ACCEPTED, HelpState.SETTLED, True),
        (HelpState.SETTLED, HelpState.OPEN, False),
        (AnswerState.ACCEPTED, AnswerState.TAKEN_BACK, False),
        (SheetState.APPLIED, SheetState.DISCARDED, False),
    ],
)
def test_states_follow_the_table(state, wanted, answer: bool) -> None:
    assert may_become(state, wanted) is answer
