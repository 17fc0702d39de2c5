"""The definition of an index that is not well-formed, or not of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taksir.errors.error import TaksirError
from taksir.faults import Fault


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
