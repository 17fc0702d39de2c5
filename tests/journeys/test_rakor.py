"""A whole Rakor: two groups, four governments and a guest, each at a desk of its own,
from the invitation to the locked berita acara and the pedoman."""

import pytest

from sinergi.agree.models import Guideline, Recommendation, RecordOfAgreement
from sinergi.core import ledger
from sinergi.core.models import Membership
from tests.journeys import convening, deciding, hall, papers
from tests.journeys.desks import Calendar, Desks

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser,
    pytest.mark.usefixtures("programme"),
]

PHONE = {"viewport": {"width": 390, "height": 844}}
CLASSES = "Kelas literasi digital di setiap kecamatan"
CLASSES_TEXT = "Setiap kecamatan menyelenggarakan kelas literasi digital tiap triwulan."
CONTENT = "Satu agenda konten literasi untuk semua daerah"
CONTENT_TEXT = "Semua daerah memakai satu agenda konten literasi digital setiap bulan."
BOTH = ("Kabupaten Satu", "Kabupaten Dua")
ALL = ("Provinsi Uji", *BOTH, "Kota Tiga")


def test_a_rakor_with_two_groups_four_governments_and_a_guest(
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
    calendar.turn_to("2026-02-10")
    at = desks.of(sari)
    convening.drafts_a_meeting(at)
    convening.sets_the_tata_tertib(at)
    sessions = [hall.OPENING, hall.PTIK, hall.IKP, hall.CLOSING]
    hall.lays_out(at, sessions, "Penetapan rekomendasi")
    hall.names_the_committee(at)
    convening.lists_the_participants(at)
    convening.sends_the_invitation(at)
    link = hall.invites_a_guest(at)
    guest = desks.of_a_visitor(**PHONE)
    hall.comes_by_a_personal_link(guest, link)
    for head in (kadek, lina, nyoman, made):
        hall.answers_that_the_head_comes(desks.of(head, **PHONE))
    hall.reads_that_the_guest_comes(at)
    desks.everybody_goes_home()

    calendar.turn_to("2026-03-03")
    hall.scans_without_a_network_and_back(desks.of(budi, **PHONE))
    hall.checks_the_others_in_at_the_desk(desks.of(budi))
    convening.opens_the_meeting(desks.of(made))
    wall = desks.of_a_visitor(viewport={"width": 1280, "height": 720})
    wall.opens(hall.makes_a_link_for_the_laptop_in_the_hall(desks.of(sari)))

    deciding.drafts(desks.of(kadek), "Kelompok PTIK", CLASSES, CLASSES_TEXT, BOTH)
    deciding.drafts(desks.of(nyoman), "Kelompok IKP", CONTENT, CONTENT_TEXT, ALL)
    deciding.takes_up(desks.of(putu), CLASSES)
    deciding.takes_up(desks.of(komang), CONTENT)
    hall.puts_on_the_wall(desks.of(sari), "REK-2026-IKP-01")
    hall.shows(wall, CONTENT_TEXT, "0 dari 4 daerah yang terkait setuju")
    for count, head in enumerate((nyoman, made, kadek, lina), start=1):
        deciding.answers(desks.of(head), CONTENT, "setuju")
        hall.shows(wall, f"{count} dari 4 daerah yang terkait setuju")
    deciding.answers(desks.of(kadek), CLASSES, "setuju")
    deciding.answers(
        desks.of(lina), CLASSES, "setuju dengan catatan", "Pelatih dari provinsi."
    )
    deciding.brings_to_agree(desks.of(putu), CLASSES)
    deciding.brings_to_agree(desks.of(komang), CONTENT)
    deciding.forwards(desks.of(putu), CLASSES)
    deciding.forwards(desks.of(komang), CONTENT)

    calendar.turn_to("2026-03-05", hour=10)
    hall.puts_on_the_wall(desks.of(sari), "REK-2026-PTIK-01")
    hall.shows(wall, CLASSES_TEXT)
    for title in (CLASSES, CONTENT):
        deciding.opens_in_plenary(desks.of(made), title)
        deciding.adopts(desks.of(made), title)
    hall.shows(wall, "Disepakati dengan catatan")
    guest.opens(link).reads(convening.MEETING)
    convening.closes_the_meeting(desks.of(made))
    words = papers.locks_the_berita_acara(desks.of(sari), "2026-03-05")
    papers.sends_the_pedoman_for_review(desks.of(sari))
    desks.everybody_goes_home()

    calendar.turn_to("2026-03-17")
    clauses = papers.puts_the_pedoman_in_force(desks.of(sari), "2026-03-17")

    assert "sidang kelompok dan sidang pleno" in words
    for text in (CLASSES_TEXT, CONTENT_TEXT):
        assert text in words
        assert text in clauses
    assert "Pelatih dari provinsi." in words
    assert guest.tab.goto(guest.origin + link).status in (403, 404, 410)
    assert Recommendation.objects.adopted().count() == 2
    assert RecordOfAgreement.objects.get().is_locked
    assert Guideline.objects.get().is_determined
    assert ledger.verify() is None
