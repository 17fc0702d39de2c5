"""The code of a sub-kegiatan: U.BU.PP.L.KK.SSSS in the national nomenclature."""

import re

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
