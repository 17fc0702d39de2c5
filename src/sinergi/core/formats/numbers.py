"""Figures and money: 3,44 · 1.234 · 93,5% · Rp1,2 miliar · 3,31–3,57."""

from decimal import ROUND_HALF_UP, Decimal

Number = int | float | Decimal

MINUS = "−"

_SCALES = {
    "id": ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}


def angka(value: Number, places: int | None = None, language: str = "id") -> str:
    """The number with the language's marks; `places` decimals, or as many as it has."""
    number = _decimal(value)
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{abs(number):,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if language != "en":
        text = text.translate(str.maketrans(",.", ".,"))
    return MINUS + text if number < 0 else text


def persen(value: Number, places: int = 1, language: str = "id") -> str:
    """A share given in percent: 93.5 is '93,5%'."""
    return angka(value, places, language) + "%"


def rupiah(value: Number, short: bool = False, language: str = "id") -> str:
    """Money in full rupiah, or shortened to one decimal of juta, miliar, triliun."""
    amount = _decimal(value)
    sign = MINUS if amount < 0 else ""
    amount = abs(amount)
    if short:
        for size, name in _SCALES["en" if language == "en" else "id"]:
            # Rounding can carry into the next scale: 999.950.000 is 1 miliar.
            if amount >= size - Decimal(size) / 20_000:
                rounded = (amount / size).quantize(Decimal("0.1"), ROUND_HALF_UP)
                return f"{sign}Rp{angka(rounded, None, language)} {name}"
    return f"{sign}Rp{angka(amount, 0, language)}"


def selang(low: Number, high: Number, places: int = 2, language: str = "id") -> str:
    """An interval: '3,31–3,57'; with 'sampai' when a sign would hide the dash."""
    joint = "–"
    if low < 0 or high < 0:
        joint = " to " if language == "en" else " sampai "
    return joint.join(angka(bound, places, language) for bound in (low, high))


def _decimal(value: Number) -> Decimal:
    # Through repr, so that 0.285 rounds as it is written and not as it is stored.
    return value if isinstance(value, Decimal) else Decimal(repr(value))
