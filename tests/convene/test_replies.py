"""The answers to an invitation, the delegates, and what is passed on."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sinergi.convene import acts, guards, rules, sharing
from sinergi.convene.models import Meeting, Participant
from sinergi.convene.rules import Answer, MeetingState
from sinergi.convene.tasks import due
from sinergi.core.bidang_offices import name_bidang_offices
from sinergi.core.files import FileRefused
from sinergi.core.models import LedgerEvent, Membership, Person, StoredFile
from sinergi.core.refusal import NotAllowed
from tests.convene.conftest import BEFORE, FIRST, OPENING_DAY

PDF = b"%PDF-1.7 surat tugas"
LETTER = acts.Letter(PDF, "surat-tugas.pdf")
WHO = acts.Identity("Ni Luh Putu Ayu", "19800101 200501 2 001", "0812-3456-7890")


def answer(meeting, by, wanted=Answer.ATTENDS, **more):
    return acts.answer_invitation(meeting, answer=wanted, by=by, at=BEFORE, **more)


def name(meeting, by, *, office="Kepala Bidang", identity=WHO, seat=None, **more):
    return acts.name_delegate(
        meeting, office=office, identity=identity, seat=seat, by=by, at=BEFORE, **more
    )


def tasks(by, at=BEFORE) -> list[str]:
    return [str(task.title) for task in due(by, at)]


@pytest.mark.parametrize("state", MeetingState)
def test_only_an_invited_meeting_is_answered(state):
    assert rules.may_reply(state) is (state is MeetingState.INVITED)


@pytest.mark.parametrize(
    ("wanted", "reason", "mandate", "lacks"),
    [
        (Answer.ATTENDS, "", False, []),
        (Answer.REPRESENTED, "", False, ["mandate"]),
        (Answer.REPRESENTED, "", True, []),
        (Answer.DECLINES, "  ", False, ["reason"]),
        (Answer.DECLINES, "Rapat paripurna", False, []),
    ],
)
def test_an_answer_needs_its_reason_or_its_mandate(wanted, reason, mandate, lacks):
    assert rules.reply_lacks(wanted, reason=reason, has_mandate=mandate) == lacks


def test_answers_are_due_three_days_before_unless_the_letter_is_late():
    early = rules.usual_reply_day(FIRST, FIRST - timedelta(days=30))
    late = rules.usual_reply_day(FIRST, FIRST - timedelta(days=1))

    assert (early, late) == (date(2026, 3, 1), date(2026, 3, 3))


def test_sari_says_until_when_the_governments_answer(ready: Meeting, sari):
    sent = acts.send_invitation(
        ready, letter_number="1", reply_by=date(2026, 2, 28), by=sari, at=BEFORE
    )

    assert sent.reply_by == date(2026, 2, 28)


@pytest.mark.parametrize("day", [date(2026, 2, 11), date(2026, 3, 5)])
def test_no_answer_is_due_before_the_letter_or_after_the_first_day(ready, sari, day):
    with pytest.raises(acts.NoSuchDay):
        acts.send_invitation(ready, letter_number="1", reply_by=day, by=sari, at=BEFORE)


def test_nothing_is_answered_before_the_invitation_is_sent(ready: Meeting, kadek):
    with pytest.raises(NotAllowed):
        answer(ready, kadek)


def test_budi_answers_for_his_government_and_the_ledger_knows(invited, budi, satu):
    reply = answer(invited, budi)

    event = LedgerEvent.objects.order_by("-seq").first()
    assert (reply.government, reply.comes) == (satu, True)
    assert (event.action, event.object_reference) == (
        "answer_invitation",
        "rakor-uji/kabupaten-satu",
    )


@pytest.mark.parametrize("role", ["rini", "gede", "ayu", "sari"])
def test_who_speaks_for_no_government_does_not_answer(invited, request, role):
    by: Membership = request.getfixturevalue(role)

    with pytest.raises(NotAllowed):
        answer(invited, by)


def test_to_be_represented_takes_a_mandate_as_pdf(invited: Meeting, kadek):
    with pytest.raises(acts.IncompleteReply):
        answer(invited, kadek, Answer.REPRESENTED)
    with pytest.raises(FileRefused):
        answer(
            invited,
            kadek,
            Answer.REPRESENTED,
            mandate=acts.Letter(b"\x89PNG\r\n\x1a\n", "foto.png"),
        )

    reply = answer(invited, kadek, Answer.REPRESENTED, mandate=LETTER)

    assert reply.mandate.media_type == "application/pdf"


def test_a_mandate_stays_when_the_answer_is_sent_once_more(invited: Meeting, kadek):
    first = answer(invited, kadek, Answer.REPRESENTED, mandate=LETTER)

    again = answer(invited, kadek, Answer.REPRESENTED)

    assert again.mandate == first.mandate


def test_a_mandate_no_longer_needed_is_forgotten(invited: Meeting, kadek):
    answer(invited, kadek, Answer.REPRESENTED, mandate=LETTER)

    reply = answer(invited, kadek, Answer.ATTENDS)

    assert reply.mandate is None
    assert not StoredFile.objects.exists()


def test_the_reason_why_nobody_comes_stays_out_of_the_ledger(invited, kadek):
    with pytest.raises(acts.IncompleteReply):
        answer(invited, kadek, Answer.DECLINES)

    reply = answer(invited, kadek, Answer.DECLINES, reason="Berduka")

    assert reply.reason == "Berduka"
    assert not LedgerEvent.objects.filter(body__contains="Berduka").exists()


def test_once_the_meeting_is_open_the_desk_is_told(running: Meeting, kadek):
    with pytest.raises(guards.NotNow):
        answer(running, kadek)


def test_a_simulated_account_does_not_answer_a_real_invitation(invited, budi):
    Person.objects.filter(pk=budi.person_id).update(is_simulated=True)

    with pytest.raises(guards.OtherWorld):
        answer(invited, Membership.objects.get(pk=budi.pk))


def test_a_delegate_takes_an_expected_seat(invited: Meeting, budi, satu):
    answer(invited, budi)
    seat = invited.participants.get(government=satu)

    delegate = name(invited, budi, office="Sekretaris Dinas", seat=seat)

    assert delegate.pk == seat.pk
    assert (delegate.nip, delegate.phone) == ("198001012005012001", "081234567890")
    assert delegate.is_delegate
    assert not delegate.is_own


def test_a_name_a_nip_and_a_phone_never_enter_the_ledger(invited: Meeting, budi):
    answer(invited, budi)
    name(invited, budi)

    written = " ".join(LedgerEvent.objects.values_list("body", flat=True))

    assert "name_delegate" in written
    assert not [each for each in ("Luh", "19800101", "0812") if each in written]


def test_nobody_is_named_before_the_government_says_that_it_comes(invited, budi):
    with pytest.raises(acts.NobodyComes):
        name(invited, budi)
    answer(invited, budi, Answer.DECLINES, reason="Rapat paripurna")
    with pytest.raises(acts.NobodyComes):
        name(invited, budi)


def test_budi_names_nobody_in_the_seat_of_another_government(invited, budi, dua):
    answer(invited, budi)

    with pytest.raises(NotAllowed):
        name(invited, budi, seat=invited.participants.get(government=dua))


@pytest.mark.parametrize(
    "wrong",
    [
        acts.Identity("  "),
        acts.Identity("Ayu", nip="1234"),
        acts.Identity("Ayu", phone="abc"),
    ],
)
def test_a_slip_of_the_pen_is_refused(invited: Meeting, budi, wrong):
    answer(invited, budi)

    with pytest.raises((acts.Nameless, acts.NoSuchNumber)):
        name(invited, budi, identity=wrong)


def test_withdrawn_an_expected_seat_stays_and_an_own_one_goes(invited, budi, satu):
    answer(invited, budi)
    seat = invited.participants.get(government=satu)
    name(invited, budi, office=seat.office, seat=seat)
    extra = name(invited, budi, office="Pranata Humas")

    acts.withdraw_delegate(seat, by=budi, at=BEFORE)
    acts.withdraw_delegate(extra, by=budi, at=BEFORE)

    left = invited.participants.get(government=satu)
    assert (left.name, left.nip, left.is_delegate) == ("", "", False)


def test_the_answer_then_the_names_are_due_from_the_government(invited, kadek):
    before = tasks(kadek)
    answer(invited, kadek)
    then = tasks(kadek)
    name(invited, kadek)

    assert (before, then, tasks(kadek)) == (
        ["Jawab undangan"],
        ["Sebutkan utusan Anda"],
        [],
    )


def test_a_government_that_does_not_come_has_nothing_more_to_do(invited, kadek):
    answer(invited, kadek, Answer.DECLINES, reason="Rapat paripurna")

    assert tasks(kadek) == []


def test_kadek_answers_and_names_a_delegate_on_the_page(invited, kadek, visit):
    page = visit(kadek, "/kerja/rakor/rakor-uji/undangan/jawaban/")
    sent = visit(
        kadek,
        "/kerja/rakor/rakor-uji/undangan/jawaban/",
        {
            "answer": "represented",
            "mandate": SimpleUploadedFile("surat.pdf", PDF, "application/pdf"),
        },
    )
    named = visit(
        kadek,
        "/kerja/rakor/rakor-uji/undangan/utusan/baru/",
        {"name": "Ni Luh", "office": "Sekretaris Dinas", "nip": "", "phone": ""},
    )
    body = visit(kadek, "/kerja/rakor/rakor-uji/undangan/jawaban/").content.decode()

    assert "Kirim jawaban" in page.content.decode()
    assert (sent.status_code, named.status_code) == (302, 302)
    assert "Ni Luh" in body
    assert "Dokumen mandat" in body


def test_a_mandate_is_read_by_its_government_and_the_secretariat(
    invited, kadek, sari, wati, rini, visit
):
    reply = answer(invited, kadek, Answer.REPRESENTED, mandate=LETTER)
    path = f"/kerja/rakor/rakor-uji/undangan/mandat/{reply.pk}/"

    codes = [visit(by, path).status_code for by in (kadek, sari, wati, rini)]

    assert codes == [200, 200, 404, 404]


def test_sari_sees_who_answered_and_what_to_pass_on(invited, kadek, sari, visit):
    answer(invited, kadek)
    name(invited, kadek)

    body = visit(sari, "/kerja/rakor/rakor-uji/undangan/daftar/").content.decode()

    assert "1 dari 4 pemerintah daerah" in body
    assert "Ni Luh Putu Ayu" in body
    assert "*Undangan: Rakor Uji*" in body
    assert "/kerja/rakor/rakor-uji/undangan/jawaban/" in body


def test_no_public_page_and_no_api_names_a_delegate(invited, budi, visit):
    answer(invited, budi)
    name(invited, budi)

    seen = [
        visit(None, path).content.decode()
        for path in ("/rakor/", "/rakor/rakor-uji/", "/api/v1/meetings/rakor-uji/")
    ]

    assert not [body for body in seen if "Luh" in body or "0812" in body]


def test_the_text_to_pass_on_says_what_when_where_and_until_when(invited: Meeting):
    text = sharing.invitation_text(invited, "https://rakor.example")

    assert "4–6 Maret 2026, pukul 10.00 WITA" in text
    assert "Aula Kota Tiga, Kota Tiga" in text
    assert "*Minggu, 1 Maret 2026*" in text
    assert "https://rakor.example/rakor/rakor-uji/" in text


def test_the_preview_card_is_short_and_says_what_is_simulated(invited: Meeting, visit):
    body = visit(None, "/rakor/rakor-uji/").content.decode()
    Meeting.objects.update(provenance="simulated", title="Rakor " * 30)
    card = sharing.card(Meeting.objects.get(), "https://rakor.example")

    assert '<meta property="og:title" content="Rakor Uji">' in body
    assert "4–6 Maret 2026 · Aula Kota Tiga" in body
    assert card.title.startswith("SIMULASI · ")
    assert len(card.title) <= 60


def test_a_checked_in_delegate_stays_on_the_list(running, satu, budi, sari):
    seat = Participant.objects.get(meeting=running, government=satu)
    acts.check_in(seat, by=budi, at=OPENING_DAY)
    Meeting.objects.update(state="invited")

    with pytest.raises(acts.WasPresent):
        acts.withdraw_delegate(seat, by=budi, at=OPENING_DAY)


def test_the_own_office_stands_beside_a_seat_in_a_group(
    ready: Meeting, group, satu, ptik, budi, sari, visit
):
    acts.add_participant(
        ready, government=satu, office="Kabid", session=group, by=sari, at=BEFORE
    )
    name_bidang_offices({ptik: "Bidang Aptika Satu"}, by=budi, at=BEFORE)

    body = visit(sari, "/kerja/rakor/rakor-uji/peserta/").content.decode()

    assert "Bidang Aptika Satu" in body
