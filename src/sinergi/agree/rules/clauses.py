"""Taking a pasted or uploaded text apart into numbered clauses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# As long as a title may be; it is cut at a word and can be written anew.
TITLE_LENGTH = 120
# More than a meeting decides on; the rest of a longer text is not dropped in silence.
MOST_CLAUSES = 100

_ORDINAL = (
    "PERTAMA|KESATU|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN"
    "|KESEPULUH"
)
_TOP = re.compile(rf"(?:\d{{1,3}}[.)]|\(\d{{1,3}}\)|(?:{_ORDINAL})\s*:)\s+(?=\S)")
# Letters and numbers of a lower level stay in the text, as they are read there.
_LOWER = re.compile(r"(?:[a-z]{1,2}[.)]|\([a-z]\)|\d{1,3}(?:\.\d{1,3})+[.)]?)\s+(?=\S)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Line:
    """One paragraph of a document. `level` is that of the automatic numbering which
    the document gives it: 0 is the highest, None is none."""

    text: str
    level: int | None = None


@dataclass
class NumberedClause:
    """One clause as it was found, without its number."""

    paragraphs: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its first words, for want of a title."""
        words = self.paragraphs[0].split()
        title = ""
        for word in words:
            longer = f"{title} {word}".strip()
            if len(longer) > TITLE_LENGTH:
                return title or word[:TITLE_LENGTH]
            title = longer
        return title.rstrip(".;,:")

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True)
class Split:
    """The clauses of a text, and what stood before the first or after the last one
    that is taken."""

    clauses: list[NumberedClause]
    left_out: list[str]


def lines_of(pasted: str) -> list[Line]:
    """Pasted text: a number or a blank line begins a paragraph, other line ends are
    only spaces."""
    found: list[str] = []
    begins = True
    for raw in pasted.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = " ".join(raw.split())
        if not line:
            begins = True
            continue
        if begins or _TOP.match(line) or _LOWER.match(line) or not found:
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}"
        begins = False
    return [Line(text) for text in found]


def split(lines: Sequence[Line]) -> Split:
    """Clauses by the numbers of the highest level; without any number, every paragraph
    is one."""
    texts = [line for line in lines if line.text.strip()]
    top = _top_level(texts)
    if top is None and not any(_TOP.match(line.text) for line in texts):
        return _limited([NumberedClause([line.text]) for line in texts], [])
    clauses: list[NumberedClause] = []
    before: list[str] = []
    letters = 0
    for line in texts:
        begins = line.level is not None and line.level == top
        typed = _TOP.match(line.text) if line.level is None else None
        if begins or typed:
            clauses.append(NumberedClause([_TOP.sub("", line.text, count=1)]))
            letters = 0
        elif not clauses:
            before.append(line.text)
        elif line.level is not None:
            clauses[-1].paragraphs.append(f"{_LETTERS[letters % 26]}. {line.text}")
            letters += 1
        else:
            clauses[-1].paragraphs.append(line.text)
    return _limited(clauses, before)


def _top_level(lines: Iterable[Line]) -> int | None:
    return min((line.level for line in lines if line.level is not None), default=None)


def _limited(clauses: list[NumberedClause], before: list[str]) -> Split:
    rest = [text for clause in clauses[MOST_CLAUSES:] for text in clause.paragraphs]
    return Split(clauses[:MOST_CLAUSES], [*before, *rest])
