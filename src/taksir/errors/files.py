"""Files that cannot be read, and a file that cannot be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taksir.errors.error import TaksirError
from taksir.errors.nearest import Nearest
from taksir.faults import FileFault, StoreFault


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
    hint: Nearest
    words = "There is no column {name!r} in {source}: {hint}"


@dataclass(eq=False)
class CannotStore(TaksirError):
    """A value does not fit its column, or the system does not take the file."""

    path: str
    fault: StoreFault
    reason: str
    words = "{path!r} was not written: "

    def __str__(self) -> str:
        return super().__str__() + self.fault.value.format(reason=self.reason)


@dataclass(eq=False)
class UnequalColumns(TaksirError):
    """Columns to be written have different lengths."""

    path: str
    lengths: dict[str, int]
    words = "{path!r} was not written: its columns differ in length, {lengths}."
