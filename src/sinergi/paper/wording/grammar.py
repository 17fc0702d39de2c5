"""The few things a template may say, read tag by tag with the place where each stands.

`{{ name }}`, `{{ row.field }}`, `{% for row in list %}`, `{% if name %}`, `elif`,
`else`, `endif`, `endfor`; with `p`, `tr`, `tc` or `r` behind `{%` a statement takes its
paragraph, table row, cell or run away, as docxtpl has it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sinergi.paper.wording.places import Place, Where
from sinergi.paper.wording.vocabulary import Vocabulary

MOST_TAGS = 400
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BRACE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_NAME = r"[a-z][a-z0-9_]*"
_PRINT = re.compile(rf"\{{\{{\s*({_NAME})(?:\.({_NAME}))?\s*\}}\}}")
_STATEMENT = re.compile(r"\{%(p|tr|tc|r)?\s+(.*?)\s*%\}", re.DOTALL)
_FOR = re.compile(rf"for\s+({_NAME})\s+in\s+({_NAME})")
_IF = re.compile(rf"(if|elif)\s+(not\s+)?({_NAME})(?:\.({_NAME}))?")
_PLAIN = ("else", "endif", "endfor")
COUNTER = ("loop", "index")


class Fault(StrEnum):
    """What is wrong with a template."""

    UNKNOWN = "unknown"
    UNKNOWN_FIELD = "unknown_field"
    NO_LIST = "no_list"
    A_LIST = "a_list"
    OUTSIDE_ROW = "outside_row"
    BRACES = "braces"
    FORBIDDEN = "forbidden"
    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    NESTED = "nested"
    TAKEN = "taken"
    APART = "apart"
    CROWDED = "crowded"
    TRACKED = "tracked"
    TOO_MANY = "too_many"
    HIDDEN = "hidden"
    NOT_FILLED = "not_filled"


@dataclass(frozen=True)
class Found:
    """One fault: what is written, where, and what was perhaps meant."""

    fault: Fault
    written: str = ""
    where: Where | None = None
    nearest: str = ""


@dataclass(frozen=True)
class _Open:
    word: str
    way: str
    written: str
    place: Place
    row: str = ""
    rows: str = ""


@dataclass
class Reading:
    """What was understood of the parts read so far."""

    vocabulary: Vocabulary
    used: list[tuple[str, Where]] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    tags: int = 0
    _open: list[_Open] = field(default_factory=list)

    def read(self, places: Iterable[Place]) -> None:
        """The paragraphs of one part; what opens in a part closes in it."""
        for place in places:
            self._paragraph(place)
        for left in self._open:
            self._complain(Fault.UNCLOSED, left.written, left.place)
        self._open.clear()

    def _paragraph(self, place: Place) -> None:
        tags = _TAG.findall(place.text)
        outside = _TAG.sub("\n", place.text)
        for brace in _BRACE.findall(outside):
            self._complain(Fault.BRACES, brace, place)
        if place.is_tracked and (tags or _BRACE.search(outside)):
            self._complain(Fault.TRACKED, "", place)
        for written in tags:
            self.tags += 1
            if self.tags == MOST_TAGS + 1:
                self._complain(Fault.TOO_MANY, str(MOST_TAGS), place)
            if self.tags <= MOST_TAGS:
                self._tag(written, place)

    def _tag(self, written: str, place: Place) -> None:
        printed = _PRINT.fullmatch(written)
        if printed:
            self._value(printed[1], printed[2], written, place)
            return
        statement = _STATEMENT.fullmatch(written)
        if statement is None:
            self._complain(Fault.FORBIDDEN, written, place)
            return
        way, said = statement[1] or "", statement[2]
        if way in ("p", "tr", "tc") and not _alone(place, way):
            self._complain(Fault.CROWDED, written, place)
        loop, question = _FOR.fullmatch(said), _IF.fullmatch(said)
        if loop:
            self._for(loop[1], loop[2], _Open("for", way, written, place))
        elif question and question[1] == "if":
            self._value(question[3], question[4], written, place, asked=True)
            self._open.append(_Open("if", way, written, place))
        elif question:
            self._value(question[3], question[4], written, place, asked=True)
            self._between(way, written, place)
        elif said in _PLAIN:
            self._plain(said, way, written, place)
        else:
            self._complain(Fault.FORBIDDEN, written, place)

    def _for(self, row: str, rows: str, opened: _Open) -> None:
        known = self.vocabulary
        if any(each.word == "for" for each in self._open):
            self._complain(Fault.NESTED, opened.written, opened.place)
        if rows not in known.lists:
            near = known.nearest_list(rows)
            self._complain(Fault.NO_LIST, rows, opened.place, near)
        if row in known.names or row in known.lists or row == COUNTER[0]:
            self._complain(Fault.TAKEN, row, opened.place)
        self.used.append((rows, opened.place.where))
        self._open.append(
            _Open("for", opened.way, opened.written, opened.place, row, rows)
        )

    def _plain(self, said: str, way: str, written: str, place: Place) -> None:
        if said == "else":
            self._between(way, written, place)
            return
        if not self._open or self._open[-1].word != said.removeprefix("end"):
            self._complain(Fault.UNOPENED, written, place)
            return
        opened = self._open.pop()
        if not _together(opened, way, place):
            self._complain(Fault.APART, opened.written, opened.place)

    def _between(self, way: str, written: str, place: Place) -> None:
        if not self._open or self._open[-1].word != "if":
            self._complain(Fault.UNOPENED, written, place)
        elif not _together(self._open[-1], way, place):
            self._complain(Fault.APART, written, place)

    def _value(
        self,
        name: str,
        of_row: str | None,
        written: str,
        place: Place,
        *,
        asked: bool = False,
    ) -> None:
        """A name that stands for a text, or in a question also for a list."""
        known = self.vocabulary
        rows = {each.row: each.rows for each in self._open if each.word == "for"}
        if of_row is not None:
            self._field(name, of_row, rows, place)
        elif name in known.names or (asked and name in known.lists):
            self.used.append((name, place.where))
        elif name in known.lists:
            self._complain(Fault.A_LIST, name, place)
        else:
            self._complain(Fault.UNKNOWN, name, place, known.nearest_name(name))

    def _field(self, row: str, name: str, rows: dict[str, str], place: Place) -> None:
        if (row, name) == COUNTER and rows:
            return
        written = f"{row}.{name}"
        if row not in rows:
            self._complain(Fault.OUTSIDE_ROW, written, place)
        elif name not in self.vocabulary.lists.get(rows[row], frozenset()):
            near = self.vocabulary.nearest_field(name, rows[row])
            self._complain(
                Fault.UNKNOWN_FIELD, written, place, near and f"{row}.{near}"
            )

    def _complain(
        self, fault: Fault, written: str, place: Place, nearest: str = ""
    ) -> None:
        self.found.append(Found(fault, written, place.where, nearest))


def _together(opened: _Open, way: str, place: Place) -> bool:
    """Whether what is between them can be taken away or repeated as a whole."""
    first = opened.place
    if opened.way != way:
        return False
    if way == "tr":
        return first.above("w:tbl") is place.above("w:tbl") is not None
    if way == "tc":
        return first.above("w:tr") is place.above("w:tr") is not None
    if way == "p":
        return bool(first.element.getparent() is place.element.getparent())
    return first.element is place.element


def _alone(place: Place, way: str) -> bool:
    """Whether the paragraph, row or cell that goes away says nothing else."""
    if way == "p":
        return _TAG.sub("", place.text, count=1).strip() == ""
    around = place.above(f"w:{way}")
    return around is not None and "".join(_texts(around)).strip() == place.text.strip()


def _texts(element: object) -> Iterator[str]:
    for each in element.iter("{*}t"):  # type: ignore[attr-defined] # lxml has no types
        yield each.text or ""
