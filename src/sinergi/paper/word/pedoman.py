"""The guideline as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.document import Document as Docx

from sinergi.paper import office
from sinergi.paper.glyphs import printable
from sinergi.paper.word import agreed


def pedoman(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The guideline (`shapes.Pedoman`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(told["title"], created_on)
    office.head(paper, told)
    office.centred(paper, told["edition"], 11, bold=False)
    source = f"berita acara nomor {told['berita_acara_number'] or '–'}"
    paper.add_paragraph(
        f"Setiap butir dikutip kata demi kata dari {source}, kode "
        f"{told['berita_acara_code']}."
    )
    if told["foreword"]:
        paper.add_heading("Pengantar", 1)
        for each in told["foreword"]:
            paper.add_paragraph(each)
    for number, chapter in enumerate(told["chapters"], start=1):
        paper.add_heading(f"Bab {number}. {chapter['bidang']}", 1)
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
            paper, clause["expected"], ("Rekomendasi", clause["recommendation"])
        )
        for each in clause["commentary"]:
            said = paper.add_paragraph()
            said.add_run(f"Penjelasan: {each}").italic = True
