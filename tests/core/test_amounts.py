"""Numbers are read as officials type them, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.core.amounts import NotAnAmount, amount
from sinergi.core.formats import angka


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.250.000", "1250000"),
        ("Rp1.250.000,00", "1250000.00"),
        ("Rp. 1.250.000,-", "1250000"),
        ("1250000", "1250000"),
        ("12,5", "12.5"),
        ("1.250", "1250"),
        ("1,250,000", "1250000"),
        ("0", "0"),
    ],
)
def test_money_is_read_as_officials_type_it(typed: str, number: str) -> None:
    assert amount(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "1,250", "1.5", "1.25.000", "-5", "12 juta", "Rp", "1.250.00"]
)
def test_what_could_be_two_numbers_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAmount):
        amount(typed)


@given(st.decimals(0, 10**13, places=2, allow_nan=False))
def test_what_the_page_writes_is_read_back(number: Decimal) -> None:
    assert amount(angka(number)) == number
