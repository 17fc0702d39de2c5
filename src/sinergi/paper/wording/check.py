"""Whether a template fills in whatever the data: read by place, then tried."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes

from sinergi.paper.wording.fill import NotFilled, Values, environment, fill
from sinergi.paper.wording.grammar import COUNTER, Fault, Found, Reading
from sinergi.paper.wording.package import Trap, Trapped, refuse_traps
from sinergi.paper.wording.places import Where, parts, places
from sinergi.paper.wording.vocabulary import Vocabulary

__all__ = ["Checked", "Fault", "Found", "check"]

# What a template may be compiled to; everything else is refused, seen or hidden.
_HARMLESS = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
)
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


@dataclass(frozen=True)
class Checked:
    """What was found: placeholders in order with their places, and every fault."""

    used: Sequence[tuple[str, Where]]
    found: Sequence[Found]

    @property
    def fits(self) -> bool:
        return not self.found

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(name for name, _where in self.used))


def check(content: bytes, vocabulary: Vocabulary, example: Values) -> Checked:
    """Read the template and try it with an example; a trap is raised, not listed."""
    refuse_traps(content)
    try:
        paper = Document(io.BytesIO(content))
        reading = Reading(vocabulary)
        for part, root in parts(paper):
            reading.read(places(part, root))
    except (OpcError, ValueError, KeyError, AttributeError) as error:
        raise Trapped(Trap.NO_WORD) from error
    found = reading.found or list(_hidden(content, vocabulary))
    if not found and not _fills(content, example):
        found = [Found(Fault.NOT_FILLED)]
    return Checked(tuple(reading.used), tuple(found))


def _hidden(content: bytes, vocabulary: Vocabulary) -> Iterator[Found]:
    """What would be compiled, beside the paragraphs that were read."""
    letter = DocxTemplate(io.BytesIO(content))
    letter.init_docx()
    known = {*vocabulary.names, *vocabulary.lists, COUNTER[0]}
    for source in _sources(letter):
        try:
            tree = environment().parse(source)
        except TemplateError as error:
            yield Found(Fault.HIDDEN, str(error))
            continue
        rows = {
            each.target.name
            for each in tree.find_all(nodes.For)
            if isinstance(each.target, nodes.Name)
        }
        for node in _all(tree):
            if not isinstance(node, _HARMLESS):
                yield Found(Fault.HIDDEN, type(node).__name__)
            elif isinstance(node, nodes.Name) and node.name not in known | rows:
                yield Found(Fault.HIDDEN, node.name)
            elif isinstance(node, nodes.Getattr) and not _of_a_row(node, rows):
                yield Found(Fault.HIDDEN, node.attr)


def _sources(letter: DocxTemplate) -> Iterable[str]:
    yield letter.patch_xml(letter.get_xml())
    for kind in (letter.HEADER_URI, letter.FOOTER_URI):
        for _key, part in letter.get_headers_footers(kind):
            yield letter.patch_xml(letter.get_part_xml(part))
    for part in letter.docx.part.package.parts:
        if part.content_type.endswith("footnotes+xml"):
            yield letter.patch_xml(part.blob.decode("utf-8"))
    for name in _PROPERTIES:
        # Properties are no text of a letter: nothing is filled in there.
        said = str(getattr(letter.docx.core_properties, name) or "")
        if "{" in said:
            yield f"{{{{ {COUNTER[0]}() }}}}{said}"


def _of_a_row(node: nodes.Getattr, rows: set[str]) -> bool:
    of = node.node
    return isinstance(of, nodes.Name) and (
        of.name in rows or (of.name, node.attr) == COUNTER
    )


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _fills(content: bytes, example: Values) -> bool:
    """With the example, with nothing in it, and with one row for each list."""
    for values in (example, _emptied(example), _shortened(example)):
        try:
            Document(io.BytesIO(fill(content, values)))
        except (NotFilled, OpcError, ValueError, KeyError):
            return False
    return True


def _emptied(example: Values) -> dict[str, Any]:
    return {k: "" if isinstance(v, str) else [] for k, v in example.items()}


def _shortened(example: Values) -> dict[str, Any]:
    return {
        name: value if isinstance(value, str) or not _rows(value) else _rows(value)[:1]
        for name, value in example.items()
    }


def _rows(value: Any) -> Sequence[Mapping[str, str]]:
    return value if isinstance(value, (list, tuple)) else []
