"""Plans and gaps of a brief: the cells of the matrix of one year."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sinergi.align import words
from sinergi.align.grid import AlikeFound, Cell, GapFound, MissingFound, Row
from sinergi.align.matrix import Matrix, matrix
from sinergi.align.models import Plan
from sinergi.align.rules import CellState, Sums
from sinergi.core import formats
from sinergi.core.models import Bidang, Forum, Place
from sinergi.core.rules import Provenance, provenance_of
from sinergi.publish.briefs.parts import (
    Line,
    Listing,
    Part,
    language,
    listing,
    names,
)


def of_government(forum: Forum, place: Place, year: int) -> Part:
    """What it plans, what it does not, and what it plans beside others."""
    shown = matrix(forum, year)
    cells = [row.cell_of(place) for row in shown.rows]
    empty = [cell for cell in cells if cell.state is CellState.EMPTY]
    alone = {gap.programme.pk for gap in shown.gaps if gap.nobody}
    return Part(
        title=_title(year),
        said=tuple(_said(shown, place, cells)),
        lists=(
            *listing(
                _("No plan yet"),
                sorted(
                    (
                        _empty(cell, shown, nobody=cell.programme.pk in alone)
                        for cell in empty
                    ),
                    key=lambda line: line.mark is None,
                ),
            ),
            *_findings(
                shown,
                [each for each in shown.alike if place in each.governments],
                [each for each in shown.missing if each.plan.government == place],
            ),
            *listing(
                _("Planned"),
                (_planned(c) for c in cells if c.count),
                is_minor=True,
            ),
        ),
    )


def of_bidang(forum: Forum, bidang: Bidang, year: int) -> Part:
    """Programme by programme: who plans, who does not, what is done apart."""
    shown = matrix(forum, year, bidang=bidang)
    return Part(
        title=_title(year),
        said=tuple(_of_all(shown)),
        lists=(
            *listing(
                _("Nobody planned it"),
                (_gap(gap, shown) for gap in shown.gaps if gap.nobody),
            ),
            *_findings(shown, shown.alike, shown.missing),
            *listing(_("Programmes"), (_programme(row, shown) for row in shown.rows)),
        ),
    )


def _title(year: int) -> str:
    return _("Plans and gaps, %(year)s") % {"year": str(year)}


def _findings(
    shown: Matrix, alike: Iterable[AlikeFound], missing: Iterable[MissingFound]
) -> Iterator[Listing]:
    yield from listing(
        _("The same output planned apart: join?"), (_alike(each) for each in alike)
    )
    yield from listing(
        _("Money without a target, or a target without money"),
        (_missing(each) for each in missing),
    )


def _said(shown: Matrix, place: Place, cells: list[Cell]) -> Iterator[str]:
    if not shown.rows:
        yield _("No programme is in force in %(year)s.") % {"year": str(shown.year)}
        return
    if place.pk not in shown.filled:
        yield _(
            "%(place)s has entered no plan of its own for %(year)s, so nothing can be "
            "said of its empty cells."
        ) % {"place": place.name, "year": str(shown.year)}
    yield _(
        "%(programmes)s programmes: %(alone)s planned alone, %(joint)s jointly, "
        "%(empty)s without a plan."
    ) % _counts(cells, len(shown.rows))
    column = shown.columns[shown.governments.index(place)]
    yield _money(column)


def _of_all(shown: Matrix) -> Iterator[str]:
    if not shown.rows:
        yield _("No programme of this bidang is in force in %(year)s.") % {
            "year": str(shown.year)
        }
        return
    yield _(
        "%(programmes)s programmes × %(governments)s governments: %(alone)s cells "
        "planned alone, %(joint)s jointly, %(empty)s without a plan."
    ) % {
        **_counts(shown.cells, len(shown.rows)),
        "governments": str(len(shown.governments)),
    }
    if shown.not_filled:
        yield _("Nothing entered yet by: %(names)s.") % {
            "names": names(shown.not_filled)
        }
    yield _money(shown.total)


def _counts(cells: Iterable[Cell], programmes: int) -> dict[str, str]:
    states = [cell.state for cell in cells]
    return {
        "programmes": str(programmes),
        "alone": str(states.count(CellState.PLANNED)),
        "joint": str(states.count(CellState.JOINT)),
        "empty": str(states.count(CellState.EMPTY)),
    }


def _money(sums: Sums) -> str:
    told = ngettext(
        "Money of %(plans)s plan that is led here: %(money)s",
        "Money of %(plans)s plans that are led here: %(money)s",
        sums.plans,
    ) % {
        "plans": str(sums.plans),
        "money": formats.rupiah(sums.budget, True, language()),
    }
    if not sums.unpriced:
        return f"{told}."
    return told + _("; %(count)s say nothing about money yet.") % {
        "count": str(sums.unpriced)
    }


def _empty(cell: Cell, shown: Matrix, *, nobody: bool) -> Line:
    return Line(
        text=cell.programme.label,
        detail=_("no government planned it") if nobody else "",
        kind=_of_year(shown),
        source=str(shown.year),
        mark=words.CELL[cell.state] if nobody else None,
        url=_cell_url(cell),
    )


def _gap(gap: GapFound, shown: Matrix) -> Line:
    return Line(
        text=gap.programme.label,
        detail=_("has a duty and no plan: %(names)s")
        % {"names": names(gap.governments)},
        kind=_of_year(shown),
        source=str(shown.year),
        url=reverse("align:programme", args=[gap.programme.code]),
    )


def _alike(found: AlikeFound) -> Line:
    return Line(
        text=found.output,
        detail=f"{found.programme.label}: {names(found.governments)}",
        kind=_of_plans(found.plans),
        source=", ".join(plan.reference for plan in found.plans),
        mark=words.ALIKE,
        url=reverse("align:programme", args=[found.programme.code]),
    )


def _missing(found: MissingFound) -> Line:
    plan = found.plan
    return Line(
        text=f"{plan.government.short_name}: {plan.activity}",
        detail=found.words,
        kind=Provenance(plan.provenance),
        source=plan.reference,
        url=reverse("align:cell", args=[plan.programme.code, plan.government.slug]),
    )


def _planned(cell: Cell) -> Line:
    plans = (*cell.plans, *cell.joined)
    partners = {
        place.pk: place
        for plan in plans
        for place in (plan.government, *plan.accepted)
        if place != cell.government
    }
    together = _("with %(names)s") % {"names": names(partners.values())}
    return Line(
        text=cell.programme.label,
        detail=" · ".join(
            filter(None, [plans[0].output, together if partners else ""])
        ),
        kind=_of_plans(plans),
        source=", ".join(plan.reference for plan in plans),
        mark=words.CELL[cell.state],
        url=_cell_url(cell),
    )


def _programme(row: Row, shown: Matrix) -> Line:
    parts = [
        f"{label}: {names(places)}"
        for state in (CellState.JOINT, CellState.PLANNED, CellState.EMPTY)
        if (places := [c.government for c in row.cells if c.state is state])
        for label in [str(words.CELL[state].label)]
    ]
    return Line(
        text=row.programme.label,
        detail="; ".join(parts),
        kind=_of_plans(row.plans) if row.plans else _of_year(shown),
        source=str(shown.year),
        url=reverse("align:programme", args=[row.programme.code]),
    )


def _of_plans(plans: Iterable[Plan]) -> Provenance:
    return provenance_of(simulated=any(plan.is_simulated for plan in plans))


def _of_year(shown: Matrix) -> Provenance:
    return shown.provenance or Provenance.ENTERED


def _cell_url(cell: Cell) -> str:
    return reverse("align:cell", args=[cell.programme.code, cell.government.slug])
