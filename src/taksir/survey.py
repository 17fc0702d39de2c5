"""A survey: responses in files, the design that drew them, and what may be asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from taksir.design import Design
from taksir.errors import BadRequest
from taksir.estimates import Estimates
from taksir.estimators import Mean, Proportion, Ratio, Statistic, Total
from taksir.readers import duck
from taksir.readers.sources import Source
from taksir.scoring import Index
from taksir.tally import DEFAULT_BITS, Basis, Tally

Names = str | Sequence[str]


@dataclass(frozen=True)
class Survey:
    """Responses and their design; nothing is read until something is asked.

    Args:
        source: A Parquet or CSV file, a pattern, or several with the same columns.
            Every CSV cell is text, so that codes keep their zeros.
        design: How the sample was drawn.
        index: Scores to compute from items; its measures can be asked for.
        where: SQL condition on the columns of the file. It is a domain, never a
            filter: the others stay in the design, so that the error is right. It is
            run as it stands; take it only from someone who may read the files.
        bits: Binary places of the fixed-point sums, equal for tallies to be added.

    Source:
        svydesign() and subset() of R survey 4.1.
    """

    source: Source
    design: Design
    index: Index | None = None
    where: str | None = None
    bits: int = field(default=DEFAULT_BITS, kw_only=True)

    def mean(
        self, measures: Names, by: Names | None = None, *, listwise: bool = False
    ) -> Estimates:
        """Weighted means with their covariances, in one scan.

        Args:
            measures: Columns or scores of the index.
            by: Columns whose levels are domains; crossed when several.
            listwise: Count only respondents who answered all of the measures; else
                each measure has its own denominator.

        Returns:
            One estimate per measure and domain, in the unit of the measure.

        Raises:
            TaksirError: What is wrong, where, and the way out; see `estimate`.

        Source:
            svymean() and svyby() of R survey 4.1.
        """
        names = _names(measures)
        given = _given(names, listwise)
        return self.estimate([Mean(name, given) for name in names], by)

    def total(
        self, measures: Names, by: Names | None = None, *, listwise: bool = False
    ) -> Estimates:
        """Weighted totals; arguments as for `mean`.

        Who did not answer adds nothing, and the total is flagged `missing_items`.

        Source:
            svytotal() of R survey 4.1.
        """
        names = _names(measures)
        given = _given(names, listwise)
        return self.estimate([Total(name, given) for name in names], by)

    def ratio(
        self,
        measures: str | tuple[str, str] | Sequence[str | tuple[str, str]],
        by: Names | None = None,
        *,
        listwise: bool = False,
    ) -> Estimates:
        """Ratios of weighted totals, of those who answered both.

        Args:
            measures: Numerator and denominator, as "a/b" or ("a", "b"); or a list.
            by: Columns whose levels are domains.
            listwise: Count only respondents who answered all of the measures.

        Raises:
            BadRequest: A ratio is not of two measures.

        Source:
            svyratio() of R survey 4.1.
        """
        pairs = _pairs(measures)
        given = _given([name for pair in pairs for name in pair], listwise)
        return self.estimate([Ratio(a, b, given) for a, b in pairs], by)

    def proportion(
        self, measures: Names, by: Names | None = None, *, listwise: bool = False
    ) -> Estimates:
        """Weighted share of each category; arguments as for `mean`.

        Source:
            svymean(~factor()) of R survey 4.1.
        """
        names = _names(measures)
        given = _given(names, listwise)
        return self.estimate([Proportion(name, given) for name in names], by)

    def estimate(
        self, statistics: Iterable[Statistic], by: Names | None = None
    ) -> Estimates:
        """Several statistics with the covariances between them, in one scan.

        Args:
            statistics: `Mean`, `Total`, `Ratio` and `Proportion` in any mix.
            by: Columns whose levels are domains.

        Raises:
            BadRequest: Nothing is asked, or a column of `by` twice.
            NoSuchColumn, NotNumeric, …: The file does not have what is asked.
            MissingWeight, NegativeWeight, …: Rows break a rule of the design.
            LonelyPSU: A stratum has one PSU.
        """
        wanted = list(statistics)
        return Estimates.of(self.tally(wanted, by), wanted)

    def tally(self, statistics: Iterable[Statistic], by: Names | None = None) -> Tally:
        """The sums that the statistics need; can be added to those of other files."""
        wanted = list(dict.fromkeys(statistics))
        basis = Basis(
            design=self.design,
            by=_domains(by),
            columns=tuple(dict.fromkeys(c for s in wanted for c in s.columns)),
            categories=tuple(dict.fromkeys(c for s in wanted for c in s.categories)),
            where=self.where,
            index=self.index.digest if self.index else None,
            bits=self.bits,
        )
        if not wanted:
            raise BadRequest("Nothing is asked: name at least one measure.")
        return duck.tally(self.source, basis, self.index)


def _names(names: Names) -> list[str]:
    listed = [names] if isinstance(names, str) else list(names)
    return list(dict.fromkeys(listed))


def _domains(by: Names | None) -> tuple[str, ...]:
    names = [by] if isinstance(by, str) else list(by or ())
    for name in names:
        if names.count(name) > 1:
            raise BadRequest(f"Column {name!r} is named twice in by; once is enough.")
    return tuple(names)


def _given(names: list[str], listwise: bool) -> tuple[str, ...]:
    return tuple(sorted(set(names))) if listwise else ()


def _pairs(
    measures: str | tuple[str, str] | Sequence[str | tuple[str, str]],
) -> list[tuple[str, str]]:
    one = isinstance(measures, str) or (
        isinstance(measures, tuple) and not any("/" in each for each in measures)
    )
    pairs: dict[tuple[str, str], None] = {}
    for each in [measures] if one else measures:
        parts = each.split("/") if isinstance(each, str) else each
        match list(parts):
            case [str() as above, str() as below] if above and below:
                pairs[above, below] = None
            case _:
                raise BadRequest(
                    f"A ratio is of two measures, 'a/b' or ('a', 'b'), not {each!r}."
                )
    return list(pairs)
