"""The command line: `taksir estimate`."""

import argparse
import csv
import io
import json
import math
import os
import sys
from collections.abc import Sequence
from typing import Any

from taksir.design import Design
from taksir.errors import TaksirError
from taksir.estimates import Row
from taksir.estimators import Mean, Proportion, Ratio, Statistic, Total
from taksir.scoring import Index
from taksir.survey import Survey

EXPLAINED = """\
Weighted estimates of a sample with strata and clusters, with standard errors and 95 %
intervals. Several statistics in one call read the files once. Data goes to standard
output, everything said to standard error; exit code 0, 1 (the data or the question is
wrong), 2 (the command is wrong).
"""


# What a shell gives a program whose reader has gone.
UNREAD = 128 + 13


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code."""
    try:
        try:
            return _run(argv)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough, as in `taksir … | head`; nothing is said at exit.
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return UNREAD


def _run(argv: Sequence[str] | None) -> int:
    parser = _parser()
    asked = parser.parse_args(argv)
    statistics: list[Statistic] = asked.statistics
    if not statistics:
        parser.error("ask for at least one of --mean, --total, --ratio, --proportion")
    try:
        survey = Survey(
            asked.files,
            Design(asked.weight, asked.strata, asked.psu, asked.fpc),
            index=Index.load(asked.index) if asked.index else None,
            where=asked.where,
        )
        rows = survey.estimate(statistics, by=asked.by).table()
    except TaksirError as error:
        sys.stderr.write(f"taksir: {error}\n")
        return 1
    sys.stdout.write(FORMATS[asked.format](rows))
    return 0


class _Statistic(argparse.Action):
    """Collects statistics in the order in which they are asked."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        wanted = list(namespace.statistics)
        for name in _names(values):
            if self.const is Ratio:
                above, _, below = name.partition("/")
                if not above or not below or "/" in below:
                    parser.error(f"--ratio takes A/B, not {name!r}")
                wanted.append(Ratio(above, below))
            else:
                wanted.append(self.const(name))
        namespace.statistics = wanted


def _names(text: str) -> list[str]:
    return [name for each in text.split(",") if (name := each.strip())]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="taksir", description="Design-based survey estimation."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    estimate = commands.add_parser(
        "estimate", help="estimate from survey files", description=EXPLAINED
    )
    estimate.set_defaults(statistics=[])
    add = estimate.add_argument
    add("files", nargs="+", metavar="FILE", help="Parquet or CSV, or a pattern")
    add("--weight", required=True, metavar="W", help="persons per respondent")
    add("--strata", metavar="S", help="stratum of the row")
    add("--psu", metavar="P", help="primary sampling unit; each row without it")
    add("--fpc", metavar="N", help="PSUs in the population of the row's stratum")
    add("--where", metavar="SQL", help="the domain, a condition on columns")
    add("--index", metavar="TOML", help="definition of the index to compute")
    for kind, of, what in (
        (Mean, "A,B", "weighted means of those who answered"),
        (Total, "A,B", "weighted totals of those who answered"),
        (Ratio, "A/B", "ratio of two totals of those who answered both"),
        (Proportion, "A,B", "weighted share of each category"),
    ):
        add(f"--{kind.kind}", action=_Statistic, const=kind, metavar=of, help=what)
    add("--by", type=_names, metavar="C,D", help="columns whose levels are domains")
    add("--format", choices=FORMATS, default="table", help="default: table")
    return parser


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _record(row: Row) -> dict[str, object]:
    return {
        "statistic": row.statistic,
        "measure": row.measure,
        "level": row.level,
        "by": row.by,
        "estimate": _number(row.estimate),
        "se": _number(row.se),
        "ci_low": _number(row.ci_low),
        "ci_high": _number(row.ci_high),
        "df": row.df,
        "n": row.n,
        "flags": list(row.flags),
    }


def _json(rows: Sequence[Row]) -> str:
    return json.dumps([_record(row) for row in rows], indent=2, allow_nan=False) + "\n"


def _flat(row: Row) -> dict[str, object]:
    """A record with a column for each domain column, and flags as words."""
    record = _record(row)
    by = {f"by_{name}": level for name, level in row.by.items()}
    head = {key: record[key] for key in ("statistic", "measure", "level")}
    tail = {key: value for key, value in record.items() if key not in (*head, "by")}
    return {**head, **by, **tail, "flags": " ".join(row.flags)}


def _csv(rows: Sequence[Row]) -> str:
    records = [_flat(row) for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue()


def _table(rows: Sequence[Row]) -> str:
    records = [_flat(row) for row in rows]
    # A column that says nothing here is left out.
    names = [
        name for name in records[0] if any(r[name] not in (None, "") for r in records)
    ]
    cells = [[name.removeprefix("by_") for name in names]]
    cells += [[_cell(record[name]) for name in names] for record in records]
    widths = [max(len(line[k]) for line in cells) for k in range(len(names))]
    words = {k for k, name in enumerate(names) if isinstance(records[0][name], str)}
    return "".join(
        "  ".join(
            cell.ljust(widths[k]) if k in words else cell.rjust(widths[k])
            for k, cell in enumerate(line)
        ).rstrip()
        + "\n"
        for line in cells
    )


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


FORMATS = {"table": _table, "json": _json, "csv": _csv}
