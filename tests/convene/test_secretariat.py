"""Sari prepares a whole meeting with nothing but the pages."""

import pytest

from sinergi.convene import access, acts
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import CommitteeRole
from sinergi.core.models import Bidang, Forum, Membership, Place
from tests.convene.conftest import BEFORE, details

PATH = "/kerja/rakor/rakor-uji/"


@pytest.fixture
def does(visit, sari: Membership, draft: Meeting):
    """Sari sends the form of a page, which must take it, and lands somewhere."""

    def send(part: str, **data: object) -> str:
        response = visit(sari, PATH + part, data)
        assert response.status_code == 302, response.content.decode()
        return response["Location"]

    return send


def test_the_tata_tertib_is_set_and_read_out(visit, does, draft: Meeting, sari):
    does(
        "tata-tertib/",
        quorum_percent=75,
        all_must_answer="yes",
        absence_answers="no",
        days_to_plan=45,
        days_to_report=15,
        days_to_reply=14,
        days_to_comment=3,
        ratification="plenary",
        days_to_circulate=14,
        days_to_review=10,
    )

    body = visit(sari, f"{PATH}tata-tertib/").content.decode()
    assert "sedikitnya 75% pemerintah daerah" in body
    assert "Yaitu 3 dari 4." in body
    assert "tetap harus memberi tanggapan" in body
    assert 'value="45"' in body


def test_details_are_changed_and_shown(visit, does, draft: Meeting, tiga: Place, sari):
    values = details(tiga, venue="Aula Baru", kind="rakor")

    assert does("ubah/", **values | {"host": tiga.pk}) == PATH

    draft.refresh_from_db()
    assert (draft.venue, draft.kind) == ("Aula Baru", "rakor")
    assert 'name="reason"' not in visit(sari, f"{PATH}ubah/").content.decode()


def test_after_the_invitation_the_form_asks_for_a_reason(
    visit, invited: Meeting, tiga: Place, sari: Membership
):
    values = {**details(tiga, kind="rakor"), "host": tiga.pk}

    kept = visit(sari, f"{PATH}ubah/", values)
    visit(sari, f"{PATH}ubah/", {**values, "reason": "Pimpinan berhalangan"})

    invited.refresh_from_db()
    assert 'name="reason"' in kept.content.decode()
    assert invited.kind == "rakor"


def test_a_group_is_added_changed_and_removed(does, draft: Meeting, ptik: Bidang):
    times = {"day": "2026-03-05", "starts": "09:00", "ends": "12:00"}
    does("sesi/baru/", kind="group", bidang=ptik.pk, title="Kelompok", **times)
    group = draft.sessions.get()

    does(f"sesi/{group.pk}/acara/", title="Bahasan", minutes=60)
    item = group.agenda.get()
    does(f"acara/{item.pk}/ubah/", title="Pembahasan", minutes=90, presenter="Kabid")
    changed = group.agenda.get()
    does(f"acara/{item.pk}/hapus/")
    does(f"sesi/{group.pk}/hapus/")

    assert (changed.title, changed.minutes) == ("Pembahasan", 90)
    assert not draft.sessions.exists()


def test_a_group_without_a_bidang_is_refused_on_its_page(
    visit, draft: Meeting, sari: Membership
):
    response = visit(
        sari,
        f"{PATH}sesi/baru/",
        {
            "kind": "group",
            "title": "Kelompok",
            "day": "2026-03-05",
            "starts": "09:00",
            "ends": "12:00",
        },
    )

    assert "Pilih bidang yang" in response.content.decode()
    assert not draft.sessions.exists()


def test_the_order_of_opening_is_made_on_its_page(does, draft: Meeting):
    does("pembukaan/", title="Laporan", office="Ketua Panitia")
    does(
        "pembukaan/",
        title="Sambutan",
        office="Wali Kota",
        held_as="plh",
        represented_by="Asisten I",
    )
    welcome = draft.openings.get(title="Sambutan")

    does(f"pembukaan/{welcome.pk}/pindah/", to="up")
    order = [entry.title for entry in draft.openings.all()]
    does(f"pembukaan/{welcome.pk}/hapus/")

    assert order == ["Sambutan", "Laporan"]
    assert welcome.speaker == "Asisten I a.n. Plh. Wali Kota"
    assert draft.openings.count() == 1


def test_the_committee_is_named_and_relieved(
    visit, does, draft: Meeting, group: Session, kadek: Membership, tono, sari
):
    choices = visit(sari, f"{PATH}panitia/").content.decode()
    does(
        "panitia/",
        person=kadek.person.pk,
        role=CommitteeRole.GROUP_CHAIR.value,
        session=group.pk,
    )
    seat = draft.committee.get()
    chaired = access.chairs_group(kadek, group)
    does(f"panitia/{seat.pk}/lepas/")

    assert "Kadek" in choices
    assert "Tono" not in choices
    assert chaired
    assert not access.chairs_group(kadek, group)


def test_a_participant_with_a_name_is_added_and_removed(
    does, draft: Meeting, satu: Place
):
    does("peserta/", office="Kabid", governments=[satu.pk], name="Made")
    participant = draft.participants.get()

    does(f"peserta/{participant.pk}/hapus/")

    assert participant.name == "Made"
    assert not draft.participants.exists()


def test_chair_and_minute_taker_are_ones_by_the_list_only(
    ready: Meeting, wati: Membership, kadek: Membership, sari: Membership
):
    acts.name_committee(
        ready,
        person=kadek.person,
        role=CommitteeRole.MINUTE_TAKER,
        by=sari,
        at=BEFORE,
    )

    assert access.chairs(wati, ready)
    assert access.takes_minutes(kadek, ready)
    assert not access.chairs(kadek, ready)
    assert not access.takes_minutes(sari, ready)
    assert not access.chairs(None, ready)


def test_a_government_outside_the_forum_takes_no_part(
    invited: Meeting, kadek: Membership
):
    inside = access.takes_part(kadek, invited)
    invited.forum.seats.filter(government=kadek.government).delete()

    assert inside
    assert not access.takes_part(kadek, invited)


def test_a_host_from_outside_is_refused(forum: Forum, satu: Place, sari: Membership):
    forum.seats.filter(government=satu).delete()

    with pytest.raises(acts.HostOutsideForum, match="Kabupaten Satu"):
        acts.draft_meeting(forum, **details(satu), by=sari, at=BEFORE)


def test_a_government_from_outside_is_not_expected(
    draft: Meeting, satu: Place, sari: Membership
):
    draft.forum.seats.filter(government=satu).delete()

    with pytest.raises(acts.NotOfThisForum, match="Kabupaten Satu"):
        acts.add_participant(draft, government=satu, office="Kabid", by=sari, at=BEFORE)


def test_the_overview_of_a_closed_meeting_says_who_stayed_away(
    visit, closed: Meeting, sari: Membership
):
    body = visit(sari, PATH).content.decode()

    assert "tidak hadir" in body
    assert "Buka kembali rakor yang ditutup" in body


def test_a_form_sent_twice_leads_to_the_meeting_that_is_there(
    visit, draft: Meeting, tiga: Place, sari: Membership
):
    values = details(tiga, purpose="Tujuan yang lain") | {"host": tiga.pk}

    told = visit(sari, "/kerja/rakor/baru/", values).content.decode()

    assert f'<a href="{PATH}">Buka</a>' in told
    assert "Tujuan yang lain" in told
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("part", ["pembukaan", "panitia", "peserta", "tata-tertib"])
def test_what_stands_still_after_the_closing_is_read_but_not_changed(
    visit, closed: Meeting, sari: Membership, part: str
):
    read = visit(sari, f"{PATH}{part}/")
    body = read.content.decode()

    assert read.status_code == 200
    assert "tidak dapat diubah lagi" in body
    assert '<form method="post"' not in body.split("<main", 1)[1]
    assert f"{PATH}{part}/" in visit(sari, PATH).content.decode()
    assert visit(sari, f"{PATH}{part}/", {}).status_code == 409
