"""Texts that go round in writing after the meeting, and what silence means."""

import json
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from sinergi.agree import acts, tasks
from sinergi.agree.models import Position, Recommendation
from sinergi.agree.printed import berita_acara
from sinergi.agree.rules import Edit, Stance, State
from sinergi.convene import acts as convening
from sinergi.convene.guards import WithoutReason
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.core.models import LedgerEvent, Place
from sinergi.core.refusal import NotAllowed
from sinergi.core.vetoes import Vetoed
from tests.agree.conftest import NOW, another
from tests.agree.test_deliberation import entries

CLOSED = NOW + timedelta(hours=4)
# Fourteen days after the closing, and 24:00 of it in Kota Tiga, eight hours ahead.
LAST_DAY = date(2026, 3, 18)
OVER = datetime.fromisoformat("2026-03-19T00:00:00+08:00")
DURING = CLOSED + timedelta(days=3)


@pytest.fixture(autouse=True)
def by_circulation(meeting: Meeting):
    RulesOfProcedure.objects.update(ratification="circulation")


@pytest.fixture
def circulating(agreed_in_group, group_chair) -> Recommendation:
    return acts.circulate(agreed_in_group, by=group_chair, at=NOW)


@pytest.fixture
def going(circulating, chair, meeting, present) -> Recommendation:
    """The meeting has closed and the text goes round."""
    convening.close_meeting(meeting, by=chair, at=CLOSED)
    circulating.refresh_from_db()
    return Recommendation.objects.get(pk=circulating.pk)


@pytest.fixture
def unanswered(going) -> Recommendation:
    """As if nobody of those addressed had been in the group."""
    Position.objects.filter(is_start=False).delete()
    return going


def say(recommendation, by, stance=Stance.AGREE, note="", at=DURING):
    return acts.take_position(
        recommendation.current, stance=stance, note=note, by=by, at=at
    )


def test_the_words_of_the_group_go_round_as_they_are(circulating):
    assert circulating.state == State.IN_CIRCULATION
    assert circulating.pinned == circulating.current
    assert circulating.agenda_item is None


def test_a_meeting_that_ratifies_in_writing_forwards_nothing_to_a_plenary(
    agreed_in_group, group_chair, item
):
    with pytest.raises(acts.NotThisStep):
        acts.forward(agreed_in_group, agenda_item=item, by=group_chair, at=NOW)


def test_kadek_answers_after_the_meeting_until_the_end_of_the_last_day(
    unanswered, kadek
):
    taken = say(unanswered, kadek, at=OVER - timedelta(seconds=1))

    assert taken.stance == Stance.AGREE
    with pytest.raises(acts.NotOpen, match="18 Maret 2026"):
        say(unanswered, kadek, Stance.OBJECT, "Terlambat.", at=OVER)


def test_the_last_day_ends_where_the_owing_government_is(unanswered, kadek, satu):
    Place.objects.filter(pk=satu.pk).update(time_zone="Asia/Jayapura")
    kadek.government.refresh_from_db()

    with pytest.raises(acts.NotOpen):
        say(unanswered, kadek, at=OVER - timedelta(minutes=30))


def test_sari_writes_down_a_letter_but_no_silence_before_the_end(
    unanswered, sari, satu, dua
):
    recorded = acts.record_position(
        unanswered.current, government=satu, stance=Stance.AGREE, by=sari, at=DURING
    )

    assert recorded.is_recorded_by_secretariat
    with pytest.raises(acts.StanceNotTaken, match="edaran"):
        acts.record_position(
            unanswered.current, government=dua, stance=Stance.ABSENT, by=sari, at=DURING
        )


def test_absence_from_the_hall_is_no_answer_in_writing(going, sari, dua, kadek):
    Position.objects.filter(government=dua).update(
        stance=Stance.ABSENT, is_recorded_by_secretariat=True
    )

    with pytest.raises(acts.StillGoesRound, match="Kabupaten Dua"):
        acts.close_circulation(going.meeting, by=sari, at=DURING)


def test_nothing_is_decided_in_writing_while_the_meeting_runs(circulating, sari, chair):
    for by in (sari, chair):
        with pytest.raises(acts.StillGoesRound):
            acts.adopt(circulating, by=by, at=NOW)
        with pytest.raises(acts.StillGoesRound):
            acts.defer(circulating, by=by, at=NOW)

    assert acts.refer_back(circulating, reason="x", by=chair, at=NOW).pinned is None


def test_the_circulation_closes_early_once_all_who_must_have_answered(going, sari):
    [ratified] = acts.close_circulation(going.meeting, by=sari, at=DURING)

    assert ratified.state == State.ADOPTED
    assert ratified.adopted_at == DURING


def test_a_silent_government_counts_as_absent_where_the_tata_tertib_says_so(
    unanswered, kadek, chair, dua
):
    say(unanswered, kadek)
    with pytest.raises(acts.StillGoesRound):
        acts.close_circulation(unanswered.meeting, by=chair, at=OVER - timedelta(1))
    RulesOfProcedure.objects.update(quorum_percent=50)

    [ratified] = acts.close_circulation(unanswered.meeting, by=chair, at=OVER)

    silence = ratified.current.positions.get(government=dua)
    assert ratified.state == State.ADOPTED
    assert silence.stance == Stance.ABSENT
    assert silence.is_recorded_by_secretariat
    told = json.loads(entries(ratified).last().body)["after"]["positions"]
    assert told == {dua.slug: {"stance": "absent", "note_sha256": ""}}


def test_a_silent_government_holds_a_text_up_where_the_tata_tertib_says_so(
    unanswered, kadek, sari, dua
):
    RulesOfProcedure.objects.update(absence_answers=False, quorum_percent=50)
    say(unanswered, kadek)

    [deferred] = acts.close_circulation(unanswered.meeting, by=sari, at=OVER)

    assert deferred.state == State.DEFERRED
    assert dua.name in deferred.closed_because
    assert deferred.current.positions.get(government=dua).stance == Stance.ABSENT


def test_nothing_is_ratified_by_silence_alone(unanswered, kadek, sari):
    say(unanswered, kadek)
    with pytest.raises(acts.TooSilent, match="1"):
        acts.adopt(unanswered, by=sari, at=OVER)

    [deferred] = acts.close_circulation(unanswered.meeting, by=sari, at=OVER)

    assert deferred.state == State.DEFERRED
    assert "1 dari 2" in deferred.closed_because


def test_an_objection_in_writing_defers_the_text_and_only_that(
    meeting, group, details, submitted, group_chair, kadek, head_of_dua, chair, sari,
    budi, present,
):  # fmt: skip
    second = acts.draft(
        meeting=meeting, session=group, details=another(details), text="Lain.",
        by=budi, at=NOW,
    )  # fmt: skip
    texts = [submitted, acts.submit(second, by=kadek, at=NOW)]
    for each in texts:
        acts.discuss_in_group(each, by=group_chair, at=NOW)
        for by in (kadek, head_of_dua):
            say(each, by, at=NOW)
        acts.agree_in_group(each, by=group_chair, at=NOW)
        acts.circulate(each, by=group_chair, at=NOW)
    convening.close_meeting(meeting, by=chair, at=CLOSED)
    say(texts[0], head_of_dua, Stance.OBJECT, "Belum dianggarkan.")

    decided = acts.close_circulation(meeting, by=sari, at=DURING)

    assert [each.state for each in decided] == [State.DEFERRED, State.ADOPTED]
    assert "Keberatan" in decided[0].closed_because


def test_only_chair_and_secretariat_close_and_extend(going, budi, kadek, rini, wati):
    for by in (budi, kadek, rini, wati):
        with pytest.raises(NotAllowed):
            acts.close_circulation(going.meeting, by=by, at=OVER)
        with pytest.raises(NotAllowed):
            convening.extend_circulation(
                going.meeting, until_on=LAST_DAY + timedelta(3), reason="x",
                by=by, at=DURING,
            )  # fmt: skip


def test_the_circulation_is_extended_with_a_reason_before_it_ends(
    unanswered, sari, kadek
):
    meeting = unanswered.meeting
    longer = {"until_on": LAST_DAY + timedelta(7), "reason": "Libur.", "by": sari}
    with pytest.raises(WithoutReason):
        convening.extend_circulation(meeting, **{**longer, "reason": " "}, at=DURING)
    for day in (LAST_DAY, LAST_DAY + timedelta(days=93)):
        with pytest.raises(convening.NotLaterDay):
            convening.extend_circulation(
                meeting, **{**longer, "until_on": day}, at=DURING
            )
    with pytest.raises(convening.CirculationOver):
        convening.extend_circulation(meeting, **longer, at=OVER)

    convening.extend_circulation(meeting, **longer, at=OVER - timedelta(hours=1))

    assert meeting.circulation_last_day == LAST_DAY + timedelta(days=7)
    assert say(unanswered, kadek, at=OVER + timedelta(days=6))
    event = LedgerEvent.objects.order_by("seq").filter(action="extend_circulation")
    assert event.get().reason == "Libur."


def test_there_is_nothing_to_extend_before_the_closing_or_without_a_text(
    circulating, agreed_in_group, sari, chair, present
):
    meeting = circulating.meeting
    longer = {"until_on": LAST_DAY + timedelta(7), "reason": "x", "by": sari}
    with pytest.raises(convening.NotCirculating):
        convening.extend_circulation(meeting, **longer, at=NOW)
    acts.refer_back(circulating, reason="x", by=chair, at=NOW)
    convening.close_meeting(meeting, by=chair, at=CLOSED)

    with pytest.raises(Vetoed):
        convening.extend_circulation(meeting, **longer, at=DURING)
    with pytest.raises(acts.NothingGoesRound):
        acts.close_circulation(meeting, by=sari, at=DURING)


def test_an_editorial_edit_is_disputed_in_writing_and_all_are_asked_again(
    in_group, answer, group_chair, chair, meeting, head_of_dua, sari, present
):
    answer(in_group)
    acts.write_version(
        in_group.current,
        text=f"{in_group.current.as_typed},",
        edit=Edit.EDITORIAL,
        reason="Tanda baca.",
        by=group_chair,
        at=NOW,
    )
    acts.agree_in_group(in_group, by=group_chair, at=NOW)
    acts.circulate(in_group, by=group_chair, at=NOW)
    convening.close_meeting(meeting, by=chair, at=CLOSED)

    asked = acts.dispute_edit(
        in_group.current, reason="Bermakna lain.", by=head_of_dua, at=DURING
    )

    assert in_group.current == in_group.pinned == asked
    with pytest.raises(acts.StillGoesRound):
        acts.close_circulation(meeting, by=sari, at=DURING)


def test_the_berita_acara_says_that_it_was_ratified_by_circulation_and_when(
    unanswered, kadek, sari, dua
):
    RulesOfProcedure.objects.update(quorum_percent=50)
    say(unanswered, kadek)
    acts.close_circulation(unanswered.meeting, by=sari, at=OVER)
    record = acts.draft_record(
        unanswered.meeting, number="500/1/2026", agreed_on=date(2026, 3, 19),
        by=sari, at=OVER,
    )  # fmt: skip

    record = acts.lock_record(record, by=sari, at=OVER)

    content = json.loads(record.document.content)
    assert content["ratification"] == {
        "by": "circulation",
        "last_day": "2026-03-18",
        "extended_because": "",
        "ratified_on": ["2026-03-19"],
    }
    paper = PdfReader(BytesIO(berita_acara(content, None, origin="http://test")))
    text = " ".join(" ".join(each.extract_text() for each in paper.pages).split())
    assert "tertulis sampai dengan 18 Maret 2026 pukul 24.00 waktu setempat" in text
    assert "disahkan melalui edaran pada 19 Maret 2026" in text
    assert "tidak memberi tanggapan tertulis" in text


def test_the_record_waits_until_the_circulation_is_closed(going, sari):
    record = acts.draft_record(
        going.meeting, number="1", agreed_on=date(2026, 3, 5), by=sari, at=DURING
    )

    with pytest.raises(acts.NotLockable):
        acts.lock_record(record, by=sari, at=DURING)


def test_heads_are_asked_in_writing_with_the_day_and_the_chair_waits(
    unanswered, kadek, budi, chair, sari
):
    asked = list(tasks.due(kadek, DURING))
    waiting = list(tasks.due(chair, DURING))

    assert [str(t.title) for t in asked] == ["Tanggapan tertulis sampai 18 Maret 2026"]
    assert asked[0].due_at == OVER
    assert [str(t.title) for t in waiting] == ["Tutup edaran"]
    assert waiting[0].waiting_for_others
    assert not list(tasks.due(budi, DURING))
    assert not list(tasks.due(kadek, OVER))
    assert not next(iter(tasks.due(sari, OVER))).waiting_for_others


@pytest.fixture
def now(monkeypatch):
    """The doors look at this clock."""

    def at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return at


def page(client, by, path, **data):
    client.force_login(by.person)
    reached = client.post(path, data) if data else client.get(path)
    assert reached.status_code in (200, 302), reached.content.decode()[:2000]
    return reached.content.decode()


def test_the_page_of_the_circulation_leads_every_hand(
    client, unanswered, kadek, sari, head_of_dua, now
):
    now(DURING)
    round_ = f"/kerja/rekomendasi/rakor/{unanswered.meeting.slug}/edaran/"
    answer = f"/kerja/rekomendasi/{unanswered.pk}/tanggapan/"

    before = page(client, kadek, round_)
    page(client, kadek, answer, version=1, stance="agree", note="")
    after = page(client, kadek, round_)
    early = page(client, sari, round_)
    now(OVER)
    late = page(client, sari, round_)

    assert "0 dari 2 pemerintah daerah" in before
    assert "Tanggapi secara tertulis" in before
    assert "1 dari 2 pemerintah daerah" in after
    assert "Perpanjang edaran" in early
    assert "Tutup edaran" not in early
    assert "Perpanjang edaran" not in late
    assert "Tutup edaran" in late


def test_sari_reads_what_closing_brings_before_she_closes(
    client, unanswered, kadek, sari, now
):
    now(OVER)
    say(unanswered, kadek)
    close = f"/kerja/rekomendasi/rakor/{unanswered.meeting.slug}/edaran/tutup/"

    shown = page(client, sari, close)
    page(client, sari, close, tutup="ya")

    unanswered.refresh_from_db()
    assert "Ditunda, dengan alasan ini" in shown
    assert unanswered.state == State.DEFERRED


def test_sari_extends_on_the_page_and_the_meeting_shows_the_new_day(
    client, unanswered, sari, now
):
    now(DURING)
    slug = unanswered.meeting.slug
    extend = f"/kerja/rakor/{slug}/edaran/perpanjang/"

    page(client, sari, extend, until_on="2026-03-25", reason="Libur bersama.")
    shown = page(client, sari, f"/kerja/rekomendasi/rakor/{slug}/edaran/")

    assert "25 Maret 2026" in shown
    assert "Libur bersama." in shown


def test_the_form_of_the_secretariat_offers_no_absence_in_writing(
    client, unanswered, sari, now
):
    now(DURING)

    shown = page(client, sari, f"/kerja/rekomendasi/{unanswered.pk}/catat-tanggapan/")

    assert 'value="agree"' in shown
    assert 'value="absent"' not in shown


def test_a_late_answer_is_kept_in_the_form_with_the_reason(
    client, unanswered, kadek, now
):
    now(OVER)
    client.force_login(kadek.person)

    reached = client.post(
        f"/kerja/rekomendasi/{unanswered.pk}/tanggapan/",
        {"version": 1, "stance": "object", "note": "Belum dianggarkan."},
    )

    assert "sampai akhir 18 Maret 2026" in reached.content.decode()
    assert "Belum dianggarkan." in reached.content.decode()


def test_the_api_says_how_a_text_was_ratified(client, going, sari):
    acts.close_circulation(going.meeting, by=sari, at=DURING)

    meeting = client.get(f"/api/v1/meetings/{going.meeting.slug}/").json()
    [text] = client.get("/api/v1/recommendations/").json()

    assert meeting["ratification"] == text["ratification"] == "circulation"
    assert meeting["circulation_last_day"] == LAST_DAY.isoformat()
