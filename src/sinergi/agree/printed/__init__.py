"""The berita acara and the pedoman on paper, drawn from locked data alone.

Official papers are in Indonesian whatever the reader chose, so their sentences stand
here as they are printed.
"""

from sinergi.agree.printed.guideline import (
    CONSOLIDATED_TITLE,
    consolidated,
    consolidated_docx,
    pedoman,
    pedoman_docx,
)
from sinergi.agree.printed.record import RECORD_TITLE, berita_acara, berita_acara_docx

__all__ = [
    "CONSOLIDATED_TITLE",
    "RECORD_TITLE",
    "berita_acara",
    "berita_acara_docx",
    "consolidated",
    "consolidated_docx",
    "pedoman",
    "pedoman_docx",
]
