"""Survey files read cell by cell and written for good."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from taksir.errors import BadRequest, NoSuchColumn, UnequalColumns, nearest
from taksir.readers import duck, sources
from taksir.readers.table import quote

TYPES = ("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP")


@dataclass(frozen=True)
class Column:
    """A column of a file and its SQL type; every column of a CSV is VARCHAR."""

    name: str
    type: str


def columns(path: str | Path) -> list[Column]:
    """The columns of a Parquet or CSV file, in their order.

    Raises:
        NoSuchFile, UnknownFormat, UnreadableFile: The file cannot be read.
    """
    return [Column(name, kind) for name, kind in duck.columns(path).items()]


def count(path: str | Path) -> int:
    """The number of rows of a file.

    Raises:
        NoSuchFile, UnknownFormat, UnreadableFile: The file cannot be read.
    """
    [file] = sources.paths(path)
    [(rows,)] = duck.fetch(f"SELECT count(*) FROM {sources.scan(file)}", path=file)
    return int(rows)


def rows(
    path: str | Path, *, offset: int = 0, limit: int | None = None
) -> Iterator[dict[str, str | None]]:
    """The rows of a file in their order, every cell as text, an empty one as None.

    Args:
        path: A Parquet or CSV file.
        offset: Rows to leave out at the beginning.
        limit: Rows to give at most; None gives all.

    Raises:
        NoSuchFile, UnknownFormat, UnreadableFile: The file cannot be read.
    """
    [file] = sources.paths(path)
    names = list(duck.columns(file))
    cells = ", ".join(f"nullif(CAST({quote(name)} AS VARCHAR), '')" for name in names)
    span = f" LIMIT {limit:d}" if limit is not None else ""
    sql = f"SELECT {cells} FROM {sources.scan(file)}{span} OFFSET {offset:d}"
    for row in duck.fetch(sql, path=file):
        yield dict(zip(names, row, strict=True))


def write_parquet(
    path: str | Path,
    columns: Mapping[str, Sequence[object]],
    types: Mapping[str, str],
    order_by: Sequence[str],
) -> None:
    """Write a Parquet file (zstd), sorted, the same bytes for the same rows.

    Args:
        path: The file to write.
        columns: Name → values, all of one length; None is missing, others are
            written by their text (a float by its shortest exact form).
        types: Name → one of VARCHAR, BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP.
        order_by: Names to sort by; ties are broken by the other columns in turn, so
            that the order in which rows are given does not matter.

    Raises:
        BadRequest: There is no column, or a type is unknown or missing.
        NoSuchColumn: `order_by` names a column that is not written.
        UnequalColumns: Columns differ in length.
        CannotStore: A value does not fit its type, or the file cannot be written.
    """
    file = Path(path)
    if not columns:
        raise BadRequest(f"{str(path)!r} was not written: there is no column.")
    for name in columns:
        if types.get(name) not in TYPES:
            raise BadRequest(
                f"{str(path)!r} was not written: the type of column {name!r} is "
                f"{types.get(name)!r}, not one of {', '.join(TYPES)}."
            )
    for name in order_by:
        if name not in columns:
            raise NoSuchColumn(name, "the data to write", nearest(name, columns))
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        raise UnequalColumns(str(path), lengths)
    cells = {name: [_text(v) for v in values] for name, values in columns.items()}
    duck.write(file, cells, types, order_by)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
