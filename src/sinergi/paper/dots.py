"""Dots with whiskers on one scale: levels, and differences around zero.

Figures of different provenance never share an axis: each panel has one provenance,
its own heading, axis and source.
"""

from collections.abc import Sequence

from sinergi.paper.figures import Panel, Row, Scale, refuse_misleading
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
    picture,
    wrapped,
)


def dots(
    panels: Sequence[Panel], scale: Scale, *, key: str, title: str, finding: str
) -> Picture:
    """Levels with their intervals, in the order given."""
    return _draw(panels, scale, key, title, finding, signed=False)


def changes(
    panels: Sequence[Panel], scale: Scale, *, key: str, title: str, finding: str
) -> Picture:
    """Differences with their intervals; hollow where the interval contains zero."""
    if not scale.low < 0 < scale.high:
        raise PictureRefused(
            f"A scale of changes has zero inside; {scale.low} to {scale.high} has not."
        )
    return _draw(panels, scale, key, title, finding, signed=True)


def _draw(
    panels: Sequence[Panel],
    scale: Scale,
    key: str,
    title: str,
    finding: str,
    *,
    signed: bool,
) -> Picture:
    refuse_misleading(panels, scale)

    def draw(canvas: Canvas) -> float:
        y = canvas.paragraph(
            12, 16, title, room=canvas.width - 12, size=15, font_weight=700
        )
        y = canvas.paragraph(
            12, y, scale.name, room=canvas.width - 12, size=12, fill=SOFT
        )
        for panel in panels:
            y = _panel(canvas, y + 4, panel, scale, signed=signed)
        return y

    return picture(key, title, finding, draw)


def _x(canvas: Canvas, value: float, scale: Scale) -> float:
    """Where a value stands: between label and figure, on a phone below them."""
    left, right = (
        (28.0, canvas.width - 24.0) if canvas.narrow else (250.0, canvas.width - 200.0)
    )
    inside = min(max(value, scale.low), scale.high)
    share = (inside - scale.low) / (scale.high - scale.low)
    return round(left + share * (right - left), 1)


def _panel(
    canvas: Canvas, y: float, panel: Panel, scale: Scale, *, signed: bool
) -> float:
    top = y
    if panel.provenance == "simulated":
        canvas.band(y, SIMULATED)
        y += 22
    y = canvas.paragraph(
        12, y + 15, panel.heading, room=canvas.width - 12, size=14, font_weight=700
    )
    y = _axis(canvas, y + 2, scale, signed=signed)
    for row in panel.rows:
        y = _row(canvas, y, row, scale, signed=signed)
    y = canvas.paragraph(
        12, y + 16, panel.source, room=canvas.width - 12, size=12, fill=SOFT
    )
    if panel.provenance == "simulated":
        canvas.draw("rect", x=0, y=top, width=6, height=y - top, fill=canvas.hatch)
    return y


def _axis(canvas: Canvas, y: float, scale: Scale, *, signed: bool) -> float:
    places = max(len(f"{scale.step:g}".partition(".")[2]), 0)
    for tick in scale.ticks():
        canvas.text(
            _x(canvas, tick, scale),
            y + 9,
            scale.written(tick, signed=signed, decimals=places),
            size=12,
            text_anchor="middle",
            fill=SOFT,
        )
    return y + 14


def _row(canvas: Canvas, y: float, row: Row, scale: Scale, *, signed: bool) -> float:
    said = _said(row, scale, signed=signed)
    group = canvas.group(" · ".join(filter(None, (f"{row.label}: {said}", row.note))))
    draw = _narrow_row if canvas.narrow else _wide_row
    middle, bottom = draw(group, y, row, said)
    if row.value is not None or not canvas.narrow:
        top = middle - 9 if canvas.narrow else y
        _grid(group, top, bottom, scale, signed=signed)
    if row.value is not None:
        _point(group, middle, row.value, row, scale, signed=signed)
    canvas.line(12, bottom, canvas.width, bottom, stroke=LINE)
    return bottom


def _grid(
    canvas: Canvas, top: float, bottom: float, scale: Scale, *, signed: bool
) -> None:
    d = "".join(
        f"M{_x(canvas, tick, scale):g} {top:g}V{bottom:g}" for tick in scale.ticks()
    )
    canvas.draw("path", d=d, stroke=LINE)
    if signed:
        zero = _x(canvas, 0, scale)
        canvas.line(zero, top, zero, bottom, stroke=INK, stroke_width=1.5)


def _narrow_row(group: Canvas, y: float, row: Row, said: str) -> tuple[float, float]:
    """Label, what is said, and the plot on a line of its own."""
    room = group.width - 16
    y = group.paragraph(12, y + 17, row.label, room=room, size=13, font_weight=600)
    said = " · ".join(filter(None, (said, row.note)))
    y = group.paragraph(12, y, said, room=room, size=12)
    return (y - 2, y + 10) if row.value is not None else (y, y - 6)


def _wide_row(group: Canvas, y: float, row: Row, said: str) -> tuple[float, float]:
    """Label and note at the left, the plot, what is said at the right."""
    end = group.paragraph(12, y + 17, row.label, room=234, size=13, font_weight=600)
    if row.note:
        end = group.paragraph(12, end, row.note, room=220, size=12, fill=SOFT)
    lines = wrapped(said, room=184, size=13)
    bottom = max(end - 7, y + 10 + 17 * len(lines))
    middle = (y + bottom) / 2
    for at, words in enumerate(lines):
        baseline = middle + 13 + 17 * (at - len(lines) / 2)
        group.text(group.width - 4, baseline, words, size=13, text_anchor="end")
    return middle, bottom


def _said(row: Row, scale: Scale, *, signed: bool) -> str:
    if row.value is None:
        return row.withheld
    said = scale.written(row.value, signed=signed)
    if row.low is None or row.high is None:
        return said
    low, high = (scale.written(v, signed=signed) for v in (row.low, row.high))
    between = "; " if signed else "–"
    return f"{said} ({low}{between}{high})"


def _point(
    canvas: Canvas,
    y: float,
    value: float,
    row: Row,
    scale: Scale,
    *,
    signed: bool,
) -> None:
    if row.low is not None and row.high is not None:
        left, right = _x(canvas, row.low, scale), _x(canvas, row.high, scale)
        canvas.line(left, y, right, y, stroke=STRONG_LINE, stroke_width=3)
        for x, bound in ((left, row.low), (right, row.high)):
            # No end cap where the interval runs on beyond the scale.
            if scale.low <= bound <= scale.high:
                canvas.line(x, y - 5, x, y + 5, stroke=STRONG_LINE, stroke_width=2)
    unsettled = (
        signed
        and row.low is not None
        and row.high is not None
        and row.low <= 0 <= row.high
    )
    canvas.draw(
        "circle",
        cx=_x(canvas, value, scale),
        cy=y,
        r=5,
        fill=PAPER if unsettled else ACCENT,
        stroke=ACCENT,
        stroke_width=2,
    )
