"""The number of a letter, from the pattern of an office and back again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

PLACEHOLDERS = ("urut", "kode", "unit", "bulan", "bulan_romawi", "tahun")
MOST_DIGITS = 6
_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PIECE = re.compile(r"\{([^{}]*)\}|([{}])|([^{}]+)")
_WIDTH = re.compile(r"urut:([1-6])")


class PatternFault(StrEnum):
    """What is wrong with a pattern."""

    UNKNOWN = "unknown"
    BRACE = "brace"
    NO_SERIAL = "no_serial"
    TWO_SERIALS = "two_serials"
    NO_CODE = "no_code"
    NO_UNIT = "no_unit"


@dataclass(frozen=True)
class Misfit:
    """One fault, at which letter of the pattern, and what was perhaps meant."""

    fault: PatternFault
    letter: int = 0
    written: str = ""
    nearest: str = ""


@dataclass(frozen=True)
class Pattern:
    """A pattern and what an office puts into it for every letter."""

    text: str
    code: str = ""
    unit: str = ""

    def misfits(self) -> list[Misfit]:
        found, serials = [], 0
        given = {"kode": self.code, "unit": self.unit}
        empty = {"kode": PatternFault.NO_CODE, "unit": PatternFault.NO_UNIT}
        for piece in _PIECE.finditer(self.text):
            name, brace, _words = piece.groups()
            letter = piece.start() + 1
            if brace:
                found.append(Misfit(PatternFault.BRACE, letter, brace))
            if name is None:
                continue
            if name == "urut" or _WIDTH.fullmatch(name):
                serials += 1
                if serials > 1:
                    found.append(Misfit(PatternFault.TWO_SERIALS, letter, name))
            elif name not in PLACEHOLDERS:
                found.append(Misfit(PatternFault.UNKNOWN, letter, name, nearest(name)))
            elif name in given and not given[name].strip():
                found.append(Misfit(empty[name], letter, name))
        if not serials:
            found.append(Misfit(PatternFault.NO_SERIAL))
        return found

    @property
    def begins_anew_each_year(self) -> bool:
        """Where the year stands in the number, its serial begins at one every year."""
        return "{tahun}" in self.text

    def number(self, serial: int, day: date) -> str:
        """The number of the letter; the pattern has no misfits."""
        values = self._values(day)
        return "".join(_written(piece, serial, values) for piece in self._pieces())

    def serial_of(self, number: str) -> tuple[int, int | None] | None:
        """Serial and year that a number typed by hand has, if it has this pattern."""
        expression = "".join(map(self._expression, self._pieces()))
        found = re.fullmatch(expression, number.strip(), re.IGNORECASE)
        if found is None:
            return None
        year = found.groupdict().get("year")
        return int(found["serial"]), int(year) if year else None

    def _pieces(self) -> Iterator[tuple[str | None, str]]:
        for piece in _PIECE.finditer(self.text):
            yield piece[1], piece[3] or ""

    def _values(self, day: date) -> dict[str, str]:
        return {
            "kode": self.code,
            "unit": self.unit,
            "bulan": f"{day.month:02d}",
            "bulan_romawi": _MONTHS[day.month - 1],
            "tahun": str(day.year),
        }

    def _year(self) -> str:
        """Written twice it is not read back: a group has its name once."""
        return r"(?P<year>\d{4})" if self.text.count("{tahun}") == 1 else r"\d{4}"

    def _expression(self, piece: tuple[str | None, str]) -> str:
        name, words = piece
        if name is None:
            return re.escape(words)
        if name.startswith("urut"):
            return rf"(?P<serial>\d{{1,{MOST_DIGITS}}})"
        return {
            "kode": re.escape(self.code),
            "unit": re.escape(self.unit),
            "bulan": r"\d{1,2}",
            "bulan_romawi": "[IVX]+",
            "tahun": self._year(),
        }[name]


def plain(number: str) -> str:
    """Spaces and capitals make no other number."""
    return "".join(number.split()).casefold()


def nearest(name: str) -> str:
    return next(iter(get_close_matches(name.strip().lower(), PLACEHOLDERS, 1)), "")


def _written(
    piece: tuple[str | None, str], serial: int, values: Mapping[str, str]
) -> str:
    name, words = piece
    if name is None:
        return words
    width = _WIDTH.fullmatch(name)
    if name == "urut" or width:
        return f"{serial:0{width[1] if width else 1}d}"
    return values[name]
