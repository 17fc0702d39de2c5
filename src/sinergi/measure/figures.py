"""Figures of a release as a page shows them: named, written, marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinergi.core import formats
from sinergi.core.models import Place
from sinergi.measure import coverage, naming
from sinergi.measure.models import Figure, Release
from sinergi.measure.rules import INDEX, Flag, Group

PLACES = 2


@dataclass(frozen=True)
class Line:
    """One figure in words: whose, what, its interval, n and remarks."""

    figure: Figure
    label: str
    measure: str
    value: str
    interval: str
    note: str

    @property
    def withheld(self) -> bool:
        return self.figure.estimate is None


def language() -> str:
    return (get_language() or "id")[:2]


def written(value: float | None) -> str:
    return "–" if value is None else formats.angka(value, PLACES, language())


def interval(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "–"
    return formats.selang(low, high, PLACES, language())


def note(figure: Figure) -> str:
    """n, and what keeps the figure from being read as it stands."""
    count = _("n = %(n)s") % {"n": formats.angka(figure.n, 0, language())}
    return " · ".join([count, *figure.flag_labels])


def withheld(figure: Figure) -> str:
    """The words in the place of a value that is not shown."""
    if figure.n == 0:
        return _("nobody was asked here")
    return _("withheld: %(n)s respondents") % {
        "n": formats.angka(figure.n, 0, language())
    }


def line(figure: Figure, label: str, measure: str) -> Line:
    shown = figure.estimate is not None
    return Line(
        figure=figure,
        label=label,
        measure=measure,
        value=written(figure.estimate) if shown else withheld(figure),
        interval=interval(figure.ci_low, figure.ci_high),
        note=note(figure),
    )


def by_government(release: Release, measure: str = INDEX) -> list[Line]:
    """The forum first, then governments in the order of its seats."""
    found = release.figures.of_group(Group.ALL).filter(measure=measure)
    found = found.select_related("government")
    forum = release.wave.survey.forum
    figures = {figure.government_id: figure for figure in found}
    name = naming.measures()
    labels = {place: place.short_name for place in forum.governments()}
    # The coordinating government stands for the whole: for whom, its label says.
    labels[forum.coordinator] = str(coverage.of(release))
    return [
        line(figures[place.pk], label, name(measure))
        for place, label in labels.items()
        if place.pk in figures
    ]


def of_government(release: Release, place: Place) -> list[Line]:
    """The index and its pillars for one government."""
    found = release.figures.of_group(Group.ALL).filter(government=place)
    figures = {figure.measure: figure for figure in found}
    name = naming.measures()
    return [line(figures[c], name(c), name(c)) for c in naming.order(figures)]


def by_group(release: Release, group: Group) -> list[Line]:
    """The whole forum by sex or age, the index and pillars of each."""
    found = sorted(
        release.figures.of_group(group).select_related("government"),
        key=lambda figure: _start(figure.group_value),
    )
    name = naming.measures()
    order = naming.order(figure.measure for figure in found)
    return [
        line(figure, naming.group_value(group, figure.group_value), name(measure))
        for measure in order
        for figure in found
        if figure.measure == measure
    ]


def _start(group_value: str) -> tuple[int, str]:
    digits = "".join(c for c in group_value.split("-")[0] if c.isdecimal())
    return (int(digits or 0), group_value)


def measures_of(release: Release) -> list[str]:
    codes = release.figures.order_by().values_list("measure", flat=True).distinct()
    return naming.order(codes)


def wide(lines: Iterable[Line]) -> Sequence[Line]:
    return [each for each in lines if Flag.WIDE in each.figure.flags]
