"""Guests: a personal link to one meeting, without an account."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from sinergi.convene import acts, guards, rules
from sinergi.convene.models import Guest, Meeting
from sinergi.convene.rules import Answer, MeetingState, Readers
from sinergi.convene.views.guests import ANSWERS, WRONG
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.refusal import NotAllowed
from tests.convene.conftest import BEFORE, LAST, OPENING_DAY

TOKEN = "rahasia-yang-panjang-sekali-0123"
LINK = f"/rakor/rakor-uji/tamu/{TOKEN}/"
PAGE = "/rakor/rakor-uji/tamu/"


@pytest.fixture(autouse=True)
def nobody_tried_yet(db):
    cache.clear()


@pytest.fixture
def guest(invited: Meeting, sari: Membership) -> Guest:
    return acts.invite_guest(
        invited,
        name="Profesor Tamu",
        office="Rektor, Universitas Uji",
        token=TOKEN,
        by=sari,
        at=BEFORE,
    )


@pytest.fixture
def phone(guest: Guest, on_the_day) -> Client:
    """A browser that has opened the link."""
    phone = Client()
    phone.get(LINK)
    return phone


def hand_out(meeting: Meeting, readers: Readers, by: Membership):
    item = meeting.sessions.order_by("starts_at")[0].agenda.get()
    return acts.add_document(
        item,
        title=f"Bahan {readers}",
        content=b"%PDF-1.7 " + readers.encode(),
        name="bahan.pdf",
        readers=readers,
        by=by,
        at=OPENING_DAY,
    )


@pytest.mark.parametrize("state", MeetingState)
def test_a_link_holds_from_the_invitation_to_the_closing(state):
    holds = rules.link_holds(
        state, at=OPENING_DAY, until=OPENING_DAY + timedelta(1), revoked=False
    )

    assert holds is (state in (MeetingState.INVITED, MeetingState.RUNNING))


def test_a_link_ends_with_the_last_day_of_the_meeting(guest: Guest):
    last_night = OPENING_DAY + timedelta(days=2, hours=13)

    assert guest.may_enter(last_night)
    assert not guest.may_enter(last_night + timedelta(hours=1))
    assert (guest.expires_at - timedelta(1)).date() == LAST


def test_of_a_link_only_its_hash_is_kept(guest: Guest):
    kept = " ".join(str(value) for value in vars(guest).values())
    written = " ".join(LedgerEvent.objects.values_list("body", flat=True))

    assert TOKEN not in kept + written
    assert len(guest.token_sha256) == 64


def test_the_name_of_a_guest_never_enters_the_ledger(guest: Guest):
    written = " ".join(LedgerEvent.objects.values_list("body", flat=True))

    assert "invite_guest" in written
    assert "Profesor" not in written


@pytest.mark.parametrize("role", ["kadek", "budi", "wati", "ayu"])
def test_only_sari_invites_a_guest(invited: Meeting, request, role):
    by = request.getfixturevalue(role)

    with pytest.raises(NotAllowed):
        acts.invite_guest(
            invited, name="A", office="B", token=TOKEN, by=by, at=OPENING_DAY
        )


def test_nobody_gets_a_link_before_the_invitation_is_sent(ready: Meeting, sari):
    with pytest.raises(guards.NotNow):
        acts.invite_guest(ready, name="A", office="B", token=TOKEN, by=sari, at=BEFORE)


def test_one_guest_has_one_link(guest: Guest, invited: Meeting, sari):
    with pytest.raises(acts.AlreadyGuest):
        acts.invite_guest(
            invited,
            name=guest.name.upper(),
            office=guest.office,
            token="lain",
            by=sari,
            at=BEFORE,
        )


def test_the_link_leads_to_a_page_whose_address_holds_no_secret(guest, on_the_day):
    phone = Client()

    opened = phone.get(LINK)

    cookie = opened.cookies["tamu"]
    assert (opened.status_code, opened["Location"]) == (302, PAGE)
    assert (cookie["path"], cookie["httponly"]) == (PAGE, True)
    assert opened["Referrer-Policy"] == "no-referrer"
    assert "no-store" in opened["Cache-Control"]


def test_the_page_shows_the_programme_and_is_found_by_nobody_else(phone: Client):
    page = phone.get(PAGE)

    body = page.content.decode()
    assert "Undangan untuk Profesor Tamu" in body
    assert "Paparan" in body
    assert 'name="robots" content="noindex, nofollow"' in body
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert TOKEN not in body


def test_without_the_link_the_page_does_not_open(guest: Guest, on_the_day):
    answer = Client().get(PAGE)

    assert answer.status_code == 403
    assert "Profesor" not in answer.content.decode()


def test_a_guest_reads_what_is_for_guests_and_not_what_is_for_members(
    phone: Client, invited: Meeting, sari
):
    kept = {readers: hand_out(invited, readers, sari) for readers in Readers}

    codes = {
        readers: phone.get(f"{PAGE}bahan/{document.pk}/").status_code
        for readers, document in kept.items()
    }
    body = phone.get(PAGE).content.decode()

    assert codes == {Readers.MEMBERS: 404, Readers.GUESTS: 200, Readers.PUBLIC: 200}
    assert "Bahan guests" in body
    assert "Bahan members" not in body


def test_what_is_for_guests_is_not_public(phone, invited: Meeting, sari, visit):
    document = hand_out(invited, Readers.GUESTS, sari)

    answer = visit(None, f"/rakor/rakor-uji/bahan/{document.pk}/")
    page = visit(None, "/rakor/rakor-uji/").content.decode()

    assert answer.status_code == 404
    assert "Bahan guests" not in page


def test_a_link_of_one_meeting_opens_no_other_page(phone: Client):
    codes = {
        path: phone.get(path).status_code
        for path in (
            "/kerja/rakor/rakor-uji/",
            "/kerja/rakor/rakor-uji/peserta/",
            "/rakor/lain/tamu/",
        )
    }

    assert codes["/rakor/lain/tamu/"] == 403
    assert {code for path, code in codes.items() if "kerja" in path} == {302}


def test_a_guest_answers_and_only_that_is_recorded(phone: Client, guest, sari, visit):
    before = LedgerEvent.objects.count()
    phone.get(PAGE)
    reading = LedgerEvent.objects.count()

    answered = phone.post(PAGE, {"answer": "attends"})

    event = LedgerEvent.objects.order_by("-seq").first()
    guest.refresh_from_db()
    assert (answered.status_code, guest.answer) == (302, "attends")
    assert (before, reading, LedgerEvent.objects.count()) == (
        before,
        before,
        before + 1,
    )
    assert (event.action, event.by, event.is_by_link) == ("answer_as_guest", None, True)
    assert (
        "Profesor Tamu" in visit(sari, "/kerja/rakor/rakor-uji/tamu/").content.decode()
    )


def test_a_guest_sends_nobody_instead(guest: Guest):
    with pytest.raises(acts.NoGuestAnswer):
        acts.answer_as_guest(guest, answer=Answer.REPRESENTED, at=OPENING_DAY)


def test_revoked_a_link_opens_nothing(phone: Client, guest: Guest, sari):
    acts.revoke_guest_link(guest, by=sari, at=OPENING_DAY)

    assert phone.get(PAGE).status_code == 403
    assert Client().get(LINK).status_code == 403
    with pytest.raises(acts.LinkExpired):
        acts.answer_as_guest(guest, answer=Answer.ATTENDS, at=OPENING_DAY)


def test_a_new_link_takes_the_place_of_a_lost_one(phone: Client, guest: Guest, sari):
    acts.renew_guest_link(guest, token="lain-lagi", by=sari, at=OPENING_DAY)

    assert phone.get(PAGE).status_code == 403
    assert Client().get("/rakor/rakor-uji/tamu/lain-lagi/").status_code == 302


def test_after_the_closing_the_page_is_shut(phone: Client, invited: Meeting):
    Meeting.objects.update(state=MeetingState.CLOSED.value)

    assert phone.get(PAGE).status_code == 403


def test_who_tries_many_links_waits(guest: Guest, on_the_day):
    stranger = Client()
    codes = [
        stranger.get(f"/rakor/rakor-uji/tamu/tebak-{n}/").status_code
        for n in range(WRONG.times)
    ]

    now = stranger.get(LINK)

    assert set(codes) == {403}
    assert now.status_code == 409
    assert "Terlalu sering dicoba" in now.content.decode()


def test_who_answers_many_times_waits(phone: Client):
    codes = [
        phone.post(PAGE, {"answer": "attends"}).status_code
        for _ in range(ANSWERS.times + 1)
    ]

    assert codes == [302] * ANSWERS.times + [409]


def test_sari_sees_a_link_once(invited: Meeting, sari, visit, on_the_day):
    made = visit(
        sari,
        "/kerja/rakor/rakor-uji/tamu/",
        {"name": "Ibu Tamu", "office": "Direktur, Kementerian Uji"},
    )
    again = visit(sari, "/kerja/rakor/rakor-uji/tamu/")

    assert "/rakor/rakor-uji/tamu/" in made.content.decode()
    assert "Tautan untuk Ibu Tamu" in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    assert "Tautan untuk Ibu Tamu" not in again.content.decode()
