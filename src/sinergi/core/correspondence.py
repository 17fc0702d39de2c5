"""What a stage says of the letters and numbered papers it makes."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from sinergi.paper.wording import Facts, Rows

Text = str | Promise


@dataclass(frozen=True)
class Placeholder:
    """One word of a letter that is filled in: its name, what it is, an example."""

    name: str
    meaning: Text
    example: str


@dataclass(frozen=True)
class Listed:
    """Rows of a letter: what a `for` runs through, and the fields of each row."""

    name: str
    meaning: Text
    fields: tuple[Placeholder, ...]


@dataclass(frozen=True)
class LetterKind:
    """A kind of letter or paper: what an office may replace of it.

    Every kind has a number and, where `signed`, a signatory. One with `standard` words,
    paragraphs and tables in order, is a letter whose words can be replaced, too.
    """

    key: str
    label: Text
    order: int
    signed: bool = False
    placeholders: tuple[Placeholder, ...] = ()
    lists: tuple[Listed, ...] = ()
    standard: tuple[str | Facts | Rows, ...] = ()

    @property
    def is_worded(self) -> bool:
        return bool(self.standard)

    def example(self) -> dict[str, str | list[Mapping[str, str]]]:
        """Every placeholder with its example; of a list, two rows."""
        filled: dict[str, str | list[Mapping[str, str]]] = {
            each.name: each.example for each in self.placeholders
        }
        for each in self.lists:
            row = {field.name: field.example for field in each.fields}
            filled[each.name] = [row, row]
        return filled
