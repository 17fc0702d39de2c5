"""The guideline as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.document import Document as Docx
from docx.shared import Cm, Pt

from sinergi.paper import office
from sinergi.paper.glyphs import printable
from sinergi.paper.word import agreed

READING = (
    "Naskah setiap butir dikutip kata demi kata dari berita acara. Naskah miring yang "
    "menjorok dan diawali kata Penjelasan bukan bagian dari naskah yang disepakati."
)


def pedoman(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The guideline (`shapes.Pedoman`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(told["title"], created_on)
    if "inner" in told:
        office.letterhead(paper, told["letterhead"])
        office.title(paper, told["title"])
        office.centred(paper, told["subject"], 11)
        office.marks(paper, provenance=told["provenance"])
    else:
        office.head(paper, told)
    office.centred(paper, told["edition"], 11, bold=False)
    for each in (told["basis"] + ".", *told["notes"], READING):
        paper.add_paragraph(each)
    if told["foreword"]:
        paper.add_heading("Pengantar", 1)
        for each in told["foreword"]:
            paper.add_paragraph(each)
    if told["changes"]:
        paper.add_heading("Perubahan atas pedoman terdahulu", 1)
    for change in told["changes"]:
        paper.add_paragraph().add_run(change["guideline"]).bold = True
        for each in change["clauses"]:
            paper.add_paragraph(each, style="List Bullet")
    for number, chapter in enumerate(told["chapters"], start=1):
        paper.add_heading(f"Bab {number}. {chapter['title']}", 1)
        _commentary(paper, chapter["commentary"])
        for programme in chapter["programmes"]:
            _programme(paper, programme)
    determined = told.get("determined")
    if determined:
        paper.add_paragraph(
            f"Ditetapkan di {determined['place']} pada {determined['day']} oleh "
            f"{determined['office']}."
        )
    office.foot(paper, told["verification"])
    return office.as_bytes(paper)


def _programme(paper: Docx, programme: Mapping[str, Any]) -> None:
    paper.add_heading(programme["programme"], 2)
    if programme.get("mandate"):
        paper.add_paragraph(programme["mandate"])
    for clause in programme["clauses"]:
        paper.add_heading(f"{clause['number']} {clause['title']}", 3)
        agreed.words(paper, clause)
        agreed.expected(
            paper,
            clause["expected"],
            ("Sumber", clause["source"]),
            ("Menggantikan", "; ".join(clause["replaces"])),
        )
        _commentary(paper, clause["commentary"])


def _commentary(paper: Docx, paragraphs: list[str]) -> None:
    """Set apart from what was agreed: smaller, in italics, indented, and named."""
    for number, each in enumerate(paragraphs):
        said = paper.add_paragraph()
        said.paragraph_format.left_indent = Cm(1)
        run = said.add_run(f"{'' if number else 'Penjelasan: '}{each}")
        run.italic, run.font.size = True, Pt(9.5)
