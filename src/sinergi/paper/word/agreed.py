"""A text that was agreed to, in a DOCX: its words, and what is expected of whom."""

from collections.abc import Mapping
from typing import Any

from docx.document import Document as Docx
from docx.shared import Cm

from sinergi.paper import office

PAIR = (Cm(4.2), Cm(11.8))


def words(paper: Docx, text: Mapping[str, Any]) -> None:
    """Paragraph by paragraph, word for word."""
    for each in text["paragraphs"]:
        paper.add_paragraph(each)


def expected(paper: Docx, told: Mapping[str, Any], *more: tuple[str, str]) -> None:
    """Only what is stated (`shapes.Expected`)."""
    rows = [
        *more,
        ("Ditujukan kepada", ", ".join(told["addressees"])),
        ("Pilar", ", ".join(told["pillars"])),
        ("Indikator", told["indicator"]),
        ("Target", told["target"]),
        ("Tenggat", told["quarter"]),
        ("Bukti yang diharapkan", told["evidence"]),
    ]
    stated = [row for row in rows if row[1]]
    if stated:
        office.table(paper, ("Yang diharapkan", ""), stated, PAIR)
