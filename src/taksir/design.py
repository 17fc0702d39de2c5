"""How the sample was drawn, in names of columns."""

from dataclasses import dataclass
from typing import Literal

from taksir.errors import BadDesign


@dataclass(frozen=True)
class Design:
    """The sampling design: names of columns, never data.

    PSU identifiers are counted within their stratum (as R's `nest=TRUE`): PSU "1" of
    stratum "a" and PSU "1" of stratum "b" are two PSUs. Where identifiers are unique
    over the whole sample this makes no difference.

    Args:
        weight: Column of persons per respondent, 0 or more, never missing. A row of
            weight 0 keeps its PSU in the design and counts nowhere else.
        strata: Column of the stratum; None is one stratum.
        psu: Column of the primary sampling unit; None makes each row its own.
        fpc: Column of the number of PSUs in the population of the row's stratum;
            None treats PSUs as drawn with replacement.
        lonely: What to do with a stratum of one PSU. "fail" raises `LonelyPSU`
            unless the stratum is a census of its population.

    Raises:
        BadDesign: A column has two roles, or `lonely` is not a known rule.

    Source:
        svydesign() of R survey 4.1; Särndal, Swensson & Wretman (1992), chapter 3.
    """

    weight: str
    strata: str | None = None
    psu: str | None = None
    fpc: str | None = None
    lonely: Literal["fail"] = "fail"

    def __post_init__(self) -> None:
        if self.lonely != "fail":
            raise BadDesign(f"lonely={self.lonely!r} is not known; there is 'fail'.")
        named = self.columns
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            raise BadDesign(f"column {twice[0]!r} has two roles; each needs its own.")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the design reads."""
        given = (self.weight, self.strata, self.psu, self.fpc)
        return tuple(name for name in given if name is not None)
