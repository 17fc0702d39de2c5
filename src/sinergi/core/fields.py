"""Form fields that read what Indonesian offices type."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.core import formats
from sinergi.core.amounts import Negative, NotAnAmount, amount


class AmountField(forms.Field):
    """A number such as 1.250.000 or 12,5; what could be two numbers is refused."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _(
            "“%(typed)s” cannot be read as a number. Write thousands with dots and "
            "decimals with a comma, for example 1.250.000 or 12,5."
        ),
        "negative": _("“%(typed)s” is less than 0. Write 0 or a number above it."),
        "too_large": _(
            "“%(typed)s” is larger than this page can hold. Check the digits."
        ),
        "not_whole": _("“%(typed)s” is no whole number. Write it without decimals."),
    }

    def __init__(self, *, below: Decimal, whole: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.below, self.whole = below, whole

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            number = amount(str(value))
        except Negative as wrong:
            raise self._error("negative", value) from wrong
        except NotAnAmount as wrong:
            raise self._error("invalid", value) from wrong
        if number >= self.below:
            raise self._error("too_large", value)
        if self.whole and number != round(number):
            raise self._error("not_whole", value)
        return number

    def prepare_value(self, value: Any) -> Any:
        return formats.angka(value) if isinstance(value, Decimal) else value

    def _error(self, code: str, typed: Any) -> forms.ValidationError:
        return forms.ValidationError(
            self.error_messages[code], code=code, params={"typed": typed}
        )
