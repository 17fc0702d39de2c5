"""Numbers from patterns and back, and what stands above a signature."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.letters.rules import (
    STEPS,
    HeldAs,
    Pattern,
    PatternFault,
    WordingState,
    lines_above_signature,
    may_become,
)

OFFICE = Pattern("{kode}/{urut:3}/{unit}/{bulan_romawi}/{tahun}", "500.12", "DKIS")


def test_a_number_is_made_from_the_pattern_of_the_office() -> None:
    assert OFFICE.number(7, date(2026, 3, 5)) == "500.12/007/DKIS/III/2026"


@given(st.integers(1, 999_999), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_number_made_from_a_pattern_is_read_back(serial: int, day: date) -> None:
    assert OFFICE.serial_of(OFFICE.number(serial, day)) == (serial, day.year)


@pytest.mark.parametrize("typed", ["B/12/2026", "500.12/007/LAIN/III/2026", ""])
def test_a_number_of_another_pattern_has_no_serial(typed: str) -> None:
    assert OFFICE.serial_of(typed) is None


@pytest.mark.parametrize(
    ("text", "fault", "letter", "nearest"),
    [
        ("{urut}/{tahn}", PatternFault.UNKNOWN, 8, "tahun"),
        ("{urut}/{tahun", PatternFault.BRACE, 8, ""),
        ("{urut}/{urut:2}", PatternFault.TWO_SERIALS, 8, ""),
        ("UND/{tahun}", PatternFault.NO_SERIAL, 0, ""),
        ("{kode}/{urut}", PatternFault.NO_CODE, 1, ""),
        ("{urut}/{unit}", PatternFault.NO_UNIT, 8, ""),
        ("{urut:9}", PatternFault.UNKNOWN, 1, "urut"),
    ],
)
def test_a_fault_names_its_letter_and_what_was_meant(
    text: str, fault: PatternFault, letter: int, nearest: str
) -> None:
    found = Pattern(text).misfits()[0]

    assert (found.fault, found.letter, found.nearest) == (fault, letter, nearest)


@given(st.text(alphabet="{}urt:3/ abkode", max_size=20))
def test_any_pattern_is_refused_or_makes_numbers_of_its_own(text: str) -> None:
    pattern = Pattern(text, "500", "X")

    if not pattern.misfits():
        day = date(2026, 1, 1)
        assert pattern.number(1, day) != pattern.number(2, day)


def test_above_a_signature_stand_in_whose_name_and_how_the_office_is_held() -> None:
    lines = lines_above_signature("Sekretaris Daerah", HeldAs.PLH, "Gubernur Uji")

    assert lines == ["a.n. Gubernur Uji", "Plh. Sekretaris Daerah,"]


@pytest.mark.parametrize("state", WordingState)
@pytest.mark.parametrize("wanted", WordingState)
def test_a_wording_steps_only_where_the_table_says(
    state: WordingState, wanted: WordingState
) -> None:
    assert may_become(state, wanted) == (wanted in STEPS[state])
    assert not may_become(state, WordingState.TRIED)
