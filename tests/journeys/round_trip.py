"""A text that goes round in writing: put round, answered, extended, closed."""

from tests.journeys.convening import PATH
from tests.journeys.deciding import BOARD
from tests.journeys.desks import Desk


def is_warned_that_no_plenary_ratifies(sari: Desk) -> None:
    sari.opens(f"{PATH}susunan/").reads("tidak ada pleno yang dapat menetapkan")


def chooses_ratification_by_circulation(sari: Desk) -> None:
    sari.opens(f"{PATH}tata-tertib/")
    sari.ticks("Melalui edaran, setelah rakor ditutup")
    sari.fills_in({"Hari untuk edaran": "14"}).presses("Tetapkan tata tertib")
    sari.reads("melalui edaran").opens(f"{PATH}susunan/")

    sari.does_not_read("tidak ada pleno yang dapat menetapkan")


def lists_a_group(sari: Desk, group: str, *governments: str) -> None:
    sari.opens(f"{PATH}peserta/")
    sari.fills_in({"Jabatan": f"Kepala Bidang, {group}", "Kelompok": group})
    sari.ticks(*governments, within="Pemerintah daerah")
    sari.presses("Masukkan ke daftar").reads(group)


def closes_what_then_goes_round(made: Desk, *titles: str) -> None:
    made.opens(PATH).follows("Tutup rakor")
    made.reads("2 rekomendasi diedarkan sejak rakor ditutup", *titles)
    made.presses("Tutup rakor")

    made.reads("2 rekomendasi diedarkan sampai akhir Rabu, 18 Maret 2026")


def answers_in_writing(head: Desk, reference: str, answer: str, note: str = "") -> None:
    head.opens(f"{BOARD}edaran/")
    head.follows(f"Tanggapi secara tertulis : {reference}")
    head.reads("Daerah Anda menanggapi sampai akhir").ticks(answer)
    if note:
        head.fills_in({"Catatan": note})

    head.presses("Simpan tanggapan").reads(answer)


def sees_who_is_awaited(sari: Desk, government: str) -> None:
    sari.opens(f"{BOARD}edaran/")

    sari.reads("3 dari 4 pemerintah daerah", f"Belum menanggapi: {government}")
    sari.does_not_read("Tutup edaran")


def extends_it(sari: Desk, day: str, reason: str) -> None:
    sari.follows("Perpanjang edaran")
    sari.fills_in({"Hari terakhir yang baru": day, "Alasan": reason})

    sari.presses("Perpanjang").reads("Edaran berlangsung sampai akhir 25 Maret 2026")


def is_asked_until(head: Desk, day: str) -> None:
    head.opens("/kerja/").reads(f"Tanggapan tertulis sampai {day}")


def cannot_answer_any_more(head: Desk, title: str) -> None:
    head.opens("/kerja/").does_not_read("Tanggapan tertulis")
    head.opens(f"{BOARD}edaran/").reads(title).does_not_read("Tanggapi secara tertulis")


def closes_the_circulation(sari: Desk, ratified: str, deferred: str) -> None:
    sari.opens("/kerja/").reads("Tutup edaran")
    sari.opens(f"{BOARD}edaran/").follows("Tutup edaran")
    sari.reads("Disahkan", ratified, "Ditunda, dengan alasan ini", deferred)
    sari.presses("Tutup edaran")

    sari.reads("Edaran ditutup: 1 rekomendasi disahkan", "Keberatan: Kabupaten Dua")


def reads_how_it_was_ratified(visitor: Desk, title: str) -> None:
    visitor.opens("/rekomendasi/REK-2026-PTIK-01/")
    visitor.reads(title, "disahkan melalui edaran")
    visitor.follows("Berita acara").reads("Disahkan melalui edaran")
