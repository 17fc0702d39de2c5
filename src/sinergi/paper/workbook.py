"""Plain data as an XLSX workbook: no formulas, and the same bytes for the same data."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# A workbook says when it was saved; ours says nothing of the clock.
_DAY = (2000, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_MOMENT = rb"\g<1>2000-01-01T00:00:00Z\g<3>"

_HEAD = PatternFill("solid", fgColor="E8ECEF")
_FIXED = PatternFill("solid", fgColor="F4F4F2")
# Beyond it a spreadsheet shows another name in its tab.
_TITLE_LENGTH = 31


@dataclass(frozen=True)
class Choice:
    """Cells take one of the values of a column of another sheet.

    When `strict` is false, other values are taken after a warning.
    """

    sheet: str
    column: int
    rows: int
    message: str
    strict: bool = True


@dataclass(frozen=True)
class Numbers:
    """Cells take numbers from 0 to below `below`."""

    below: int
    message: str


@dataclass(frozen=True)
class Column:
    """A column by its name, which programs read; widths are in letters."""

    name: str
    width: int = 14
    # What is only shown: written on grey, so that nobody fills it in.
    is_fixed: bool = False
    takes: Choice | Numbers | None = None
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: named columns, rows of text and numbers, None for an empty cell.

    `spare` rows below the last one have the same rules as those above. A hidden sheet
    is one that only programs are to read.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    spare: int = 0
    is_hidden: bool = False


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """The workbook as bytes. Text that looks like a formula stays text."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title = title
    book.properties.creator = "Sinergi"
    for sheet in sheets:
        _write(book.create_sheet(sheet.title[:_TITLE_LENGTH]), sheet)
    out = io.BytesIO()
    book.save(out)
    return _without_clock(out.getvalue())


def _write(page: Any, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        head = page.cell(1, place)
        _fill(head, column.name)
        head.font = Font(bold=True)
        head.fill = _HEAD
        head.alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[get_column_letter(place)].width = column.width
    for line, row in enumerate(sheet.rows, start=2):
        for place, (column, value) in enumerate(
            zip(sheet.columns, row, strict=True), start=1
        ):
            cell = page.cell(line, place)
            _fill(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if column.is_fixed:
                cell.fill = _FIXED
    page.freeze_panes = "A2"
    last = len(sheet.rows) + 1 + sheet.spare
    for place, column in enumerate(sheet.columns, start=1):
        rule = _rule(column)
        if rule is not None:
            letter = get_column_letter(place)
            rule.add(f"{letter}2:{letter}{max(last, 2)}")
            page.add_data_validation(rule)
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    if sheet.is_hidden:
        page.sheet_state = "veryHidden"


def _fill(cell: Any, value: object) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        # Text is text, whatever it begins with, also after somebody edits the cell.
        cell.data_type = "s"
        cell.quotePrefix = True
    elif isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{value!r} is neither text nor an exact number.")
    else:
        cell.value = value
        whole = value == int(value)
        cell.number_format = "#,##0" if whole else "#,##0.00"


def _rule(column: Column) -> DataValidation | None:
    match column.takes:
        case None if column.note:
            rule = DataValidation()
        case None:
            return None
        case Choice() as choice:
            letter = get_column_letter(choice.column)
            last = max(choice.rows, 1) + 1
            rule = DataValidation(
                type="list",
                formula1=f"'{choice.sheet}'!${letter}$2:${letter}${last}",
                errorStyle="stop" if choice.strict else "warning",
            )
            rule.error, rule.showErrorMessage = choice.message, True
        case Numbers() as numbers:
            rule = DataValidation(
                type="decimal",
                operator="between",
                formula1="0",
                formula2=str(numbers.below),
            )
            rule.error, rule.showErrorMessage = numbers.message, True
    rule.allow_blank = True
    if column.note:
        rule.promptTitle = column.name[:32]
        rule.prompt, rule.showInputMessage = column.note[:255], True
    return rule


def _without_clock(content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as saved,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book,
    ):
        for entry in saved.infolist():
            part = saved.read(entry)
            if entry.filename == "docProps/core.xml":
                part = _STAMPS.sub(_MOMENT, part)
            fixed = zipfile.ZipInfo(entry.filename, _DAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(fixed, part)
    return out.getvalue()
