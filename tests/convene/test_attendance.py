"""Three doors: the card read by staff, the code of the hall, the desk."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.convene import acts, cards, guards, hall, rules
from sinergi.convene.acts import Outcome
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import ALPHABET, Door, MeetingState, ScanLack
from sinergi.convene.words import SCAN_LACK
from sinergi.core import ledger
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Role
from tests.cast import member
from tests.convene.conftest import BEFORE, FIRST, LAST, OPENING_DAY

MINUTE = timedelta(minutes=1)
MOMENTS = st.integers(0, 4_000_000_000)


@pytest.fixture
def delegate(ready: Meeting, satu) -> Participant:
    return ready.participants.get(government=satu)


@pytest.fixture
def putri(ready: Meeting, province, sari: Membership) -> Membership:
    """Putri checks in at the door and has no other office."""
    putri = member("Putri", province, Role.ATTENDANT)
    acts.name_committee(
        ready,
        person=putri.person,
        role=rules.CommitteeRole.DESK,
        by=sari,
        at=BEFORE,
    )
    return putri


def scan(meeting, participant, by, *, scanned_at, at=None):
    return acts.take_scan(
        meeting,
        cards.token_of(participant),
        scanned_at=scanned_at,
        by=by,
        at=at or scanned_at,
    )


# Codes


@given(secret=st.binary(min_size=1), at=MOMENTS)
def test_a_code_has_six_signs_none_of_which_is_mistaken_for_another(secret, at):
    code = rules.hall_code(secret, OPENING_DAY.fromtimestamp(at, OPENING_DAY.tzinfo))

    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    assert not set("0O1IL") & set(ALPHABET)


@given(secret=st.binary(min_size=1), at=MOMENTS, late=st.integers(0, 3600))
def test_a_code_of_the_hall_holds_for_its_half_minute_and_the_next(secret, at, late):
    shown = OPENING_DAY.fromtimestamp(at, OPENING_DAY.tzinfo)
    typed_at = shown + timedelta(seconds=late)
    code = rules.hall_code(secret, shown)

    holds = rules.hall_code_holds(secret, code.lower(), typed_at)

    steps = int(typed_at.timestamp() // 30) - int(shown.timestamp() // 30)
    if steps <= 1:
        assert holds
    else:
        codes = [
            rules.hall_code(secret, typed_at - timedelta(seconds=30 * back))
            for back in (0, 1)
        ]
        assert holds == (code in codes)


def test_the_code_of_another_hall_opens_nothing():
    assert not rules.hall_code_holds(
        b"satu", rules.hall_code(b"dua", OPENING_DAY), OPENING_DAY
    )


def test_every_participant_has_an_own_card_and_a_forged_seal_is_no_card(ready):
    everybody = list(ready.participants.all())
    tokens = [cards.token_of(each) for each in everybody]

    assert len(set(tokens)) == len(everybody)
    for participant, token in zip(everybody, tokens, strict=True):
        assert cards.holder_of(ready, token) == participant
        other = "A" if token[-1] != "A" else "B"
        assert cards.holder_of(ready, token[:-1] + other) is None
        assert cards.holder_of(ready, token[:6]) is None
    assert cards.holder_of(ready, "") is None


def test_a_code_is_read_as_people_type_it(ready, delegate):
    code = cards.code_of(delegate)

    assert cards.by_code(ready, f" {code[:3].lower()}-{code[3:]} ") == delegate
    assert cards.by_code(ready, code[:5]) is None


def test_a_renewed_card_makes_the_lost_one_worthless(invited, delegate, sari):
    lost = cards.token_of(delegate)

    renewed = acts.renew_card(delegate, by=sari, at=OPENING_DAY)

    assert cards.holder_of(invited, lost) is None
    assert cards.holder_of(invited, cards.token_of(renewed)) == delegate


def test_kadek_cannot_renew_a_card(invited, delegate, kadek):
    with pytest.raises(NotAllowed):
        acts.renew_card(delegate, by=kadek, at=OPENING_DAY)


# The attendant


def test_an_attendant_checks_in_and_takes_back_and_adds_nobody(
    invited, delegate, putri, satu
):
    here = acts.check_in(delegate, door=Door.SCAN, by=putri, at=OPENING_DAY)

    acts.undo_check_in(here, reason="Salah orang", by=putri, at=OPENING_DAY)
    with pytest.raises(NotAllowed):
        acts.add_participant(
            invited, government=satu, office="Sekretaris", by=putri, at=OPENING_DAY
        )


def test_an_attendant_has_no_other_task_than_the_desk(ready, putri, sari):
    with pytest.raises(acts.StandsBeside):
        acts.name_committee(
            ready,
            person=putri.person,
            role=rules.CommitteeRole.CHAIR,
            by=sari,
            at=BEFORE,
        )


def test_an_attendant_who_is_not_named_checks_nobody_in(invited, delegate, province):
    stranger = member("Made", province, Role.ATTENDANT)

    with pytest.raises(NotAllowed):
        acts.check_in(delegate, by=stranger, at=OPENING_DAY)


# The hall


@pytest.fixture
def opened(invited, plenary, budi):
    return acts.open_hall_code(plenary, by=budi, at=OPENING_DAY)


def test_who_holds_a_card_checks_in_with_the_code_of_the_hall(
    opened, plenary, delegate
):
    code = hall.shown(opened, OPENING_DAY)

    came = acts.check_in_in_hall(
        delegate, plenary, typed=code, by=None, at=OPENING_DAY + timedelta(seconds=20)
    )

    assert (came.door, came.session, came.by) == (Door.HALL, plenary, None)
    event = LedgerEvent.objects.order_by("-seq").first()
    assert event.is_by_link
    assert ledger.verify() is None


def test_a_code_of_a_minute_ago_is_too_old(opened, plenary, delegate):
    code = hall.shown(opened, OPENING_DAY)

    with pytest.raises(acts.WrongCode):
        acts.check_in_in_hall(
            delegate, plenary, typed=code, by=None, at=OPENING_DAY + MINUTE
        )


def test_a_closed_hall_takes_no_code_and_a_reopened_one_shows_another(
    opened, plenary, delegate, budi
):
    code = hall.shown(opened, OPENING_DAY)

    acts.close_hall_code(plenary, by=budi, at=OPENING_DAY)
    with pytest.raises(acts.HallClosed):
        acts.check_in_in_hall(delegate, plenary, typed=code, by=None, at=OPENING_DAY)
    again = acts.open_hall_code(plenary, by=budi, at=OPENING_DAY)

    assert hall.shown(again, OPENING_DAY) != code


def test_a_hall_opened_twice_has_one_code(opened, plenary, sari):
    assert acts.open_hall_code(plenary, by=sari, at=OPENING_DAY) == opened


def test_kadek_opens_no_hall(invited, plenary, kadek):
    with pytest.raises(NotAllowed):
        acts.open_hall_code(plenary, by=kadek, at=OPENING_DAY)


def test_an_account_checks_in_one_participant_of_its_own_government(
    opened, plenary, delegate, kadek, satu, dua, sari
):
    second = acts.add_participant(
        plenary.meeting, government=satu, office="Sekretaris", by=sari, at=OPENING_DAY
    )
    foreign = plenary.meeting.participants.get(government=dua)
    code = hall.shown(opened, OPENING_DAY)

    acts.check_in_in_hall(delegate, plenary, typed=code, by=kadek, at=OPENING_DAY)

    for other in (second, foreign):
        with pytest.raises(acts.NotYou):
            acts.check_in_in_hall(other, plenary, typed=code, by=kadek, at=OPENING_DAY)


def test_somebody_already_here_is_not_counted_twice(opened, plenary, delegate, budi):
    acts.check_in(delegate, by=budi, at=OPENING_DAY)

    with pytest.raises(acts.AlreadyPresent):
        acts.check_in_in_hall(
            delegate,
            plenary,
            typed=hall.shown(opened, OPENING_DAY),
            by=None,
            at=OPENING_DAY,
        )


# Scans that come in later


def test_a_scan_is_recorded_at_the_moment_it_was_made(running, delegate, budi):
    later = OPENING_DAY + timedelta(hours=3)

    taken = scan(running, delegate, budi, scanned_at=OPENING_DAY, at=later)

    assert taken.outcome is Outcome.RECORDED
    assert taken.attendance.checked_in_at == OPENING_DAY
    assert taken.attendance.recorded_at == later
    assert taken.attendance.door == Door.SCAN


def test_a_scan_sent_twice_does_nothing_the_second_time(running, delegate, budi):
    scan(running, delegate, budi, scanned_at=OPENING_DAY)
    events = LedgerEvent.objects.count()

    again = scan(
        running, delegate, budi, scanned_at=OPENING_DAY, at=OPENING_DAY + MINUTE
    )

    assert again.outcome is Outcome.ALREADY
    assert LedgerEvent.objects.count() == events


@pytest.mark.parametrize("order", [(0, 7), (7, 0)], ids=["in order", "late first"])
def test_of_two_scanners_without_a_network_the_first_scan_wins(
    running, delegate, budi, sari, order
):
    for by, minutes in zip((budi, sari), order, strict=True):
        scan(
            running,
            delegate,
            by,
            scanned_at=OPENING_DAY + minutes * MINUTE,
            at=OPENING_DAY + timedelta(hours=1),
        )

    came = delegate.attendances.get()
    assert came.checked_in_at == OPENING_DAY
    assert came.by == (budi, sari)[order.index(0)]


def test_an_earlier_scan_moves_what_the_desk_wrote_and_both_are_in_the_ledger(
    running, delegate, budi
):
    acts.check_in(delegate, by=budi, at=OPENING_DAY + 5 * MINUTE)

    taken = scan(
        running,
        delegate,
        budi,
        scanned_at=OPENING_DAY,
        at=OPENING_DAY + 10 * MINUTE,
    )

    assert taken.outcome is Outcome.EARLIER
    event = LedgerEvent.objects.get(action="move_check_in")
    assert '"door":"desk"' in event.body
    assert '"door":"scan"' in event.body


def test_what_the_desk_took_back_does_not_return_with_an_old_scan(
    running, delegate, budi
):
    here = acts.check_in(delegate, by=budi, at=OPENING_DAY)
    acts.undo_check_in(here, reason="Salah", by=budi, at=OPENING_DAY + 5 * MINUTE)

    with pytest.raises(acts.TakenBack):
        scan(running, delegate, budi, scanned_at=OPENING_DAY, at=OPENING_DAY + MINUTE)

    newer = OPENING_DAY + 9 * MINUTE
    assert scan(running, delegate, budi, scanned_at=newer).outcome is Outcome.RECORDED


@pytest.mark.parametrize(
    ("scanned_at", "lack"),
    [
        (OPENING_DAY + MINUTE, ScanLack.FUTURE),
        (OPENING_DAY - timedelta(days=1), ScanLack.BEFORE),
    ],
)
def test_a_scan_of_the_future_or_before_the_meeting_is_refused(
    running, delegate, budi, scanned_at, lack
):
    with pytest.raises(acts.ScanRefused) as refused:
        scan(running, delegate, budi, scanned_at=scanned_at, at=OPENING_DAY)

    assert str(refused.value) == str(SCAN_LACK[lack])
    assert not Attendance.objects.exists()


def test_a_scan_from_before_the_closing_still_counts_after_it(closed, delegate, budi):
    end = closed.closed_at

    taken = scan(
        closed, delegate, budi, scanned_at=end - MINUTE, at=end + timedelta(hours=2)
    )

    assert taken.outcome is Outcome.RECORDED
    with pytest.raises(acts.ScanRefused):
        scan(closed, delegate, budi, scanned_at=end + MINUTE)


def test_a_code_typed_at_the_scanner_is_taken_like_a_card(running, delegate, putri):
    taken = acts.take_scan(
        running,
        cards.code_of(delegate),
        scanned_at=OPENING_DAY,
        by=putri,
        at=OPENING_DAY,
    )

    assert taken.attendance.participant == delegate


@pytest.mark.parametrize("text", ["", "AAAAAA", "AAAAAA-0123456789abcdef012345", "-"])
def test_what_is_no_card_is_refused(running, budi, text):
    with pytest.raises(acts.NoSuchCard):
        acts.take_scan(running, text, scanned_at=OPENING_DAY, by=budi, at=OPENING_DAY)


def test_kadek_sends_no_scans(running, delegate, kadek):
    with pytest.raises(NotAllowed):
        scan(running, delegate, kadek, scanned_at=OPENING_DAY)


@given(
    state=st.sampled_from(MeetingState),
    minutes=st.integers(-20_000, 20_000),
    closed=st.none() | st.integers(-20_000, 20_000),
)
def test_no_scan_counts_that_lies_ahead_or_before_the_first_day(state, minutes, closed):
    scanned = OPENING_DAY + minutes * MINUTE
    day = rules.local_day(scanned, "Asia/Makassar")

    lack = rules.scan_lack(
        state,
        scanned_at=scanned,
        at=OPENING_DAY,
        day=day,
        starts_on=FIRST,
        ends_on=LAST,
        closed_at=OPENING_DAY + closed * MINUTE if closed is not None else None,
    )

    if minutes > 0:
        assert lack is ScanLack.FUTURE
    elif day < date(2026, 3, 4):
        assert lack is ScanLack.BEFORE
    elif state in (MeetingState.DRAFT, MeetingState.MINUTES_APPROVED):
        assert lack is ScanLack.NOT_OPEN


def test_a_simulated_account_checks_nobody_in_at_a_real_meeting(
    invited, delegate, budi
):
    budi.person.is_simulated = True

    with pytest.raises(guards.OtherWorld):
        acts.check_in(delegate, by=budi, at=OPENING_DAY)
