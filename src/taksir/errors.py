"""Everything that can go wrong, in the order data flows.

Each error is a type with its values as attributes, so that a program can act on it
and another language can say it; `str()` says what, where and the way out in English.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import ClassVar

from taksir.faults import Fault, FileFault


class TaksirError(Exception):
    """Base of every error that taksir raises on purpose."""

    words: ClassVar[str]

    def __str__(self) -> str:
        return self.words.format(**vars(self))


def nearest(name: str, among: Iterable[str], show: Callable[[str], str] = repr) -> str:
    """The name most like `name`, or a list of what there is."""
    names = list(among)
    by_fold = {each.casefold(): each for each in names}
    close = get_close_matches(name.casefold(), by_fold, n=1)
    if close:
        return f"did you mean {show(by_fold[close[0]])}?"
    shown = ", ".join(show(each) for each in names[:12])
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"there is {shown or 'nothing'}{more}."


# Files


@dataclass(eq=False)
class NoSuchFile(TaksirError):
    """No file answers to the path or pattern."""

    path: str
    words = "No file at {path!r}. Check the path, or the pattern if it has a *."


@dataclass(eq=False)
class UnknownFormat(TaksirError):
    """The file is neither Parquet nor CSV by its name, or the source mixes both."""

    path: str
    words = (
        "{path!r} is not named .parquet or .csv (or .csv.gz) like the rest of the "
        "source. Convert it, or name files of one kind."
    )


@dataclass(eq=False)
class UnreadableFile(TaksirError):
    """The file cannot be read as what its name says."""

    path: str
    fault: FileFault
    values: Mapping[str, object] = field(default_factory=dict)
    words = "{path!r} cannot be read: "

    def __str__(self) -> str:
        return super().__str__() + self.fault.value.format(**self.values)


@dataclass(eq=False)
class ColumnsDiffer(TaksirError):
    """Files of one source do not have the same columns."""

    path: str
    first: str
    missing: list[str]
    extra: list[str]
    words = (
        "{path!r} does not have the columns of {first!r}: missing {missing}, "
        "extra {extra}. Give files of one questionnaire."
    )


@dataclass(eq=False)
class NoSuchColumn(TaksirError):
    """A column that was asked for is not in the file."""

    name: str
    source: str
    hint: str
    words = "There is no column {name!r} in {source}: {hint}"


@dataclass(eq=False)
class CannotStore(TaksirError):
    """A value does not fit the type its column is written with."""

    path: str
    reason: str
    words = "{path!r} was not written: {reason} Correct the value or the type."


@dataclass(eq=False)
class UnequalColumns(TaksirError):
    """Columns to be written have different lengths."""

    path: str
    lengths: dict[str, int]
    words = "{path!r} was not written: its columns differ in length, {lengths}."


# The definition of the index


@dataclass(eq=False)
class BadDefinition(TaksirError):
    """The definition of an index is not well-formed."""

    where: str
    fault: Fault
    values: Mapping[str, object] = field(default_factory=dict)
    words = "Index definition, {where}: "

    def __str__(self) -> str:
        return super().__str__() + self.fault.value.format(**self.values)


@dataclass(eq=False)
class AmbiguousMeasure(TaksirError):
    """The index computes a measure whose name is also a column of the file."""

    name: str
    source: str
    words = (
        "{name!r} is computed by the index and is also a column of {source}. "
        "Rename one: taksir does not choose."
    )


# The rows


@dataclass(eq=False)
class NotNumeric(TaksirError):
    """A column that must hold numbers holds something else."""

    column: str
    source: str
    rows: int
    example: str
    words = (
        "Column {column!r} of {source} must hold finite numbers; {rows} rows do not, "
        "for example {example!r}. Leave unanswered cells empty and write decimals "
        "with a point."
    )


@dataclass(eq=False)
class WrongType(TaksirError):
    """A column that must hold numbers is of a type that cannot."""

    column: str
    source: str
    kind: str
    words = "Column {column!r} of {source} is of type {kind}; numbers are needed."


@dataclass(eq=False)
class MissingWeight(TaksirError):
    """Rows without a weight."""

    column: str
    source: str
    rows: int
    words = (
        "{rows} rows of {source} have no weight in {column!r}. Give them one, or "
        "take them out of the file if they are not part of the sample."
    )


@dataclass(eq=False)
class NegativeWeight(TaksirError):
    """Rows with a weight below zero."""

    column: str
    source: str
    rows: int
    example: str
    words = (
        "{rows} rows of {source} have a negative weight in {column!r}, for example "
        "{example}. A weight is the number of persons a respondent stands for."
    )


@dataclass(eq=False)
class MissingDesignValue(TaksirError):
    """Rows without a stratum, PSU or population size."""

    column: str
    source: str
    rows: int
    words = (
        "{rows} rows of {source} have no value in the design column {column!r}. "
        "Every row of a sample belongs to a stratum and a PSU: fill them in."
    )


@dataclass(eq=False)
class OutOfScale(TaksirError):
    """Answers outside the scale of the index."""

    item: str
    source: str
    rows: int
    example: str
    low: float
    high: float
    words = (
        "Item {item!r} of {source} has {rows} answers outside {low:g} to {high:g}, "
        "for example {example}. Leave 'do not know' empty, or correct the scale."
    )


@dataclass(eq=False)
class BadCondition(TaksirError):
    """The `where` text is not a condition on the columns of the file."""

    where: str
    reason: str
    words = (
        "The condition {where!r} cannot be used: {reason} Write it as SQL on the "
        "columns of the file, for example: sex = '2' AND CAST(age AS INTEGER) >= 18."
    )


@dataclass(eq=False)
class NoRows(TaksirError):
    """The source has no rows at all."""

    source: str
    words = (
        "{source} has no rows, so there is nothing to estimate. Give a file with a "
        "row for every respondent."
    )


@dataclass(eq=False)
class EmptyDomain(TaksirError):
    """No row meets the condition of `where`."""

    source: str
    where: str
    words = (
        "No row of {source} meets the condition {where!r}, so there is nothing to "
        "estimate. Check the spelling of its values."
    )


@dataclass(eq=False)
class Overflow(TaksirError):
    """A weighted value or a sum is too large for the fixed-point integers."""

    source: str
    bits: int
    words = (
        "A weighted sum of {source} does not fit 128-bit integers with {bits} bits "
        "after the point. Give the measure in a larger unit (for example millions), "
        "or fewer bits."
    )


# The tally


@dataclass(eq=False)
class UnequalScales(TaksirError):
    """Two tallies count in different fixed-point units."""

    mine: int
    other: int
    words = (
        "One tally has {mine} bits after the point, the other {other}; adding them "
        "would round. Build both with the same bits."
    )


@dataclass(eq=False)
class UnequalTallies(TaksirError):
    """Two tallies do not hold the same sums."""

    what: str
    mine: str
    other: str
    words = (
        "The tallies differ in {what}: {mine} here, {other} there. Only tallies of "
        "the same questions on the same design can be added."
    )


@dataclass(eq=False)
class NotInTally(TaksirError):
    """Responses are taken away that are not in the tally."""

    stratum: str | None
    psu: str
    words = (
        "PSU {psu!r} of stratum {stratum!r}: more is taken away than the tally "
        "holds. Subtract only responses that were added before."
    )


# The design


@dataclass(eq=False)
class BadDesign(TaksirError):
    """The design is contradictory in itself."""

    problem: str
    words = "Design: {problem}"


@dataclass(eq=False)
class LonelyPSU(TaksirError):
    """A stratum has one PSU, so its variance cannot be estimated."""

    stratum: str | None
    psu: str
    others: int
    words = (
        "Stratum {stratum!r} has one PSU ({psu!r}); so have {others} other strata. "
        "One PSU says nothing about differences between PSUs: merge the stratum "
        "with a neighbour, in the strata column."
    )


@dataclass(eq=False)
class PopulationVaries(TaksirError):
    """A stratum has two population sizes, in one wave or in two."""

    stratum: str | None
    sizes: Sequence[float | None]
    words = (
        "Stratum {stratum!r} has several population sizes (fpc): {sizes}. "
        "It must be the one number of PSUs in the whole stratum."
    )


@dataclass(eq=False)
class PopulationTooSmall(TaksirError):
    """A stratum has more sampled PSUs than its population has."""

    stratum: str | None
    sampled: int
    size: float
    words = (
        "Stratum {stratum!r} has {sampled} sampled PSUs but a population of {size:g}. "
        "The fpc column holds the number of PSUs in the population, not a fraction."
    )


# The estimates


@dataclass(eq=False)
class NoSuchEstimate(TaksirError):
    """An estimate that was not asked for is looked up."""

    wanted: str
    hint: str
    words = "There is no estimate {wanted}: {hint}"


@dataclass(eq=False)
class SeveralEstimates(TaksirError):
    """A look-up fits several estimates."""

    wanted: str
    found: list[str]
    words = (
        "{wanted} fits several estimates: {found}. Name the level, or choose the "
        "statistic with .only(...)."
    )


@dataclass(eq=False)
class BadRequest(TaksirError):
    """A statistic is asked for in a way that has no meaning."""

    problem: str
    words = "{problem}"
