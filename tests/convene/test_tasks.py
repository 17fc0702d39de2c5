"""What is due from whom, and only from them."""

from datetime import timedelta

from sinergi.convene import acts
from sinergi.convene.models import Meeting
from sinergi.convene.tasks import due
from sinergi.core.models import Membership, Person
from tests.convene.conftest import BEFORE, OPENING_DAY


def titles(by: Membership, at) -> list[str]:
    return [str(task.url) for task in due(by, at)]


def test_sari_completes_the_draft_then_sends_the_invitation(
    draft: Meeting, sari: Membership, request
):
    before = titles(sari, BEFORE)
    ready = request.getfixturevalue("ready")
    then = titles(sari, BEFORE)

    acts.send_invitation(ready, letter_number="1", by=sari, at=BEFORE)

    assert before == ["/kerja/rakor/rakor-uji/"]
    assert then == ["/kerja/rakor/rakor-uji/undangan/"]
    assert titles(sari, BEFORE) == []


def test_the_chair_opens_on_the_day_and_closes_on_the_last(
    invited: Meeting, wati: Membership
):
    early = titles(wati, OPENING_DAY - timedelta(days=1))
    on_the_day = titles(wati, OPENING_DAY)

    acts.open_meeting(invited, by=wati, at=OPENING_DAY)

    assert (early, on_the_day) == ([], ["/kerja/rakor/rakor-uji/buka/"])
    assert titles(wati, OPENING_DAY) == []
    assert titles(wati, OPENING_DAY + timedelta(days=2)) == [
        "/kerja/rakor/rakor-uji/tutup/"
    ]


def test_the_desk_has_its_day(invited: Meeting, budi: Membership):
    answer = "/kerja/rakor/rakor-uji/undangan/jawaban/"

    assert titles(budi, OPENING_DAY - timedelta(days=1)) == [answer]
    assert titles(budi, OPENING_DAY) == ["/kerja/rakor/rakor-uji/meja/", answer]


def test_nothing_is_due_from_kadek_or_rini(
    running: Meeting, kadek: Membership, rini: Membership
):
    assert titles(kadek, OPENING_DAY) == titles(rini, OPENING_DAY) == []


def test_a_simulated_account_has_no_task_in_a_real_meeting(
    invited: Meeting, budi: Membership
):
    Person.objects.filter(pk=budi.person_id).update(is_simulated=True)

    assert titles(Membership.objects.get(pk=budi.pk), OPENING_DAY) == []


def test_the_tasks_stand_on_tugas_saya(visit, ready: Meeting, sari: Membership):
    body = visit(sari, "/kerja/").content.decode()

    assert "/kerja/rakor/rakor-uji/undangan/" in body
    assert "Kirim undangan" in body
