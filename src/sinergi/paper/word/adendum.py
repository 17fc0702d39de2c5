"""An addendum to a record of agreement as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.shared import Cm

from sinergi.paper import office
from sinergi.paper.glyphs import printable
from sinergi.paper.word.agreed import PAIR

_SIGNED = (Cm(1.2), Cm(6.8), Cm(8))


def adendum(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The addendum (`shapes.Adendum`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(f"{told['title']} {told['subject']}", created_on)
    office.head(paper, told)
    paper.add_paragraph(told["opening"])
    paper.add_heading(told["matter"], 1)
    for each in told["paragraphs"]:
        paper.add_paragraph(each)
    rows = [(each["label"], each["value"]) for each in told["facts"]]
    office.table(paper, ("Berita acara yang dirujuk", ""), rows, PAIR)
    paper.add_paragraph(told["closing"])
    paper.add_paragraph(told["signed_at"])
    signatures = [
        (f"{number}.", f"{each['government']}\n{each['office_title']}", "\n\n")
        for number, each in enumerate(told["signatories"], start=1)
    ]
    office.table(paper, ("No.", "Jabatan", "Tanda tangan"), signatures, _SIGNED)
    office.foot(paper, told["verification"])
    return office.as_bytes(paper)
