"""Run alone, in its own process: an XLSForm on stdin, JSON on stdout.

The parent gives the limits; a workbook that unpacks beyond them ends this process and
nothing else. It imports nothing of ours, so that little can be reached from here.
"""

import io
import json
import resource
import sys
from typing import Any

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 30
ROWS = 5_000
COLUMNS = 200
SHEETS = ("survey", "choices", "settings")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    content = sys.stdin.buffer.read()
    try:
        answer = converted(content)
    except MemoryError:
        answer = {"error": "too_large"}
    json.dump(answer, sys.stdout)


def converted(content: bytes) -> dict[str, Any]:
    import openpyxl  # noqa: PLC0415 - after the limits are set
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - after the limits
    from pyxform.xls2xform import convert  # noqa: PLC0415 - after the limits

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        sheets = {name: rows(book[name]) for name in SHEETS if name in book.sheetnames}
    except TooLong:
        return {"error": "too_large"}
    except Exception:  # noqa: BLE001 - a damaged workbook fails anyhow
        return {"error": "unreadable"}
    warnings: list[str] = []
    try:
        xform = convert(
            io.BytesIO(content),
            warnings=warnings,
            validate=False,
            file_type=".xlsx",
        ).xform
    except PyXFormError as error:
        return {"error": "refused", "message": str(error)}
    return {"xform": xform, "warnings": warnings, "sheets": sheets}


class TooLong(Exception):
    pass


def rows(sheet: Any) -> list[list[str]]:
    """Cells as text, row by row, the header first."""
    found = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > ROWS or len(row) > COLUMNS:
            raise TooLong
        found.append(["" if cell is None else str(cell).strip() for cell in row])
    return found


if __name__ == "__main__":
    main()
