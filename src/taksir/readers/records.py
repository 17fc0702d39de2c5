"""The records of a CSV as text: how its cells are separated, and the first bad line.

An engine stops at a bad line without saying what is wrong with it; here it is said.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from taksir.errors import UnreadableFile
from taksir.faults import FileFault

DELIMITERS = (",", ";", "\t", "|")
# Bytes of a line, its cells and separators together, that an engine reads.
LONGEST_LINE = 2_000_000
_SHOWN = 40  # letters of a column's name that are told


class _Lines:
    """Lines on their way to a reader, which remembers those of the record at hand."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.count = 0
        self.record: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.count += 1
        self.record.append(line)
        return line

    @property
    def begins(self) -> int:
        """The line on which the record at hand begins."""
        return self.count - len(self.record) + 1

    @property
    def ending(self) -> str:
        last = self.record[-1]
        return last[len(last.rstrip("\r\n")) :]


def header(lines: Iterable[str]) -> tuple[str, list[str]]:
    """The separator that finds most cells in the first record, and those cells."""
    first = _first_record(lines)
    found = [
        (delimiter, next(csv.reader(first, delimiter=delimiter), []))
        for delimiter in DELIMITERS
    ]
    # The first of equals.
    return max(found, key=lambda pair: len(pair[1]))


def _first_record(lines: Iterable[str]) -> list[str]:
    """Its lines: a cell of the header may hold line breaks, in quotation marks."""
    found: list[str] = []
    quotes = 0
    for line in lines:
        found.append(line)
        quotes += line.count('"')
        if quotes % 2 == 0:
            break
    return found


def names(cells: Iterable[str], path: str) -> tuple[str, ...]:
    """The columns a header names; one without a name is called by its place.

    Raises:
        UnreadableFile: Two columns have one name.
    """
    named = tuple(
        cell.strip() or f"column{place}" for place, cell in enumerate(cells, start=1)
    )
    seen: dict[str, int] = {}
    for place, name in enumerate(named, start=1):
        first = seen.setdefault(name.casefold(), place)
        if first != place:
            values = {"column": name[:_SHOWN], "first": first, "second": place}
            raise UnreadableFile(path, FileFault.SAME_COLUMN, values)
    return named


def require_even(lines: Iterable[str], path: str) -> None:
    """As many cells in every line as in the header, and quotation marks that close.

    Args:
        lines: The lines with their endings as they stand in the file.
        path: What the file is called in the error.

    Raises:
        UnreadableFile: Says the first line that is not so, and why.
    """
    source = iter(lines)
    first = _first_record(source)
    watched = _Lines(chain(first, source))
    try:
        delimiter, head = header(first)
    except csv.Error:
        # No header is read, so columns are called by their place.
        watched.count, watched.record = len(first), first
        raise _unsplit(watched, ",", [], path) from None
    if not any(cell.strip() for cell in head):
        raise UnreadableFile(path, FileFault.NO_HEADER)
    columns = names(head, path)
    reader = csv.reader(watched, delimiter=delimiter, strict=True)
    ending = ""
    while True:
        watched.record = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise _unsplit(watched, delimiter, columns, path) from None
        fault, values = _of_record(cells, watched, len(head), ending)
        if fault:
            told = {"line": watched.begins, "separator": delimiter, **values}
            raise UnreadableFile(path, fault, told)
        ending = ending or watched.ending


def _of_record(
    cells: list[str], at: _Lines, wanted: int, ending: str
) -> tuple[FileFault | None, dict[str, int]]:
    """What is wrong with one record, if anything."""
    # A separator at the end of a line gives one empty cell more; blank lines are
    # passed over.
    spare = len(cells) == wanted + 1 and not cells[-1]
    if cells and len(cells) != wanted and not spare:
        return FileFault.CELLS, {"found": len(cells), "wanted": wanted}
    letters = sum(map(len, at.record))
    if letters > LONGEST_LINE:
        return FileFault.LONG_LINE, {"letters": letters}
    if at.ending and ending and at.ending != ending:
        return FileFault.ENDINGS, {"line": at.count}
    return None, {}


def _unsplit(
    at: _Lines, delimiter: str, columns: Iterable[str], path: str
) -> UnreadableFile:
    """Why a record cannot be split: a cell that is too long, or quotation marks."""
    named = dict(enumerate(columns))
    for place, letters in enumerate(_lengths("".join(at.record), delimiter)):
        # A cell over lines is one whose quotation mark was forgotten.
        if letters > csv.field_size_limit() and len(at.record) == 1:
            column = named.get(place, str(place + 1))[:_SHOWN]
            values = {"line": at.begins, "column": column, "letters": letters}
            return UnreadableFile(path, FileFault.LONG_CELL, values)
    return UnreadableFile(path, FileFault.QUOTES, {"line": at.begins})


def _lengths(record: str, delimiter: str) -> list[int]:
    """Letters of each cell of a record; a separator in quotation marks is a letter."""
    lengths, is_quoted = [0], False
    for letter in record.rstrip("\r\n"):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter == delimiter and not is_quoted:
            lengths.append(0)
        else:
            lengths[-1] += 1
    return lengths
