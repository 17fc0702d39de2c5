"""The berita acara and the pedoman on paper, drawn from locked data alone.

Official papers are in Indonesian whatever the reader chose, so their sentences stand
here as they are printed.
"""

from sinergi.agree.printed.addendum import ADDENDUM_TITLE, adendum, adendum_docx
from sinergi.agree.printed.guideline import (
    CONSOLIDATED_TITLE,
    consolidated,
    consolidated_docx,
    pedoman,
    pedoman_docx,
)
from sinergi.agree.printed.record import RECORD_TITLE, berita_acara, berita_acara_docx
from sinergi.agree.printed.report import (
    REPORT_TITLE,
    laporan_hasil,
    laporan_hasil_docx,
)
from sinergi.agree.printed.sheet import KINDS, SHEET_TITLE, TRUST, lembar_pengesahan

__all__ = [
    "ADDENDUM_TITLE",
    "CONSOLIDATED_TITLE",
    "KINDS",
    "RECORD_TITLE",
    "REPORT_TITLE",
    "SHEET_TITLE",
    "TRUST",
    "adendum",
    "adendum_docx",
    "berita_acara",
    "berita_acara_docx",
    "consolidated",
    "consolidated_docx",
    "laporan_hasil",
    "laporan_hasil_docx",
    "lembar_pengesahan",
    "pedoman",
    "pedoman_docx",
]
