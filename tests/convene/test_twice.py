"""A button pressed twice does one thing, and says so the second time."""

import pytest

from sinergi.convene import acts
from sinergi.convene.models import Meeting, Session
from sinergi.core.models import Membership
from tests.convene.conftest import OPENING_DAY
from tests.convene.test_pages import DRAFT, text


def test_a_session_sent_twice_is_added_once_and_leads_to_it(
    visit, draft: Meeting, sari: Membership
):
    path = f"{DRAFT}sesi/baru/"
    typed = {"title": "Pleno", "kind": "plenary", "day": "2026-03-04"}
    typed |= {"starts": "10:00", "ends": "12:00"}
    visit(sari, path, typed)

    again = visit(sari, path, {**typed, "room": "Aula B"})

    session = draft.sessions.get()
    assert f'href="{DRAFT}susunan/#sesi-{session.pk}"' in again.content.decode()
    assert 'value="Aula B"' in again.content.decode()
    visit(sari, path, {**typed, "title": "Pleno penutup"})
    assert draft.sessions.count() == 2


def test_an_agenda_item_sent_twice_stands_there_once(
    visit, plenary: Session, sari: Membership
):
    path, item = f"{DRAFT}sesi/{plenary.pk}/acara/", {"title": "Rehat", "minutes": 15}
    visit(sari, path, item)

    again = visit(sari, path, item)

    assert "“Rehat” selama 15 menit" in text(again)
    visit(sari, path, {"title": "Paparan", "minutes": 60})
    # A second break, apart from the first, is no twin.
    visit(sari, path, item)
    assert [each.title for each in plenary.agenda.all()] == [
        "Rehat",
        "Paparan",
        "Rehat",
    ]


def test_an_entry_of_the_opening_sent_twice_stands_there_once(
    visit, draft: Meeting, sari: Membership
):
    path, entry = f"{DRAFT}pembukaan/", {"title": "Sambutan", "office": "Wali Kota"}
    visit(sari, path, entry)

    again = visit(sari, path, entry)

    assert "“Sambutan” oleh “Wali Kota”" in text(again)
    visit(sari, path, {**entry, "office": "Gubernur"})
    assert draft.openings.count() == 2


def test_an_invitation_sent_twice_says_when_it_went_out(
    visit, ready: Meeting, sari: Membership, on_the_day
):
    path, letter = f"{DRAFT}undangan/", {"letter_number": "500.12/7"}
    visit(sari, path, letter)

    for typed in (letter, None):
        again = visit(sari, path, typed, follow=True)
        assert again.redirect_chain == [(DRAFT, 302)]
        assert "surat 500.12/7, 4 Maret 2026, 10.00" in text(again)
    ready.refresh_from_db()
    assert ready.invited_at == OPENING_DAY


@pytest.mark.parametrize(
    ("part", "deed"), [("buka/", "Rakor dibuka"), ("tutup/", "Rakor ditutup")]
)
def test_a_meeting_opened_or_closed_twice_says_that_it_is(
    visit, running: Meeting, wati: Membership, on_the_day, part: str, deed: str
):
    visit(wati, DRAFT + part, {})

    for typed in ({}, None):
        again = visit(wati, DRAFT + part, typed, follow=True)
        assert again.redirect_chain == [(DRAFT, 302)]
        assert f"“{deed}”, 4 Maret 2026, 10.00, oleh Walidata" in text(again)


def test_who_is_checked_in_twice_is_at_the_desk_and_here_once(
    visit, running: Meeting, budi: Membership, on_the_day
):
    participant = running.participants.all()[0]
    path = f"{DRAFT}meja/{participant.pk}/hadir/"
    visit(budi, path, {})

    again = visit(budi, path, {}, follow=True)

    assert again.redirect_chain == [(f"{DRAFT}meja/", 302)]
    assert "tercatat hadir hari ini sejak 10.00" in text(again)
    assert participant.attendances.count() == 1


def test_a_check_in_taken_back_twice_is_taken_back_once(
    visit, running: Meeting, budi: Membership, on_the_day
):
    came = acts.check_in(running.participants.all()[0], by=budi, at=OPENING_DAY)
    path, reason = f"{DRAFT}meja/{came.pk}/batal/", {"reason": "Salah orang"}
    visit(budi, path, reason)

    again = visit(budi, path, reason, follow=True)

    assert again.redirect_chain == [(f"{DRAFT}meja/", 302)]
    assert "Sudah dilakukan" in text(again)
