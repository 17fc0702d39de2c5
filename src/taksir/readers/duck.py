"""DuckDB, the embedded engine: the only module that knows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from glob import glob, has_magic
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from taksir.errors import (
    BadCondition,
    CannotStore,
    ColumnsDiffer,
    EmptyDomain,
    NoRows,
    NoSuchColumn,
    NoSuchFile,
    Overflow,
    TaksirError,
    UnknownFormat,
    UnreadableFile,
    nearest,
)
from taksir.readers.query import Query, Table, quote, text
from taksir.tally import COLUMNS, Basis, Cell, Sums, Tally

# Nothing is fetched at run time; an extension that is not built in is refused.
CONFIG = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

# What a faulty condition raises.
CALLER = (
    duckdb.ParserException,
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.ConversionException,
)

Source = str | Path | Sequence[str | Path]

FORMATS = {
    ".parquet": "read_parquet({path})",
    ".csv": "read_csv({path}, header = true, all_varchar = true, nullstr = '')",
}


@contextmanager
def connection(*, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A private in-memory database, closed at the end."""
    config = CONFIG if threads is None else {**CONFIG, "threads": threads}
    opened = duckdb.connect(":memory:", config=config)
    try:
        yield opened
    finally:
        opened.close()


def paths(source: Source) -> list[str]:
    """The files that a path, a pattern or a list of them stands for, sorted.

    Raises:
        NoSuchFile: Nothing is there.
        UnknownFormat: A file is neither Parquet nor CSV, or not like the first.
    """
    given = [source] if isinstance(source, str | Path) else list(source)
    found: list[str] = []
    for each in map(str, given):
        files = sorted(glob(each, recursive=True)) if has_magic(each) else [each]
        if not files or not all(Path(file).is_file() for file in files):
            raise NoSuchFile(each)
        found += files
    if not found:
        raise NoSuchFile(str(source))
    for file in found:
        if _suffix(file) != _suffix(found[0]):
            raise UnknownFormat(file)
    return list(dict.fromkeys(found))


def scan(path: str) -> str:
    """SQL that stands for the rows of one file; every CSV cell is text."""
    return FORMATS[_suffix(path)].format(path=text(path))


def columns(path: str | Path) -> dict[str, str]:
    """Names and SQL types of a file's columns."""
    [file] = paths(path)
    rows = fetch(f"DESCRIBE SELECT * FROM {scan(file)}", path=file)
    return {str(name): str(kind) for name, kind, *_ in rows}


def table(source: Source, *, numbered: bool) -> Table:
    """A source of one or more files with the same columns.

    Args:
        numbered: Whether rows are named, file and number, in `taksir_row`.

    Raises:
        NoSuchFile, UnknownFormat, UnreadableFile: A file cannot be read.
        ColumnsDiffer: A file has other columns than the first.
    """
    files = paths(source)
    first = columns(files[0])
    for file in files[1:]:
        these = columns(file)
        if these.keys() != first.keys():
            missing = [name for name in first if name not in these]
            extra = [name for name in these if name not in first]
            raise ColumnsDiffer(file, files[0], missing, extra)
    name = files[0] if len(files) == 1 else f"{files[0]} and {len(files) - 1} more"
    rows = " UNION ALL BY NAME ".join(f"SELECT * FROM {scan(file)}" for file in files)
    # A column may be a number in one file and text in another: ask for the whole.
    kinds = fetch(f"DESCRIBE {rows}", path=name)
    if numbered:
        rows = " UNION ALL BY NAME ".join(
            f"SELECT *, {text(file + ':')} || row_number() OVER () AS taksir_row "
            f"FROM {scan(file)}"
            for file in files
        )
    return Table(name, rows, {str(row[0]): str(row[1]) for row in kinds})


def fetch(sql: str, *, path: str) -> list[tuple[Any, ...]]:
    """Rows of a query on one file."""
    return [row for rows in batches(sql, path=path) for row in rows]


def batches(
    sql: str, *, path: str, size: int = 10_000
) -> Iterator[list[tuple[Any, ...]]]:
    """Rows of a query on one file, in batches."""
    with connection() as con:
        try:
            result = con.execute(sql)
            while rows := result.fetchmany(size):
                yield rows
        except duckdb.Error as error:
            raise UnreadableFile(path, _first_line(error)) from error


def tally(query: Query, basis: Basis) -> Tally:
    """Read the source once and reduce it to its tally.

    Raises:
        BadCondition: The `where` text is not valid.
        Overflow: A sum does not fit.
        UnreadableFile: A file is damaged.
        NoRows: There is nothing to read.
        TaksirError: Rows break a rule of `query.checks`; the error says which.
    """
    with connection() as con:
        try:
            rows = con.execute(query.sums).fetchall()
            if any(row[-1] for row in rows):
                raise _broken(con, query)
        except duckdb.Error as error:
            raise _translated(error, query, basis) from error
    if not rows:
        raise NoRows(query.table.name)
    tally = Tally(basis, dict(_cells(rows, basis)))
    if basis.where is not None and not any(c.levels is not None for c in tally.cells):
        raise EmptyDomain(query.table.name, basis.where)
    return tally


def write(
    path: Path,
    data: Mapping[str, Sequence[str | None]],
    types: Mapping[str, str],
    order_by: Sequence[str],
) -> None:
    """Write text columns as a sorted, typed Parquet file; the same bytes each time."""
    arrays = {name: np.array(values, dtype=object) for name, values in data.items()}
    casts = ", ".join(
        f"CAST({quote(name)} AS {types[name]}) AS {quote(name)}" for name in data
    )
    # Ties are broken by the other columns, so that the order of rows never matters.
    order = [*order_by, *(name for name in data if name not in order_by)]
    keys = ", ".join(f"{quote(name)} NULLS FIRST" for name in order)
    with connection(threads=1) as con:
        try:
            con.register("data", arrays)
            con.execute(
                f"COPY (SELECT {casts} FROM data ORDER BY {keys}) TO {text(str(path))}"
                " (FORMAT parquet, COMPRESSION zstd)"
            )
        except duckdb.Error as error:
            raise CannotStore(str(path), _first_line(error)) from error


def _suffix(path: str) -> str:
    name = path.lower().removesuffix(".gz")
    for suffix in FORMATS:
        if name.endswith(suffix):
            return suffix
    raise UnknownFormat(path)


def _first_line(error: Exception) -> str:
    line = str(error).splitlines()[0].strip()
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _translated(error: duckdb.Error, query: Query, basis: Basis) -> TaksirError:
    """What an engine's error means here: only `where` is text of the caller."""
    unknown = re.search(r'Referenced column "(.+?)" not found', str(error))
    if unknown:
        name, table = unknown[1], query.table
        return NoSuchColumn(name, table.name, nearest(name, table.types))
    if isinstance(error, duckdb.OutOfRangeException) or "INT128" in str(error):
        return Overflow(query.table.name, basis.bits)
    if basis.where is not None and isinstance(error, CALLER):
        return BadCondition(basis.where, _first_line(error))
    return UnreadableFile(query.table.name, _first_line(error))


def _broken(con: duckdb.DuckDBPyConnection, query: Query) -> TaksirError:
    """The first rule that rows break, with how many and an example."""
    for check in query.checks:
        sql = query.examine(check)
        count, example = con.execute(sql).fetchall()[0]
        if count:
            return check.error(int(count), str(example))
    raise AssertionError("rows were marked as broken but no check says why")


def _cells(
    rows: Sequence[tuple[Any, ...]], basis: Basis
) -> Iterator[tuple[Cell, Sums]]:
    by, kinds = 4 + len(basis.by), 4 + len(basis.by) + len(basis.categories)
    for row in rows:
        stratum, psu, size, inside = row[:4]
        levels = tuple(row[4:by]) if inside else None
        which, sums = row[kinds], row[kinds + 1 : -1]
        if which is None:
            yield Cell(stratum, psu, size, levels), sums
        elif (level := row[by + which]) is not None:
            yield Cell(stratum, psu, size, levels, (which, level)), sums[:COLUMNS]
