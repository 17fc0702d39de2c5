"""What a visitor finds at the end of a turn, without an account."""

from tests.journeys.acting import PLAN
from tests.journeys.agreeing import GUIDELINE, REFERENCE, TITLE
from tests.journeys.convening import MEETING
from tests.journeys.desks import Desk


def reads_the_home(visitor: Desk) -> None:
    visitor.opens("/").reads(MEETING, "Rilis Uji 2026", REFERENCE)
    order = [visitor.text.index(word) for word in (MEETING, "Rilis Uji 2026")]
    assert order == sorted(order)

    visitor.follows("Pedoman", within=visitor.tab.locator("main")).reads(GUIDELINE)


def reads_the_story_of_the_recommendation(visitor: Desk) -> None:
    visitor.opens(f"/rekomendasi/{REFERENCE}/").reads(TITLE)
    story = " ".join(visitor.tab.locator("#perjalanan").inner_text().split())

    told = [
        "Angka dirilis",
        "Diusulkan",
        "Disepakati",
        "Berita acara dikunci",
        "RTL berjalan",
        "Laporan Triwulan I 2026 telah ditelaah",
        "Tenggat RTL",
        "Kab. Dua",
    ]
    places = [story.find(each) for each in told]
    assert -1 not in places, story
    assert places == sorted(places), story


def reads_how_far_everybody_is(visitor: Desk) -> None:
    visitor.opens("/pelaksanaan/").reads(REFERENCE, "Sebagian")
    visitor.opens(f"/rtl/{PLAN}-9901/").reads(
        "Penguatan kapasitas komunikasi publik", "daftar-hadir.pdf", "Sebagian"
    )


def checks_a_paper_by_its_code(visitor: Desk, code: str, title: str) -> None:
    visitor.opens("/v/").fills_in({"Kode dokumen": code.lower()})

    visitor.presses("Periksa kode").reads("Dokumen ini diterbitkan di sini.", title)


def sees_that_the_record_is_whole(visitor: Desk) -> None:
    visitor.opens("/keutuhan-catatan/").reads("utuh")
