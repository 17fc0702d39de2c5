"""What a chart of dots is made of, and what may not be drawn because it misleads."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from sinergi.paper.shapes import Provenance
from sinergi.paper.svg import PictureRefused


@dataclass(frozen=True)
class Scale:
    """The one axis of a picture, the same in all its panels."""

    low: float
    high: float
    step: float
    name: str  # "Indeks Literasi Digital, skala 1–5"
    decimals: int = 2
    decimal_mark: str = ","

    def ticks(self) -> list[float]:
        n = round((self.high - self.low) / self.step)
        return [self.low + self.step * i for i in range(n + 1)]

    def written(
        self, value: float, *, signed: bool, decimals: int | None = None
    ) -> str:
        places = self.decimals if decimals is None else decimals
        # Through repr and half up, as the table beside the picture rounds.
        number = Decimal(repr(value)).quantize(
            Decimal(1).scaleb(-places), ROUND_HALF_UP
        )
        sign = "−" if number < 0 else "+" if signed and number > 0 else ""
        return sign + f"{abs(number):f}".replace(".", self.decimal_mark)


@dataclass(frozen=True)
class Row:
    """One figure, or the words that stand where it is withheld.

    `note` is read under the label: n, flags in words, a verdict. Without `value` the
    row shows `withheld` and never a point; a figure without known error has no
    interval.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""
    withheld: str = ""


@dataclass(frozen=True)
class Panel:
    """Figures of one provenance, and their source with its year, or their release."""

    heading: str
    provenance: Provenance
    source: str
    rows: Sequence[Row]


def refuse_misleading(panels: Sequence[Panel], scale: Scale) -> None:
    """Stop a figure without source, a withheld one with a point, a value off scale."""
    if not any(panel.rows for panel in panels):
        raise PictureRefused("There is nothing to draw; say so in words instead.")
    for panel in panels:
        if not panel.heading.strip() or not panel.source.strip():
            raise PictureRefused(
                f"Panel {panel.heading!r} needs a heading and a source: a figure never "
                "stands without saying where it comes from."
            )
        for row in panel.rows:
            _refuse_row(row, scale)
    for one, other in pairwise(sorted(panels, key=lambda panel: panel.heading)):
        if one.heading == other.heading and one.provenance != other.provenance:
            raise PictureRefused(
                f"Two panels are headed {one.heading!r}, one {one.provenance}, one "
                f"{other.provenance}: say in the heading what tells them apart."
            )


def _refuse_row(row: Row, scale: Scale) -> None:
    if row.value is None:
        if not row.withheld.strip():
            raise PictureRefused(f"{row.label!r} has no value and no words why.")
        if row.low is not None or row.high is not None:
            raise PictureRefused(f"{row.label!r} is withheld, but has an interval.")
        return
    low = row.value if row.low is None else row.low
    high = row.value if row.high is None else row.high
    if (row.low is None) != (row.high is None) or not low <= row.value <= high:
        raise PictureRefused(
            f"{row.label!r}: {row.value} lies outside its interval {row.low} to "
            f"{row.high}."
        )
    if not scale.low <= row.value <= scale.high:
        raise PictureRefused(
            f"{row.label!r}: {row.value} lies outside the scale {scale.low} to "
            f"{scale.high}."
        )
