"""Questions to estimates that have no answer."""

from dataclasses import dataclass

from taksir.errors.error import TaksirError
from taksir.errors.nearest import Nearest


@dataclass(eq=False)
class NoSuchEstimate(TaksirError):
    """An estimate that was not asked for is looked up."""

    wanted: str
    hint: Nearest
    words = "There is no estimate {wanted}: {hint}"


@dataclass(eq=False)
class SeveralEstimates(TaksirError):
    """A look-up fits several estimates."""

    wanted: str
    found: list[str]
    words = (
        "{wanted} fits several estimates: {found}. Name the level, or choose the "
        "statistic with .only(...)."
    )


@dataclass(eq=False)
class BadRequest(TaksirError):
    """A statistic is asked for in a way that has no meaning."""

    problem: str
    words = "{problem}"
