"""A file of responses as it is brought: read whole, and refused by line.

What is taken here can be read to its end later, so no page after it meets a file it
cannot read.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from sinergi.collect import reading
from sinergi.collect.questionnaire import Finding
from sinergi.core import files
from taksir.errors import TaksirError, UnreadableFile
from taksir.readers import files as survey_files
from taksir.readers.header import DELIMITERS

# Every question offers every column on one page; a questionnaire has far fewer.
MOST_COLUMNS = 400
_SHOWN = 40  # letters of a header cell that are told


class Unreadable(Exception):
    """The file cannot be read as what it is; the finding says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def columns(content: bytes, kind: str) -> list[str]:
    """The columns of an upload that was read to its end.

    Raises:
        Unreadable: Some line cannot be read, or the file is damaged.
    """
    if kind == files.CSV:
        require_even(content.decode("utf-8-sig"))
    with reading.written(content, kind) as path:
        try:
            return _read_whole(path)
        except TaksirError as error:
            raise Unreadable(complaint(error)) from error


def complaint(error: TaksirError) -> Finding:
    """What the reader says, without its own words and without paths of the server."""
    if isinstance(error, UnreadableFile) and error.line:
        return Finding("file_line", 0, {"line": str(error.line)})
    return Finding("file_damaged")


def _read_whole(path: Path) -> list[str]:
    names = [column.name for column in survey_files.columns(path)]
    if len(names) > MOST_COLUMNS:
        values = {"columns": str(len(names)), "most": str(MOST_COLUMNS)}
        raise Unreadable(Finding("file_too_wide", 0, values))
    for _row in survey_files.rows(path):
        pass
    return names


def require_even(text: str) -> None:
    """As many cells in every line as in the header, and quotation marks that close."""
    delimiter, header = _header(text)
    if not any(cell.strip() for cell in header):
        raise Unreadable(Finding("file_no_header"))
    seen: dict[str, int] = {}
    for place, cell in enumerate(header, start=1):
        folded = cell.strip().casefold()
        if folded and folded in seen:
            values = {
                "column": cell.strip()[:_SHOWN],
                "first": str(seen[folded]),
                "second": str(place),
            }
            raise Unreadable(Finding("file_same_column", 0, values))
        seen[folded] = place
    for line, cells in _records(text, delimiter):
        # A separator at the end of a line gives one empty cell more; blank lines
        # are passed over.
        spare = len(cells) == len(header) + 1 and not cells[-1]
        if cells and len(cells) != len(header) and not spare:
            values = {
                "line": str(line),
                "found": str(len(cells)),
                "wanted": str(len(header)),
                "separator": "Tab" if delimiter == "\t" else delimiter,
            }
            raise Unreadable(Finding("file_cells", 0, values))


def separator(text: str) -> str:
    """What stands between the cells, as the header line shows it."""
    return _header(text)[0]


def _header(text: str) -> tuple[str, list[str]]:
    """The separator that finds most cells in the first record, and those cells."""
    found = []
    for delimiter in DELIMITERS:
        _line, cells = next(_records(text, delimiter), (1, []))
        found.append((delimiter, cells))
    return max(found, key=lambda pair: len(pair[1]))


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Records with the line each begins on; a cell in quotes may run over lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            finding = Finding("file_quotes", 0, {"line": str(line)})
            raise Unreadable(finding) from error
        yield line, cells
