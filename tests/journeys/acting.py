"""What follows: a plan taken over, a report with evidence, a verdict that stands."""

from playwright.sync_api import Locator

from tests.journeys.agreeing import REFERENCE, TITLE
from tests.journeys.aligning import ACTIVITY
from tests.journeys.desks import Desk

PLAN = f"RTL-{REFERENCE.removeprefix('REK-')}"


def writes_a_follow_up_plan(kadek: Desk) -> None:
    kadek.opens("/kerja/").follows("Susun RTL").reads(REFERENCE, "4 Mei 2026")
    kadek.follows(f"Ambil {ACTIVITY}")
    kadek.fills_in(
        {
            "Target sampai akhir Triwulan I 2026": "200",
            "Target sampai akhir Triwulan IV 2026": "1.200",
        }
    )
    kadek.presses("Simpan kegiatan").reads("Rp125.000.000", "1.200")


def submits_it(kadek: Desk) -> None:
    kadek.presses("Ajukan RTL")

    kadek.reads("Diajukan")


def lets_it_run(rini: Desk) -> None:
    rini.opens("/kerja/").follows("Periksa").reads(TITLE, "Kabupaten Satu")

    rini.presses("Lengkap: tetapkan berjalan").reads("RTL berjalan")


def writes_the_report_with_evidence(budi: Desk, evidence: bytes) -> None:
    budi.opens("/kerja/").follows("Isi laporan", _report_of_the_first_quarter(budi))
    budi.reads("Laporan Triwulan I 2026")
    budi.tab.get_by_role("textbox").first.fill("240")
    budi.fills_in(
        {
            "Yang sudah dilakukan": "Empat kelas di dua kecamatan.",
            "Halaman": "1",
            "Jenis bukti": "2: dokumen dengan halaman disebut",
        }
    )
    budi.attaches(
        "Berkas bukti dukung", "daftar-hadir.pdf", "application/pdf", evidence
    )
    budi.ticks("Semua orang boleh membuka berkas ini setelah laporan final")

    budi.presses("Simpan draf").reads("daftar-hadir.pdf")
    budi.reads("Kepala dinas yang mengirim laporan.")


def sends_it_and_gets_a_receipt(kadek: Desk) -> str:
    """Returns the code of the receipt."""
    kadek.opens("/kerja/").follows("Isi laporan", _report_of_the_first_quarter(kadek))
    kadek.presses("Kirim laporan…")
    kadek.reads("tanda terima", "240", "daftar-hadir.pdf").presses("Kirim laporan")

    kadek.reads("Laporan diterima. Simpan tanda terimanya.")
    assert kadek.downloads("PDF")[:5] == b"%PDF-"
    return kadek.tab.locator("main a[href^='/v/']").last.inner_text()


def gives_a_verdict(rini: Desk) -> None:
    rini.opens("/kerja/").follows("Telaah").reads("Daftar hadir kelas", "240")
    rini.ticks("Sebagian", within="Hasil telaah")
    rini.fills_in(
        {
            "Bukti dukung": "2: dokumen dengan halaman disebut",
            "Catatan": "Sesuai daftar hadir; kecamatan lain menyusul.",
        }
    )
    rini.presses("Tetapkan hasil telaah")
    rini.reads("Hasil telaah ditetapkan", "Tidak ada laporan yang menunggu telaah.")


def accepts_it(kadek: Desk) -> None:
    kadek.opens("/kerja/").follows("Tanggapi")
    kadek.reads("Sesuai daftar hadir").presses("Terima hasil telaah")

    kadek.reads("Final")


def _report_of_the_first_quarter(desk: Desk) -> Locator:
    tasks = desk.tab.get_by_role("listitem")
    return tasks.filter(has_text="Laporan Triwulan I 2026")
