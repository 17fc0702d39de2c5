"""A number that is typed is kept as typed, or refused with what was typed."""

from decimal import Decimal

import pytest
from django import forms

from sinergi.core.fields import AmountField


@pytest.mark.parametrize(
    ("typed", "places", "kept"),
    [
        ("1.250.000", 0, Decimal(1_250_000)),
        ("1.250.000,00", 0, Decimal(1_250_000)),
        ("12,5", 2, Decimal("12.5")),
        ("12,25", 2, Decimal("12.25")),
    ],
)
def test_what_fits_is_kept(typed: str, places: int, kept: Decimal) -> None:
    field = AmountField(below=Decimal(10**13), places=places)

    assert field.clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "places", "why"),
    [("1.000.000,50", 0, "bilangan bulat"), ("12,255", 2, "dua angka")],
)
def test_nothing_is_rounded_without_a_word(typed: str, places: int, why: str) -> None:
    field = AmountField(below=Decimal(10**13), places=places)

    with pytest.raises(forms.ValidationError) as refusal:
        field.clean(typed)

    assert why in str(refusal.value)
    assert typed in str(refusal.value)
