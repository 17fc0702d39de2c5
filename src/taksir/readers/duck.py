"""DuckDB, the embedded engine: the only module that knows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import numpy as np

from taksir.errors import (
    BadCondition,
    CannotStore,
    ColumnsDiffer,
    EmptyDomain,
    NoRows,
    NoSuchColumn,
    Overflow,
    TaksirError,
    UnreadableFile,
    nearest,
)
from taksir.faults import StoreFault
from taksir.readers import damage
from taksir.readers.query import Query, build
from taksir.readers.sources import Source, paths, scan, suffix
from taksir.readers.table import Table, quote, text
from taksir.scoring import Index
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

Connection: TypeAlias = duckdb.DuckDBPyConnection
UNION = " UNION ALL BY NAME "
BATCH = 10_000


@contextmanager
def connection(*, threads: int | None = None) -> Iterator[Connection]:
    """A private in-memory database, closed at the end."""
    config = CONFIG if threads is None else {**CONFIG, "threads": threads}
    opened = duckdb.connect(":memory:", config=config)
    try:
        yield opened
    finally:
        opened.close()


def columns(path: str | Path) -> dict[str, str]:
    """Names and SQL types of a file's columns."""
    [file] = paths(path)
    with connection() as con:
        return _described(con, f"SELECT * FROM {scan(file)}", file)


def fetch(sql: str, *, path: str) -> Iterator[tuple[Any, ...]]:
    """Rows of a query on one file, as they are read."""
    with connection() as con:
        try:
            result = con.execute(sql)
            while rows := result.fetchmany(BATCH):
                yield from rows
        except duckdb.Error as error:
            raise _unreadable([path], error) from error


def tally(source: Source, basis: Basis, index: Index | None) -> Tally:
    """Read the source once and reduce it to its tally.

    Raises:
        NoSuchFile, UnknownFormat, UnreadableFile: A file cannot be read.
        ColumnsDiffer: A file has other columns than the first.
        BadCondition: The `where` text is not valid.
        Overflow: A sum does not fit.
        NoRows, EmptyDomain: There is nothing to estimate from.
        TaksirError: What is asked is not in the file, or rows break a rule of the
            design or the index; the error says which.
    """
    files = paths(source)
    with connection() as con:
        table = _table(con, files, numbered=basis.design.psu is None)
        query = build(table, basis, index)
        try:
            rows = con.execute(query.sums).fetchall()
            if any(row[-1] for row in rows):
                raise _broken(con, query)
        except duckdb.Error as error:
            raise _translated(error, query, basis, files) from error
    if not rows:
        raise NoRows(table.name)
    tally = Tally(basis, dict(_cells(rows, basis)))
    if basis.where is not None and not any(c.levels is not None for c in tally.cells):
        raise EmptyDomain(table.name, basis.where)
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
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            reason = _reason(error)
            raise CannotStore(str(path), StoreFault.DISK, reason) from error
        except duckdb.Error as error:
            reason = _reason(error)
            raise CannotStore(str(path), StoreFault.VALUE, reason) from error


def _described(con: Connection, sql: str, *files: str) -> dict[str, str]:
    try:
        rows = con.execute(f"DESCRIBE {sql}").fetchall()
    except duckdb.Error as error:
        raise _unreadable(files, error) from error
    return {str(row[0]): str(row[1]) for row in rows}


def _table(con: Connection, files: Sequence[str], *, numbered: bool) -> Table:
    """Files with the same columns as one; their rows named if `numbered`."""
    parts = [f"SELECT * FROM {scan(file)}" for file in files]
    types = first = _described(con, parts[0], files[0])
    for file, part in zip(files[1:], parts[1:], strict=True):
        these = _described(con, part, file)
        if these.keys() != first.keys():
            missing = [name for name in first if name not in these]
            extra = [name for name in these if name not in first]
            raise ColumnsDiffer(file, files[0], missing, extra)
    name = files[0]
    if len(files) > 1:
        name = f"{name} and {len(files) - 1} more"
        # A column may hold numbers in one file and text in another: ask for all.
        types = _described(con, UNION.join(parts), *files)
    if numbered:
        parts = [
            f"SELECT *, {text(file + ':')} || row_number() OVER () AS taksir_row "
            f"FROM {scan(file)}"
            for file in files
        ]
    return Table(name, UNION.join(parts), types)


def _reason(error: Exception) -> str:
    """The engine's first line, and what it says it expected."""
    first, *more = [line.strip() for line in str(error).splitlines()]
    said = [first, *(line for line in more if line.startswith("Expected"))]
    reason = "; ".join(said)
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."


def _unreadable(files: Sequence[str], error: Exception) -> UnreadableFile:
    """What is wrong with the file that the engine names; the first if it names none."""
    file = next((file for file in files if file in str(error)), files[0])
    of = damage.of_parquet if suffix(file) == ".parquet" else damage.of_csv
    return of(file, str(error))


def _translated(
    error: duckdb.Error, query: Query, basis: Basis, files: Sequence[str]
) -> TaksirError:
    """What an engine's error means here: only `where` is text of the caller."""
    unknown = re.search(r'Referenced column "(.+?)" not found', str(error))
    if unknown:
        name, table = unknown[1], query.table
        return NoSuchColumn(name, table.name, nearest(name, table.types))
    if isinstance(error, duckdb.OutOfRangeException) or "INT128" in str(error):
        return Overflow(query.table.name, basis.bits)
    if basis.where is not None and isinstance(error, CALLER):
        return BadCondition(basis.where, _reason(error))
    return _unreadable(files, error)


def _broken(con: Connection, query: Query) -> TaksirError:
    """The first rule that rows break, with how many and an example."""
    return next(
        check.error(int(rows), str(example))
        for check in query.checks
        for rows, example in con.execute(query.examine(check)).fetchall()
        if rows
    )


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
