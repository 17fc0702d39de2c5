"""A canvas whose text cannot break out, and pictures in two widths.

Pictures carry no style attribute and no script, so a strict content security policy
shows them inside a page; the colours are those of the house's tokens, written as
attributes so that a picture looks the same when it is saved and opened alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

INK, SOFT, PAPER = "#15202b", "#47535f", "#fff"
LINE, STRONG_LINE, ACCENT = "#d3dae0", "#7c8894", "#1d3c78"
FONT = "system-ui, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
NARROW, WIDE = 360, 720  # the narrow one is drawn for a page 390 px wide
SIMULATED = "SIMULASI"

# Widths of letters in parts of the type size; no typeface is at hand to measure.
_THIN, _WIDE, _CAPITAL, _LETTER = 0.33, 0.8, 0.63, 0.55
# Some typefaces are a tenth wider than those of phones, their bold a fifth.
_ROOM, _ROOM_BOLD = 0.9, 0.82
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY = re.compile(r"[a-z][a-z0-9-]*")


class PictureRefused(Exception):
    """A picture that would mislead, or that a reader could not use."""


@dataclass(frozen=True)
class Picture:
    """One picture for a phone and for a desk; the page shows the one that fits.

    Put into a template it is both; `narrow` and `wide` alone are complete files.
    """

    narrow: str
    wide: str

    def __html__(self) -> str:
        return f'<div class="chart">{self.narrow}{self.wide}</div>'


class Canvas:
    """A place to draw on, as wide as the page allows and as high as it gets."""

    def __init__(self, element: Element, *, width: int, hatch: str) -> None:
        self.element, self.width, self.hatch = element, width, hatch

    @property
    def narrow(self) -> bool:
        return self.width < WIDE

    def draw(self, tag: str, **attributes: object) -> Element:
        """One element; `font_size=13` becomes `font-size="13"`."""
        return SubElement(
            self.element,
            tag,
            {name.replace("_", "-"): _written(v) for name, v in attributes.items()},
        )

    def group(
        self, said: str = "", *, tag: str = "g", **attributes: object
    ) -> "Canvas":
        """What belongs together, with the words a pointer resting on it shows."""
        element = self.draw(tag, **attributes)
        if said:
            SubElement(element, "title").text = clean(said)
        return Canvas(element, width=self.width, hatch=self.hatch)

    def line(self, x1: float, y1: float, x2: float, y2: float, **look: object) -> None:
        self.draw("line", x1=x1, y1=y1, x2=x2, y2=y2, **{"stroke": LINE, **look})

    def text(
        self, x: float, y: float, words: str, *, size: float = 13, **look: object
    ) -> None:
        self.draw("text", x=x, y=y, font_size=size, **look).text = clean(words)

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        *,
        room: float,
        size: float = 13,
        **look: object,
    ) -> float:
        """Words wrapped into `room`, first line at y; returns the y of the next."""
        share = _ROOM_BOLD if look.get("font_weight", 400) in (600, 700) else _ROOM
        for line in wrapped(words, room=share * room, size=size):
            self.text(x, y, line, size=size, **look)
            y += size * 1.3
        return y

    def band(self, y: float, words: str) -> None:
        """A hatched band, 20 high, with its words on paper white."""
        self.draw("rect", x=0, y=y, width=self.width, height=20, fill=self.hatch)
        room = breadth(words, 13) + 2 * len(words) + 28
        self.draw(
            "rect", x=(self.width - room) / 2, y=y, width=room, height=20, fill=PAPER
        )
        self.text(
            self.width / 2,
            y + 15,
            words,
            size=13,
            text_anchor="middle",
            font_weight=700,
            letter_spacing=2,
        )


def picture(
    key: str,
    title: str,
    finding: str,
    draw: Callable[[Canvas], float],
    *,
    links: bool = False,
) -> Picture:
    """Both widths of a drawing; `draw` fills the canvas and returns its height.

    `key` keeps the ids of one page apart; `finding` is the text alternative.
    """
    if not _KEY.fullmatch(key):
        raise PictureRefused(f"Key {key!r}: use small letters, digits and hyphens.")
    if not title.strip() or not finding.strip():
        raise PictureRefused(f"Picture {key!r} needs a title and its finding in words.")

    def at(kind: str, width: int) -> str:
        name = f"{key}-{kind}"
        svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
        sheet = Canvas(svg, width=width, hatch=f"url(#{name}-hatch)")
        sheet.draw("title", id=f"{name}-title").text = clean(title)
        sheet.draw("desc", id=f"{name}-desc").text = clean(finding)
        _define_hatch(sheet, f"{name}-hatch")
        ground = sheet.draw("rect", width=width, fill=PAPER)
        height = round(draw(sheet.group(font_family=FONT, fill=INK)))
        ground.set("height", str(height))
        svg.attrib.update(
            {
                "class": f"chart-{kind}",
                # An image has no parts: links in one are lost to a screen reader.
                "role": "group" if links else "img",
                "aria-labelledby": f"{name}-title",
                "aria-describedby": f"{name}-desc",
                "viewBox": f"0 0 {width} {height}",
                "width": str(width),
                "height": str(height),
            }
        )
        return ElementTree.tostring(svg, encoding="unicode")

    return Picture(narrow=at("narrow", NARROW), wide=at("wide", WIDE))


def _define_hatch(canvas: Canvas, name: str) -> None:
    pattern = canvas.group(
        tag="pattern", id=name, width=8, height=8, patternUnits="userSpaceOnUse"
    )
    pattern.draw(
        "path", d="M-2 2 2-2M0 8 8 0M6 10l4-4", stroke=STRONG_LINE, stroke_width=1.5
    )


def wrapped(words: str, *, room: float, size: float) -> list[str]:
    """Lines that fit `room`; a word longer than a line is broken."""
    lines = [""]
    for word in clean(words).split():
        longer = f"{lines[-1]} {word}".lstrip()
        if breadth(longer, size) <= room:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and breadth(lines[-1] + letter, size) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def breadth(words: str, size: float) -> float:
    """About how wide the words are, as the typefaces of phones set them."""
    return size * sum(_share(letter) for letter in words)


def _share(letter: str) -> float:
    if letter in "ijlt.,:;'|!()[] ":
        return _THIN
    if letter in "mMWw—":
        return _WIDE
    return _CAPITAL if letter.isupper() or ord(letter) > 0x2000 else _LETTER


def clean(words: str) -> str:
    """Without what XML cannot carry, which a reader sees as a replacement sign."""
    return _NOT_XML.sub("�", words)


def _written(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
