"""Pages of convening: who sees what, and what a form does with a refusal."""

import re

import pytest

from sinergi.convene import acts
from sinergi.convene.models import Attendance, Meeting, Session
from sinergi.convene.rules import MeetingState, SessionKind
from sinergi.core import slots
from sinergi.core.models import Forum, Membership, Person, Place
from tests.convene.conftest import BEFORE, OPENING_DAY, details

WORK = "/kerja/rakor/"
WORKING = "convene.meeting.work"
DRAFT = f"{WORK}rakor-uji/"


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.parametrize("path", ["/rakor/rakor-uji/", "/api/v1/meetings/rakor-uji/"])
def test_the_public_finds_no_draft(visit, ready: Meeting, path: str):
    assert visit(None, path).status_code == 404


def test_the_public_lists_show_no_draft(visit, ready: Meeting):
    assert "Rakor Uji" not in text(visit(None, "/rakor/"))
    assert visit(None, "/api/v1/meetings/").json() == []


@pytest.mark.parametrize("who", ["kadek", "rini", "gede"])
@pytest.mark.parametrize("part", ["", "susunan/", "meja/", "undangan/", "ubah/"])
def test_a_draft_is_not_there_for_other_governments(
    visit, ready: Meeting, who: str, part: str, request: pytest.FixtureRequest
):
    by = request.getfixturevalue(who)

    response = visit(by, DRAFT + part)

    assert response.status_code in (403, 404)
    assert "Rakor Uji" not in text(response)
    assert "Rakor Uji" not in text(visit(by, WORK))


def test_tono_gets_nowhere(visit, invited: Meeting, tono: Person, client):
    client.force_login(tono)

    assert client.get(WORK).status_code == 403
    assert client.get(DRAFT).status_code == 403


@pytest.mark.parametrize("who", ["sari", "wati", "budi"])
def test_secretariat_and_committee_see_the_draft(
    visit, ready: Meeting, who: str, request: pytest.FixtureRequest
):
    by = request.getfixturevalue(who)

    assert "Rakor Uji" in text(visit(by, WORK))
    assert visit(by, DRAFT).status_code == 200


def test_every_government_sees_the_meeting_once_invited(
    visit, invited: Meeting, kadek: Membership, rini: Membership
):
    for by in (kadek, rini):
        assert visit(by, DRAFT).status_code == 200
    assert visit(None, "/rakor/rakor-uji/").status_code == 200


def test_the_administrator_has_no_part_in_a_meeting(
    visit, invited: Meeting, ayu: Membership
):
    assert visit(ayu, DRAFT).status_code == 403


SECRETARIAT_ONLY = [
    "ubah/",
    "tata-tertib/",
    "sesi/baru/",
    "pembukaan/",
    "panitia/",
    "buka-kembali/",
]


@pytest.mark.parametrize("part", SECRETARIAT_ONLY)
@pytest.mark.parametrize("who", ["kadek", "wati", "budi"])
def test_others_do_not_enter_the_secretariats_rooms(
    visit, invited: Meeting, who: str, part: str, request: pytest.FixtureRequest
):
    by = request.getfixturevalue(who)

    assert visit(by, DRAFT + part).status_code == 403


def test_a_secretariat_of_another_government_calls_no_meeting(
    visit, forum: Forum, kadek: Membership
):
    Membership.objects.filter(pk=kadek.pk).update(role="secretariat")

    assert visit(kadek, f"{WORK}baru/").status_code == 403
    assert "Rakor baru" not in text(visit(kadek, WORK))


def test_sari_calls_a_meeting_from_the_page(visit, sari: Membership, tiga: Place):
    response = visit(
        sari,
        f"{WORK}baru/",
        {
            "title": "Rakor Uji",
            "kind": "merged",
            "purpose": "Selaras",
            "host": tiga.pk,
            "venue": "Aula",
            "starts_on": "2026-03-04",
            "ends_on": "2026-03-06",
        },
    )

    assert response["Location"] == DRAFT
    assert Meeting.objects.get().state == MeetingState.DRAFT


def test_a_refused_draft_keeps_what_was_typed(visit, sari: Membership, tiga: Place):
    response = visit(
        sari,
        f"{WORK}baru/",
        {
            "title": "Rakor Uji",
            "kind": "merged",
            "purpose": "Selaras",
            "host": tiga.pk,
            "venue": "Aula Besar",
            "starts_on": "2026-03-04",
            "ends_on": "2026-03-01",
        },
    )

    assert response.status_code == 200
    assert "Aula Besar" in response.content.decode()
    assert "mendahului hari pertama" in text(response)
    assert not Meeting.objects.exists()


def test_a_session_is_entered_in_the_time_of_the_place(
    visit, draft: Meeting, sari: Membership
):
    response = visit(
        sari,
        f"{DRAFT}sesi/baru/",
        {
            "kind": "plenary",
            "title": "Pleno",
            "day": "2026-03-04",
            "starts": "10:00",
            "ends": "12:00",
        },
    )

    session = draft.sessions.get()
    assert response["Location"] == f"{DRAFT}susunan/#sesi-{session.pk}"
    assert session.starts_at == OPENING_DAY
    assert SessionKind(session.kind) is SessionKind.PLENARY


def test_a_session_shows_its_own_times_when_changed(
    visit, plenary: Session, sari: Membership
):
    form = visit(sari, f"{DRAFT}sesi/{plenary.pk}/ubah/").content.decode()
    visit(
        sari,
        f"{DRAFT}sesi/{plenary.pk}/ubah/",
        {"title": "Pleno", "day": "2026-03-05", "starts": "08:00", "ends": "09:00"},
    )

    plenary.refresh_from_db()
    assert 'value="10:00"' in form
    assert plenary.day.isoformat() == "2026-03-05"


def test_the_agenda_is_reordered_with_a_button(
    visit, plenary: Session, sari: Membership
):
    for title in ("Satu", "Dua"):
        visit(
            sari,
            f"{DRAFT}sesi/{plenary.pk}/acara/",
            {"title": title, "minutes": 30},
        )
    second = plenary.agenda.get(title="Dua")

    response = visit(sari, f"{DRAFT}acara/{second.pk}/pindah/", {"to": "up"})

    assert response["Location"] == f"{DRAFT}susunan/#sesi-{plenary.pk}"
    assert [item.title for item in plenary.agenda.all()] == ["Dua", "Satu"]


def test_an_agenda_that_is_too_long_warns_in_words_only_its_makers(
    visit, ready: Meeting, plenary: Session, sari: Membership
):
    acts.add_agenda_item(plenary, title="Tanya jawab", minutes=45, by=sari, at=BEFORE)
    warning = "Acara melebihi waktu sesi sebanyak 15 menit."

    assert warning in text(visit(sari, f"{DRAFT}susunan/"))

    acts.send_invitation(ready, letter_number="1", by=sari, at=BEFORE)
    assert warning not in text(visit(None, "/rakor/rakor-uji/"))


def test_the_running_sum_says_what_is_left(visit, ready: Meeting, sari: Membership):
    assert "Terisi 90 dari 120 menit, tersisa 30." in text(
        visit(sari, f"{DRAFT}susunan/")
    )


def test_an_item_of_another_meeting_is_not_moved_from_here(
    visit, forum: Forum, plenary: Session, sari: Membership, tiga: Place
):
    item = acts.add_agenda_item(plenary, title="X", minutes=5, by=sari, at=BEFORE)
    other = Meeting.objects.get(pk=plenary.meeting_id)
    other.pk, other.slug = None, "lain"
    other.save()

    response = visit(sari, f"{WORK}lain/acara/{item.pk}/hapus/", {})

    assert response.status_code == 404
    assert plenary.agenda.exists()


def test_the_invitation_says_what_is_missing_and_offers_no_button(
    visit, draft: Meeting, sari: Membership
):
    body = visit(sari, f"{DRAFT}undangan/")

    assert "tata tertib" in text(body)
    assert 'name="letter_number"' not in body.content.decode()


def test_sending_the_invitation_says_the_consequence_first(
    visit, ready: Meeting, sari: Membership
):
    assert "tidak dapat kembali menjadi draf" in text(visit(sari, f"{DRAFT}undangan/"))

    visit(sari, f"{DRAFT}undangan/", {"letter_number": "500.12/7"})

    ready.refresh_from_db()
    assert (ready.state, ready.letter_number) == ("invited", "500.12/7")


def test_the_chair_opens_and_closes_and_sari_opens_again(
    visit, invited: Meeting, wati: Membership, sari: Membership, on_the_day
):
    states = []
    for by, part, data in [
        (wati, "buka/", {}),
        (wati, "tutup/", {}),
        (sari, "buka-kembali/", {"reason": "Satu butir terlewat"}),
    ]:
        assert visit(by, DRAFT + part).status_code == 200
        visit(by, DRAFT + part, data)
        invited.refresh_from_db()
        states.append(invited.state)

    assert states == ["running", "closed", "running"]


def test_closing_before_the_last_day_is_told_and_printed_as_it_was(
    visit, running: Meeting, wati: Membership, on_the_day
):
    assert running.starts_on < running.ends_on

    asked = text(visit(wati, f"{DRAFT}tutup/"))
    visit(wati, f"{DRAFT}tutup/", {})

    assert "Hari terakhirnya" in asked
    running.refresh_from_db()
    assert running.held_until == running.starts_on


def test_the_desk_checks_in_and_returns_to_the_same_search(
    visit, running: Meeting, budi: Membership, dua: Place, on_the_day
):
    participant = running.participants.get(government=dua)

    response = visit(
        budi, f"{DRAFT}meja/{participant.pk}/hadir/", {"q": "kepala", "belum": "1"}
    )

    assert response["Location"] == f"{DRAFT}meja/?q=kepala&belum=1#pemda-{dua.slug}"
    assert Attendance.objects.get().participant == participant
    assert "1 dari 4 peserta hadir hari ini" in text(visit(budi, f"{DRAFT}meja/"))


def test_the_desk_finds_by_words_of_government_and_office(
    visit, running: Meeting, budi: Membership, on_the_day
):
    found = text(visit(budi, f"{DRAFT}meja/?q=dinas+dua"))
    nothing = text(visit(budi, f"{DRAFT}meja/?q=bupati"))

    assert "Kab. Dua" in found
    assert "Kab. Satu" not in found
    assert "Tidak ada yang cocok" in nothing


def test_the_desk_can_show_only_those_not_here_yet(
    visit, running: Meeting, budi: Membership, satu: Place, on_the_day
):
    here = running.participants.get(government=satu)
    acts.check_in(here, by=budi, at=OPENING_DAY)

    waiting = text(visit(budi, f"{DRAFT}meja/?belum=1"))

    assert "Kab. Satu" not in waiting
    assert "Kab. Dua" in waiting


def test_the_desk_takes_back_with_a_reason(
    visit, running: Meeting, budi: Membership, on_the_day
):
    attendance = acts.check_in(running.participants.all()[0], by=budi, at=OPENING_DAY)
    path = f"{DRAFT}meja/{attendance.pk}/batal/"

    refused = visit(budi, path, {"reason": ""})
    visit(budi, path, {"reason": "Salah orang"})

    attendance.refresh_from_db()
    assert refused.status_code == 200
    assert attendance.undone_at == OPENING_DAY


def test_kadek_has_no_desk(visit, running: Meeting, kadek: Membership, on_the_day):
    participant = running.participants.all()[0]

    assert visit(kadek, f"{DRAFT}meja/").status_code == 403
    assert visit(kadek, f"{DRAFT}meja/{participant.pk}/hadir/", {}).status_code == 403
    assert f"{DRAFT}meja/" not in visit(kadek, DRAFT).content.decode()


def test_a_second_check_in_is_told_kindly(
    visit, running: Meeting, budi: Membership, on_the_day
):
    participant = running.participants.all()[0]
    acts.check_in(participant, by=budi, at=OPENING_DAY)

    response = visit(budi, f"{DRAFT}meja/{participant.pk}/hadir/", {}, follow=True)

    assert response.status_code == 200
    assert "tercatat hadir hari ini" in text(response)


def test_one_office_of_every_government_is_entered_at_once(
    visit, draft: Meeting, sari: Membership
):
    governments = [each.pk for each in draft.forum.governments()]
    path = f"{DRAFT}peserta/"

    visit(sari, path, {"office": "Kepala Dinas", "governments": governments})
    refused = visit(
        sari, path, {"office": "Staf", "governments": governments, "name": "Made"}
    )

    assert draft.participants.count() == len(governments)
    assert "satu pemerintah daerah" in text(refused)


def test_public_pages_and_data_name_no_person(
    visit, running: Meeting, sari: Membership, budi: Membership, satu: Place, on_the_day
):
    guest = acts.add_participant(
        running, government=satu, office="Kabid", name="Made", by=sari, at=OPENING_DAY
    )
    acts.check_in(guest, by=budi, at=OPENING_DAY)

    for path in ("/rakor/rakor-uji/", "/api/v1/meetings/rakor-uji/"):
        body = visit(None, path).content.decode()
        assert "Kabupaten Satu" in body
        assert not re.search(r"\b(Made|Budi|Wati|Sari)\b", body)


def test_the_api_counts_attendance_by_government(
    visit, running: Meeting, budi: Membership, satu: Place, on_the_day
):
    acts.check_in(running.participants.get(government=satu), by=budi, at=OPENING_DAY)

    answer = visit(None, "/api/v1/meetings/rakor-uji/").json()

    counted = {
        row["government"]["slug"]: (row["expected"], row["present"])
        for row in answer["attendance"]
    }
    assert (answer["state"], answer["provenance"]) == ("running", "entered")
    assert counted["kabupaten-satu"] == (1, 1)
    assert counted["kabupaten-dua"] == (1, 0)
    assert answer["sessions"][0]["agenda"][0]["minutes"] == 90


def test_the_overview_says_what_is_due_now(
    visit, running: Meeting, kadek: Membership, on_the_day
):
    assert re.search(r"sekarang\s+Paparan", text(visit(kadek, DRAFT)))


@pytest.mark.parametrize(
    ("slot", "path"), [("convene.meeting", "/rakor/rakor-uji/"), (WORKING, DRAFT)]
)
def test_later_stages_have_their_place(
    visit, invited: Meeting, kadek: Membership, monkeypatch, slot: str, path: str
):
    monkeypatch.setattr(slots, "show", lambda name, _request, it: f"{name}={it.slug}")

    assert f"{slot}=rakor-uji" in text(visit(kadek, path))


def test_a_simulated_meeting_says_so_on_every_page(
    visit, invited: Meeting, sari: Membership
):
    Meeting.objects.update(provenance="simulated")

    for by, path in [(None, "/rakor/rakor-uji/"), (None, "/rakor/"), (sari, DRAFT)]:
        assert "SIMULASI" in text(visit(by, path))


def test_a_government_with_seats_in_two_forums_is_listed_once(
    visit, running: Meeting, budi: Membership, satu: Place, on_the_day
):
    other = Forum.objects.create(slug="lain", name="Forum Lain", coordinator=satu)
    other.seats.create(government=satu, order=0)

    desk = visit(budi, f"{DRAFT}meja/").content.decode()
    people = visit(budi, f"{DRAFT}peserta/").content.decode()

    assert desk.count(f'id="pemda-{satu.slug}"') == 1
    assert people.count(f'name="governments" value="{satu.pk}"') == 1


def test_a_list_says_whether_all_or_some_of_it_is_simulated(
    visit, invited: Meeting, tiga: Place, sari: Membership
):
    pages = ("/rakor/", "/kerja/rakor/")
    band = 'class="band is-simulated"'
    assert all(band not in visit(sari, each).content.decode() for each in pages)
    later = details(tiga, title="Rakor Latihan")
    other = acts.draft_meeting(invited.forum, **later, by=sari, at=BEFORE)

    Meeting.objects.filter(pk=other.pk).update(provenance="simulated", state="invited")
    some = [visit(sari, each).content.decode() for each in pages]
    Meeting.objects.update(provenance="simulated")
    every = [visit(sari, each).content.decode() for each in pages]

    assert all(band in page and "data-mark" not in page for page in some)
    assert all(band in page and "data-mark" in page for page in every)


@pytest.mark.parametrize(
    ("kind", "with_bidang", "told"),
    [("group", False, "Pilih bidang yang"), ("plenary", True, "Bidang PTIK dipilih")],
)
def test_a_bidang_misplaced_is_told_at_the_bidang_with_what_to_do(
    visit, draft: Meeting, sari, ptik, kind: str, with_bidang: bool, told: str
):
    typed = {"kind": kind, "bidang": ptik.pk if with_bidang else "", "title": "Sidang"}
    typed |= {"day": "2026-03-04", "starts": "10:00", "ends": "12:00"}

    page = visit(sari, f"{DRAFT}sesi/baru/", typed)

    (error,) = page.context["form"].errors["bidang"]
    assert told in error
    assert not draft.sessions.exists()
