"""Minutes: written, decided, commented, approved."""

import io
from datetime import timedelta

import pytest
from docx import Document as Docx
from pypdf import PdfReader

from sinergi.convene import acts, guards
from sinergi.convene.models import MinutesComment
from sinergi.convene.rules import CommitteeRole, MeetingState, MinutesLack
from sinergi.convene.rules import minutes_lacks as lacks
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Role
from sinergi.core.stale import Overtaken
from tests.cast import member
from tests.convene.conftest import BEFORE, OPENING_DAY

CLOSING = OPENING_DAY + timedelta(days=2)
TEXT = "Rapat dibuka.\n\nPaparan disampaikan."


@pytest.fixture
def nyoman(ready, province, sari):
    """Nyoman takes the minutes."""
    nyoman = member("Nyoman", province, Role.OPERATOR)
    acts.name_committee(
        ready,
        person=nyoman.person,
        role=CommitteeRole.MINUTE_TAKER,
        by=sari,
        at=BEFORE,
    )
    return nyoman


@pytest.fixture
def held(nyoman, invited, wati):
    """The meeting runs, and Nyoman writes."""
    return acts.open_meeting(invited, by=wati, at=OPENING_DAY)


@pytest.fixture
def over(held, plenary, group, nyoman, wati):
    """Closed, with minutes of every session."""
    for session in (plenary, group):
        acts.write_minutes(session, text=TEXT, by=nyoman, at=OPENING_DAY)
    return acts.close_meeting(held, by=wati, at=CLOSING)


@pytest.fixture
def approved(over, wati):
    return acts.approve_minutes(over, by=wati, at=CLOSING + timedelta(days=4))


def at_clock(monkeypatch, moment):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def test_every_revision_stays(held, plenary, nyoman):
    acts.write_minutes(plenary, text="Satu.", by=nyoman, at=OPENING_DAY)

    acts.write_minutes(plenary, text="Dua.", by=nyoman, at=OPENING_DAY)

    texts = plenary.revisions.values_list("number", "text")
    assert list(texts) == [(1, "Satu."), (2, "Dua.")]


def test_saving_the_same_text_makes_no_revision(held, plenary, nyoman):
    acts.write_minutes(plenary, text="Satu.", by=nyoman, at=OPENING_DAY)

    acts.write_minutes(plenary, text=" Satu.\r\n", by=nyoman, at=OPENING_DAY)

    assert plenary.revisions.count() == 1


def test_an_old_tab_overwrites_nothing(held, plenary, nyoman):
    seen = acts.seen_of_minutes(plenary)
    acts.write_minutes(plenary, text="Rekan.", seen=seen, by=nyoman, at=OPENING_DAY)

    with pytest.raises(Overtaken):
        acts.write_minutes(plenary, text="Saya.", seen=seen, by=nyoman, at=OPENING_DAY)

    assert plenary.revisions.get().text == "Rekan."


def test_only_the_minute_taker_writes(held, plenary, sari, wati, kadek):
    for by in (sari, wati, kadek):
        with pytest.raises(NotAllowed):
            acts.write_minutes(plenary, text=TEXT, by=by, at=OPENING_DAY)


def test_empty_minutes_are_no_minutes(held, plenary, nyoman):
    with pytest.raises(acts.EmptyText):
        acts.write_minutes(plenary, text=" \n ", by=nyoman, at=OPENING_DAY)


def test_the_ledger_knows_which_text_it_was_and_not_what_it_says(held, plenary, nyoman):
    acts.write_minutes(plenary, text="Bapak Anu berkata.", by=nyoman, at=OPENING_DAY)

    event = LedgerEvent.objects.order_by("-seq").first()

    assert "Anu" not in event.body
    assert plenary.revisions.get().sha256 in event.body


def test_decisions_are_written_down_while_the_meeting_runs(
    held, plenary, wati, nyoman, kadek
):
    item = plenary.agenda.get()
    acts.record_decision(item, text="Disetujui.", by=wati, at=OPENING_DAY)
    with pytest.raises(NotAllowed):
        acts.record_decision(item, text="Tidak.", by=kadek, at=OPENING_DAY)
    acts.close_meeting(held, by=wati, at=CLOSING)

    with pytest.raises(guards.NotNow):
        acts.record_decision(item, text="Lagi.", by=nyoman, at=CLOSING)

    assert [each.text for each in item.decisions.all()] == ["Disetujui."]


def test_a_decision_or_comment_sent_twice_stands_once(
    held, plenary, nyoman, wati, kadek
):
    item = plenary.agenda.get()

    for _twice in range(2):
        acts.record_decision(item, text="Disetujui.", by=nyoman, at=OPENING_DAY)
    acts.close_meeting(held, by=wati, at=CLOSING)
    for _twice in range(2):
        acts.comment_minutes(plenary, text="Keliru.", by=kadek, at=CLOSING)

    assert item.decisions.count() == 1
    assert plenary.comments.count() == 1


def test_a_decision_taken_back_stays_on_record_with_its_reason(held, plenary, nyoman):
    item = plenary.agenda.get()
    decision = acts.record_decision(item, text="Keliru.", by=nyoman, at=OPENING_DAY)
    with pytest.raises(guards.WithoutReason):
        acts.withdraw_decision(decision, reason=" ", by=nyoman, at=OPENING_DAY)

    acts.withdraw_decision(decision, reason="Salah dengar.", by=nyoman, at=OPENING_DAY)

    assert item.decisions.count() == 1
    assert item.decisions.standing().count() == 0


def test_a_government_comments_within_its_days_and_not_before_the_closing(
    held, plenary, group, nyoman, wati, kadek
):
    acts.write_minutes(plenary, text=TEXT, by=nyoman, at=OPENING_DAY)
    with pytest.raises(acts.WindowClosed):
        acts.comment_minutes(plenary, text="Keliru.", by=kadek, at=OPENING_DAY)
    acts.close_meeting(held, by=wati, at=CLOSING)
    plenary.refresh_from_db()
    last = plenary.meeting.comments_until

    acts.comment_minutes(
        plenary, text="Keliru.", by=kadek, at=last - timedelta(minutes=1)
    )
    with pytest.raises(acts.WindowClosed):
        acts.comment_minutes(plenary, text="Lagi.", by=kadek, at=last)

    # Three whole days after the day of closing, in the zone of the meeting.
    assert last.isoformat() == "2026-03-10T00:00:00+08:00"
    assert plenary.comments.get().government == kadek.government


def test_the_chair_approves_after_the_window_and_the_answers(
    over, plenary, wati, kadek, nyoman
):
    comment = acts.comment_minutes(plenary, text="Keliru.", by=kadek, at=CLOSING)
    later = over.comments_until
    with pytest.raises(acts.NotApprovable, match="berakhir"):
        acts.approve_minutes(over, by=wati, at=CLOSING)
    with pytest.raises(acts.NotApprovable, match="dijawab"):
        acts.approve_minutes(over, by=wati, at=later)
    acts.answer_comment(comment, answer="Dimuat.", by=nyoman, at=later)

    approved = acts.approve_minutes(over, by=wati, at=later)

    over.refresh_from_db()
    assert over.state == MeetingState.MINUTES_APPROVED
    assert not approved.document.is_public
    assert approved.document.content_sha256 in LedgerEvent.objects.last().body


def test_minutes_of_a_session_that_are_missing_hold_approval_up(
    held, plenary, nyoman, wati
):
    acts.write_minutes(plenary, text=TEXT, by=nyoman, at=OPENING_DAY)
    closed = acts.close_meeting(held, by=wati, at=CLOSING)

    with pytest.raises(acts.NotApprovable, match="sidang"):
        acts.approve_minutes(closed, by=wati, at=CLOSING + timedelta(days=9))


def test_only_the_chair_approves(over, sari, nyoman):
    for by in (sari, nyoman):
        with pytest.raises(NotAllowed):
            acts.approve_minutes(over, by=by, at=CLOSING + timedelta(days=9))


def test_approved_minutes_change_no_more_and_the_meeting_stays_closed(
    approved, plenary, sari, nyoman, kadek
):
    later = CLOSING + timedelta(days=5)
    meeting = approved.meeting
    with pytest.raises(guards.NotNow):
        acts.write_minutes(plenary, text="Lain.", by=nyoman, at=later)
    with pytest.raises(acts.WindowClosed):
        acts.comment_minutes(plenary, text="Lain.", by=kadek, at=later)
    with pytest.raises(guards.NotNow):
        acts.reopen_meeting(meeting, reason="Lupa.", by=sari, at=later)


def test_a_reopened_meeting_begins_its_window_anew(over, sari, wati):
    later = CLOSING + timedelta(days=2)
    acts.reopen_meeting(over, reason="Ada yang lupa.", by=sari, at=later)
    assert over.comments_until is None

    acts.close_meeting(over, by=wati, at=later)

    assert over.comments_until.date().isoformat() == "2026-03-12"


@pytest.mark.parametrize("state", [each for each in MeetingState if each != "closed"])
def test_only_a_closed_meeting_has_minutes_to_approve(state):
    found = lacks(state, at=CLOSING, until=OPENING_DAY, unwritten=0, unanswered=0)

    assert found == [MinutesLack.CLOSED]


# --- pages and papers ----------------------------------------------------


def test_two_who_write_at_once_see_both_texts(held, plenary, nyoman, visit, on_the_day):
    at = f"/kerja/rakor/{held.slug}/notulen/sidang/{plenary.pk}/"
    seen = acts.seen_of_minutes(plenary)
    visit(nyoman, at, {"text": "Naskah rekan.", "seen": seen})

    page = visit(nyoman, at, {"text": "Naskah saya.", "seen": seen})
    now_seen = acts.seen_of_minutes(plenary)
    again = visit(nyoman, at, {"text": "Keduanya.", "seen": now_seen})

    assert "Naskah saya." in page.content.decode()
    assert "Naskah rekan." in page.content.decode()
    assert again.status_code == 302
    assert plenary.revisions.count() == 2


def test_what_was_typed_cannot_break_the_page(held, plenary, nyoman, visit, on_the_day):
    evil = "<script>alert(1)</script>"
    acts.write_minutes(plenary, text=evil, by=nyoman, at=OPENING_DAY)
    acts.record_decision(plenary.agenda.get(), text=evil, by=nyoman, at=OPENING_DAY)

    at = f"/kerja/rakor/{held.slug}/notulen/"
    page = visit(nyoman, at).content.decode()
    stale = visit(nyoman, f"{at}sidang/{plenary.pk}/", {"text": evil, "seen": "old"})

    assert evil not in page
    assert evil not in stale.content.decode()


def test_a_meeting_is_minuted_by_pages_alone(
    held, plenary, group, nyoman, kadek, wati, visit, monkeypatch
):
    at_clock(monkeypatch, OPENING_DAY)
    at = f"/kerja/rakor/{held.slug}/notulen"
    item = plenary.agenda.get()
    visit(nyoman, f"{at}/acara/{item.pk}/", {"text": "Disetujui bersama."})
    for session in (plenary, group):
        visit(nyoman, f"{at}/sidang/{session.pk}/", {"text": TEXT})
    acts.close_meeting(held, by=wati, at=CLOSING)
    at_clock(monkeypatch, CLOSING)
    visit(kadek, f"{at}/sidang/{plenary.pk}/tanggapan/", {"text": "Kurang lengkap."})
    comment = MinutesComment.objects.get()
    visit(nyoman, f"{at}/tanggapan/{comment.pk}/", {"answer": "Sudah lengkap."})
    before = visit(wati, f"{at}/").content.decode()
    at_clock(monkeypatch, CLOSING + timedelta(days=4))
    tasks = visit(wati, "/kerja/").content.decode()
    visit(wati, f"{at}/sahkan/", {})

    after = visit(kadek, f"{at}/").content.decode()

    assert f"{at}/sahkan/" not in before
    assert "Sahkan notulen" in tasks
    assert "Disahkan pimpinan sidang" in after
    assert "Disetujui bersama." in after
    assert "Sudah lengkap." in after


def test_pdf_and_docx_say_the_same(approved, plenary, kadek, visit, on_the_day):
    at = f"/kerja/rakor/{approved.meeting.slug}/notulen"

    pdf = visit(kadek, f"{at}/pdf/")
    docx = visit(kadek, f"{at}/docx/")

    reader = PdfReader(io.BytesIO(pdf.content))
    printed = " ".join(page.extract_text() for page in reader.pages)
    written = Docx(io.BytesIO(docx.content))
    text = " ".join(each.text for each in written.paragraphs)
    for words in ("NOTULEN", "Rapat dibuka.", "Paparan disampaikan.", "Disahkan"):
        assert words in printed
        assert words in text
    assert written.tables[0].rows[0].cells[2].text == "Keputusan"
    assert "DRAF" not in printed
    assert approved.document.code in printed


def test_minutes_not_approved_are_marked_as_a_draft(over, kadek, visit, on_the_day):
    at = f"/kerja/rakor/{over.slug}/notulen"

    pdf = PdfReader(io.BytesIO(visit(kadek, f"{at}/pdf/").content))
    docx = Docx(io.BytesIO(visit(kadek, f"{at}/docx/").content))

    assert "DRAF" in pdf.pages[0].extract_text()
    assert any("DRAF" in each.text for each in docx.paragraphs)


def test_the_public_reads_no_minutes(approved, visit, on_the_day):
    at = f"/kerja/rakor/{approved.meeting.slug}/notulen"

    assert visit(None, f"{at}/pdf/").status_code == 302
    assert visit(None, f"/v/{approved.document.code}/").content.count(b"dibuka") == 0


def test_decisions_of_all_meetings_are_found_by_year_and_word(
    held, plenary, nyoman, kadek, visit, on_the_day
):
    acts.record_decision(
        plenary.agenda.get(), text="Kelas di desa.", by=nyoman, at=OPENING_DAY
    )

    found = visit(kadek, "/kerja/rakor/notulen/?tahun=2026&q=desa").content.decode()
    other = visit(kadek, "/kerja/rakor/notulen/?tahun=2026&q=laut").content.decode()
    pdf = visit(kadek, "/kerja/rakor/notulen/pdf/?tahun=2026")
    none = visit(kadek, "/kerja/rakor/notulen/docx/?tahun=1999")

    assert "Kelas di desa." in found
    assert "Kelas di desa." not in other
    assert pdf["Content-Type"] == "application/pdf"
    assert none.status_code == 404
