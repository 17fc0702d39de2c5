"""Tables of measuring: published series, and releases of an index."""

from sinergi.measure.models.releases import (
    Figure,
    FigureQuerySet,
    IndexDefinition,
    Release,
    ReleaseQuerySet,
)
from sinergi.measure.models.series import (
    MethodVersion,
    PublishedValue,
    Series,
    Target,
)

__all__ = [
    "Figure",
    "FigureQuerySet",
    "IndexDefinition",
    "MethodVersion",
    "PublishedValue",
    "Release",
    "ReleaseQuerySet",
    "Series",
    "Target",
]
