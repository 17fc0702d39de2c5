"""A button pressed twice does one thing, and says so the second time."""

import pytest

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

    again = visit(sari, path, letter)

    assert again.status_code == 409
    assert "surat 500.12/7, 4 Maret 2026, 10.00" in text(again)
    ready.refresh_from_db()
    assert ready.invited_at == OPENING_DAY


@pytest.mark.parametrize(
    ("part", "state"), [("buka/", "berlangsung"), ("tutup/", "ditutup")]
)
def test_a_meeting_opened_or_closed_twice_says_that_it_is(
    visit, running: Meeting, wati: Membership, on_the_day, part: str, state: str
):
    visit(wati, DRAFT + part, {})

    again = visit(wati, DRAFT + part, {})

    assert again.status_code == 409
    assert f"sudah berstatus {state}" in text(again)
