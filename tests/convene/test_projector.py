"""The projector: who chooses, what is shown, and to whom."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.convene import access, acts, guards, wall
from sinergi.convene.models import AgendaItem, Meeting
from sinergi.convene.rules import Clock, CommitteeRole, Hung, Subject, as_minutes
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.refusal import NotAllowed, StandsAlready
from sinergi.core.rules import Role
from tests.cast import member
from tests.convene.conftest import BEFORE, OPENING_DAY

MINUTE = timedelta(minutes=1)


@pytest.fixture
def item(plenary) -> AgendaItem:
    return plenary.agenda.get()


@pytest.fixture
def putu(ready: Meeting, satu, sari: Membership) -> Membership:
    """Putu of Kabupaten Satu operates the projector and has no other task."""
    putu = member("Putu", satu, Role.OPERATOR)
    acts.name_committee(
        ready,
        person=putu.person,
        role=CommitteeRole.PROJECTOR,
        by=sari,
        at=BEFORE,
    )
    return putu


def of(item: AgendaItem) -> Subject:
    return Subject("agenda", item.pk)


def show(meeting: Meeting, item: AgendaItem, by: Membership, at=OPENING_DAY):
    return acts.show_on_projector(meeting, of(item), title=item.title, by=by, at=at)


def test_what_is_next_goes_on_the_wall_and_what_was_there_becomes_history(
    running, item, plenary, sari
):
    show(running, item, sari)
    acts.choose_next(
        running, Subject("session", plenary.pk), title="Pleno", by=sari, at=OPENING_DAY
    )

    acts.show_next(running, by=sari, at=OPENING_DAY + MINUTE)

    assert running.projections.now().title == "Pleno"
    assert running.projections.next() is None
    (past,) = running.projections.past()
    assert (past.title, past.taken_off_at) == ("Paparan", OPENING_DAY + MINUTE)


def test_choosing_again_replaces_what_was_to_come_next(running, item, plenary, sari):
    acts.choose_next(running, of(item), title="Satu", by=sari, at=OPENING_DAY)

    acts.choose_next(running, of(item), title="Dua", by=sari, at=OPENING_DAY)

    assert running.projections.next().title == "Dua"
    assert running.projections.filter(hung=Hung.NEXT.value).count() == 1


def test_a_button_pressed_twice_shows_a_thing_once(running, item, sari):
    show(running, item, sari)
    events = LedgerEvent.objects.count()

    show(running, item, sari)

    assert running.projections.count() == 1
    assert LedgerEvent.objects.count() == events


def test_nothing_chosen_cannot_be_shown_and_an_empty_wall_not_taken_down(running, sari):
    with pytest.raises(acts.NothingNext):
        acts.show_next(running, by=sari, at=OPENING_DAY)
    with pytest.raises(acts.NothingShown):
        acts.clear_projector(running, by=sari, at=OPENING_DAY)


def test_a_wall_taken_down_is_empty(running, item, sari):
    show(running, item, sari)

    acts.clear_projector(running, by=sari, at=OPENING_DAY + MINUTE)

    assert running.projections.now() is None


def test_putu_operates_the_projector_and_nothing_else(putu, invited, wati):
    running = acts.open_meeting(invited, by=wati, at=OPENING_DAY)

    assert access.operates(putu, running)
    assert not access.at_desk(putu, running)
    assert not access.chairs(putu, running)
    assert not access.takes_minutes(putu, running)


def test_budi_at_the_desk_does_not_operate_the_projector(running, item, budi):
    with pytest.raises(NotAllowed):
        show(running, item, budi)
    with pytest.raises(NotAllowed):
        acts.start_timer(item, by=budi, at=OPENING_DAY)


def test_a_closed_meeting_shows_what_it_showed_last(closed, item, sari):
    with pytest.raises(guards.NotNow, match="ditutup"):
        show(closed, item, sari)


def test_a_clock_counts_only_while_it_runs(running, item, sari):
    acts.start_timer(item, by=sari, at=OPENING_DAY)
    acts.pause_timer(item, by=sari, at=OPENING_DAY + 10 * MINUTE)
    acts.start_timer(item, by=sari, at=OPENING_DAY + 30 * MINUTE)
    item.refresh_from_db()

    left = item.timer.clock.left(OPENING_DAY + 35 * MINUTE)

    assert left == 75 * MINUTE


def test_starting_one_clock_stops_the_other_of_its_session(
    running, plenary, item, sari
):
    other = acts.add_agenda_item(
        plenary, title="Lain", minutes=5, by=sari, at=OPENING_DAY
    )
    acts.start_timer(item, by=sari, at=OPENING_DAY)

    acts.start_timer(other, by=sari, at=OPENING_DAY + 3 * MINUTE)

    item.refresh_from_db()
    assert (item.timer.started_at, item.timer.spent_seconds) == (None, 180)


def test_a_clock_set_back_has_all_its_minutes(running, item, sari):
    acts.start_timer(item, by=sari, at=OPENING_DAY)

    timer = acts.reset_timer(item, by=sari, at=OPENING_DAY + 3 * MINUTE)

    assert timer.clock.left(OPENING_DAY + 4 * MINUTE) == 90 * MINUTE
    with pytest.raises(acts.StandsStill):
        acts.pause_timer(item, by=sari, at=OPENING_DAY + 4 * MINUTE)


@given(
    minutes=st.integers(1, 600),
    spent=st.integers(0, 9000),
    ran=st.integers(0, 9000),
)
def test_a_clock_neither_loses_nor_makes_time(minutes, spent, ran):
    clock = Clock(minutes, timedelta(seconds=spent), OPENING_DAY)
    at = OPENING_DAY + timedelta(seconds=ran)

    left = clock.left(at)

    assert left + clock.used(at) == timedelta(minutes=minutes)
    assert clock.ends_at == at + left


@pytest.mark.parametrize(
    ("seconds", "text"), [(725, "12:05"), (0, "0:00"), (-30, "-0:30"), (-61, "-1:01")]
)
def test_time_over_is_written_with_a_minus(seconds, text):
    assert as_minutes(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize("text", ["", "agenda", "agenda:", ":1", "a b:1", "agenda:1x"])
def test_what_is_no_subject_is_not_read(text):
    assert Subject.read(text) is None


def test_a_link_lasts_to_the_end_of_its_day_and_no_longer(running, sari):
    key = acts.make_projector_key(
        running, last_day=running.starts_on, by=sari, at=OPENING_DAY
    )
    text = wall.signed(key)

    assert wall.key_of(running, text, key.expires_at - MINUTE) == key
    assert wall.key_of(running, text, key.expires_at) is None
    assert wall.key_of(running, text[:-1] + "x", OPENING_DAY) is None


def test_a_link_outlives_neither_its_meeting_nor_its_revocation(running, sari):
    with pytest.raises(acts.KeyOutsideDays):
        acts.make_projector_key(
            running,
            last_day=running.ends_on + timedelta(days=1),
            by=sari,
            at=OPENING_DAY,
        )
    key = acts.make_projector_key(
        running, last_day=running.ends_on, by=sari, at=OPENING_DAY
    )

    acts.revoke_projector_key(key, by=sari, at=OPENING_DAY)

    assert wall.key_of(running, wall.signed(key), OPENING_DAY) is None
    with pytest.raises(StandsAlready):
        acts.revoke_projector_key(key, by=sari, at=OPENING_DAY)


def test_a_link_of_one_meeting_opens_no_other(running, sari, forum, tiga):
    key = acts.make_projector_key(
        running, last_day=running.ends_on, by=sari, at=OPENING_DAY
    )
    other = Meeting(pk=running.pk + 1, forum=forum, host=tiga)

    assert wall.key_of(other, wall.signed(key), OPENING_DAY) is None


# --- pages ---------------------------------------------------------------


def path(meeting: Meeting, more: str = "") -> str:
    return f"/rakor/{meeting.slug}/layar/{more}"


def test_the_wall_shows_the_item_to_anyone_who_looks(
    running, item, sari, visit, on_the_day
):
    show(running, item, sari)

    page = visit(None, path(running)).content.decode()
    words = visit(None, path(running, "teks/")).content.decode()

    assert "Paparan" in page
    assert "Paparan" in words
    assert 'aria-live="polite"' in page


def test_who_has_it_already_is_told_so_until_something_happens(
    running, item, plenary, sari, visit, on_the_day
):
    first = visit(None, path(running, "?isi=1"))

    again = visit(None, path(running, "?isi=1"), HTTP_IF_NONE_MATCH=first["ETag"])
    show(running, item, sari)
    changed = visit(None, path(running, "?isi=1"), HTTP_IF_NONE_MATCH=first["ETag"])

    assert (first.status_code, again.status_code) == (200, 304)
    assert again.content == b""
    assert changed.status_code == 200
    assert "Paparan" in changed.content.decode()


def test_an_act_that_changes_nothing_on_the_wall_is_still_not_sent(
    running, sari, visit, on_the_day
):
    first = visit(None, path(running, "?isi=1"))
    acts.add_opening(running, title="Doa", office="Kantor", by=sari, at=OPENING_DAY)

    again = visit(None, path(running, "?isi=1"), HTTP_IF_NONE_MATCH=first["ETag"])

    assert again.status_code == 304


def test_a_draft_has_no_wall(ready, visit, on_the_day):
    assert visit(None, path(ready)).status_code == 404


def test_a_link_is_kept_by_the_browser_for_the_wall_only(
    running, sari, client, on_the_day
):
    key = acts.make_projector_key(
        running, last_day=running.ends_on, by=sari, at=OPENING_DAY
    )

    answer = client.get(path(running, f"kunci/{wall.signed(key)}/"))

    assert answer.url == path(running)
    cookie = answer.cookies[wall.COOKIE]
    assert cookie["path"] == path(running)
    assert cookie["httponly"]


def test_a_link_that_was_revoked_says_where_to_get_another(
    running, sari, visit, on_the_day
):
    key = acts.make_projector_key(
        running, last_day=running.ends_on, by=sari, at=OPENING_DAY
    )
    acts.revoke_projector_key(key, by=sari, at=OPENING_DAY)

    answer = visit(None, path(running, f"kunci/{wall.signed(key)}/"))

    assert answer.status_code == 403
    assert "operator proyektor" in answer.content.decode()


def test_the_operator_chooses_starts_the_clock_and_makes_a_link(
    running, item, plenary, sari, visit, on_the_day
):
    at = f"/kerja/rakor/{running.slug}/layar/"
    visit(sari, f"{at}tayang/", {"deed": "choose", "subject": f"agenda:{item.pk}"})
    visit(sari, f"{at}tayang/", {"deed": "next"})
    visit(sari, f"{at}acara/{item.pk}/waktu/", {"deed": "start"})
    visit(sari, f"{at}tautan/", {"last_day": running.ends_on.isoformat()})

    page = visit(sari, at).content.decode()

    assert running.projections.now().title == "Paparan"
    assert "90:00" in page
    assert "/layar/kunci/" in page


def test_what_is_not_of_the_meeting_is_not_shown(running, sari, visit, on_the_day):
    at = f"/kerja/rakor/{running.slug}/layar/tayang/"

    answers = [
        visit(sari, at, {"deed": "show", "subject": wanted}).status_code
        for wanted in ("agenda:999", "unknown:1", "", "recommendation:999")
    ]

    assert answers == [409] * 4
    assert running.projections.count() == 0


def test_tono_and_budi_do_not_reach_the_operator_page(running, budi, visit, on_the_day):
    at = f"/kerja/rakor/{running.slug}/layar/"

    assert visit(budi, at).status_code == 403
    assert visit(None, at).status_code == 302
