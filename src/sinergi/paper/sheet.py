"""Rows as CSV that a spreadsheet opens as it should and runs nothing of."""

import csv
import io
from collections.abc import Iterable, Sequence

# Excel reads UTF-8 only behind this mark.
MARK = "\ufeff"

# A spreadsheet would run what begins like this.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Header and rows as CSV (RFC 4180); None is an empty cell.

    Text that a spreadsheet would take for a formula is led by an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(name) for name in header])
    writer.writerows([_safe(value) for value in row] for row in rows)
    return MARK + out.getvalue()


def _safe(value: object) -> object:
    if value is None:
        return ""
    dangerous = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if dangerous else value
