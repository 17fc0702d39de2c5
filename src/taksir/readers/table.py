"""A source as SQL sees it, and the rules that its rows must keep."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from taksir.errors import NoSuchColumn, NotNumeric, TaksirError, WrongType, nearest

NUMERIC = re.compile(
    r"U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL.*|FLOAT|DOUBLE|BOOLEAN|VARCHAR"
)


def quote(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """A value as an SQL string."""
    return "'" + value.replace("'", "''") + "'"


@dataclass(frozen=True)
class Check:
    """A rule that rows must keep: the SQL of a breach, and what to raise.

    `error` takes the number of rows and an example of `shown`.
    """

    broken: str
    shown: str
    error: Callable[[int, str], TaksirError]


@dataclass(frozen=True)
class Table:
    """A source as SQL sees it: its name in messages, its rows and column types.

    The rows have the columns of the file and `taksir_row`, which names a row.
    """

    name: str
    rows: str
    types: Mapping[str, str]

    def column(self, name: str) -> str:
        """The quoted column, if there is such a one."""
        if name not in self.types:
            raise NoSuchColumn(name, self.name, nearest(name, self.types))
        return quote(name)

    def label(self, name: str) -> str:
        """The column as text; empty text is NULL."""
        return f"nullif(CAST({self.column(name)} AS VARCHAR), '')"

    def number(self, name: str) -> str:
        """The column as DOUBLE; what is no finite number is NULL."""
        number = self._double(name)
        return f"CASE WHEN isfinite({number}) THEN {number} END"

    def numeric(self, name: str) -> Check:
        """The rule that the column holds finite numbers or nothing."""
        column = self.column(name)
        if self.types[name] == "VARCHAR":
            # DuckDB reads 1_3 as 13.
            broken = (
                f"(trim({column}) <> '' AND ({self.number(name)}) IS NULL) "
                f"OR contains({column}, '_')"
            )
        else:
            broken = f"isinf({self._double(name)})"
        return Check(broken, column, partial(NotNumeric, name, self.name))

    def _double(self, name: str) -> str:
        column = self.column(name)
        kind = self.types[name]
        if not NUMERIC.fullmatch(kind):
            raise WrongType(name, self.name, kind)
        if kind == "VARCHAR":
            return f"TRY_CAST(trim({column}) AS DOUBLE)"
        return f"CAST({column} AS DOUBLE)"
