"""What is wrong with a file that an engine could not read, looked up in its bytes."""

import gzip
import re
import zlib
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from taksir.errors import UnreadableFile
from taksir.faults import FileFault
from taksir.readers import records

# What reading a CSV may raise before any of its cells is looked at.
READING = (UnicodeDecodeError, EOFError, gzip.BadGzipFile, zlib.error)
_MAGIC = b"PAR1"


def opened(path: str) -> TextIO:
    """A CSV as text, its line endings as they are."""
    if path.lower().endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return Path(path).open(encoding="utf-8-sig", newline="")


def of_csv(path: str, said: str) -> UnreadableFile:
    """The first line that is wrong; `said` is what the engine said."""
    try:
        if line := _line_not_utf8(path):
            return UnreadableFile(path, FileFault.NOT_UTF8, {"line": line})
        with opened(path) as file:
            records.require_even(file, path)
    except UnreadableFile as found:
        return found
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return UnreadableFile(path, FileFault.DAMAGED_GZIP)
    if named := re.search(r"CSV Error on Line: (\d+)", said):
        return UnreadableFile(path, FileFault.LINE, {"line": int(named[1])})
    return UnreadableFile(path, FileFault.DAMAGED_CSV, {"reason": _sentence(said)})


def of_parquet(path: str, said: str) -> UnreadableFile:
    """Whether a Parquet was never one, was cut, or is damaged inside."""
    content = Path(path)
    size = content.stat().st_size
    with content.open("rb") as file:
        begins = file.read(len(_MAGIC))
        file.seek(-min(size, len(_MAGIC)), 2)
        ends = file.read()
    if begins != _MAGIC:
        return UnreadableFile(path, FileFault.NOT_PARQUET)
    if ends != _MAGIC:
        return UnreadableFile(path, FileFault.CUT_PARQUET, {"bytes": size})
    reason = {"reason": _sentence(said)}
    return UnreadableFile(path, FileFault.DAMAGED_PARQUET, reason)


def _line_not_utf8(path: str) -> int:
    """The first line that does not decode; 0 where all do."""
    with _bytes(path) as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                # Where lines end in a carriage return alone, all are one here.
                return number + line[: error.start].count(b"\r")
    return 0


def _bytes(path: str) -> BinaryIO:
    if path.lower().endswith(".gz"):
        return cast("BinaryIO", gzip.open(path, "rb"))
    return Path(path).open("rb")


def _sentence(said: str) -> str:
    first = said.splitlines()[0].strip() if said.strip() else "no reason given"
    return first if first.endswith((".", "!", "?")) else f"{first}."
