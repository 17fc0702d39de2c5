"""The header line of a CSV file, read here so that nothing about it is guessed.

An engine that guesses may take a later line for the header when lines are of
different length, and drop what is before it.
"""

import csv
from dataclasses import dataclass

from taksir.errors import UnreadableFile
from taksir.faults import FileFault
from taksir.readers import damage, records


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
        with damage.opened(path) as file:
            delimiter, cells = records.header(file)
    except (*damage.READING, csv.Error) as error:
        raise damage.of_csv(path, str(error)) from error
    if not cells:
        raise UnreadableFile(path, FileFault.NO_HEADER)
    return Header(delimiter, records.names(cells, path))
