"""The record of agreement as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.document import Document as Docx
from docx.shared import Cm, Length

from sinergi.paper import office
from sinergi.paper.glyphs import printable
from sinergi.paper.word import agreed

_NUMBERED = (Cm(1.2), Cm(6.8), Cm(8))


def berita_acara(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The record (`shapes.BeritaAcara`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(f"{told['title']} {told['subject']}", created_on)
    office.head(paper, told)
    paper.add_paragraph(told["opening"])
    _members(paper, "Yang hadir", told["present"])
    _members(paper, "Yang tidak hadir", told["absent"])
    paper.add_paragraph(told["quorum"])
    paper.add_paragraph(told["agreement"])
    for number, each in enumerate(told["recommendations"], start=1):
        paper.add_paragraph(f"{number}. {each['number']} {each['title']}")
    paper.add_paragraph(told["closing"])
    paper.add_paragraph(told["signed_at"])
    _signatures(paper, told["signatories"])
    paper.add_heading("Lampiran I. Naskah rekomendasi", 1)
    for each in told["recommendations"]:
        _recommendation(paper, each)
    for appendix in told["appendices"]:
        _appendix(paper, appendix)
    office.foot(paper, told["verification"])
    return office.as_bytes(paper)


def _members(paper: Docx, title: str, members: list[Any]) -> None:
    if not members:
        return
    paper.add_heading(title, 1)
    rows = [
        (f"{number}.", f"{each['government']}\n{each['office']}", each["attendance"])
        for number, each in enumerate(members, start=1)
    ]
    office.table(paper, ("No.", "Pemerintah daerah", "Kehadiran"), rows, _NUMBERED)


def _signatures(paper: Docx, signatories: list[Any]) -> None:
    rows = [
        (
            f"{number}.",
            f"{each['government']}\n{each['office_title']}",
            each.get("name", "") or "\n\n",
        )
        for number, each in enumerate(signatories, start=1)
    ]
    office.table(paper, ("No.", "Jabatan", "Tanda tangan"), rows, _NUMBERED)


def _recommendation(paper: Docx, each: Mapping[str, Any]) -> None:
    paper.add_heading(f"{each['number']} {each['title']}", 2)
    agreed.words(paper, each)
    agreed.expected(
        paper,
        each["expected"],
        ("Bidang", each["bidang"]),
        ("Program nasional", each["programme"]),
        ("Versi yang disepakati", str(each["version"])),
    )
    rows = [
        (stated["government"], stated["position"], stated.get("note", "") or "–")
        for stated in each["positions"]
    ]
    office.table(
        paper,
        ("Daerah", "Tanggapan", "Catatan"),
        rows,
        (Cm(5), Cm(4.5), Cm(6.5)),
    )


def _appendix(paper: Docx, appendix: Mapping[str, Any]) -> None:
    paper.add_heading(appendix["title"], 1)
    for each in appendix["paragraphs"]:
        paper.add_paragraph(each)
    table = appendix.get("table")
    if table:
        office.table(paper, table["header"], table["rows"], _even(len(table["header"])))


def _even(columns: int) -> list[Length]:
    return [Cm(16 / columns)] * columns
