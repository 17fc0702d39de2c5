"""A Rakor whose groups meet after the plenary: their texts go round in writing."""

import pytest

from sinergi.agree.models import Recommendation
from sinergi.core import ledger
from sinergi.core.models import Membership
from tests.journeys import convening, deciding, hall, papers, round_trip
from tests.journeys.desks import Calendar, Desks

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser,
    pytest.mark.usefixtures("programme"),
]

PHONE = {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}
CLASSES = "Kelas literasi digital di setiap kecamatan"
CLASSES_TEXT = "Setiap kecamatan menyelenggarakan kelas literasi digital tiap triwulan."
CONTENT = "Satu agenda konten literasi untuk semua daerah"
CONTENT_TEXT = "Semua daerah memakai satu agenda konten literasi digital setiap bulan."
PTIK, IKP = "REK-2026-PTIK-01", "REK-2026-IKP-01"
ALL = ("Provinsi Uji", "Kabupaten Satu", "Kabupaten Dua", "Kota Tiga")


def test_groups_after_the_plenary_are_ratified_by_circulation(
    calendar: Calendar,
    desks: Desks,
    sari: Membership,
    budi: Membership,
    kadek: Membership,
    lina: Membership,
    nyoman: Membership,
    komang: Membership,
    made: Membership,
    putu: Membership,
) -> None:
    visitor = desks.of_a_visitor()

    calendar.turn_to("2026-02-10")
    at = desks.of(sari)
    convening.drafts_a_meeting(at)
    hall.lays_out(at, [hall.OPENING, hall.PTIK, hall.IKP], "Paparan capaian")
    round_trip.is_warned_that_no_plenary_ratifies(at)
    round_trip.chooses_ratification_by_circulation(at)
    hall.names_the_committee(at)
    convening.lists_the_participants(at)
    round_trip.lists_a_group(at, "Kelompok PTIK", "Kabupaten Satu", "Kabupaten Dua")
    round_trip.lists_a_group(at, "Kelompok IKP", "Kabupaten Satu", "Kota Tiga")
    convening.sends_the_invitation(at)
    desks.everybody_goes_home()

    calendar.turn_to("2026-03-03")
    hall.checks_in_everybody(desks.of(sari))
    convening.opens_the_meeting(desks.of(made))
    calendar.turn_to("2026-03-04")
    deciding.drafts(desks.of(kadek), "Kelompok PTIK", CLASSES, CLASSES_TEXT, ALL)
    deciding.drafts(desks.of(nyoman), "Kelompok IKP", CONTENT, CONTENT_TEXT, ALL)
    for leader, title, heads in [
        (putu, CLASSES, (kadek, lina)),
        (komang, CONTENT, (kadek, nyoman)),
    ]:
        deciding.takes_up(desks.of(leader), title)
        for head in heads:
            deciding.answers(desks.of(head), title, "setuju")
        deciding.brings_to_agree(desks.of(leader), title)
        deciding.circulates(desks.of(leader), title)
    round_trip.closes_what_then_goes_round(desks.of(made), CLASSES, CONTENT)

    calendar.turn_to("2026-03-09")
    desks.everybody_goes_home()
    round_trip.answers_in_writing(
        desks.of(made), PTIK, "setuju dengan catatan", "Dengan dukungan provinsi."
    )
    round_trip.answers_in_writing(
        desks.of(lina), IKP, "keberatan", "Belum dianggarkan."
    )
    round_trip.answers_in_writing(desks.of(made), IKP, "setuju")
    round_trip.sees_who_is_awaited(desks.of(sari), "Kota Tiga")
    round_trip.extends_it(desks.of(sari), "2026-03-25", "Libur bersama.")
    calendar.turn_to("2026-03-20")
    desks.everybody_goes_home()
    round_trip.is_asked_until(desks.of(nyoman, **PHONE), "25 Maret 2026")

    calendar.turn_to("2026-03-26", hour=9)
    desks.everybody_goes_home()
    round_trip.cannot_answer_any_more(desks.of(nyoman), CLASSES)
    round_trip.closes_the_circulation(desks.of(sari), CLASSES, CONTENT)
    words = papers.locks_the_berita_acara(desks.of(sari), "2026-03-26")
    papers.sends_the_pedoman_for_review(desks.of(sari))
    desks.everybody_goes_home()

    calendar.turn_to("2026-04-07")
    clauses = papers.puts_the_pedoman_in_force(desks.of(sari), "2026-04-07")
    round_trip.reads_how_it_was_ratified(visitor, CLASSES)

    assert (
        "ditanggapi secara tertulis sampai dengan 25 Maret 2026 pukul 24.00 waktu "
        "setempat (diperpanjang: Libur bersama), 1 (satu) rekomendasi berikut "
        "disahkan melalui edaran pada 26 Maret 2026."
    ) in words
    assert "tidak memberi tanggapan tertulis" in words
    assert "Belum dianggarkan." not in clauses
    assert CLASSES_TEXT in clauses
    assert CONTENT_TEXT not in clauses
    states = dict(Recommendation.objects.values_list("title", "state"))
    assert states == {CLASSES: "adopted_with_notes", CONTENT: "deferred"}
    assert ledger.verify() is None
