"""Everything that can go wrong, in the order data flows: from file to estimate.

Each error is a type with its values as attributes, so that a program can act on it
and another language can say it; `str()` says what, where and the way out in English.
"""

from taksir.errors.definition import AmbiguousMeasure, BadDefinition
from taksir.errors.design import (
    BadDesign,
    LonelyPSU,
    PopulationTooSmall,
    PopulationVaries,
)
from taksir.errors.error import TaksirError
from taksir.errors.estimates import BadRequest, NoSuchEstimate, SeveralEstimates
from taksir.errors.files import (
    CannotStore,
    ColumnsDiffer,
    NoSuchColumn,
    NoSuchFile,
    UnequalColumns,
    UnknownFormat,
    UnreadableFile,
)
from taksir.errors.nearest import Nearest, nearest
from taksir.errors.rows import (
    BadCondition,
    EmptyDomain,
    MissingDesignValue,
    MissingWeight,
    NegativeWeight,
    NoRows,
    NotNumeric,
    OutOfScale,
    Overflow,
    WrongType,
)
from taksir.errors.tally import NotInTally, UnequalScales, UnequalTallies

__all__ = [
    "AmbiguousMeasure",
    "BadCondition",
    "BadDefinition",
    "BadDesign",
    "BadRequest",
    "CannotStore",
    "ColumnsDiffer",
    "EmptyDomain",
    "LonelyPSU",
    "MissingDesignValue",
    "MissingWeight",
    "Nearest",
    "NegativeWeight",
    "NoRows",
    "NoSuchColumn",
    "NoSuchEstimate",
    "NoSuchFile",
    "NotInTally",
    "NotNumeric",
    "OutOfScale",
    "Overflow",
    "PopulationTooSmall",
    "PopulationVaries",
    "SeveralEstimates",
    "TaksirError",
    "UnequalColumns",
    "UnequalScales",
    "UnequalTallies",
    "UnknownFormat",
    "UnreadableFile",
    "WrongType",
    "nearest",
]
