import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from sinergi.paper.charts import (
    Panel,
    Picture,
    PictureRefused,
    Row,
    Scale,
    Tile,
    TileMap,
    changes,
    dots,
    tile_map,
)
from sinergi.paper.svg import breadth
from tests.paper import pictures

NS = "{http://www.w3.org/2000/svg}"
TOKENS = Path(__file__).parents[2] / "src/sinergi/core/static/core/tokens.css"
EVERY = {
    "levels": pictures.levels(),
    "differences": pictures.differences(),
    "tiles": pictures.tiles(),
    "linked tiles": pictures.tiles(links=True),
}
every_picture = pytest.mark.parametrize("name", EVERY)


def widths(picture: Picture) -> list[Element]:
    return [ElementTree.fromstring(svg) for svg in (picture.narrow, picture.wide)]


def words(svg: Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{NS}text")]


def said(svg: Element) -> str:
    return " ".join(words(svg))


def attributes(svg: Element) -> Iterator[tuple[str, str]]:
    for element in svg.iter():
        yield from element.attrib.items()


def drawn(svg: Element, tag: str) -> list[Element]:
    return list(svg.iter(f"{NS}{tag}"))


@every_picture
def test_a_picture_passes_a_strict_content_security_policy(name: str) -> None:
    for svg in widths(EVERY[name]):
        assert not drawn(svg, "script")
        assert not drawn(svg, "style")
        for attribute, _ in attributes(svg):
            assert attribute != "style"
            assert not attribute.startswith("on")


@every_picture
def test_a_picture_says_its_title_and_finding(name: str) -> None:
    for svg in widths(EVERY[name]):
        title, desc, *_ = svg
        assert (title.tag, desc.tag) == (f"{NS}title", f"{NS}desc")
        assert svg.get("aria-labelledby") == title.get("id")
        assert svg.get("aria-describedby") == desc.get("id")
        assert title.text
        assert desc.text


@every_picture
def test_both_widths_stand_on_one_page_without_sharing_an_id(name: str) -> None:
    ids = [
        value
        for svg in widths(EVERY[name])
        for attribute, value in attributes(svg)
        if attribute == "id"
    ]

    assert len(ids) == len(set(ids)) == 6
    assert EVERY[name].__html__().count("<svg") == 2


@every_picture
def test_text_is_legible_on_a_phone_and_stays_inside(name: str) -> None:
    narrow, wide = widths(EVERY[name])

    assert narrow.get("viewBox", "").startswith("0 0 360 ")
    assert wide.get("viewBox", "").startswith("0 0 720 ")
    # A page shows them 360 and at least 672 pixels wide.
    for svg, room, shown in ((narrow, 360, 360), (wide, 720, 672)):
        for text in drawn(svg, "text"):
            size, x = float(text.attrib["font-size"]), float(text.attrib["x"])
            long = breadth(text.text or "", size)
            anchor = text.get("text-anchor", "start")
            left = x - {"start": 0, "middle": long / 2, "end": long}[anchor]
            assert size * shown / room >= 11
            assert left >= -1
            assert left + long <= room + 1


@every_picture
def test_every_colour_is_one_of_the_tokens(name: str) -> None:
    tokens = TOKENS.read_text()

    for svg in widths(EVERY[name]):
        colours = {v for _, v in attributes(svg) if v.startswith("#")}
        assert colours
        assert all(colour in tokens for colour in colours)


@every_picture
def test_a_simulated_picture_is_hatched_and_says_so(name: str) -> None:
    for svg in widths(EVERY[name]):
        assert "SIMULASI" in said(svg)
        hatched = [r for r in drawn(svg, "rect") if "hatch" in r.get("fill", "")]
        assert len(hatched) == 2


def test_a_published_picture_names_its_source_and_is_not_hatched() -> None:
    for svg in widths(pictures.levels(pictures.PUBLISHED)):
        assert "Sumber: Kementerian Kominfo" in said(svg)
        assert "SIMULASI" not in said(svg)
        assert not [r for r in drawn(svg, "rect") if "hatch" in r.get("fill", "")]


def test_intervals_are_drawn_before_their_points() -> None:
    for svg in widths(EVERY["levels"]):
        for group in drawn(svg, "g"):
            tags = [child.tag.removeprefix(NS) for child in group]
            if "circle" in tags and "line" in tags:
                assert tags.index("line") < tags.index("circle")
        assert len(drawn(svg, "circle")) == 11


def test_a_point_stands_at_its_value_on_the_same_scale_in_every_panel() -> None:
    panels = [
        Panel("Terbitan", "published", "Sumber, 2022", [Row("A", 3.0)]),
        Panel("Survei", "measured", "Rilis 1", [Row("B", 3.0, 2.5, 3.5)]),
    ]

    for svg in widths(pictures.levels(*panels)):
        one, other = (float(c.attrib["cx"]) for c in drawn(svg, "circle"))
        ticks = {t.text: float(t.attrib["x"]) for t in drawn(svg, "text")}
        assert one == other == ticks["3"]
        whisker = drawn(svg, "line")[1]
        middle = (float(whisker.attrib["x1"]) + float(whisker.attrib["x2"])) / 2
        assert middle == pytest.approx(one, abs=0.11)


def test_published_and_measured_stand_in_separate_labelled_panels() -> None:
    for svg in widths(pictures.levels()):
        text = words(svg)
        assert text.count("1") == 2  # each panel has an axis of its own
        assert text.index("Angka terbitan nasional") < text.index(
            "Hasil survei sendiri"
        )


def test_two_provenances_under_one_heading_are_refused() -> None:
    panels = [
        Panel("Indeks", "published", "Sumber, 2022", [Row("A", 3.0)]),
        Panel("Indeks", "measured", "Rilis 1", [Row("B", 3.0, 2.5, 3.5)]),
    ]

    with pytest.raises(PictureRefused, match="one published, one measured"):
        pictures.levels(*panels)


def test_a_withheld_figure_shows_words_and_never_a_point() -> None:
    row = Row("Lombok Utara", None, withheld="tidak ditampilkan, n < 30")
    panel = Panel("Survei", "measured", "Rilis 1", [row])

    for svg in widths(pictures.levels(panel)):
        assert not drawn(svg, "circle")
        assert "tidak ditampilkan, n < 30" in said(svg)


def test_rows_keep_the_order_given() -> None:
    for svg in widths(EVERY["levels"]):
        labels = [word for word in words(svg) if word in pictures.NAMES]
        assert labels[1:] == pictures.NAMES


def test_a_change_not_told_apart_is_hollow_and_zero_is_marked() -> None:
    for svg in widths(EVERY["differences"]):
        fills = [circle.attrib["fill"] for circle in drawn(svg, "circle")]
        assert fills == ["#1d3c78", "#fff", "#fff"]
        assert "+0,21 (+0,05; +0,37)" in said(svg)
        assert "−0,18 (−0,60; +0,24)" in said(svg)
        assert "perbedaannya belum nyata" in said(svg)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (Row("A", None), "no words why"),
        (Row("A", None, 1.0, 2.0, withheld="n < 30"), "withheld, but has an interval"),
        (Row("A", 3.0, 3.1, 3.2), "outside its interval"),
        (Row("A", 3.0, 2.9), "outside its interval"),
        (Row("A", 37.8), "outside the scale 1 to 5"),
    ],
)
def test_a_row_that_would_mislead_is_refused(row: Row, reason: str) -> None:
    panel = Panel("Survei", "measured", "Rilis 1", [row])

    with pytest.raises(PictureRefused, match=reason):
        pictures.levels(panel)


def test_a_figure_without_source_is_refused() -> None:
    panel = Panel("Survei", "measured", " ", [Row("A", 3.0)])

    with pytest.raises(PictureRefused, match="saying where it comes from"):
        pictures.levels(panel)


def test_a_picture_without_finding_key_or_rows_is_refused() -> None:
    with pytest.raises(PictureRefused, match="finding in words"):
        pictures.levels(finding=" ")
    with pytest.raises(PictureRefused, match="small letters"):
        pictures.levels(key='x" onload="alert(1)')
    with pytest.raises(PictureRefused, match="nothing to draw"):
        dots(
            [Panel("S", "measured", "R", [])],
            pictures.INDEX,
            key="a",
            title="t",
            finding="f",
        )
    with pytest.raises(PictureRefused, match="zero inside"):
        changes([pictures.MEASURED], pictures.INDEX, key="a", title="t", finding="f")


def test_figures_round_as_they_are_written() -> None:
    scale = Scale(-1, 1, 0.5, "selisih")

    assert scale.written(0.285, signed=False) == "0,29"
    assert scale.written(-0.004, signed=True) == "0,00"
    assert scale.written(-0.05, signed=True) == "−0,05"
    assert Scale(1, 5, 1, "x", decimal_mark=".").written(3.44, signed=False) == "3.44"


HOSTILE = "</text><script>alert('Hu'u')</script> & \" \x07 #import $x$"


def test_hostile_words_come_out_as_they_were_typed() -> None:
    panel = Panel(HOSTILE, "measured", HOSTILE, [Row(HOSTILE, 3.0, note=HOSTILE)])
    picture = pictures.levels(panel, title=HOSTILE, finding=HOSTILE)

    for svg in widths(picture):
        assert not drawn(svg, "script")
        shown = "".join(words(svg)).replace(" ", "")
        assert shown.count("</text><script>alert('Hu'u')</script>&\"�#import$x$") == 5
        assert "�" in (svg[1].text or "")


def test_a_very_long_word_is_broken_inside_its_column() -> None:
    word = "pertanggung" * 12
    panel = Panel("Survei", "measured", "Rilis 1", [Row(word, 3.0)])

    for svg in widths(pictures.levels(panel)):
        lines = [text for text in words(svg) if text and text in word]
        assert "".join(lines) == word
        assert len(lines) > 2


def test_tiles_stand_at_their_row_and_column() -> None:
    for svg in widths(EVERY["tiles"]):
        place = {
            (group.findtext(f"{NS}title") or "").partition(":")[0]: (
                float(rect.attrib["x"]),
                float(rect.attrib["y"]),
            )
            for group in drawn(svg, "g")
            if group.find(f"{NS}title") is not None
            and (rect := group.find(f"{NS}rect")) is not None
        }
        assert place["Dompu"][0] == place["Bima"][0]
        assert place["Dompu"][1] == place["Mataram"][1] < place["Bima"][1]
        assert place["Mataram"][0] == 0 < place["Dompu"][0]


def test_bands_differ_in_lightness_and_a_tile_without_figure_has_none() -> None:
    for svg in widths(EVERY["tiles"]):
        tiles = [r for r in drawn(svg, "rect") if r.get("rx")]
        legend = tiles[-5:]
        opacities = [float(r.get("fill-opacity", "1")) for r in legend[:4]]
        assert opacities == sorted(set(opacities))
        assert legend[4].get("stroke-dasharray")
        assert "tidak ditampilkan" in said(svg)


def test_tiles_with_links_are_a_group_so_that_the_links_are_heard() -> None:
    for svg in widths(EVERY["linked tiles"]):
        links = drawn(svg, "a")
        assert svg.get("role") == "group"
        assert len(links) == len(pictures.PLACES)
        assert links[0].get("href") == "/indeks/0/"
    for svg in widths(EVERY["tiles"]):
        assert svg.get("role") == "img"
        assert not drawn(svg, "a")


def one_tile(**changed: Any) -> TileMap:
    tile: dict[str, Any] = {
        "row": 0, "column": 0, "label": "Bima", "value": "3", "band": 0, "said": "",
    }  # fmt: skip
    tiles = [Tile(**{**tile, **changed}), Tile(0, 1, "Dompu", "3", 0, "Dompu: 3")]
    return TileMap(tiles, ["rendah", "tinggi"], "-", "measured", "Rilis 1")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"href": "javascript:alert(1)"}, "links to"),
        ({"column": 1}, "share row 0, column 1"),
        ({"band": 2}, "in band 2, of 2"),
    ],
)
def test_a_tile_that_would_mislead_is_refused(
    changed: dict[str, object], reason: str
) -> None:
    with pytest.raises(PictureRefused, match=reason):
        tile_map(one_tile(**changed), key="peta", title="t", finding="f")


@every_picture
def test_the_same_figures_give_the_same_picture(name: str) -> None:
    again = {
        "levels": pictures.levels,
        "differences": pictures.differences,
        "tiles": pictures.tiles,
        "linked tiles": lambda: pictures.tiles(links=True),
    }[name]()

    assert again == EVERY[name]
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", again.wide)


def test_a_bold_heading_stays_inside_in_the_widest_typeface_of_a_desk() -> None:
    # DejaVu Sans sets a text in bold up to a fifth wider than the breadth reckoned.
    panel = Panel(
        "Indeks Literasi Digital NTB, putaran kedua (simulasi) minus Indeks Literasi "
        "Digital NTB, putaran pertama (simulasi)",
        "simulated",
        "Rilis contoh, 2026",
        [Row("Seluruh responden (3 dari 10 daerah)", 0.1, -0.1, 0.3)],
    )
    picture = changes(
        [panel],
        Scale(-0.5, 0.5, 0.25, "Selisih"),
        key="beda",
        title="Indeks dan pilar: Seluruh responden (3 dari 10 daerah) menurut umur",
        finding="Belum nyata.",
    )

    for svg in widths(picture):
        room = float(svg.get("width", "0"))
        bold = [text for text in drawn(svg, "text") if text.get("font-weight") == "700"]
        assert len(bold) >= 3
        for text in bold:
            long = 1.2 * breadth(text.text or "", float(text.attrib["font-size"]))
            if text.get("text-anchor") != "middle":
                assert float(text.attrib["x"]) + long <= room
