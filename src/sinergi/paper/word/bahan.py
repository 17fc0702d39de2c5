"""The brief for a meeting as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.shared import Cm

from sinergi.paper import office
from sinergi.paper.glyphs import printable

_COLUMNS = (Cm(6.6), Cm(5.8), Cm(3.6))


def bahan(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The brief (`shapes.Bahan`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(f"{told['title']} {told['subject']}", created_on)
    office.title(paper, told["title"])
    office.centred(paper, told["subject"], 12)
    office.centred(paper, told["meeting"], 11, bold=False)
    office.centred(paper, told["drawn"], 10, bold=False)
    office.marks(paper, provenance=told["provenance"])
    for part in told["parts"]:
        paper.add_heading(part["title"], 1)
        for words in part["said"]:
            paper.add_paragraph(words)
        for each in part["lists"]:
            rows = [
                (line["text"], line["said"], line["origin"]) for line in each["lines"]
            ]
            head = (each["title"], "Keterangan", "Asal")
            office.table(paper, head, rows, _COLUMNS)
            if each["more"]:
                paper.add_paragraph(each["more"])
    paper.add_paragraph(told["inner"]["note"])
    return office.as_bytes(paper)
