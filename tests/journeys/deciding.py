"""A text in its group and on its way to a decision, whichever group and way."""

from typing import Any

from tests.journeys.aligning import PROGRAMME
from tests.journeys.convening import PATH
from tests.journeys.desks import Desk

BOARD = PATH.replace("/kerja/rakor/", "/kerja/rekomendasi/rakor/")


def drafts(head: Desk, group: str, title: str, text: str, addressees: Any) -> None:
    head.opens(BOARD)
    head.follows("Susun rekomendasi")
    head.fills_in(
        {
            "Kelompok": group,
            "Judul": title,
            "Naskah": text,
            "Program nasional": PROGRAMME,
            "Indikator": "Jumlah kegiatan",
            "Target": "12",
            "Satuan": "kegiatan",
            "Tercapai paling lambat: tahun": "2026",
            "Tercapai paling lambat: triwulan": "IV",
            "Bukti yang diharapkan": "Laporan kegiatan",
        }
    )
    head.ticks(*addressees, within="Ditujukan kepada")
    head.presses("Simpan draf")
    head.opens(BOARD).follows(title).presses("Ajukan").reads("Diajukan")


def takes_up(leader: Desk, title: str) -> None:
    leader.opens(BOARD).follows(title).presses("Bahas di kelompok")

    leader.reads("Dibahas kelompok")


def answers(head: Desk, title: str, answer: str, note: str = "") -> None:
    head.opens(BOARD).follows(title).follows("Beri tanggapan").ticks(answer)
    if note:
        head.fills_in({"Catatan": note})
    head.presses("Simpan tanggapan").reads(answer)


def brings_to_agree(leader: Desk, title: str) -> None:
    leader.opens(BOARD).follows(title).presses("Sepakati di kelompok")

    leader.reads("Disepakati kelompok")


def forwards(leader: Desk, title: str) -> None:
    leader.opens(BOARD).follows(title).follows("Teruskan ke pleno")
    leader.presses("Teruskan ke pleno").reads("Diteruskan ke pleno")


def circulates(leader: Desk, title: str) -> None:
    leader.opens(BOARD).follows(title).follows("Edarkan")
    leader.reads("Tepat versi ini").presses("Edarkan").reads("Diedarkan")


def opens_in_plenary(chair: Desk, title: str) -> None:
    chair.opens(BOARD).follows(title).presses("Buka di pleno")

    chair.reads("Dibahas di pleno")


def adopts(chair: Desk, title: str) -> None:
    chair.opens(BOARD).follows(title).follows("Sepakati").presses("Sepakati")

    chair.reads("Disepakati")
