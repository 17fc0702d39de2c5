"""Estimates with all their covariances, and what can be computed from them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from taksir.errors import BadRequest, NoSuchEstimate, SeveralEstimates, nearest
from taksir.estimate import COVERAGE, Estimate, flagged, half_widths
from taksir.estimators import Statistic, influences
from taksir.frame import Floats, Frame, Ints
from taksir.influence import NAN, Flag, Influence, Label
from taksir.keys import Key, key_of, parsed, shown
from taksir.tally import Tally
from taksir.totals import Totals
from taksir.variance import covariance, variances


@dataclass(frozen=True)
class Row:
    """One line of the table of estimates.

    Args:
        statistic: "mean", "total", "ratio" or "proportion"; "change of …".
        measure: The column or score; "a/b" for a ratio.
        level: The category of a proportion, else None.
        by: Column → level of the domain; empty for the whole sample.
        estimate: In the unit of the measure; NaN only with a flag.
        se: Standard error.
        ci_low: Lower end of the interval from Student's t with `df`.
        ci_high: Upper end.
        df: PSUs − strata with members of the domain who answered.
        n: Respondents who answered.
        flags: What a reader must know, see `Flag`.
    """

    statistic: str
    measure: str
    level: str | None
    by: dict[str, str | None]
    estimate: float
    se: float
    ci_low: float
    ci_high: float
    df: int
    n: int
    flags: tuple[Flag, ...]


@dataclass(frozen=True, eq=False)
class Estimates:
    """What `Survey.mean` and its like give: estimates of one scan.

    `len(e)` is the number of estimates, `e["index", {"sex": "2"}]` one of them.

    Args:
        frame: The sampled PSUs.
        influences: The estimates in the order of the table.
    """

    frame: Frame
    influences: tuple[Influence, ...]

    @classmethod
    def of(cls, tally: Tally, statistics: Iterable[Statistic]) -> "Estimates":
        """Estimates from a tally, wherever it was built or added up.

        Args:
            tally: The sums; it must have been built for these statistics.
            statistics: `Mean`, `Total`, `Ratio` and `Proportion` in any mix.

        Raises:
            LonelyPSU: A stratum has one PSU and is no census.
            PopulationVaries, PopulationTooSmall: The fpc column contradicts itself.
            BadRequest: The tally does not have the sums of a statistic.
        """
        totals = Totals(tally)
        # A design without a variance is refused before anything is shown of it.
        _ = totals.frame.scale
        wanted = list(dict.fromkeys(statistics))
        for statistic in wanted:
            _require(tally, statistic)
        return cls(totals.frame, tuple(influences(wanted, totals)))

    def __len__(self) -> int:
        return len(self.influences)

    def __iter__(self) -> Iterator[tuple[Label, Estimate]]:
        for influence in self.influences:
            yield influence.label, self._estimate(influence)

    def __getitem__(self, key: Key) -> Estimate:
        """One estimate.

        Args:
            key: The measure; or measure and domain, `{"kabupaten": "52.72"}`; or
                measure, domain and category of a proportion. A domain names every
                column of `by`; levels are compared as text.

        Raises:
            NoSuchEstimate: None fits; says the nearest that is there.
            SeveralEstimates: Several fit.
        """
        measure, by, level = parsed(key)
        fits = [
            influence
            for influence in self.influences
            if influence.label.measure == measure
            and dict(influence.label.by) == by
            and level in (None, influence.label.level)
        ]
        if len(fits) == 1:
            return self._estimate(fits[0])
        wanted = shown(measure, by, level)
        if fits:
            found = [f"{i.label.statistic}, level {i.label.level!r}" for i in fits]
            raise SeveralEstimates(wanted, found)
        there = [shown(*key_of(influence.label)) for influence in self.influences]
        raise NoSuchEstimate(wanted, nearest(wanted, there, is_quoted=False))

    def only(self, statistic: str) -> "Estimates":
        """The estimates of one statistic.

        Raises:
            NoSuchEstimate: It was not asked for.
        """
        kept = tuple(i for i in self.influences if i.label.statistic == statistic)
        if not kept:
            kinds = dict.fromkeys(i.label.statistic for i in self.influences)
            raise NoSuchEstimate(repr(statistic), nearest(statistic, kinds))
        return Estimates(self.frame, kept)

    def table(self, coverage: float = COVERAGE) -> list[Row]:
        """The estimates as rows, with intervals of the given coverage."""
        half = half_widths(coverage, self._df, self.se)
        return [
            Row(
                influence.label.statistic,
                influence.label.measure,
                influence.label.level,
                dict(influence.label.by),
                influence.value,
                float(self.se[place]),
                float(influence.value - half[place]),
                float(influence.value + half[place]),
                int(self._df[place]),
                influence.n,
                flagged(influence.flags, int(self._df[place])),
            )
            for place, influence in enumerate(self.influences)
        ]

    @property
    def labels(self) -> tuple[Label, ...]:
        """What each estimate is of, in the order of the table."""
        return tuple(influence.label for influence in self.influences)

    @cached_property
    def z(self) -> Floats:
        """The influence matrix, shape (PSUs, estimates)."""
        shape = (len(self.frame.units), len(self.influences))
        matrix = np.empty(shape)
        for place, influence in enumerate(self.influences):
            matrix[:, place] = influence.z
        return matrix

    @cached_property
    def covariance(self) -> Floats:
        """Covariances of every pair of estimates, shape (estimates, estimates)."""
        return covariance(self.z, self.frame)

    @cached_property
    def se(self) -> Floats:
        """Standard errors, shape (estimates,)."""
        return np.sqrt(variances(self.z, self.frame))

    def change(self, earlier: "Estimates") -> "Estimates":
        """What changed since an earlier wave: each estimate minus its like there.

        PSUs with the same stratum and identifier in both waves are the same, so that
        what their respondents share is taken out of the error; the others are
        independent. An estimate that only one wave has is flagged.

        Raises:
            PopulationVaries: The waves give a stratum different population sizes.
            SeveralEstimates: A wave has two estimates with the same label.

        Source:
            svycontrast() of R survey 4.1 on one design over both waves.
        """
        now, then = self._by_label(), earlier._by_label()
        frame = self.frame.union(earlier.frame)
        return Estimates(
            frame,
            tuple(
                _changed(label, frame, now.get(label), then.get(label))
                for label in dict.fromkeys([*now, *then])
            ),
        )

    def _by_label(self) -> dict[Label, Estimate]:
        found: dict[Label, Estimate] = {}
        for label, estimate in self:
            if label in found:
                raise SeveralEstimates(shown(*key_of(label)), [label.statistic] * 2)
            found[label] = estimate
        return found

    @cached_property
    def _df(self) -> Ints:
        members = [influence.members for influence in self.influences]
        return self.frame.df_of(np.array(members).T)

    def _estimate(self, influence: Influence) -> Estimate:
        return Estimate(
            influence.value,
            self.frame,
            influence.z,
            influence.members,
            influence.n,
            influence.flags,
        )


def _require(tally: Tally, statistic: Statistic) -> None:
    columns = set(statistic.columns) <= set(tally.basis.columns)
    if not (columns and set(statistic.categories) <= set(tally.basis.categories)):
        raise BadRequest(f"The tally was not built for {statistic}.")


def _changed(
    label: Label, frame: Frame, now: Estimate | None, then: Estimate | None
) -> Influence:
    changed = replace(label, statistic=f"change of {label.statistic}")
    if now is None or then is None:
        size = len(frame.units)
        nobody = np.zeros(size, dtype=bool)
        flags = frozenset({Flag.ONE_SIDED})
        return Influence(changed, NAN, np.full(size, NAN), nobody, 0, flags)
    by = now.on(frame) - then.on(frame)
    return Influence(changed, by.estimate, by.z, by.members, by.n, by.noted)
