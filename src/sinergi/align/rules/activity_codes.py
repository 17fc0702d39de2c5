"""The code of a sub-kegiatan: U.BU.PP.L.KK.SSSS in the national nomenclature."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_CODE = re.compile(r"(\d|X)\.(\d\d|XX)\.(\d\d)\.0?([12])\.(\d\d)\.(\d{4}|\d\d)")

_PROVINCE, _REGENCY_OR_CITY = "1", "2"


class NotAnActivityCode(ValueError):
    """The text is not a code of a sub-kegiatan."""


def activity_code(text: str) -> str:
    """The code as the nomenclature prints it; `02` for the level is read as `2`."""
    found = _CODE.fullmatch("".join(text.split()).upper())
    if not found:
        raise NotAnActivityCode(text)
    return ".".join(found.groups())


def level_segment(level: str) -> str:
    """The fourth segment that fits a government of this level."""
    return _PROVINCE if level == "province" else _REGENCY_OR_CITY


def nearest(code: str, known: Iterable[str]) -> str | None:
    """The known code most like this one: as many equal parts from the left as can be,
    then as many equal digits."""
    parts = code.split(".")

    def likeness(other: str) -> tuple[int, float, str]:
        same = 0
        for mine, theirs in zip(parts, other.split("."), strict=False):
            if mine != theirs:
                break
            same += 1
        # Of equally near ones the smaller code, whatever the order they come in.
        return -same, -SequenceMatcher(None, code, other).ratio(), other

    return min(known, key=likeness, default=None)
