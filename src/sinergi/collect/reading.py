"""Files of responses on their way to and from the estimator, which wants a path."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sinergi.core import files
from sinergi.core.models import StoredFile
from taksir.errors import CannotStore, TaksirError
from taksir.faults import StoreFault
from taksir.readers import files as survey_files

SUFFIXES = {files.CSV: ".csv", files.PARQUET: ".parquet"}
# The first row of answers as a spreadsheet numbers it; a Parquet has no header row.
FIRST_ROWS = {files.CSV: 2, files.PARQUET: 1}


@contextmanager
def written(content: bytes, kind: str) -> Iterator[Path]:
    """Bytes under a name that says what they are."""
    with tempfile.TemporaryDirectory(prefix="sinergi-") as folder:
        path = Path(folder, f"survei{SUFFIXES[kind]}")
        path.write_bytes(content)
        yield path


@contextmanager
def at_path(file: StoredFile) -> Iterator[Path]:
    """The bytes of a kept file, as `written`."""
    with written(files.read(file), file.media_type) as path:
        yield path


def columns_of(file: StoredFile) -> list[str]:
    with at_path(file) as path:
        return [column.name for column in survey_files.columns(path)]


def rows(path: Path) -> Iterator[dict[str, str | None]]:
    return survey_files.rows(path)


def sample(
    file: StoredFile, wanted: Sequence[str], limit: int = 200
) -> dict[str, list[str]]:
    """Values that stand in the first rows of columns, each once."""
    found: dict[str, list[str]] = {name: [] for name in wanted}
    with at_path(file) as path:
        for row in survey_files.rows(path, limit=limit):
            for name in found:
                value = row.get(name)
                if value and value not in found[name]:
                    found[name].append(value)
    return found


__all__ = [
    "CannotStore",
    "StoreFault",
    "TaksirError",
    "at_path",
    "columns_of",
    "rows",
    "sample",
    "written",
]
