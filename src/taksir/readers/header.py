"""The header line of a CSV file, read here so that nothing about it is guessed.

An engine that guesses may take a later line for the header when lines are of
different length, and drop what is before it.
"""

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from taksir.errors import UnreadableFile

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class Header:
    """How the cells of a file are separated, and the names of its columns."""

    delimiter: str
    names: tuple[str, ...]


def read(path: str) -> Header:
    """The header of a CSV file; a column without a name is called by its place.

    Raises:
        UnreadableFile: The file is empty or not UTF-8, or two columns have one name.
    """
    try:
        with _opened(path) as file:
            found = []
            for delimiter in DELIMITERS:
                file.seek(0)
                # A cell of the header may hold line breaks: a record, not a line.
                records = csv.reader(file, delimiter=delimiter)
                found.append((delimiter, next(records, [])))
    except (UnicodeDecodeError, gzip.BadGzipFile, csv.Error) as error:
        raise UnreadableFile(path, f"{error}.") from error
    # The delimiter that finds most cells; the first of equals.
    delimiter, cells = max(found, key=lambda pair: len(pair[1]))
    if not cells:
        raise UnreadableFile(path, "it has no header line.")
    names = tuple(
        cell.strip() or f"column{place}" for place, cell in enumerate(cells, start=1)
    )
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise UnreadableFile(
                path, f"two columns are named {name!r} (capitals do not differ)."
            )
        seen.add(name.casefold())
    return Header(delimiter, names)


def _opened(path: str) -> TextIO:
    if path.lower().endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return Path(path).open(encoding="utf-8-sig", newline="")
