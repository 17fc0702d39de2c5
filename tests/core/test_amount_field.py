"""A number that is typed is kept as typed, or refused with what was typed."""

from decimal import Decimal

import pytest
from django import forms

from sinergi.core.fields import AmountField


@pytest.mark.parametrize(
    ("typed", "whole", "kept"),
    [
        ("1.250.000", True, Decimal(1_250_000)),
        ("1.250.000,00", True, Decimal(1_250_000)),
        ("12,5", False, Decimal("12.5")),
        ("12,25", False, Decimal("12.25")),
    ],
)
def test_what_fits_is_kept(typed: str, whole: bool, kept: Decimal) -> None:
    field = AmountField(below=Decimal(10**13), whole=whole)

    assert field.clean(typed) == kept


def test_rupiah_are_not_rounded_without_a_word() -> None:
    field = AmountField(below=Decimal(10**13), whole=True)

    with pytest.raises(forms.ValidationError, match="bilangan bulat") as refusal:
        field.clean("1.000.000,50")

    assert "1.000.000,50" in str(refusal.value)


@pytest.mark.parametrize("typed", ["-5", "Rp -5.000", "−12,5"])
def test_less_than_nought_is_called_that(typed: str) -> None:
    field = AmountField(below=Decimal(10**13))

    with pytest.raises(forms.ValidationError, match="tidak boleh negatif") as refusal:
        field.clean(typed)

    assert typed in str(refusal.value)
