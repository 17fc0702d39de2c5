"""A file of responses as it is brought: read whole, and refused by line.

What is taken here can be read to its end later, so no page after it meets a file it
cannot read.
"""

import io
from pathlib import Path

from sinergi.collect import reading
from sinergi.collect.questionnaire import Finding
from sinergi.core import files
from taksir.errors import TaksirError, UnreadableFile
from taksir.faults import FileFault
from taksir.readers import files as survey_files
from taksir.readers import records

# Every question offers every column on one page; a questionnaire has far fewer.
MOST_COLUMNS = 400
# The path is one the server gave itself; who brought the file knows nothing of it.
_OF_PATHS = {FileFault.FOLDER, FileFault.NOT_ALLOWED}


class Unreadable(Exception):
    """The file cannot be read as what it is; the finding says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def columns(content: bytes, kind: str) -> list[str]:
    """The columns of an upload that was read to its end.

    Raises:
        Unreadable: Some line cannot be read, the file is damaged, or has no rows.
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
    if not isinstance(error, UnreadableFile) or error.fault in _OF_PATHS:
        return Finding("file_damaged_csv")
    values = {name: str(value) for name, value in error.values.items()}
    if values.get("separator") == "\t":
        values["separator"] = "Tab"
    return Finding(f"file_{error.fault.name.lower()}", 0, values)


def _read_whole(path: Path) -> list[str]:
    names = [column.name for column in survey_files.columns(path)]
    if len(names) > MOST_COLUMNS:
        values = {"columns": str(len(names)), "most": str(MOST_COLUMNS)}
        raise Unreadable(Finding("file_too_wide", 0, values))
    rows = sum(1 for _row in survey_files.rows(path))
    if not rows:
        raise Unreadable(Finding("file_no_rows", 0, {"columns": str(len(names))}))
    return names


def require_even(text: str) -> None:
    """As many cells in every line as in the header, and quotation marks that close.

    Raises:
        Unreadable: Some line is not so.
    """
    try:
        records.require_even(io.StringIO(text, newline=""), "")
    except UnreadableFile as error:
        raise Unreadable(complaint(error)) from error


def separator(text: str) -> str:
    """What stands between the cells, as the header line shows it."""
    return records.header(io.StringIO(text, newline=""))[0]
