"""Office documents (DOCX) from the same plain data as the PDF: for whoever goes on
writing. The PDF is the paper that counts; a DOCX says so."""

from sinergi.paper.word.adendum import adendum
from sinergi.paper.word.bahan import bahan
from sinergi.paper.word.berita_acara import berita_acara
from sinergi.paper.word.laporan_hasil import laporan_hasil
from sinergi.paper.word.notulen import notulen
from sinergi.paper.word.pedoman import pedoman

__all__ = [
    "adendum",
    "bahan",
    "berita_acara",
    "laporan_hasil",
    "notulen",
    "pedoman",
]
