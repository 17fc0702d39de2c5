"""Form fields that read what Indonesian offices type."""

from typing import Any

from django import forms


class AmountField(forms.DecimalField):
    """A number as Indonesian offices type it: 1.250.000 or 3,5."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            typed = value.strip().removeprefix("Rp").replace(" ", "")
            if "," in typed or typed.count(".") != 1 or len(typed.split(".")[1]) == 3:
                typed = typed.replace(".", "").replace(",", ".")
            value = typed
        return super().to_python(value)
