"""Pictures of figures; beside each stands a table with the same data."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.core.rules import Provenance
from sinergi.measure import coverage, definitions, differences, naming, words
from sinergi.measure.figures import Line, language, withheld, written
from sinergi.measure.models import Release
from sinergi.measure.rules import Verdict, band_of, bands, reach
from sinergi.paper.charts import (
    Panel,
    Picture,
    Row,
    Scale,
    Tile,
    TileMap,
    changes,
    dots,
    tile_map,
)
from sinergi.paper.shapes import Provenance as Origin

ORIGINS: dict[Provenance, Origin] = {
    Provenance.PUBLISHED: "published",
    Provenance.MEASURED: "measured",
    Provenance.ENTERED: "entered",
    Provenance.SIMULATED: "simulated",
}


def levels(
    release: Release, lines: Sequence[Line], *, key: str, title: str, finding: str
) -> Picture:
    """Dots with whiskers of one release on the scale of its definition."""
    low, high = definitions.parse(release.definition.definition).reported
    scale = Scale(
        low,
        high,
        (high - low) / 4,
        _("Scale %(low)s to %(high)s, with the 95%% interval")
        % {"low": f"{low:g}", "high": f"{high:g}"},
        decimal_mark=_mark(),
    )
    rows = [
        Row(
            each.label,
            each.figure.estimate,
            each.figure.ci_low,
            each.figure.ci_high,
            each.note,
            withheld(each.figure) if each.withheld else "",
        )
        for each in lines
    ]
    panel = Panel(release.title, _origin(release), source(release), rows)
    return dots([panel], scale, key=key, title=title, finding=finding)


def governments_map(
    release: Release, lines: Sequence[Line], *, key: str
) -> Picture | None:
    """Every government as a tile; None while places have no tile of their own."""
    coordinator = release.wave.survey.forum.coordinator_id
    placed = [
        each
        for each in lines
        if each.figure.government_id != coordinator
        and each.figure.government.tile_row is not None
        and each.figure.government.tile_column is not None
    ]
    values = [e.figure.estimate for e in placed if e.figure.estimate is not None]
    if not values:
        return None
    edges = bands(values)
    tiles = TileMap(
        tiles=[_tile(each, edges) for each in placed],
        bands=[f"{written(low)}–{written(high)}" for low, high in edges],
        no_band=_("no figure"),
        provenance=_origin(release),
        source=source(release),
    )
    return tile_map(
        tiles,
        key=key,
        title=_("Index by kabupaten and kota"),
        finding=_(
            "The index of each kabupaten and kota as a tile, darker where it is "
            "higher. Different shades do not yet mean a real difference."
        ),
    )


def _tile(each: Line, edges: Sequence[tuple[float, float]]) -> Tile:
    place, value = each.figure.government, each.figure.estimate
    return Tile(
        row=place.tile_row or 0,
        column=place.tile_column or 0,
        label=place.short_name,
        value=written(value),
        band=None if value is None else band_of(value, edges),
        said=f"{place.name}: {each.value} ({each.note})",
        href=reverse("measure:government", args=[place.slug]),
    )


def change(
    later: Release,
    earlier: Release,
    found: Sequence[tuple[str, differences.Difference]],
    *,
    key: str,
    title: str,
    finding: str,
) -> Picture:
    """Differences around zero, hollow where they are not yet real."""
    ends = [end for _l, d in found for end in (d.ci_low, d.ci_high) if end is not None]
    half = reach(ends)
    scale = Scale(
        -half,
        half,
        half / 2,
        _("Difference in points, with the 95%% interval") % {},
        decimal_mark=_mark(),
    )
    rows = [
        Row(
            name,
            each.estimate,
            each.ci_low,
            each.ci_high,
            str(words.VERDICT[each.verdict]),
            _("withheld") if each.verdict is Verdict.WITHHELD else "",
        )
        for name, each in found
    ]
    heading = _("%(later)s minus %(earlier)s") % {
        "later": later.title,
        "earlier": earlier.title,
    }
    panel = Panel(heading, _origin(later), source(later), rows)
    return changes([panel], scale, key=key, title=title, finding=finding)


def source(release: Release) -> str:
    """Which release, which wave, how many, and whether all of them were asked."""
    wave, covered = release.wave, coverage.of(release)
    said = _("%(release)s, wave %(wave)s, %(year)s; %(n)s respondents") % {
        "release": release.title,
        "wave": wave.title,
        "year": wave.ends_on.year,
        "n": naming.count(wave.respondents or 0),
    }
    return f"{said}. {covered}" if covered.is_partial else said


def _origin(release: Release) -> Origin:
    return ORIGINS[Provenance(release.provenance)]


def _mark() -> str:
    return "." if language() == "en" else ","
