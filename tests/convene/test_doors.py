"""The doors of a meeting as pages: card, hall, scanner, and who is let near them."""

import json
import re
from datetime import timedelta

import pytest
from django.core.cache import cache

from sinergi.convene import acts, cards, hall, rules
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import Door
from sinergi.core.models import Membership
from sinergi.core.rules import Role
from tests.cast import member
from tests.convene.conftest import BEFORE, OPENING_DAY


@pytest.fixture
def delegate(ready: Meeting, satu) -> Participant:
    return ready.participants.get(government=satu)


@pytest.fixture
def putri(ready: Meeting, province, sari: Membership) -> Membership:
    """Putri checks in at the door and has no other office."""
    putri = member("Putri", province, Role.ATTENDANT)
    acts.name_committee(
        ready, person=putri.person, role=rules.CommitteeRole.DESK, by=sari, at=BEFORE
    )
    return putri


def card_path(participant: Participant) -> str:
    meeting = participant.meeting
    return f"/rakor/{meeting.slug}/kartu/{cards.token_of(participant)}/"


def text(answer) -> str:
    return answer.content.decode()


# The card


def test_a_card_on_a_phone_shows_its_qr_and_code_and_neither_name_nor_number(
    visit, invited, delegate, on_the_day
):
    Participant.objects.filter(pk=delegate.pk).update(
        name="Made Suarta", nip="198001012005011001", phone="08123456789"
    )

    page = visit(None, card_path(delegate))

    assert page.status_code == 200
    assert "<svg" in text(page)
    assert cards.code_of(delegate) in text(page)
    assert "Made Suarta" not in text(page)
    assert "198001012005011001" not in text(page)
    assert "08123456789" not in text(page)
    assert "no-store" in page["Cache-Control"]
    assert page.cookies["kartu"]["path"] == f"/rakor/{invited.slug}/hadir/"


def test_a_forged_card_opens_nothing_and_shows_the_way(visit, invited, delegate):
    page = visit(None, card_path(delegate)[:-3] + "xx/")

    assert page.status_code == 403
    assert "meja registrasi" in text(page).lower()


def test_the_card_scanned_by_the_phone_of_the_desk_checks_in_with_one_press(
    visit, invited, delegate, budi, on_the_day
):
    opened = visit(budi, card_path(delegate))
    assert opened.status_code == 302
    assert "kartu" not in opened.cookies
    assert not Attendance.objects.exists()

    visit(budi, opened.url, {})

    assert delegate.attendances.get().door == Door.SCAN
    assert "hadir sejak 10.00" in text(visit(budi, opened.url))


def test_the_code_typed_at_the_desk_opens_the_same_page(
    visit, invited, delegate, budi, on_the_day
):
    desk = f"/kerja/rakor/{invited.slug}/meja/"

    right = visit(budi, f"{desk}kode/", {"kode": cards.code_of(delegate).lower()})
    wrong = visit(budi, f"{desk}kode/", {"kode": "AAAAAA"}, follow=True)

    assert right.url.endswith(f"/meja/kartu/{cards.token_of(delegate)}/")
    assert "bukan kartu rakor ini" in text(wrong)


def test_a_government_gets_the_cards_of_its_own_delegates_only(
    visit, invited, delegate, dua, kadek, sari, rini
):
    path = f"/kerja/rakor/{invited.slug}/kartu/"
    other = invited.participants.get(government=dua)

    own, everybody = text(visit(kadek, path)), text(visit(sari, path))

    assert cards.code_of(delegate) in own
    assert cards.code_of(other) not in own
    assert cards.code_of(other) in everybody
    assert visit(rini, path).status_code == 403


# The attendant


def test_an_attendant_sees_the_doors_and_nothing_else_of_the_meeting(
    visit, invited, putri, on_the_day
):
    base = f"/kerja/rakor/{invited.slug}/"

    for door in ("meja/", "pindai/", "pindai/luring.js"):
        assert visit(putri, base + door).status_code == 200
    for room in ("", "susunan/", "peserta/", "notulen/", "kartu/", "layar/"):
        assert visit(putri, base + room).status_code in (403, 404)
    for elsewhere in ("/kerja/rakor/", "/kerja/rencana/", "/kerja/rekomendasi/"):
        assert visit(putri, elsewhere).status_code in (403, 404)
    desk = text(visit(putri, f"{base}meja/"))
    assert f'href="{base}susunan/"' not in desk
    assert f'href="{base}peserta/"' not in desk
    tasks = text(visit(putri, "/kerja/"))
    assert f"{base}meja/" in tasks


# The hall


@pytest.fixture
def opened(invited, plenary, budi):
    cache.clear()
    return acts.open_hall_code(plenary, by=budi, at=OPENING_DAY)


def test_the_wall_of_a_hall_shows_the_code_and_its_qr_to_the_desk_only(
    visit, opened, invited, plenary, budi, kadek, on_the_day
):
    path = f"/kerja/rakor/{invited.slug}/ruang/{plenary.pk}/"

    page = visit(budi, path)
    part = visit(budi, f"{path}?isi=1")

    code = hall.shown(opened, OPENING_DAY)
    assert code in text(page)
    assert code in text(part)
    assert "http-equiv" in text(page)
    assert "no-store" in part["Cache-Control"]
    assert visit(kadek, path).status_code == 403


def test_who_opened_the_card_before_checks_in_with_the_code(
    client, opened, invited, plenary, delegate, on_the_day
):
    client.get(card_path(delegate))
    code = hall.shown(opened, OPENING_DAY)
    path = f"/rakor/{invited.slug}/hadir/{plenary.pk}/"

    form = text(client.get(f"{path}?kode={code}"))
    done = client.post(path, {"typed": code}, follow=True)

    assert f'value="{code}"' in form
    assert "Kehadiran Anda tercatat" in text(done)
    assert delegate.attendances.get().door == Door.HALL


def test_an_account_says_who_it_is_and_checks_in(
    visit, opened, invited, plenary, delegate, satu, kadek, sari, on_the_day
):
    acts.add_participant(
        invited, government=satu, office="Sekretaris", by=sari, at=OPENING_DAY
    )
    path = f"/rakor/{invited.slug}/hadir/{plenary.pk}/"
    code = hall.shown(opened, OPENING_DAY)

    visit(kadek, path, {"typed": code, "participant": delegate.pk})

    assert delegate.attendances.get().by == kadek


def test_a_visitor_without_a_card_is_told_what_to_do(
    visit, opened, invited, plenary, on_the_day
):
    page = text(visit(None, f"/rakor/{invited.slug}/hadir/{plenary.pk}/"))

    assert "Buka dahulu alamat kartu" in page
    assert '<form method="post">' not in page


def test_guessing_is_stopped_after_five_wrong_codes(
    client, opened, invited, plenary, delegate, on_the_day
):
    client.get(card_path(delegate))
    path = f"/rakor/{invited.slug}/hadir/{plenary.pk}/"

    for _guess in range(5):
        assert "bukan kode yang sedang" in text(client.post(path, {"typed": "AAAAAA"}))
    right = client.post(path, {"typed": hall.shown(opened, OPENING_DAY)})

    assert "terlalu sering" in text(right).lower()
    assert not Attendance.objects.exists()


def test_the_desk_sees_by_which_door_somebody_came(
    visit, opened, invited, plenary, delegate, budi, on_the_day
):
    acts.check_in_in_hall(
        delegate,
        plenary,
        typed=hall.shown(opened, OPENING_DAY),
        by=None,
        at=OPENING_DAY,
    )

    desk = text(visit(budi, f"/kerja/rakor/{invited.slug}/meja/"))

    assert re.search(r"10\.00.*?kode ruang", desk, re.DOTALL)


# The scanner


def send(client, meeting, scans, sent_at=OPENING_DAY):
    return client.post(
        f"/kerja/rakor/{meeting.slug}/pindai/kirim/",
        json.dumps(
            {
                "sent_at": sent_at.isoformat(),
                "scans": [
                    {"id": name, "text": shown, "scanned_at": at.isoformat()}
                    for name, shown, at in scans
                ],
            }
        ),
        content_type="application/json",
    )


def test_scans_are_taken_each_with_its_answer(
    client, running, delegate, putri, on_the_day
):
    client.force_login(putri.person)
    token = cards.token_of(delegate)
    earlier = OPENING_DAY - timedelta(minutes=20)

    answer = send(
        client,
        running,
        [("b", token, OPENING_DAY), ("a", token, earlier), ("c", "AAAAAA", earlier)],
    ).json()

    told = {each["id"]: each for each in answer["results"]}
    assert told["a"]["outcome"] == "recorded"
    assert told["b"]["outcome"] == "already"
    assert told["c"]["outcome"] == "refused"
    assert told["a"]["time"].startswith("09.40")
    assert "Kepala Dinas" in told["a"]["who"]


def test_a_device_with_a_wrong_clock_tells_the_right_age_of_its_scans(
    client, running, delegate, budi, on_the_day
):
    client.force_login(budi.person)
    wrong = timedelta(hours=9)
    scanned = OPENING_DAY + wrong - timedelta(minutes=10)

    send(
        client,
        running,
        [("a", cards.token_of(delegate), scanned)],
        sent_at=OPENING_DAY + wrong,
    )

    came = delegate.attendances.get().checked_in_at
    assert came == OPENING_DAY - timedelta(minutes=10)


@pytest.mark.parametrize(
    "body", ["{", "[]", '{"scans": []}', '{"sent_at": "2026-03-04", "scans": [1]}']
)
def test_what_is_no_parcel_of_scans_is_refused_with_the_field(
    client, running, budi, body, on_the_day
):
    client.force_login(budi.person)

    answer = client.post(
        f"/kerja/rakor/{running.slug}/pindai/kirim/",
        body,
        content_type="application/json",
    )

    assert answer.status_code == 400
    assert answer.json()["faults"]


def test_scans_come_as_json_and_not_as_a_form(visit, running, budi, on_the_day):
    path = f"/kerja/rakor/{running.slug}/pindai/kirim/"

    answer = visit(budi, path, {"scans": "[]"})

    assert answer.status_code == 415
    assert answer.json()["faults"][0]["field"] == "Content-Type"


def test_the_device_gets_offices_by_code_and_no_names(
    visit, running, delegate, budi, on_the_day
):
    Participant.objects.filter(pk=delegate.pk).update(name="Made Suarta")

    page = text(visit(budi, f"/kerja/rakor/{running.slug}/pindai/"))

    assert cards.code_of(delegate) in page
    assert "Made Suarta" not in page


def test_the_worker_keeps_the_scanner_of_its_meeting_and_no_other_page(
    visit, running, budi
):
    worker = visit(budi, f"/kerja/rakor/{running.slug}/pindai/luring.js")

    shell = json.loads(re.search(r"SHELL = (\[.*?\]);", text(worker)).group(1))
    pages = [each for each in shell if not each.startswith("/static/")]
    assert pages == [f"/kerja/rakor/{running.slug}/pindai/"]
    assert worker["Content-Type"].startswith("text/javascript")
