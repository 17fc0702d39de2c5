"""A button pressed twice does a thing once, and the second answer is no puzzle."""

from datetime import date

import pytest
from django.urls import reverse

from sinergi.agree import acts
from sinergi.agree.models import Guideline, Position, Recommendation, RecordOfAgreement
from sinergi.agree.rules import Action, Stance, State, is_taken
from sinergi.convene.rules import MeetingState
from sinergi.core.models import Document, LedgerEvent
from tests.agree.conftest import NOW, TEXT, reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(client):
    """Send the same form twice; what the second one answers, and the entries made."""

    def send(by, name, args, sent):
        client.force_login(by.person)
        address = reverse(f"agree_work:{name}", args=args)
        client.post(address, sent)
        entries = LedgerEvent.objects.count()
        answer = client.post(address, sent, follow=True)
        assert LedgerEvent.objects.count() == entries
        assert answer.status_code == 200
        assert answer.redirect_chain, "a form with an error, not the page after saving"
        return answer.content.decode()

    return send


def test_every_step_taken_twice_says_what_the_first_one_said(
    twice, drafted, kadek, group_chair, chair, answer, present, item
):
    under = {"agenda_item": item.pk}
    steps = [
        (kadek, "ajukan", {}, "Diajukan sebagai REK-2026-PTIK-01"),
        (group_chair, "bahas", {}, "Kelompok membahas"),
        (group_chair, "sepakati-kelompok", {}, "Kelompok menyepakati"),
        (group_chair, "teruskan", under, "diteruskan ke pleno"),
        (chair, "buka-pleno", {}, "dibuka di sidang pleno"),
        (chair, "kembalikan", {"reason": "Rapikan dulu."}, "kembali dibahas kelompok"),
        (group_chair, "sepakati-kelompok", {}, "Kelompok menyepakati"),
        (group_chair, "teruskan", under, "diteruskan ke pleno"),
        (chair, "buka-pleno", {}, "dibuka di sidang pleno"),
        (chair, "sepakati", {}, "REK-2026-PTIK-01 disepakati."),
    ]
    for by, deed, sent, told in steps:
        if deed == "sepakati-kelompok" and not Position.objects.filter(is_start=False):
            answer(Recommendation.objects.get())
        page = twice(by, "step", [drafted.pk, deed], sent)
        assert told in page, deed

    drafted.refresh_from_db()
    assert drafted.state == State.ADOPTED


def test_a_step_of_an_old_page_that_is_not_taken_is_refused(
    client, in_plenary, chair, present
):
    acts.defer(in_plenary, by=chair, at=NOW)
    client.force_login(chair.person)

    page = client.post(reverse("agree_work:step", args=[in_plenary.pk, "sepakati"]), {})

    assert page.status_code == 403
    assert not is_taken(State.DEFERRED, Action.ADOPT)


def test_a_version_sent_twice_is_one_version(twice, in_group, sari):
    sent = {
        "version": 1,
        "text": TEXT.replace("kecamatan", "desa"),
        "edit": "substantive",
        "reason": "Desa.",
    }

    page = twice(sari, "text", [in_group.pk], sent)

    assert in_group.versions.count() == 2
    assert "Versi 2 tersimpan." in page


def test_what_is_expected_sent_twice_asks_nobody_again(twice, in_group, details, sari):
    sent = {
        "seen": acts.seen_of(in_group),
        "title": details.title,
        "programme": details.programme.pk,
        "addressees": [place.pk for place in details.addressees],
        "indicator": details.indicator,
        "target": "20.000",
        "reason": "Target naik.",
    }

    page = twice(sari, "metadata", [in_group.pk], sent)

    assert in_group.versions.count() == 2
    assert "tidak ada yang diminta menanggapi lagi" in page


def test_an_answer_sent_twice_is_one_answer(twice, in_group, kadek):
    sent = {"version": 1, "stance": Stance.AGREE.value, "note": ""}

    page = twice(kadek, "position", [in_group.pk], sent)

    assert "sudah seperti ini" in page


def test_an_answer_carried_over_may_be_given_anew(in_group, kadek, sari):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)
    after = NOW.replace(hour=5)
    acts.write_version(
        in_group.current,
        text=TEXT.replace("Setiap", "Tiap"),
        edit=acts.texts.Edit.EDITORIAL,
        reason="Eja.",
        by=sari,
        at=after,
    )

    again = acts.take_position(
        in_group.current, stance=Stance.AGREE, by=kadek, at=after
    )

    assert not again.is_carried_over


def test_positions_recorded_twice_are_recorded_once(twice, in_group, sari, dua):
    sent = {"version": 1, f"stance-{dua.slug}": "agree"}

    page = twice(sari, "positions", [in_group.pk], sent)

    assert "sudah tercatat seperti ini" in page
    assert "0 tanggapan" not in page


def test_number_and_day_saved_twice_are_saved_once(twice, adopted, sari):
    sent = {"number": "500/1/2026", "agreed_on": "2026-03-04"}

    page = twice(sari, "record", [adopted.meeting.slug], sent)

    assert "sudah seperti ini" in page


def test_a_record_locked_twice_is_one_document(twice, adopted, meeting, sari):
    meeting.state = MeetingState.CLOSED
    meeting.save(update_fields=["state"])
    acts.draft_record(meeting, number="1", agreed_on=date(2026, 3, 4), by=sari, at=NOW)
    as_the_other_tab_saw_it = RecordOfAgreement.objects.get()

    page = twice(sari, "lock", [meeting.slug], {})

    assert "Berita acara sudah dikunci." in page
    with pytest.raises(acts.AlreadyLocked):
        acts.lock_record(as_the_other_tab_saw_it, by=sari, at=NOW)
    assert Document.objects.count() == 1


def test_a_guideline_is_compiled_and_brought_in_force_once(twice, locked, sari):
    slug = locked.meeting.slug
    twice(sari, "guideline", [slug], {"title": "Pedoman", "foreword": "Pengantar."})
    as_the_other_tab_saw_it = Guideline.objects.get()
    explained = {"commentary": "Penjelasan."}
    clause = as_the_other_tab_saw_it.clauses.get()
    assert "sudah seperti ini" in twice(
        sari, "commentary", [slug, clause.pk], explained
    )
    reviewed(as_the_other_tab_saw_it, sari)
    sent = {
        "legal_form": "Surat Edaran",
        "number": "SE/1/2026",
        "in_force_on": "2026-03-20",
    }

    page = twice(sari, "in_force", [slug], sent)

    assert "Pedoman berlaku mulai 20 Maret 2026." in page
    assert Document.objects.filter(kind="pedoman").count() == 1
    with pytest.raises(acts.AlreadyDetermined):
        acts.edit_guideline(
            as_the_other_tab_saw_it, title="x", foreword="", by=sari, at=NOW
        )


def test_an_old_tab_cannot_renumber_a_locked_record_and_keeps_what_was_typed(
    client, locked, sari
):
    client.force_login(sari.person)
    address = reverse("agree_work:record", args=[locked.meeting.slug])

    page = client.post(address, {"number": "500/9/2026", "agreed_on": "2026-03-03"})

    told = page.content.decode()
    assert page.status_code == 409
    assert "dikunci pada 4 Maret 2026 pukul 10.00 WITA" in told
    assert "500/9/2026" in told
    locked.refresh_from_db()
    assert locked.number == "500/1/2026"
