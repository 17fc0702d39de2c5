"""The course of a meeting, its desk, and who counts as present."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from sinergi.convene import acts, guards, queries
from sinergi.convene.models import Attendance, Meeting, Session
from sinergi.convene.rules import MeetingKind, MeetingState
from sinergi.core.models import Forum, LedgerEvent, Membership, Place
from sinergi.core.refusal import NotAllowed, StandsAlready
from tests.convene.conftest import BEFORE, FIRST, LAST, OPENING_DAY, details
from tests.convene.test_preparing import last_event

STEPS = {
    "send_invitation": (MeetingState.DRAFT, MeetingState.INVITED),
    "open_meeting": (MeetingState.INVITED, MeetingState.RUNNING),
    "close_meeting": (MeetingState.RUNNING, MeetingState.CLOSED),
    "reopen_meeting": (MeetingState.CLOSED, MeetingState.RUNNING),
}
WORDS = {
    "send_invitation": {"letter_number": "500.12/9"},
    "reopen_meeting": {"reason": "Satu butir terlewat"},
}


@pytest.mark.parametrize("deed", STEPS)
@pytest.mark.parametrize("state", MeetingState)
def test_each_act_leaves_only_the_state_written_for_it(
    ready: Meeting, sari: Membership, wati: Membership, deed: str, state: MeetingState
):
    Meeting.objects.filter(pk=ready.pk).update(state=state)
    by = wati if deed in ("open_meeting", "close_meeting") else sari
    before, after = STEPS[deed]
    events = LedgerEvent.objects.count()

    def act() -> Meeting:
        words = WORDS.get(deed, {})
        return getattr(acts, deed)(ready, **words, by=by, at=OPENING_DAY)

    if state is before:
        assert act().state == after
        assert last_event().action == deed
        assert LedgerEvent.objects.count() == events + 1
    else:
        with pytest.raises(guards.NotNow):
            act()
        ready.refresh_from_db()
        assert ready.state == state
        assert LedgerEvent.objects.count() == events


def test_an_incomplete_draft_is_not_sent_and_says_what_is_missing(
    draft: Meeting, plenary: Session, sari: Membership
):
    with pytest.raises(acts.NotReady) as refusal:
        acts.send_invitation(draft, letter_number="1", by=sari, at=BEFORE)

    assert "tata tertib" in str(refusal.value)


def test_no_meeting_of_any_kind_is_called_without_a_group(
    ready: Meeting, group: Session, sari: Membership
):
    ready.kind = MeetingKind.RAKOR
    ready.save()
    group.delete()

    with pytest.raises(acts.NotReady, match="kelompok bidang"):
        acts.send_invitation(ready, letter_number="1", by=sari, at=BEFORE)


def test_an_invitation_has_a_number(ready: Meeting, sari: Membership):
    with pytest.raises(acts.WithoutNumber):
        acts.send_invitation(ready, letter_number="  ", by=sari, at=BEFORE)


def test_the_number_and_the_moment_of_the_letter_are_kept(invited: Meeting):
    invited.refresh_from_db()

    assert (invited.letter_number, invited.invited_at) == ("500.12/1/2026", BEFORE)
    assert "500.12/1/2026" in last_event().body


def test_the_chair_cannot_open_before_the_first_day(invited: Meeting, wati: Membership):
    with pytest.raises(acts.TooEarly):
        acts.open_meeting(invited, by=wati, at=OPENING_DAY - timedelta(days=1))


@pytest.mark.parametrize("who", ["sari", "budi", "kadek"])
def test_only_the_named_chair_opens(
    invited: Meeting, who: str, request: pytest.FixtureRequest
):
    with pytest.raises(NotAllowed):
        acts.open_meeting(invited, by=request.getfixturevalue(who), at=OPENING_DAY)


def test_a_closed_meeting_is_not_opened_again_by_its_chair(
    closed: Meeting, wati: Membership
):
    with pytest.raises(guards.NotNow):
        acts.open_meeting(closed, by=wati, at=OPENING_DAY)


def test_opening_again_needs_the_secretariat_and_a_reason(
    closed: Meeting, sari: Membership, wati: Membership
):
    with pytest.raises(NotAllowed):
        acts.reopen_meeting(closed, reason="Lupa", by=wati, at=OPENING_DAY)
    with pytest.raises(guards.WithoutReason):
        acts.reopen_meeting(closed, reason=" ", by=sari, at=OPENING_DAY)

    acts.reopen_meeting(closed, reason="Lupa", by=sari, at=OPENING_DAY)

    assert closed.is_running
    assert closed.closed_at is None
    assert last_event().reason == "Lupa"


def test_a_participant_is_checked_in_once_a_day(running: Meeting, budi: Membership):
    participant = running.participants.all()[0]
    acts.check_in(participant, by=budi, at=OPENING_DAY)

    with pytest.raises(acts.AlreadyPresent):
        acts.check_in(participant, by=budi, at=OPENING_DAY + timedelta(hours=3))

    acts.check_in(participant, by=budi, at=OPENING_DAY + timedelta(days=1))
    assert participant.attendances.count() == 2


def test_the_desk_is_open_on_the_day_even_before_the_opening(
    invited: Meeting, budi: Membership
):
    participant = invited.participants.all()[0]

    with pytest.raises(guards.NotNow):
        acts.check_in(participant, by=budi, at=OPENING_DAY - timedelta(days=1))

    assert acts.check_in(participant, by=budi, at=OPENING_DAY).day == FIRST


def test_nobody_is_checked_in_after_closing(closed: Meeting, sari: Membership):
    with pytest.raises(guards.NotNow):
        acts.check_in(closed.participants.all()[0], by=sari, at=OPENING_DAY)


def test_kadek_does_not_check_himself_in(running: Meeting, kadek: Membership):
    with pytest.raises(NotAllowed):
        acts.check_in(running.participants.all()[0], by=kadek, at=OPENING_DAY)

    assert not Attendance.objects.exists()


def test_a_mistaken_check_in_is_taken_back_and_stays_on_record(
    running: Meeting, budi: Membership
):
    participant = running.participants.all()[0]
    mistaken = acts.check_in(participant, by=budi, at=OPENING_DAY)

    acts.undo_check_in(mistaken, reason="Salah orang", by=budi, at=OPENING_DAY)

    assert queries.present_governments(running) == set()
    assert participant.attendances.count() == 1
    assert (last_event().action, last_event().reason) == (
        "undo_check_in",
        "Salah orang",
    )
    with pytest.raises(StandsAlready):
        acts.undo_check_in(mistaken, reason="Lagi", by=budi, at=OPENING_DAY)
    acts.check_in(participant, by=budi, at=OPENING_DAY)
    assert queries.present_governments(running) == {participant.government_id}


def test_taking_back_needs_a_reason(running: Meeting, budi: Membership):
    mistaken = acts.check_in(running.participants.all()[0], by=budi, at=OPENING_DAY)

    with pytest.raises(guards.WithoutReason):
        acts.undo_check_in(mistaken, reason="", by=budi, at=OPENING_DAY)


def test_a_government_is_present_with_its_first_participant(
    running: Meeting, satu: Place, dua: Place, sari: Membership, budi: Membership
):
    acts.add_participant(
        running, government=satu, office="Kabid", by=sari, at=OPENING_DAY
    )
    for participant in running.participants.filter(government=satu):
        acts.check_in(participant, by=budi, at=OPENING_DAY)
    acts.check_in(
        running.participants.get(government=dua),
        by=budi,
        at=OPENING_DAY + timedelta(days=1),
    )

    assert queries.present_governments(running) == {satu.pk, dua.pk}
    assert queries.present_governments(running, FIRST) == {satu.pk}
    assert queries.present_governments(running, LAST) == set()


def test_the_quorum_counts_governments_not_people(running: Meeting, budi: Membership):
    assert not queries.quorum(running).met

    for participant in running.participants.all()[:3]:
        acts.check_in(participant, by=budi, at=OPENING_DAY)

    quorum = queries.quorum(running)
    assert (quorum.present, quorum.seats, quorum.needed) == (3, 4, 3)
    assert quorum.met


@pytest.fixture
def reported(forum: Forum, tiga: Place) -> Meeting:
    report = acts.ReportedMeeting(
        slug="rakor-lama",
        title="Rakor lama",
        kind=MeetingKind.MERGED,
        purpose="Menyelaraskan program.",
        host=tiga,
        venue="Hotel",
        starts_on=FIRST,
        ends_on=LAST,
        facts=[acts.Reported("Teks rekomendasi", "Tidak ditemukan.", "Pencarian")],
    )
    acts.record_reported_meeting(forum, report, at=BEFORE)
    return acts.record_reported_meeting(forum, report, at=BEFORE)


def test_a_reported_meeting_is_recorded_once_by_a_command(reported: Meeting):
    events = LedgerEvent.objects.filter(action="record_reported_meeting")

    assert reported.facts.count() == 1
    assert [event.by for event in events] == [None]


def test_a_reported_meeting_accepts_no_acts(
    reported: Meeting, sari: Membership, tiga: Place
):
    before = LedgerEvent.objects.count()

    for deed in (
        lambda: acts.change_meeting(reported, **details(tiga), by=sari, at=BEFORE),
        lambda: acts.reopen_meeting(reported, reason="x", by=sari, at=BEFORE),
        lambda: acts.add_opening(reported, title="x", office="x", by=sari, at=BEFORE),
        lambda: acts.add_participant(
            reported, government=tiga, office="x", by=sari, at=BEFORE
        ),
    ):
        with pytest.raises(guards.Reported):
            deed()

    assert LedgerEvent.objects.count() == before


def test_the_database_itself_keeps_one_check_in_a_day(
    running: Meeting, budi: Membership
):
    attendance = acts.check_in(running.participants.all()[0], by=budi, at=OPENING_DAY)
    attendance.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        attendance.save(force_insert=True)


def test_the_database_itself_keeps_one_seat_a_task(running: Meeting):
    seat = running.committee.all()[0]
    seat.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        seat.save(force_insert=True)
