"""Numbers as Indonesian officials type them: 1.250.000 and 12,5."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"\d+(,\d{1,2})?")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?")
# Two groups or more behind commas cannot be a decimal: a sheet in English.
_ENGLISH = re.compile(r"\d{1,3}(,\d{3}){2,}(\.\d{1,2})?")

_MINUS = ("-", "−", "–")


class NotAnAmount(ValueError):
    """The text can be read in two ways, or in none."""


class Negative(NotAnAmount):
    """A number below nought; nothing that is counted here can be."""


def amount(text: str) -> Decimal:
    """The number, with or without Rp; what could mean two numbers is refused."""
    typed = "".join(text.split()).removeprefix("Rp").removeprefix("rp").lstrip(".")
    typed = typed.removesuffix(",-")
    if _PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed):
        return Decimal(typed.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    if typed[:1] in _MINUS and _is_number(typed[1:]):
        raise Negative(text)
    raise NotAnAmount(text)


def _is_number(typed: str) -> bool:
    try:
        amount(typed)
    except NotAnAmount:
        return False
    return True
