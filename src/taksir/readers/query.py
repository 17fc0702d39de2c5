"""The one query that turns responses into sums, as SQL text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from taksir.errors import (
    AmbiguousMeasure,
    MissingDesignValue,
    MissingWeight,
    NegativeWeight,
    NoSuchColumn,
    OutOfScale,
    nearest,
)
from taksir.readers.table import Check, Table, quote
from taksir.scoring import Index
from taksir.tally import PRECISION, Basis, Column


@dataclass(frozen=True)
class Query:
    """SQL of the sums of one source, and the rules its rows must keep.

    `sums` gives per group: stratum, PSU, population size, inside the domain, the
    levels of `by`, the level of each category, which category the group is of (NULL:
    none), the sums in the order of `tally.Tally`, and how many rows break a rule.
    """

    table: Table
    sums: str
    checks: tuple[Check, ...]

    def examine(self, check: Check) -> str:
        """SQL that counts the breaches of one rule and gives an example."""
        return (
            f"SELECT count(*), min(CAST({check.shown} AS VARCHAR)) "
            f"FROM ({self.table.rows}) WHERE {check.broken}"
        )


def build(table: Table, basis: Basis, index: Index | None) -> Query:
    """SQL that reduces a table to the sums of `basis`.

    Raises:
        NoSuchColumn: A column is not in the file; says the nearest name.
        AmbiguousMeasure: A measure is both computed and a column.
        WrongType: A measure or weight is of a type that holds no numbers.
    """
    scored = _scored(table, basis, index)
    there = [*table.types, *(index.measures if index else ())]
    for name in _asked(basis):
        if name not in there:
            raise NoSuchColumn(name, table.name, nearest(name, there))
    numbers = [c.name for c in basis.columns if c.name not in scored]
    labels = [c.name for c in basis.categories if c.name not in scored]
    others = [n for n in _asked(basis) if n not in scored and n not in numbers]
    words = dict.fromkeys(labels + others)
    numbers = list(
        dict.fromkeys([*(index.items if index and scored else ()), *numbers])
    )
    checks = _checks(table, basis, index if scored else None, numbers)
    rows = _select(
        {
            **_design(table, basis),
            **{f"v_{name}": table.number(name) for name in numbers},
            **{f"c_{name}": table.label(name) for name in words},
            "t_broken": " OR ".join(
                f"coalesce({check.broken}, FALSE)" for check in checks
            ),
        },
        table.rows,
    )
    if index is not None and scored:
        for layer in index.sql(lambda name: quote(f"v_{name}")):
            scores = {f"v_{name}": sql for name, sql in layer.items()}
            rows = _select(scores, rows, keep=["*"])
    values = {
        f"x{place}": _answered(column, quote(f"v_{column.name}"), numbers, scored)
        for place, column in enumerate(basis.columns)
    }
    for place, column in enumerate(basis.categories):
        name = f"v_{column.name}" if column.name in scored else f"c_{column.name}"
        value = f"CAST({quote(name)} AS VARCHAR)"
        values[f"k{place}"] = _answered(column, value, numbers, scored)
    rows = _select(values, rows, keep=["COLUMNS('^t_')"])
    return Query(table, _sums(rows, basis), checks)


def _scored(table: Table, basis: Basis, index: Index | None) -> frozenset[str]:
    """Names asked for that the index computes."""
    if index is None:
        return frozenset()
    scored = frozenset(_asked(basis)) & frozenset(index.measures)
    for name in sorted(scored & table.types.keys()):
        raise AmbiguousMeasure(name, table.name)
    return scored


def _asked(basis: Basis) -> list[str]:
    """Every measure and category named, once."""
    columns = (*basis.columns, *basis.categories)
    return list(dict.fromkeys(n for c in columns for n in (c.name, *c.given)))


def _design(table: Table, basis: Basis) -> dict[str, str]:
    """The columns that say where a row stands in the sample and in the domains."""
    design = basis.design
    inside = f"((\n{basis.where}\n) IS TRUE)" if basis.where is not None else "TRUE"
    return {
        "t_stratum": table.label(design.strata) if design.strata else "NULL::VARCHAR",
        "t_psu": table.label(design.psu) if design.psu else "taksir_row",
        "t_size": table.number(design.fpc) if design.fpc else "NULL::DOUBLE",
        "t_weight": table.number(design.weight),
        "t_inside": inside,
        **{f"t_by{k}": table.label(name) for k, name in enumerate(basis.by)},
    }


def _checks(
    table: Table, basis: Basis, index: Index | None, numbers: list[str]
) -> tuple[Check, ...]:
    """The rules that rows must keep, the first broken one is reported."""
    design, name = basis.design, table.name
    weight, shown = table.number(design.weight), table.column(design.weight)
    checks = [table.numeric(column) for column in (design.weight, *numbers)]
    checks += [
        Check(
            f"({weight}) IS NULL",
            shown,
            lambda rows, _: MissingWeight(design.weight, name, rows),
        ),
        Check(f"({weight}) < 0", shown, partial(NegativeWeight, design.weight, name)),
    ]
    for column in (design.strata, design.psu):
        if column is not None:
            checks.append(_present(table, column, table.label(column)))
    if design.fpc is not None:
        checks.append(table.numeric(design.fpc))
        checks.append(_present(table, design.fpc, table.number(design.fpc)))
    if index is not None:
        checks += [_on_scale(table, item, index.scale) for item in index.items]
    return tuple(checks)


def _present(table: Table, column: str, value: str) -> Check:
    return Check(
        f"({value}) IS NULL",
        table.column(column),
        lambda rows, _: MissingDesignValue(column, table.name, rows),
    )


def _on_scale(table: Table, item: str, scale: tuple[float, float]) -> Check:
    low, high = scale
    return Check(
        f"({table.number(item)}) NOT BETWEEN {low!r} AND {high!r}",
        table.column(item),
        lambda rows, example: OutOfScale(item, table.name, rows, example, low, high),
    )


def _answered(
    column: Column, value: str, numbers: list[str], scored: frozenset[str]
) -> str:
    """The value where everything it is counted with is answered, else NULL."""
    conditions = ["t_inside AND t_weight > 0"]
    for name in column.given:
        kind = "v_" if name in scored or name in numbers else "c_"
        conditions.append(f"{quote(kind + name)} IS NOT NULL")
    return f"CASE WHEN {' AND '.join(conditions)} THEN {value} END"


def _select(fields: Mapping[str, str], rows: str, keep: list[str] | None = None) -> str:
    named = [f"{sql} AS {quote(name)}" for name, sql in fields.items()]
    return f"SELECT {', '.join([*(keep or []), *named])} FROM ({rows})"


def _sums(rows: str, basis: Basis) -> str:
    """SQL that groups rows of values x0, x1, … and categories k0, k1, …"""
    levels = [f"t_by{place}" for place in range(len(basis.by))]
    kinds = [f"k{place}" for place in range(len(basis.categories))]
    values = [f"x{place}" for place in range(len(basis.columns))]
    keys = ["t_stratum", "t_psu", "t_size", "t_inside", *levels]
    counts = "CASE WHEN t_inside AND t_weight > 0 THEN"
    # Rows outside the domain keep their PSU in the design, and no level.
    held = [f"CASE WHEN t_inside THEN {level} END AS {level}" for level in levels]
    rows = _select(
        {
            "w": f"{counts} t_weight END",
            "w_fixed": f"{counts} {_fixed('t_weight', basis.bits)} END",
            **{f"{x}_fixed": _fixed(f"t_weight * {x}", basis.bits) for x in values},
        },
        rows,
        keep=["t_stratum, t_psu, t_size, t_inside, t_broken", *held, *values, *kinds],
    )
    # Below this a value may lose more than PRECISION of itself by rounding.
    tiny = f"{0.5 / PRECISION / (1 << basis.bits)!r}::DOUBLE"
    blurred = [
        f"w < {tiny}",
        *(f"({x} <> 0 AND abs(w * {x}) < {tiny})" for x in values),
    ]
    sums = [
        "count(*)",
        f"count(CASE WHEN {' OR '.join(blurred)} THEN 1 END)",
        "count(w)",
        "coalesce(sum(w_fixed), 0)",
    ]
    for x in values:
        sums += [
            f"count({x})",
            f"coalesce(sum(CASE WHEN {x} IS NOT NULL THEN w_fixed END), 0)",
            f"coalesce(sum({x}_fixed), 0)",
        ]
    which = "".join(
        f" WHEN grouping({kind}) = 0 THEN {place}" for place, kind in enumerate(kinds)
    )
    fields = [
        *keys,
        *kinds,
        f"CASE{which} END" if kinds else "NULL",
        *sums,
        "count(CASE WHEN t_broken THEN 1 END)",
    ]
    sets = [keys, *([*keys, kind] for kind in kinds)]
    grouped = ", ".join(f"({', '.join(each)})" for each in sets)
    return (
        f"SELECT {', '.join(fields)} FROM ({rows}) GROUP BY GROUPING SETS ({grouped})"
    )


def _fixed(value: str, bits: int) -> str:
    """Whole steps of 2**-bits; scaling by a power of two is exact."""
    return f"CAST(round({value} * {float(1 << bits)!r}::DOUBLE) AS HUGEINT)"
