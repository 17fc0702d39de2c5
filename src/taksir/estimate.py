"""One estimate, and the arithmetic that keeps its error."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

# Not scipy.stats: it takes a second to import, and every command waits for it.
from scipy.special import stdtrit as student_quantile

from taksir.errors import BadRequest
from taksir.frame import Floats, Frame, Ints
from taksir.influence import NAN, Flag
from taksir.variance import variances

COVERAGE = 0.95


@dataclass(frozen=True, eq=False)
class Estimate:
    """One estimate, to be combined with others of samples that may share PSUs.

    `a + b`, `a - b`, `2 * a`, `a / 2` and the ratio `a / b` carry the covariance of
    a and b, PSU by PSU; also across separately built estimates, where PSUs with the
    same stratum and identifier are the same.

    Args:
        estimate: In the unit of the measure; NaN only with a flag.
        frame: The sampled PSUs.
        z: Linearised value of each PSU, shape (PSUs,).
        members: Whether the PSU has anyone who counts, shape (PSUs,).
        n: Respondents who answered; of a combination, of the part with fewest.
        noted: Flags that came with it.
    """

    estimate: float
    frame: Frame
    z: Floats
    members: NDArray[np.bool_]
    n: int
    noted: frozenset[Flag]

    @cached_property
    def se(self) -> float:
        """Standard error."""
        return math.sqrt(float(variances(self.z[:, None], self.frame)[0]))

    @cached_property
    def df(self) -> int:
        """PSUs − strata with members of any domain that takes part."""
        return int(self.frame.df_of(self.members[:, None])[0])

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What a reader must know."""
        return flagged(self.noted, self.df)

    def interval(self, level: float = COVERAGE) -> tuple[float, float]:
        """Confidence interval from Student's t.

        Args:
            level: Coverage, between 0 and 1.

        Returns:
            Lower and upper end; NaN where the flags say why.

        Raises:
            BadRequest: The level is not between 0 and 1.
        """
        half = half_widths(level, np.array([self.df]), np.array([self.se]))
        return self.estimate - float(half[0]), self.estimate + float(half[0])

    def on(self, frame: Frame) -> "Estimate":
        """The same estimate on a frame that has all of its PSUs."""
        if frame is self.frame:
            return self
        rows = self.frame.rows_in(frame)
        z = np.zeros(len(frame.units))
        z[rows] = self.z
        members = np.zeros(len(frame.units), dtype=bool)
        members[rows] = self.members
        return Estimate(self.estimate, frame, z, members, self.n, self.noted)

    def __add__(self, other: "Estimate") -> "Estimate":
        if not isinstance(other, Estimate):
            return NotImplemented
        return self._combined(other, self.estimate + other.estimate, 1, 1)

    def __sub__(self, other: "Estimate") -> "Estimate":
        if not isinstance(other, Estimate):
            return NotImplemented
        return self._combined(other, self.estimate - other.estimate, 1, -1)

    def __neg__(self) -> "Estimate":
        return self * -1

    def __mul__(self, factor: float) -> "Estimate":
        if isinstance(factor, Estimate):
            return NotImplemented
        value, z = self.estimate * factor, self.z * factor
        return Estimate(value, self.frame, z, self.members, self.n, self.noted)

    __rmul__ = __mul__

    def __truediv__(self, other: "Estimate | float") -> "Estimate":
        if not isinstance(other, Estimate):
            return self * (1 / other)
        below = other.estimate
        if below == 0:
            return self._combined(other, NAN, NAN, NAN, Flag.ZERO_DENOMINATOR)
        ratio = self.estimate / below
        return self._combined(other, ratio, 1 / below, -ratio / below)

    def _combined(
        self, other: "Estimate", value: float, mine: float, its: float, *flags: Flag
    ) -> "Estimate":
        """An estimate whose influence is `mine` × this plus `its` × the other."""
        frame = self.frame.union(other.frame)
        here, there = self.on(frame), other.on(frame)
        return Estimate(
            value,
            frame,
            mine * here.z + its * there.z,
            here.members | there.members,
            min(self.n, other.n),
            self.noted | other.noted | set(flags),
        )


def flagged(noted: frozenset[Flag], df: int) -> tuple[Flag, ...]:
    """The flags in order, with one for an interval that cannot be given."""
    void = {Flag.NO_ANSWERS, Flag.ZERO_DENOMINATOR, Flag.ONE_SIDED} & noted
    return tuple(sorted(noted | {Flag.NO_DF} if df < 1 and not void else noted))


def half_widths(coverage: float, df: Ints, se: Floats) -> Floats:
    """Half the widths of intervals from Student's t; NaN without degrees of freedom."""
    if not 0 < coverage < 1:
        raise BadRequest(f"The level {coverage} of an interval is not between 0 and 1.")
    known = np.maximum(df, 1)
    quantiles = student_quantile(known, (1 + coverage) / 2)
    return np.asarray(np.where(df >= 1, quantiles, NAN) * se)
