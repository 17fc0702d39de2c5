"""The parts of an office document (DOCX): sheet, letterhead, tables, foot."""

import io
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table

_FONT = "Liberation Serif"
_SIZES = {"Title": 14, "Heading 1": 12, "Heading 2": 11, "Heading 3": 11}
MARKS = {
    "simulated": "SIMULASI. Dokumen ini berisi data rekaan untuk contoh.",
    "draft": "DRAF. Naskah ini belum dikunci dan masih dapat berubah.",
}


def sheet(title: str, created_on: date) -> Docx:
    """An empty A4 sheet in Indonesian, black on white, with headings of the house."""
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    style.element.get_or_add_rPr().append(language)
    for name, size in _SIZES.items():
        _plain(paper, name, size)
    about = paper.core_properties
    about.title, about.language, about.author = title[:255], "id-ID", ""
    about.created = about.modified = datetime.combine(created_on, time(), UTC)
    return paper


def letterhead(paper: Docx, told: Mapping[str, Any]) -> None:
    """Whose paper it is (`shapes.Letterhead`)."""
    if "logo" in told:
        _logo(paper, told["logo"])
    for line, size in ((told["government"], 13), (told["office"], 14)):
        if line:
            centred(paper, line.upper(), size)
    for line in (told["address"], told.get("contact", "")):
        if line:
            centred(paper, line, 9, bold=False)


def _logo(paper: Docx, told: Mapping[str, str]) -> None:
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    drawn = line.add_run().add_picture(
        io.BytesIO(b64decode(told["content"])), width=Cm(2)
    )
    drawn._inline.docPr.set("descr", told["alt"])


def head(paper: Docx, told: Mapping[str, Any]) -> None:
    """Letterhead, title, subject, number, and what everybody must know first."""
    letterhead(paper, told["letterhead"])
    title(paper, told["title"])
    if told["subject"]:
        centred(paper, told["subject"].upper(), 11)
    centred(paper, f"NOMOR: {told['number'] or '…………………'}", 11, bold=False)
    marks(paper, provenance=told["provenance"], draft=told["draft"])


def title(paper: Docx, words: str) -> None:
    paper.add_heading(words.upper(), 0).alignment = WD_ALIGN_PARAGRAPH.CENTER


def marks(paper: Docx, *, provenance: str, draft: bool = False) -> None:
    """What everybody must know before the first sentence."""
    told = [
        MARKS["simulated"] if provenance == "simulated" else "",
        MARKS["draft"] if draft else "",
    ]
    for words in filter(None, told):
        paper.add_paragraph().add_run(words).bold = True


def centred(paper: Docx, words: str, size: int, *, bold: bool = True) -> None:
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(2)
    run = line.add_run(words)
    run.bold, run.font.size = bold, Pt(size)


def table(
    paper: Docx,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[Length],
) -> None:
    """A grid with a head row that a screen reader and the next page read again."""
    grid = paper.add_table(rows=1, cols=len(head))
    grid.style, grid.autofit = "Table Grid", False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    _fill(grid, 0, head, widths)
    row = grid.rows[0]._tr.get_or_add_trPr()
    row.append(OxmlElement("w:tblHeader"))
    for number, cells in enumerate(rows, start=1):
        grid.add_row()
        _fill(grid, number, cells, widths)
    paper.add_paragraph()


def foot(paper: Docx, check: Mapping[str, str] | None) -> None:
    """Which locked paper this is the twin of (`shapes.Verification`)."""
    if check is None:
        return
    footer = paper.sections[0].footer.paragraphs[0]
    footer.text = (
        f"Kode {check['code']} · keaslian diperiksa pada PDF: {check['url']}\n"
        f"SHA-256 {check['sha256']}"
    )
    for run in footer.runs:
        run.font.size = Pt(8)


def as_bytes(paper: Docx) -> bytes:
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def _plain(paper: Docx, name: str, size: int) -> None:
    """A heading that looks like the rest of the paper and not like a theme."""
    style: Any = paper.styles[name]
    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def _fill(
    grid: Table, row: int, cells: Sequence[str], widths: Sequence[Length]
) -> None:
    for cell, words, width in zip(grid.rows[row].cells, cells, widths, strict=True):
        cell.text, cell.width = words, width
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        if row == 0:
            cell.paragraphs[0].runs[0].bold = True
