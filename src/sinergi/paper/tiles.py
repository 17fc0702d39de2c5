"""A map of governments as equal tiles: every one as large and as easy to touch."""

from collections.abc import Sequence
from dataclasses import dataclass

from sinergi.paper.shapes import Provenance
from sinergi.paper.svg import (
    ACCENT,
    INK,
    LINE,
    PAPER,
    SIMULATED,
    SOFT,
    STRONG_LINE,
    Canvas,
    Picture,
    PictureRefused,
    breadth,
    picture,
    wrapped,
)

_GAP = 3


@dataclass(frozen=True)
class Tile:
    """One government at its place, counted from 0 at the top left.

    `value` is read as it stands, "3,44" or "n < 30"; `band` is the place of its band
    in the legend, None where there is no figure to band; `said` is what it says in
    full. On a phone a tile has room for seven letters: label it "Dompu", not in full.
    """

    row: int
    column: int
    label: str
    value: str
    band: int | None
    said: str
    href: str = ""


@dataclass(frozen=True)
class TileMap:
    """Tiles whose figures share one provenance; bands from low to high."""

    tiles: Sequence[Tile]
    bands: Sequence[str]  # their words, "2,60–3,20"
    no_band: str  # the word for tiles without figure, "belum ada angka"
    provenance: Provenance
    source: str


def tile_map(tiles: TileMap, *, key: str, title: str, finding: str) -> Picture:
    """The map with its legend and source."""
    _refuse_misleading(tiles)

    def draw(canvas: Canvas) -> float:
        y = canvas.paragraph(0, 16, title, room=canvas.width, size=15, font_weight=700)
        if tiles.provenance == "simulated":
            canvas.band(y, SIMULATED)
            y += 24
        y = _tiles(canvas, y, tiles)
        y = _legend(canvas, y, tiles)
        y = canvas.paragraph(
            0, y + 8, tiles.source, room=canvas.width, size=12, fill=SOFT
        )
        if tiles.provenance == "simulated":
            canvas.draw(
                "rect", x=0, y=y, width=canvas.width, height=6, fill=canvas.hatch
            )
            y += 6
        return y

    links = any(tile.href for tile in tiles.tiles)
    return picture(key, title, finding, draw, links=links)


def _refuse_misleading(tiles: TileMap) -> None:
    if not tiles.tiles:
        raise PictureRefused("There is nothing to draw; say so in words instead.")
    if not tiles.source.strip():
        raise PictureRefused("A map never stands without saying where it comes from.")
    places: dict[tuple[int, int], str] = {}
    for tile in tiles.tiles:
        taken = places.setdefault((tile.row, tile.column), tile.label)
        if taken != tile.label:
            raise PictureRefused(
                f"{taken!r} and {tile.label!r} share row {tile.row}, column "
                f"{tile.column}."
            )
        if tile.band is not None and not 0 <= tile.band < len(tiles.bands):
            raise PictureRefused(
                f"{tile.label!r} is in band {tile.band}, of {len(tiles.bands)}."
            )
        if tile.href and not tile.href.startswith(("/", "#", "https://", "http://")):
            raise PictureRefused(f"{tile.label!r} links to {tile.href!r}.")


def _tiles(canvas: Canvas, y: float, tiles: TileMap) -> float:
    columns = max(tile.column for tile in tiles.tiles) + 1
    wide = min((canvas.width - _GAP * (columns - 1)) / columns, 96)
    type_size = 11 if canvas.narrow else 12.5
    room = wide if canvas.narrow else 0.88 * wide
    labels = [wrapped(tile.label, room=room, size=type_size) for tile in tiles.tiles]
    high = 14.0 * max(len(lines) for lines in labels) + 32
    for tile, lines in zip(tiles.tiles, labels, strict=True):
        _tile(
            canvas,
            (tile.column * (wide + _GAP), y + tile.row * (high + _GAP)),
            (wide, high),
            tile,
            lines,
            len(tiles.bands),
        )
    rows = max(tile.row for tile in tiles.tiles) + 1
    return y + rows * (high + _GAP)


def _tile(
    canvas: Canvas,
    place: tuple[float, float],
    size: tuple[float, float],
    tile: Tile,
    lines: Sequence[str],
    bands: int,
) -> None:
    (x, y), (wide, high) = place, size
    if tile.href:
        canvas = canvas.group(tag="a", href=tile.href)
    group = canvas.group(tile.said)
    _fill(group, place, size, tile.band, bands)
    ink = PAPER if _is_dark(tile.band, bands) else INK
    middle = x + wide / 2
    for at, line in enumerate(lines):
        group.text(
            middle,
            y + 15 + 14 * at,
            line,
            size=11 if group.narrow else 12.5,
            text_anchor="middle",
            fill=ink,
        )
    group.text(
        middle,
        y + high - 9,
        tile.value,
        size=14 if breadth(tile.value, 16) < wide else 11.5,
        text_anchor="middle",
        font_weight=700,
        fill=ink,
    )


def _fill(
    canvas: Canvas,
    place: tuple[float, float],
    size: tuple[float, float],
    band: int | None,
    bands: int,
) -> None:
    """Bands differ in lightness alone, so that they survive black and white."""
    look: dict[str, object] = {"fill": ACCENT, "stroke": STRONG_LINE}
    if band is None:
        look = {"fill": PAPER, "stroke": STRONG_LINE, "stroke_dasharray": "4 3"}
    elif not _is_dark(band, bands):
        look["fill_opacity"] = round(0.06 + 0.4 * band / max(bands - 2, 1), 2)
    canvas.draw(
        "rect", x=place[0], y=place[1], width=size[0], height=size[1], rx=3, **look
    )


def _is_dark(band: int | None, bands: int) -> bool:
    return band is not None and band == bands - 1


def _legend(canvas: Canvas, y: float, tiles: TileMap) -> float:
    used = any(tile.band is None for tile in tiles.tiles)
    entries: list[tuple[int | None, str]] = list(enumerate(tiles.bands))
    if used:
        entries.append((None, tiles.no_band))
    x, y = 0.0, y + 8
    for band, words in entries:
        room = 26 + breadth(words, 12)
        if x and x + room > canvas.width:
            x, y = 0.0, y + 22
        _fill(canvas, (x, y), (18, 14), band, len(tiles.bands))
        canvas.text(x + 23, y + 11.5, words, size=12)
        x += room + 10
    canvas.line(0, y + 22, canvas.width, y + 22, stroke=LINE)
    return y + 32
