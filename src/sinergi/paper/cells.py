"""Run alone, in its own process: a workbook on stdin, its cells as JSON on stdout.

A workbook that unpacks beyond the limits ends this process and nothing else. It imports
nothing of ours, so that little can be reached from here.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 30
ROWS = 5_000
COLUMNS = 100
SHEETS = 20


class TooLong(Exception):
    pass


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    content = sys.stdin.buffer.read()
    try:
        answer = read(content)
    except (MemoryError, TooLong):
        answer = {"error": "too_large"}
    json.dump(answer, sys.stdout)


def read(content: bytes) -> dict[str, Any]:
    import openpyxl  # noqa: PLC0415 - after the limits are set

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        names = book.sheetnames[:SHEETS]
        return {"sheets": {name: rows(book[name]) for name in names}}
    except (TooLong, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook fails anyhow
        return {"error": "unreadable"}


def rows(sheet: Any) -> list[list[list[str]]]:
    """Row by row, each cell as its kind and its text."""
    if not hasattr(sheet, "iter_rows"):  # a sheet that is only a chart
        return []
    # A range that a program wrote wrong must not hide rows.
    sheet.reset_dimensions()
    found: list[list[list[str]]] = []
    filled = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [told(cell) for cell in row]
        while cells and cells[-1][0] == "empty":
            cells.pop()
        if len(cells) > COLUMNS:
            raise TooLong
        # Empty rows below, which a spreadsheet may keep by thousands, say nothing.
        if cells:
            if number > ROWS:
                raise TooLong
            filled = number
        if number <= ROWS:
            found.append(cells)
    return found[:filled]


def told(cell: Any) -> list[str]:
    value, kind = cell.value, cell.data_type
    if kind == "f":
        return ["formula", str(getattr(value, "text", value))]
    if kind == "e":
        return ["error", str(value)]
    if value is None or value == "":
        return ["empty", ""]
    if isinstance(value, bool):
        return ["truth", str(value)]
    if isinstance(value, int | float):
        return ["number", repr(value)]
    if isinstance(value, datetime | date | time | timedelta):
        return ["date", str(value)]
    return ["text", str(value)]


if __name__ == "__main__":
    main()
