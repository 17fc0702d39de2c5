"""The template of the house: what a letter says until an office makes its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from sinergi.paper import office

_PAIR = (Cm(3.8), Cm(12.2))
# Templates are no papers: they carry a day only because a file has one.
_DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Facts:
    """A table of labels and what is filled in beside them."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Rows:
    """A table with one row for each of a list: heads, and the field below each."""

    name: str
    columns: tuple[tuple[str, str], ...]


def house(title: str, blocks: Sequence[str | Facts | Rows]) -> bytes:
    """A Word file with head, words and signature, every placeholder in its place."""
    paper = office.sheet(title, _DAY)
    _head(paper)
    for block in blocks:
        match block:
            case str():
                paper.add_paragraph(block)
            case Facts(rows):
                _facts(paper, rows)
            case Rows(name, columns):
                _rows(paper, name, columns)
    _signature(paper)
    return office.as_bytes(paper)


def _head(paper: Docx) -> None:
    _question(paper, "{%p if logo %}")
    office.centred(paper, "{{ logo }}", 10)
    _question(paper, "{%p endif %}")
    for name, size in (("kop_pemerintah", 13), ("kop_kantor", 14)):
        office.centred(paper, f"{{{{ {name} }}}}", size)
        paper.paragraphs[-1].runs[0].font.all_caps = True
    office.centred(paper, "{{ kop_alamat }}", 9, bold=False)
    office.centred(paper, "{{ kop_kontak }}", 9, bold=False)
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "4")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    paper.paragraphs[-1]._p.get_or_add_pPr().append(border)


def _question(paper: Docx, tag: str) -> None:
    paper.add_paragraph(tag).paragraph_format.space_after = Pt(0)


def _facts(paper: Docx, rows: Sequence[tuple[str, str]]) -> None:
    grid = paper.add_table(rows=0, cols=2)
    grid.autofit = False
    for column, width in zip(grid.columns, _PAIR, strict=True):
        column.width = width
    for label, value in rows:
        cells = grid.add_row().cells
        for cell, words, width in zip(cells, (label, value), _PAIR, strict=True):
            cell.text, cell.width = words, width
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    paper.add_paragraph()


def _rows(paper: Docx, name: str, columns: Sequence[tuple[str, str]]) -> None:
    heads = ["No.", *(head for head, _field in columns)]
    width = Cm(14.8 / len(columns))
    fields = ["{{ loop.index }}.", *(f"{{{{ baris.{f} }}}}" for _head, f in columns)]
    blank = [""] * len(columns)
    office.table(
        paper,
        heads,
        [
            [f"{{%tr for baris in {name} %}}", *blank],
            fields,
            ["{%tr endfor %}", *blank],
        ],
        (Cm(1.2), *[width] * len(columns)),
    )


def _signature(paper: Docx) -> None:
    for words in (
        "{{ tempat }}, {{ tanggal }}",
        "{{ penandatangan_jabatan }}",
        "",
        "",
        "{{ penandatangan_nama }}",
    ):
        line = paper.add_paragraph(words)
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT
        line.paragraph_format.left_indent = Cm(8.5)
        line.paragraph_format.keep_with_next = True
