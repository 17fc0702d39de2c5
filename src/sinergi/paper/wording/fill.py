"""Filling in a checked template: docxtpl with Jinja that can reach nothing else."""

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sinergi.paper.glyphs import printable

Values = Mapping[str, "str | Sequence[Mapping[str, str]] | Picture"]


class NotFilled(Exception):
    """The template could not be filled in."""


@dataclass(frozen=True)
class Picture:
    """A picture to be set in, 20 mm wide."""

    content: bytes


def environment() -> ImmutableSandboxedEnvironment:
    """No function, no filter, no test; an unknown name is an error, not a blank."""
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    jinja.globals.clear()
    jinja.filters.clear()
    jinja.tests.clear()
    return jinja


def fill(template: bytes, values: Values, *, above: Sequence[str] = ()) -> bytes:
    """The letter as DOCX; `above` stands before everything, whatever the template."""
    letter = DocxTemplate(io.BytesIO(template))
    try:
        letter.init_docx()
        context = {name: _value(letter, value) for name, value in values.items()}
        letter.render(context, environment(), autoescape=True)
        _put_above(letter, above)
        kept = io.BytesIO()
        letter.save(kept)
    # docxtpl and lxml raise what they like on a document that is out of joint.
    except (TemplateError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise NotFilled(str(error)) from error
    return kept.getvalue()


def picture(logo: Mapping[str, str]) -> Picture:
    """The logo of a letterhead (`shapes.Logo`)."""
    return Picture(base64.b64decode(logo["content"]))


def _value(letter: DocxTemplate, value: Any) -> Any:
    if isinstance(value, Picture):
        return InlineImage(letter, io.BytesIO(value.content), width=Mm(20))
    if isinstance(value, str):
        return printable(value)
    return [{name: printable(words) for name, words in row.items()} for row in value]


def _put_above(letter: DocxTemplate, lines: Sequence[str]) -> None:
    body = letter.docx.element.body
    for words in reversed(lines):
        paragraph = letter.docx.add_paragraph()
        paragraph.add_run(words).bold = True
        body.insert(0, paragraph._p)
