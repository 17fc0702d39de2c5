"""What differs between two years: money by sign, targets never across units."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sinergi.align.rules.cells import Sums


@dataclass(frozen=True)
class UnitChange:
    """A target in one unit; None where a year has no target in it."""

    unit: str
    before: Decimal | None
    after: Decimal | None

    @property
    def difference(self) -> Decimal:
        return (self.after or Decimal(0)) - (self.before or Decimal(0))


@dataclass(frozen=True)
class Change:
    """The sums of a year beside those of the year before."""

    before: Sums
    after: Sums

    @property
    def plans(self) -> int:
        return self.after.plans - self.before.plans

    @property
    def budget(self) -> Decimal:
        return self.after.budget - self.before.budget

    @property
    def is_partial(self) -> bool:
        """Some plan of either year says nothing about money."""
        return bool(self.before.unpriced or self.after.unpriced)

    @property
    def is_empty(self) -> bool:
        return not self.before.plans and not self.after.plans

    @property
    def targets(self) -> tuple[UnitChange, ...]:
        return tuple(_by_unit(self.before, self.after))


def _by_unit(before: Sums, after: Sums) -> Iterator[UnitChange]:
    old = {unit.casefold(): (unit, total) for unit, total in before.targets}
    new = {unit.casefold(): (unit, total) for unit, total in after.targets}
    for key in sorted({*old, *new}):
        unit = (new.get(key) or old[key])[0]
        yield UnitChange(
            unit,
            old[key][1] if key in old else None,
            new[key][1] if key in new else None,
        )
