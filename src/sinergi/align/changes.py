"""The matrix of a year beside that of the year before: what was added, what left."""

from dataclasses import dataclass

from sinergi.align.grid import Matrix, Row
from sinergi.align.matrix import matrix
from sinergi.align.models import Programme
from sinergi.align.rules import Change, Sums
from sinergi.core.models import Bidang, Forum, Pillar, Place


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
    def is_simulated(self) -> bool:
        return self.before.is_simulated or self.after.is_simulated


def changes(
    forum: Forum,
    year: int,
    *,
    bidang: Bidang | None = None,
    pillar: Pillar | None = None,
) -> Changes:
    """What differs from the year before. Sums of rows and columns hold every plan,
    also those of governments of which a single cell cannot be compared."""
    before = matrix(forum, year - 1, bidang=bidang, pillar=pillar)
    after = matrix(forum, year, bidang=bidang, pillar=pillar)
    old = {row.programme.pk: row for row in before.rows}
    new = {row.programme.pk: row for row in after.rows}
    spoke = before.filled & after.filled
    silent = {place.pk for place in after.governments} - spoke
    shown = sorted({**old, **new}.values(), key=lambda row: row.programme.order)
    return Changes(
        before=before,
        after=after,
        rows=tuple(
            _row(old.get(row.programme.pk), new.get(row.programme.pk), row, silent)
            for row in shown
        ),
        columns=tuple(
            CellChange(
                place,
                None if place.pk in silent else Change(was, now),
            )
            for place, was, now in zip(
                after.governments, before.columns, after.columns, strict=True
            )
        ),
        total=Change(before.total, after.total),
    )


def _row(old: Row | None, new: Row | None, either: Row, silent: set[int]) -> RowChange:
    return RowChange(
        either.programme,
        tuple(
            CellChange(
                cell.government,
                None
                if cell.government.pk in silent
                else Change(
                    _sums(old, cell.government),
                    _sums(new, cell.government),
                ),
            )
            for cell in either.cells
        ),
        Change(old.sums if old else Sums(), new.sums if new else Sums()),
    )


def _sums(row: Row | None, government: Place) -> Sums:
    return row.cell_of(government).sums if row else Sums()
