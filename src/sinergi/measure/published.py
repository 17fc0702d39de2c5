"""Published values as tables: one for each method, never spliced."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sinergi.core.models import Place
from sinergi.measure import naming
from sinergi.measure.models import MethodVersion, PublishedValue, Series, Target
from sinergi.measure.rules import INDEX


@dataclass
class Row:
    place: Place
    measure: str
    values: dict[int, PublishedValue] = field(default_factory=dict)
    # The same in the order of the years of the table, with holes.
    cells: list[PublishedValue | None] = field(default_factory=list)


@dataclass
class MethodTable:
    """The values of one method: places and measures down, years across."""

    method: MethodVersion
    years: list[int]
    rows: list[Row]
    sources: list[PublishedValue]


@dataclass
class Told:
    """A series with all that was published of it, as a page shows it."""

    series: Series
    newest: PublishedValue | None
    tables: list[MethodTable]
    targets: list[Target]


def told(
    series: Series,
    *,
    places: Sequence[Place],
    first: Place,
    targets_of: Sequence[Place],
) -> Told:
    """What was published of a series for these places, in their order.

    `first` has the large number.
    """
    values = PublishedValue.objects.filter(method__series=series, place__in=places)
    values = values.select_related("place", "method__series")
    tables = [
        table
        for method in series.methods.all()
        if (
            table := _table(
                method, [v for v in values if v.method_id == method.pk], places
            )
        )
    ]
    own = [v for v in values if v.place_id == first.pk and v.measure == INDEX]
    return Told(
        series=series,
        newest=max(own, key=lambda value: value.year, default=None),
        # The newest method first; the older ones stand below, apart.
        tables=sorted(tables, key=lambda table: -table.years[-1]),
        targets=list(
            series.targets.filter(government__in=targets_of).select_related(
                "government"
            )
        ),
    )


def _table(
    method: MethodVersion, values: Sequence[PublishedValue], places: Sequence[Place]
) -> MethodTable | None:
    if not values:
        return None
    name = naming.measures()
    years = sorted({value.year for value in values})
    seat = {place.pk: at for at, place in enumerate(places)}
    rows: dict[tuple[int, str], Row] = {}
    for value in values:
        key = (seat[value.place_id], value.measure)
        row = rows.setdefault(key, Row(value.place, name(value.measure)))
        row.values[value.year] = value
    for row in rows.values():
        row.cells = [row.values.get(year) for year in years]
    order = {
        m: at for at, m in enumerate(naming.order(measure for _seat, measure in rows))
    }
    keys = sorted(rows, key=lambda key: (key[0], order[key[1]]))
    sources = {value.source: value for value in values}
    return MethodTable(method, years, [rows[key] for key in keys], [*sources.values()])


def newest(place: Place) -> list[PublishedValue]:
    """The newest index value of each series for one place."""
    values = (
        PublishedValue.objects.filter(place=place, measure=INDEX)
        .select_related("method__series", "place")
        .order_by("method__series__slug", "-year")
    )
    found: dict[int, PublishedValue] = {}
    for value in values:
        found.setdefault(value.method.series_id, value)
    return list(found.values())
