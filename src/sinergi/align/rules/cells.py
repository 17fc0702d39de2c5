"""What one cell of the matrix says, and what its row and column sum to."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from sinergi.align.rules.states import CellState, Duty


@dataclass(frozen=True)
class Work:
    """A plan as the rules see it; governments are named by a key."""

    reference: str
    government: str
    output: str
    unit: str = ""
    target: Decimal | None = None
    budget: Decimal | None = None
    # Only those who accepted: a plan is joint from the first of them on.
    partners: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sums:
    """Plans, money, and targets by unit: units are never added to one another."""

    plans: int = 0
    budget: Decimal = Decimal(0)
    # Plans that say nothing yet about money: the sum is a sum of the others.
    unpriced: int = 0
    targets: tuple[tuple[str, Decimal], ...] = ()


def cell_state(*, planned: bool, joint: bool, obliged: bool, filled: bool) -> CellState:
    """The state of a cell; whether the government entered anything that year
    decides whether an empty cell means 'no plan' or 'we do not know'."""
    if joint:
        return CellState.JOINT
    if planned:
        return CellState.PLANNED
    if not obliged:
        return CellState.NOT_OBLIGED
    return CellState.EMPTY if filled else CellState.NOT_FILLED


def obliged(
    level: str, responsible_levels: Collection[str], duty: Duty = Duty.BY_LEVEL
) -> bool:
    """What was decided for the government; else by its level, where a programme that
    names no level asks every level."""
    if duty is not Duty.BY_LEVEL:
        return duty is Duty.OBLIGED
    return not responsible_levels or level in responsible_levels


def in_force(year: int, first: int | None, last: int | None) -> bool:
    """Whether a programme holds in a year; an end that is not named is open."""
    return (first is None or first <= year) and (last is None or year <= last)


def sums_of(works: Iterable[Work]) -> Sums:
    """A joint plan is summed once, where its lead is."""
    plans, budget, unpriced = 0, Decimal(0), 0
    targets: dict[str, Decimal] = defaultdict(Decimal)
    spelled: dict[str, str] = {}
    for work in works:
        plans += 1
        budget += work.budget or 0
        unpriced += work.budget is None
        if work.target:
            unit = " ".join(work.unit.split())
            spelled.setdefault(unit.casefold(), unit)
            targets[unit.casefold()] += work.target
    summed = tuple((spelled[unit], targets[unit]) for unit in sorted(targets))
    return Sums(plans, budget, unpriced, summed)


def added(parts: Iterable[Sums]) -> Sums:
    """Sums of parts as one: money to money, each unit to its like."""
    plans, budget, unpriced = 0, Decimal(0), 0
    targets: dict[str, tuple[str, Decimal]] = {}
    for part in parts:
        plans += part.plans
        budget += part.budget
        unpriced += part.unpriced
        for unit, total in part.targets:
            spelled, before = targets.get(unit.casefold(), (unit, Decimal(0)))
            targets[unit.casefold()] = (spelled, before + total)
    summed = tuple(targets[unit] for unit in sorted(targets))
    return Sums(plans, budget, unpriced, summed)
