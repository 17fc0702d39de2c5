"""The files a source stands for, and how SQL names the rows of one."""

import os
from collections.abc import Sequence
from glob import escape, glob
from pathlib import Path

from taksir.errors import (
    NoSuchFile,
    UnknownFormat,
    UnreadableFile,
)
from taksir.faults import FileFault
from taksir.readers import header
from taksir.readers.table import text

SUFFIXES = (".parquet", ".csv")
Source = str | Path | Sequence[str | Path]


def paths(source: Source) -> list[str]:
    """The files that a path, a pattern or a list of them stands for, sorted.

    Raises:
        NoSuchFile: Nothing is there.
        UnreadableFile: It is a folder, or may not be read.
        UnknownFormat: A file is neither Parquet nor CSV, or not like the first.
    """
    given = [source] if isinstance(source, str | Path) else list(source)
    found: list[str] = []
    for each in map(str, given):
        files = [each] if Path(each).is_file() else sorted(glob(each, recursive=True))
        if not files:
            raise NoSuchFile(each)
        found += files
    if not found:
        raise NoSuchFile(str(source))
    for file in found:
        _require_readable(file)
        if suffix(file) != suffix(found[0]):
            raise UnknownFormat(file)
    return list(dict.fromkeys(found))


def _require_readable(file: str) -> None:
    if Path(file).is_dir():
        pattern = {"pattern": f"{file.rstrip('/')}/*.parquet"}
        raise UnreadableFile(file, FileFault.FOLDER, pattern)
    if not os.access(file, os.R_OK):
        raise UnreadableFile(file, FileFault.NOT_ALLOWED)


def scan(path: str) -> str:
    """SQL that stands for the rows of one file; every CSV cell is text."""
    # The engine takes [ and * in a name for a pattern.
    file = text(escape(path))
    if suffix(path) == ".parquet":
        return f"read_parquet({file})"
    read = header.read(path)
    types = ", ".join(f"{text(name)}: 'VARCHAR'" for name in read.names)
    return (
        f"read_csv({file}, auto_detect = false, header = true, nullstr = '', "
        f"delim = {text(read.delimiter)}, quote = '\"', escape = '\"', "
        f"columns = {{{types}}})"
    )


def suffix(path: str) -> str:
    """Which of the two kinds of file a name says it is."""
    name = path.lower().removesuffix(".gz")
    for known in SUFFIXES:
        if name.endswith(known):
            return known
    raise UnknownFormat(path)
