"""The alignment matrix: programmes × governments of a forum in one year.

`matrix()` asks a constant number of questions whatever the size; everything it
answers is plain data (grid.py) that other stages may show.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from sinergi.align.grid import (
    AlikeFound,
    Cell,
    GapFound,
    Group,
    Matrix,
    MissingFound,
    Row,
)
from sinergi.align.models import HelpRequest, Obligation, Plan, Programme
from sinergi.align.rules import (
    Duty,
    alike_of,
    cell_state,
    gap_of,
    missing_of,
    obliged,
    sums_of,
)
from sinergi.core.models import Bidang, Forum, Pillar, Place

__all__ = ["Matrix", "matrix", "plans_of", "row_of", "years_of"]


def matrix(
    forum: Forum,
    year: int,
    *,
    bidang: Bidang | None = None,
    pillar: Pillar | None = None,
) -> Matrix:
    """The matrix of a forum in a year; filters leave out rows, never columns."""
    programmes = _shown(forum, year)
    if bidang:
        programmes = programmes.filter(bidang=bidang)
    if pillar:
        programmes = programmes.filter(pillars=pillar)
    governments = tuple(forum.governments())
    rows = _rows(forum, year, programmes, governments)
    works = [plan.as_work() for row in rows for plan in row.plans]
    columns = tuple(
        sums_of(work for work in works if work.government == place.slug)
        for place in governments
    )
    return Matrix(
        forum=forum,
        year=year,
        governments=governments,
        groups=_grouped(rows, forum),
        columns=columns,
        total=sums_of(works),
        filled=frozenset(_filled_in(forum, year)),
        origins=frozenset(_origins(forum, year)),
    )


def row_of(programme: Programme, year: int) -> Row:
    """One row of the matrix: who plans what for a programme in a year."""
    forum = programme.forum
    alone = Programme.objects.filter(pk=programme.pk)
    return _rows(forum, year, alone, tuple(forum.governments()))[0]


def plans_of(government: Place, year: int) -> list[Plan]:
    """Standing plans a government leads or has joined in a year."""
    standing = Plan.objects.standing().of(government).filter(year=year)
    return list(standing.with_partners().order_by("programme__order", "reference"))


def years_of(forum: Forum) -> list[int]:
    """Years for which anybody planned anything, the latest first."""
    planned = Plan.objects.standing().filter(programme__forum=forum)
    return list(planned.order_by("-year").values_list("year", flat=True).distinct())


def _shown(forum: Forum, year: int) -> QuerySet[Programme]:
    """Programmes in force, and any other that somebody plans for: no plan is hidden."""
    planned = Plan.objects.standing().filter(programme__forum=forum, year=year)
    every = forum.programmes.all()
    shown = every.in_force(year) | every.filter(pk__in=planned.values("programme"))
    return shown.order_by("order")


def _rows(
    forum: Forum,
    year: int,
    programmes: QuerySet[Programme],
    governments: tuple[Place, ...],
) -> list[Row]:
    shown = list(programmes.prefetch_related("bidang", "pillars"))
    # A government that left the forum has no column, so its plans have no sum.
    standing = Plan.objects.standing().filter(
        programme__in=shown, year=year, government__in=governments
    )
    plans: dict[int, list[Plan]] = defaultdict(list)
    for plan in standing.with_partners().order_by("reference"):
        plans[plan.programme_id].append(plan)
    known = _Known(
        filled=_filled_in(forum, year),
        help_open=_open_help(forum, year),
        decided=_decided(forum),
    )
    return [_row(each, governments, plans[each.pk], known) for each in shown]


def _filled_in(forum: Forum, year: int) -> set[int]:
    """Governments that entered a plan of their own for the year, whatever is shown.

    Joining another's plan does not say that the rest was thought about.
    """
    standing = Plan.objects.standing().filter(programme__forum=forum, year=year)
    return set(standing.order_by().values_list("government_id", flat=True).distinct())


def _origins(forum: Forum, year: int) -> set[str]:
    standing = Plan.objects.standing().filter(programme__forum=forum, year=year)
    return set(standing.order_by().values_list("provenance", flat=True).distinct())


def _open_help(forum: Forum, year: int) -> Mapping[tuple[int, int], int]:
    asked = HelpRequest.objects.unanswered().filter(programme__forum=forum, year=year)
    counted = (
        asked.order_by()
        .values_list("programme_id", "government_id")
        .annotate(n=Count("pk"))
    )
    return {(programme, government): n for programme, government, n in counted}


def _decided(forum: Forum) -> Mapping[tuple[int, int], Obligation]:
    """Duties that are not those of the level."""
    found = Obligation.objects.filter(programme__forum=forum)
    return {
        (each.programme_id, each.government_id): each
        for each in found.exclude(duty=Duty.BY_LEVEL)
    }


@dataclass(frozen=True)
class _Known:
    """What is asked once for the whole matrix."""

    filled: set[int]
    help_open: Mapping[tuple[int, int], int]
    decided: Mapping[tuple[int, int], Obligation]


@dataclass(frozen=True)
class _Line:
    """What every cell of one row has to know of the others."""

    programme: Programme
    plans: list[Plan]
    joint: tuple[Plan, ...]
    alike: tuple[AlikeFound, ...]
    missing: tuple[MissingFound, ...]


def _row(
    programme: Programme,
    governments: tuple[Place, ...],
    plans: list[Plan],
    known: _Known,
) -> Row:
    by_reference = {plan.reference: plan for plan in plans}
    works = [plan.as_work() for plan in plans]
    joint = tuple(plan for plan in plans if plan.accepted)
    alike = tuple(
        AlikeFound(
            programme,
            same.output,
            # Governments stand in the same order everywhere.
            tuple(
                sorted(
                    (by_reference[reference] for reference in same.references),
                    key=lambda plan: governments.index(plan.government),
                )
            ),
        )
        for same in alike_of(works)
    )
    missing = tuple(
        MissingFound(by_reference[found.reference], found.part)
        for found in missing_of(works)
    )
    line = _Line(programme, plans, joint, alike, missing)
    cells = tuple(_cell(line, place, known) for place in governments)
    return Row(
        programme=programme,
        cells=cells,
        sums=sums_of(works),
        gap=_gap(programme, cells),
        alike=alike,
        joint=joint,
        missing=missing,
    )


def _cell(line: _Line, place: Place, known: _Known) -> Cell:
    here = (line.programme.pk, place.pk)
    obligation = known.decided.get(here)
    duty = Duty(obligation.duty) if obligation else Duty.BY_LEVEL
    led = tuple(plan for plan in line.plans if plan.government == place)
    joined = tuple(plan for plan in line.joint if place in plan.accepted)
    shared = [plan for plan in line.joint if plan in led or plan in joined]
    same = [found for found in line.alike if place in found.governments]
    if same:
        number = _number([line.alike.index(found) for found in same], len(line.alike))
    else:
        number = _number([line.joint.index(plan) for plan in shared], len(line.joint))
    return Cell(
        programme=line.programme,
        government=place,
        state=cell_state(
            planned=bool(led),
            joint=bool(shared),
            obliged=obliged(place.level, line.programme.responsible_levels, duty),
            filled=place.pk in known.filled,
        ),
        plans=led,
        joined=joined,
        sums=sums_of(plan.as_work() for plan in led),
        number=number,
        is_alike=bool(same),
        open_help=known.help_open.get(here, 0),
        missing=tuple(found for found in line.missing if found.plan in led),
        obligation=obligation,
    )


def _gap(programme: Programme, cells: tuple[Cell, ...]) -> GapFound | None:
    gap = gap_of({cell.government.slug: cell.state for cell in cells})
    if gap is None:
        return None
    places = {cell.government.slug: cell.government for cell in cells}
    return GapFound(
        programme, tuple(places[slug] for slug in gap.governments), gap.nobody
    )


def _number(places: list[int], total: int) -> str:
    """Tells apart several joint plans, or several likenesses, of one row."""
    return "·".join(str(place + 1) for place in places) if total > 1 else ""


def _grouped(rows: list[Row], forum: Forum) -> tuple[Group, ...]:
    """Under the first bidang of each; programmes of every bidang stand last."""
    every = list(forum.bidang.all())
    groups: dict[int | None, list[Row]] = {bidang.pk: [] for bidang in every}
    groups[None] = []
    for row in rows:
        own = list(row.programme.bidang.all())
        is_of_all = len(own) == len(every) > 1 or not own
        groups[None if is_of_all else own[0].pk].append(row)
    by_key: dict[int | None, Bidang | None] = {bidang.pk: bidang for bidang in every}
    by_key[None] = None
    return tuple(
        Group(by_key[key], tuple(found)) for key, found in groups.items() if found
    )
