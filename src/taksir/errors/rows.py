"""Rows that break a rule of the design, the index or the question."""

from dataclasses import dataclass

from taksir.errors.error import TaksirError


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
