"""Numbers as Indonesian officials type them: 1.250.000 and 12,5."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"\d+(,\d{1,2})?")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?")
# Two groups or more behind commas cannot be a decimal: a sheet in English.
_ENGLISH = re.compile(r"\d{1,3}(,\d{3}){2,}(\.\d{1,2})?")


class NotAnAmount(ValueError):
    """The text can be read in two ways, or in none."""


def amount(text: str) -> Decimal:
    """The number, with or without Rp; what could mean two numbers is refused."""
    typed = "".join(text.split()).removeprefix("Rp").removeprefix("rp").lstrip(".")
    typed = typed.removesuffix(",-")
    if _PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed):
        return Decimal(typed.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    raise NotAnAmount(text)
