"""The matrix as plain data: cells in rows, rows in groups, sums at the ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sinergi.align import words
from sinergi.align.models import Obligation, Plan, Programme
from sinergi.align.rules import CellState, MissingPart, Sums
from sinergi.core.marks import Mark
from sinergi.core.models import Bidang, Forum, Place
from sinergi.core.rules import Provenance, provenance_of


@dataclass(frozen=True)
class Cell:
    """One programme in one government; `plans` are led here, `joined` elsewhere."""

    programme: Programme
    government: Place
    state: CellState
    plans: tuple[Plan, ...] = ()
    joined: tuple[Plan, ...] = ()
    sums: Sums = field(default_factory=Sums)
    # Which of the row's joint plans, or of its plans alike, this cell belongs to;
    # empty when the row has only one.
    number: str = ""
    is_alike: bool = False
    open_help: int = 0
    missing: tuple[MissingFound, ...] = ()
    # What was decided about the duty here, when it is not that of the level.
    obligation: Obligation | None = None

    @property
    def mark(self) -> Mark:
        return words.ALIKE if self.is_alike else words.CELL[self.state]

    @property
    def count(self) -> int:
        return len(self.plans) + len(self.joined)

    @property
    def is_simulated(self) -> bool:
        return any(plan.is_simulated for plan in (*self.plans, *self.joined))

    @property
    def provenance(self) -> Provenance | None:
        """Of the plans of this cell; None where it has none."""
        return provenance_of(simulated=self.is_simulated) if self.count else None

    @property
    def leads_elsewhere(self) -> list[Place]:
        """Where the money of the joint plans of this cell stands."""
        return [plan.government for plan in self.joined]


@dataclass(frozen=True)
class GapFound:
    programme: Programme
    governments: tuple[Place, ...]
    nobody: bool


@dataclass(frozen=True)
class AlikeFound:
    programme: Programme
    output: str
    plans: tuple[Plan, ...]

    @property
    def governments(self) -> list[Place]:
        return list(dict.fromkeys(plan.government for plan in self.plans))


@dataclass(frozen=True)
class MissingFound:
    plan: Plan
    part: MissingPart

    @property
    def words(self) -> str:
        return str(words.MISSING[self.part])


@dataclass(frozen=True)
class Row:
    programme: Programme
    cells: tuple[Cell, ...]
    sums: Sums
    gap: GapFound | None
    alike: tuple[AlikeFound, ...]
    joint: tuple[Plan, ...]
    missing: tuple[MissingFound, ...]

    @property
    def plans(self) -> list[Plan]:
        return [plan for cell in self.cells for plan in cell.plans]

    def cell_of(self, government: Place) -> Cell:
        return next(cell for cell in self.cells if cell.government == government)


@dataclass(frozen=True)
class Group:
    """Rows of one bidang; None holds programmes of every bidang."""

    bidang: Bidang | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Matrix:
    forum: Forum
    year: int
    governments: tuple[Place, ...]
    groups: tuple[Group, ...]
    columns: tuple[Sums, ...]
    total: Sums
    # Keys of governments that entered a plan of their own, whatever is shown.
    filled: frozenset[int] = frozenset()
    # Where the plans of the year come from, whatever is shown.
    origins: frozenset[str] = frozenset()

    @property
    def provenance(self) -> Provenance | None:
        """Of what the year says as a whole, sums and empty cells too: simulated as
        soon as one plan is; None where nobody entered anything."""
        if not self.origins:
            return None
        simulated = Provenance.SIMULATED in self.origins
        return provenance_of(simulated=simulated)

    @property
    def rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def plans(self) -> list[Plan]:
        return [plan for row in self.rows for plan in row.plans]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cells are in each state, zero included."""
        counted = Counter(cell.state for cell in self.cells)
        return {state.value: counted[state] for state in CellState}

    @property
    def legend(self) -> list[tuple[Mark, int]]:
        """Every mark of the page and how many cells carry it."""
        marks = [words.CELL[state] for state in CellState]
        marks.insert(2, words.ALIKE)
        carried = [cell.mark for cell in self.cells]
        return [(mark, sum(each is mark for each in carried)) for mark in marks]

    @property
    def gaps(self) -> list[GapFound]:
        """What nobody planned first, then by how many have no plan."""
        found = [row.gap for row in self.rows if row.gap]
        return sorted(found, key=lambda gap: (not gap.nobody, -len(gap.governments)))

    @property
    def alike(self) -> list[AlikeFound]:
        return [found for row in self.rows for found in row.alike]

    @property
    def joint(self) -> list[Plan]:
        return [plan for row in self.rows for plan in row.joint]

    @property
    def missing(self) -> list[MissingFound]:
        return [found for row in self.rows for found in row.missing]

    @property
    def not_filled(self) -> list[Place]:
        """Governments of which nothing can be said this year."""
        return [
            place
            for place in self.governments
            if any(
                row.cell_of(place).state is CellState.NOT_FILLED for row in self.rows
            )
        ]

    @property
    def is_simulated(self) -> bool:
        return any(plan.is_simulated for plan in self.plans)

    @property
    def is_all_simulated(self) -> bool:
        return bool(self.plans) and all(plan.is_simulated for plan in self.plans)
