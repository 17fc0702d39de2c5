"""The text: drafted, discussed, agreed word for word, locked, and made the pedoman."""

import io

from pypdf import PdfReader

from tests.journeys.aligning import ACTIVITY, PROGRAMME
from tests.journeys.convening import MEETING
from tests.journeys.desks import Desk

TITLE = "Kelas literasi digital di setiap kecamatan"
PARAGRAPHS = [
    "Setiap kecamatan menyelenggarakan kelas literasi digital sekurangnya sekali "
    "setiap triwulan.",
    "Kabupaten Satu dan Kabupaten Dua memakai modul yang sama dan bertukar pelatih.",
]
FIGURE = "Kecakapan Digital · Kabupaten Satu"
REFERENCE = "REK-2026-PTIK-01"
NOTE = "Pelatih dari provinsi tersedia pada triwulan kedua."
BOARD = "/kerja/rekomendasi/rakor/rakor-kominfo-uji-tahun-2026/"
GUIDELINE = "Pedoman Pelaksanaan Program Nasional Tahun 2026"


def drafts_a_recommendation(kadek: Desk) -> None:
    kadek.opens(BOARD).follows("Susun rekomendasi")
    kadek.fills_in(
        {
            "Kelompok": "Kelompok PTIK",
            "Judul": TITLE,
            "Naskah": "\n\n".join(PARAGRAPHS),
            "Program nasional": PROGRAMME,
            "Indikator": "Jumlah peserta kelas",
            "Target": "12.000",
            "Satuan": "orang",
            "Tercapai paling lambat: tahun": "2026",
            "Tercapai paling lambat: triwulan": "IV",
            "Bukti yang diharapkan": "Daftar hadir kelas",
        }
    )
    kadek.ticks("Kecakapan Digital", within="Pilar yang didukung")
    kadek.ticks("Kabupaten Satu", "Kabupaten Dua", within="Ditujukan kepada")
    kadek.presses("Simpan draf").reads("Dasar rekomendasi")


def rests_it_on_a_figure_and_a_plan(kadek: Desk) -> None:
    kadek.ticks(FIGURE, within="Angka hasil survei sendiri")
    kadek.ticks(f"Kabupaten Satu · {ACTIVITY}", within="Rencana daerah")

    kadek.presses("Simpan dasar rekomendasi")

    kadek.reads(FIGURE, ACTIVITY, "Rilis Uji 2026")


def submits_it(kadek: Desk) -> None:
    kadek.presses("Ajukan")

    kadek.reads(REFERENCE, "Diajukan")


def takes_it_up_in_the_group(putu: Desk) -> None:
    putu.opens(BOARD).follows(TITLE)
    putu.presses("Bahas di kelompok")

    putu.reads("Dibahas kelompok", "Belum menanggapi: Kabupaten Satu, Kabupaten Dua")


def takes_a_position(head: Desk, answer: str, note: str = "") -> None:
    head.opens("/kerja/").follows("Tanggapi")
    head.reads(PARAGRAPHS[0]).ticks(answer)
    if note:
        head.fills_in({"Catatan": note})

    head.presses("Simpan tanggapan").reads(answer)


def brings_the_group_to_agree(putu: Desk) -> None:
    putu.opens(BOARD).follows(TITLE).reads("Tidak ada hambatan")
    putu.presses("Sepakati di kelompok")

    putu.reads("Disepakati kelompok")


def forwards_it_to_the_plenary(putu: Desk) -> None:
    putu.opens(BOARD).follows(TITLE).follows("Teruskan ke pleno")
    putu.reads("Tepat versi ini", PARAGRAPHS[0])
    putu.presses("Teruskan ke pleno")

    putu.reads("Diteruskan ke pleno", "Paparan capaian")


def opens_it_in_the_plenary_and_adopts_it(made: Desk) -> None:
    made.opens(BOARD).follows(TITLE)
    made.presses("Buka di pleno").reads("Dibahas di pleno")
    made.follows("Sepakati").reads("tidak dapat diubah lagi")
    made.presses("Sepakati")

    made.reads("Disepakati dengan catatan", NOTE)


def locks_the_berita_acara(sari: Desk) -> str:
    """Returns the code on the paper."""
    sari.opens(BOARD).follows("Berita acara")
    sari.fills_in(
        {"Nomor": "500.12/81/KOMINFO/2026", "Tanggal kesepakatan": "2026-03-05"}
    )
    sari.presses("Simpan nomor dan tanggal").follows("Kunci berita acara")
    sari.presses("Kunci berita acara").reads("Dikunci")
    words = _words_of(sari.downloads("PDF"))

    assert "BERITA ACARA" in words.upper()
    assert "Kamis tanggal lima bulan Maret tahun dua ribu dua puluh enam" in words
    assert REFERENCE in words
    assert all(paragraph in words for paragraph in PARAGRAPHS)
    assert "Kabupaten Dua" in words
    assert NOTE in words
    return sari.tab.locator("main code").last.inner_text()


def compiles_the_pedoman_and_sends_it_for_review(sari: Desk) -> None:
    sari.follows("Ke pedoman")
    sari.fills_in({"Judul": GUIDELINE, "Pengantar": "Disusun dari berita acara."})
    sari.presses("Susun pedoman").reads(TITLE)
    sari.follows("Tambah bab")
    sari.fills_in({"Judul bab": "Cara membaca", "Penjelasan": "Baca penjelasan."})
    sari.presses("Tambahkan bab").presses("Naikkan: Cara membaca")
    sari.reads("1 Cara membaca")
    sari.follows("Kirim untuk ditelaah").reads("selama 10 hari")
    sari.presses("Kirim untuk ditelaah").reads("belum selesai")


def reviews_the_pedoman(kadek: Desk) -> None:
    kadek.opens("/kerja/").follows("Baca : Pedoman").reads(*PARAGRAPHS)
    kadek.follows("Tanggapi pedoman")
    kadek.fills_in({"Tanggapan Anda": "Mohon contoh kegiatan."})
    kadek.presses("Kirim tanggapan").reads("Mohon contoh kegiatan.")
    kadek.presses("Telaah kami selesai").reads("sudah menyelesaikan telaah")


def answers_and_brings_the_pedoman_in_force(sari: Desk) -> None:
    sari.opens(f"{BOARD}pedoman/telaah/").follows("Jawab tanggapan")
    sari.fills_in({"Jawaban sekretariat": "Lihat penjelasan butir."})
    sari.presses("Simpan jawaban").follows("Kembali ke pedoman")
    sari.follows("Berlakukan pedoman")
    sari.fills_in(
        {
            "Bentuk hukum": "Surat Edaran Gubernur",
            "Nomor": "3 Tahun 2026",
            "Berlaku mulai": "2026-03-16",
            "Jabatan penanda tangan": "Gubernur",
            "Ditetapkan di": "Mataram",
            "Ditetapkan pada tanggal": "2026-03-16",
        }
    )
    sari.presses("Berlakukan").reads("Berlaku")
    words = _words_of(sari.downloads("PDF"))

    assert all(paragraph in words for paragraph in PARAGRAPHS)
    assert "Ditetapkan di Mataram pada tanggal 16 Maret 2026" in words


def reads_the_pedoman_word_for_word(visitor: Desk) -> None:
    visitor.opens("/pedoman/").follows(GUIDELINE)
    clause = visitor.tab.locator(f"#{REFERENCE}")

    said = [each.inner_text().strip() for each in clause.locator("blockquote p").all()]
    assert said == PARAGRAPHS
    visitor.reads("Surat Edaran Gubernur", "3 Tahun 2026")
    visitor.opens(f"/rekomendasi/{REFERENCE}/").reads(MEETING, *PARAGRAPHS)


def _words_of(pdf: bytes) -> str:
    """All text of a PDF, lines joined again."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())
