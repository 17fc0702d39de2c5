"""The papers of a meeting, as they are written and as they are read."""

import io

from pypdf import PdfReader

from tests.journeys.deciding import BOARD
from tests.journeys.desks import Desk


def locks_the_berita_acara(sari: Desk, day: str) -> str:
    """Returns the words on the paper."""
    sari.opens(BOARD).follows("Berita acara")
    sari.fills_in({"Nomor": "500.12/81/KOMINFO/2026", "Tanggal kesepakatan": day})
    sari.presses("Simpan nomor dan tanggal").follows("Kunci berita acara")
    sari.presses("Kunci berita acara").reads("Dikunci")
    return _words_of(sari.downloads("PDF"))


def sends_the_pedoman_for_review(sari: Desk) -> None:
    """Right after the berita acara was locked."""
    sari.follows("Ke pedoman")
    sari.fills_in({"Judul": "Pedoman Literasi Digital 2026", "Pengantar": "Disusun."})
    sari.presses("Susun pedoman").follows("Kirim untuk ditelaah")
    sari.presses("Kirim untuk ditelaah").reads("belum selesai")


def puts_the_pedoman_in_force(sari: Desk, day: str) -> str:
    """After the days of the review. Returns the words on the paper."""
    sari.opens(f"{BOARD}pedoman/").follows("Berlakukan pedoman")
    sari.fills_in(
        {
            "Bentuk hukum": "Surat Edaran Gubernur",
            "Nomor": "3 Tahun 2026",
            "Berlaku mulai": day,
            "Jabatan penanda tangan": "Gubernur",
            "Ditetapkan di": "Mataram",
            "Ditetapkan pada tanggal": day,
        }
    )
    sari.presses("Berlakukan").reads("Berlaku")
    return _words_of(sari.downloads("PDF"))


def _words_of(pdf: bytes) -> str:
    """All text of a PDF, lines joined again."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())
