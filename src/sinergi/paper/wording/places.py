"""Where words stand in a Word document: part, paragraph, or cell of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

_KINDS = {"/header": "header", "/footer": "footer", "/footnotes": "footnotes"}
_TRACKED = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
_SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


@dataclass(frozen=True)
class Where:
    """A paragraph, counted as one reads, of those with words in them."""

    part: str
    paragraph: int
    words: str
    table: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class Place:
    """A paragraph of the file with its text."""

    where: Where
    element: Any
    text: str

    @property
    def is_tracked(self) -> bool:
        return next(self.element.iter(*_TRACKED), None) is not None

    def above(self, tag: str) -> Any:
        """The nearest element of this name around the paragraph."""
        return next(self.element.iterancestors(qn(tag)), None)


def parts(paper: Docx) -> Iterator[tuple[str, Any]]:
    """Every part whose words are filled in: body, then heads, feet and footnotes."""
    yield "body", paper.element.body
    for relation in paper.part.rels.values():
        kind = next(
            (name for end, name in _KINDS.items() if relation.reltype.endswith(end)), ""
        )
        if kind and not relation.is_external:
            yield kind, parse_xml(relation.target_part.blob)


def places(part: str, root: Any) -> Iterator[Place]:
    """Its paragraphs with words, in order; one in a text box stands for itself."""
    tables = {table: n for n, table in enumerate(root.iter(qn("w:tbl")), start=1)}
    paragraph = 0
    for element in root.iter(qn("w:p")):
        text = "".join(_pieces(element))
        if not text.strip():
            continue
        paragraph += 1
        spot = {"paragraph": paragraph}
        cell = next(element.iterancestors(qn("w:tc")), None)
        if cell is not None:
            row, table = cell.getparent(), next(cell.iterancestors(qn("w:tbl")))
            spot |= {
                "table": tables[table],
                "row": _place_of(row, "w:tr"),
                "column": _place_of(cell, "w:tc"),
            }
        yield Place(Where(part, words=_short(text), **spot), element, text)


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(qn("w:t"), *_SPACES):
        if next(element.iterancestors(qn("w:p")), None) is paragraph:
            yield _SPACES.get(element.tag) or element.text or ""


def _place_of(element: Any, tag: str) -> int:
    return 1 + sum(1 for each in element.itersiblings(qn(tag), preceding=True))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else f"{words[:88]} …"
