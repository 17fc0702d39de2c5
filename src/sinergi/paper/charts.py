"""Pictures for pages, drawn on the server: what a stage imports to have one drawn."""

from sinergi.paper.dots import changes, dots
from sinergi.paper.figures import Panel, Row, Scale
from sinergi.paper.svg import Picture, PictureRefused
from sinergi.paper.tiles import Tile, TileMap, tile_map

__all__ = [
    "Panel",
    "Picture",
    "PictureRefused",
    "Row",
    "Scale",
    "Tile",
    "TileMap",
    "changes",
    "dots",
    "tile_map",
]
