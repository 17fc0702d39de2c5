"""The meeting: what the secretariat prepares, and how it is opened and closed."""

from tests.journeys.desks import Desk

MEETING = "Rakor Kominfo Uji Tahun 2026"
PATH = "/kerja/rakor/rakor-kominfo-uji-tahun-2026/"
LETTER = "500.12/77/KOMINFO/2026"


def signs_in(sari: Desk, email: str, password: str) -> None:
    """Through the form, as everybody does on the first day."""
    sari.opens("/kerja/").reads("Masuk")
    sari.fills_in({"Alamat surel": email, "Kata sandi": password})

    with sari.tab.expect_navigation():
        sari.field("Kata sandi").press("Enter")

    sari.reads("Tidak ada tugas")


def drafts_a_meeting(sari: Desk) -> None:
    sari.opens("/kerja/rakor/").follows("Rakor baru")
    sari.fills_in(
        {
            "Judul": MEETING,
            "Tujuan": "Menyelaraskan program dan merumuskan rekomendasi.",
            "Tuan rumah": "Kota Tiga",
            "Tempat": "Aula Wali Kota, Kota Tiga",
            "Hari pertama": "2026-03-03",
            "Hari terakhir": "2026-03-05",
        }
    )
    sari.ticks("Rakor dan Rakortek digabung", within="Jenis rapat")
    sari.presses("Buat draf").reads(MEETING, "Sebelum undangan")
    assert sari.path == PATH


def sets_the_tata_tertib(sari: Desk) -> None:
    sari.opens(f"{PATH}tata-tertib/")
    sari.fills_in(
        {
            "Kuorum, dalam persen jumlah pemerintah daerah": "51",
            "Hari untuk menyusun rencana tindak lanjut (RTL)": "60",
        }
    )
    sari.presses("Tetapkan tata tertib")
    sari.reads("sedikitnya 51% pemerintah daerah", "Yaitu 3 dari 4.")


def lays_out_the_days(sari: Desk) -> None:
    for title, group, day, starts, ends in [
        ("Pleno pembukaan", "", "Selasa, 3 Maret 2026", "09:00", "12:00"),
        ("Kelompok PTIK", "Bidang PTIK", "Rabu, 4 Maret 2026", "09:00", "15:00"),
    ]:
        sari.opens(f"{PATH}susunan/").follows("Tambah sesi")
        sari.fills_in(
            {
                "Pleno atau kelompok": "Sidang kelompok" if group else "Pleno",
                "Bidang": group or "tidak ada (pleno)",
                "Judul": title,
                "Hari": day,
                "Mulai": starts,
                "Selesai": ends,
                "Ruang": "Aula",
            }
        )
        sari.presses("Tambahkan sesi").reads(title)
    sari.follows("Tambah mata acara : Pleno pembukaan")
    sari.fills_in({"Mata acara": "Paparan capaian", "Menit": "90"})
    sari.presses("Tambahkan mata acara")
    sari.reads("Terisi 90 dari 180 menit")


def sets_the_order_of_opening(sari: Desk) -> None:
    sari.opens(f"{PATH}pembukaan/")
    for title, office in [
        ("Laporan penyelenggaraan", "Ketua Panitia"),
        ("Sambutan", "Wali Kota"),
    ]:
        sari.fills_in({"Acara pembukaan": title, "Jabatan": office})
        sari.presses("Tambahkan").reads(title)


def names_the_committee(sari: Desk) -> None:
    sari.opens(f"{PATH}panitia/")
    for person, task, group in [
        ("Made · Kepala dinas · Provinsi Uji", "Pimpinan sidang", "tidak ada"),
        ("Putu · Operator · Provinsi Uji", "Ketua kelompok", "Kelompok PTIK"),
        ("Budi · Operator · Kabupaten Satu", "Meja registrasi", "tidak ada"),
    ]:
        sari.fills_in({"Orang": person, "Tugas": task, "Kelompok": group})
        sari.presses("Tunjuk untuk tugas ini").reads(person.split(" · ")[0])


def lists_the_participants(sari: Desk) -> None:
    sari.opens(f"{PATH}peserta/").fills_in({"Jabatan": "Kepala Dinas"})
    sari.ticks(
        "Provinsi Uji",
        "Kabupaten Satu",
        "Kabupaten Dua",
        "Kota Tiga",
        within="Pemerintah daerah",
    )
    sari.presses("Masukkan ke daftar").reads("Kab. Satu", "Kota Tiga")


def sends_the_invitation(sari: Desk) -> None:
    sari.opens(PATH).follows("Kirim undangan")
    sari.fills_in({"Nomor surat": LETTER})
    sari.presses("Kirim undangan")

    sari.reads("undangan terkirim", LETTER)


def checks_in_three_governments(budi: Desk) -> None:
    budi.opens(f"{PATH}meja/").reads("0 dari 4")
    for government in ("Provinsi", "Kab. Satu", "Kab. Dua"):
        budi.presses(f"Hadir : Kepala Dinas, {government}")

    budi.reads("3 dari 4 peserta hadir hari ini")


def opens_the_meeting(made: Desk) -> None:
    made.opens("/kerja/").follows("Buka")
    made.reads("Sejak ini rakor berlangsung").presses("Buka rakor")

    made.reads("berlangsung")


def closes_the_meeting(made: Desk) -> None:
    made.opens(PATH).follows("Tutup rakor").presses("Tutup rakor")

    made.reads("Rakor ditutup.")
