"""What a letter can be filled in with: names, and lists of rows with fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Vocabulary:
    """The placeholders of one kind of letter."""

    names: frozenset[str]
    lists: Mapping[str, frozenset[str]]

    def nearest_name(self, written: str) -> str:
        return _nearest(written, {*self.names, *self.lists})

    def nearest_list(self, written: str) -> str:
        return _nearest(written, self.lists)

    def nearest_field(self, written: str, of: str) -> str:
        return _nearest(written, self.lists.get(of, frozenset()))


def _nearest(written: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(written, sorted(known), 1)), "")
