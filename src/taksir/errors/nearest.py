"""What may be meant by a name that is not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

SHOWN = 12


@dataclass(frozen=True)
class Nearest:
    """The name most like the one asked for, if one is, and all that are there."""

    likely: str | None
    there: tuple[str, ...]
    # Whether the names stand in quotation marks.
    is_quoted: bool = True

    def __str__(self) -> str:
        show = repr if self.is_quoted else str
        if self.likely is not None:
            return f"did you mean {show(self.likely)}?"
        shown = ", ".join(show(each) for each in self.there[:SHOWN])
        more = len(self.there) - SHOWN
        return f"there is {shown or 'nothing'}{f' and {more} more' * (more > 0)}."


def nearest(name: str, among: Iterable[str], *, is_quoted: bool = True) -> Nearest:
    """The name most like `name`, and what there is."""
    there = tuple(among)
    by_fold = {each.casefold(): each for each in there}
    close = get_close_matches(name.casefold(), by_fold, n=1)
    return Nearest(by_fold[close[0]] if close else None, there, is_quoted)
