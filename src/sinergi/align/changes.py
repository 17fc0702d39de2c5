"""The matrix of a year beside that of the year before: what was added, what left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sinergi.align.grid import Matrix, Row
from sinergi.align.matrix import matrix
from sinergi.align.models import Programme
from sinergi.align.rules import Change, Sums, added
from sinergi.core.models import Bidang, Forum, Pillar, Place
from sinergi.core.rules import Provenance


@dataclass(frozen=True)
class CellChange:
    """`change` is None where a year says nothing, so nothing can be compared."""

    government: Place
    change: Change | None


@dataclass(frozen=True)
class RowChange:
    programme: Programme
    cells: tuple[CellChange, ...]
    total: Change


@dataclass(frozen=True)
class Changes:
    before: Matrix
    after: Matrix
    rows: tuple[RowChange, ...]
    columns: tuple[CellChange, ...]
    total: Change

    @property
    def not_comparable(self) -> list[Place]:
        """Governments that entered no plan for one of the two years."""
        return [each.government for each in self.columns if each.change is None]

    @property
    def compares_nobody(self) -> bool:
        return all(each.change is None for each in self.columns)

    @property
    def provenance(self) -> Provenance | None:
        """Of the two years together; None where nobody spoke in either."""
        of_both = replace(self.after, origins=self.before.origins | self.after.origins)
        return of_both.provenance


def changes(
    forum: Forum,
    year: int,
    *,
    bidang: Bidang | None = None,
    pillar: Pillar | None = None,
) -> Changes:
    """What differs from the year before, among the governments that spoke in both:
    a sum with the plans of others would call their silence a change."""
    before = matrix(forum, year - 1, bidang=bidang, pillar=pillar)
    after = matrix(forum, year, bidang=bidang, pillar=pillar)
    old = {row.programme.pk: row for row in before.rows}
    new = {row.programme.pk: row for row in after.rows}
    spoke = before.filled & after.filled
    shown = sorted({**old, **new}.values(), key=lambda row: row.programme.order)
    columns = tuple(
        CellChange(place, Change(was, now) if place.pk in spoke else None)
        for place, was, now in zip(
            after.governments, before.columns, after.columns, strict=True
        )
    )
    return Changes(
        before=before,
        after=after,
        rows=tuple(
            _row(old.get(row.programme.pk), new.get(row.programme.pk), row, spoke)
            for row in shown
        ),
        columns=columns,
        total=_together(columns),
    )


def _row(
    old: Row | None, new: Row | None, either: Row, spoke: frozenset[int]
) -> RowChange:
    cells = tuple(
        CellChange(
            cell.government,
            Change(_sums(old, cell.government), _sums(new, cell.government))
            if cell.government.pk in spoke
            else None,
        )
        for cell in either.cells
    )
    return RowChange(either.programme, cells, _together(cells))


def _together(cells: Iterable[CellChange]) -> Change:
    compared = [each.change for each in cells if each.change]
    return Change(
        added(each.before for each in compared), added(each.after for each in compared)
    )


def _sums(row: Row | None, government: Place) -> Sums:
    return row.cell_of(government).sums if row else Sums()
