"""Calling a meeting: draft, tata tertib, sessions, agenda, opening, people."""

from datetime import date, timedelta

import pytest

from sinergi.convene import acts, guards
from sinergi.convene.forms.people import CommitteeForm
from sinergi.convene.models import AgendaItem, Meeting, Session
from sinergi.convene.rules import CommitteeRole, MeetingState, SessionKind
from sinergi.core.models import Bidang, Forum, LedgerEvent, Membership, Person, Place
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Provenance
from sinergi.letters.rules import HeldAs
from tests.convene.conftest import BEFORE, OPENING_DAY, details


def last_event() -> LedgerEvent:
    event = LedgerEvent.objects.order_by("-seq").first()
    assert event is not None
    return event


def test_sari_drafts_a_meeting_and_the_ledger_says_so(
    forum: Forum, tiga: Place, sari: Membership
):
    before = LedgerEvent.objects.count()

    meeting = acts.draft_meeting(forum, **details(tiga), by=sari, at=BEFORE)

    assert meeting.state == MeetingState.DRAFT
    assert meeting.provenance == Provenance.ENTERED
    assert LedgerEvent.objects.count() == before + 1
    assert (last_event().action, last_event().by) == ("draft_meeting", sari)


@pytest.mark.parametrize("who", ["kadek", "wati", "ayu", "rini"])
def test_nobody_but_the_secretariat_drafts(
    forum: Forum, tiga: Place, who: str, request: pytest.FixtureRequest
):
    by = request.getfixturevalue(who)

    with pytest.raises(NotAllowed):
        acts.draft_meeting(forum, **details(tiga), by=by, at=BEFORE)

    assert not Meeting.objects.exists()


def test_two_meetings_of_one_title_get_two_addresses(
    draft: Meeting, tiga: Place, sari: Membership
):
    later = details(tiga, starts_on=date(2027, 3, 3), ends_on=date(2027, 3, 4))

    second = acts.draft_meeting(draft.forum, **later, by=sari, at=BEFORE)

    assert (draft.slug, second.slug) == ("rakor-uji", "rakor-uji-2")


def test_a_form_sent_twice_drafts_one_meeting(
    draft: Meeting, tiga: Place, sari: Membership
):
    with pytest.raises(acts.AlreadyDrafted, match="4 Maret 2026") as refusal:
        acts.draft_meeting(draft.forum, **details(tiga), by=sari, at=BEFORE)

    assert refusal.value.meeting == draft
    assert Meeting.objects.count() == 1


def test_no_meeting_takes_the_address_of_the_form(
    forum: Forum, tiga: Place, sari: Membership
):
    named = acts.draft_meeting(forum, **details(tiga, title="Baru"), by=sari, at=BEFORE)

    assert named.slug == "baru-2"


def test_a_meeting_that_ends_before_it_starts_is_refused(
    forum: Forum, tiga: Place, sari: Membership
):
    wrong = details(tiga, ends_on=date(2026, 3, 1))

    with pytest.raises(acts.EndsBeforeStart):
        acts.draft_meeting(forum, **wrong, by=sari, at=BEFORE)


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(1, 1, 1), date(9999, 12, 31)),
        (date(26, 3, 3), date(26, 3, 5)),
        (date(2026, 3, 3), date(2027, 3, 5)),
    ],
)
def test_days_that_are_a_slip_of_the_pen_are_refused(
    forum: Forum, tiga: Place, sari: Membership, starts_on: date, ends_on: date
):
    wrong = details(tiga, starts_on=starts_on, ends_on=ends_on)

    with pytest.raises(acts.NoSuchDays):
        acts.draft_meeting(forum, **wrong, by=sari, at=BEFORE)


def test_days_that_leave_a_session_outside_are_refused_by_its_name(
    draft: Meeting, plenary: Session, tiga: Place, sari: Membership
):
    later = details(tiga, starts_on=date(2026, 3, 5))

    with pytest.raises(acts.SessionOutsideDays, match="Pleno"):
        acts.change_meeting(draft, **later, by=sari, at=BEFORE)


def test_after_the_invitation_a_change_needs_its_reason(
    invited: Meeting, tiga: Place, sari: Membership
):
    moved = details(tiga, venue="Hotel Lain")

    with pytest.raises(guards.WithoutReason):
        acts.change_meeting(invited, **moved, by=sari, at=BEFORE)

    acts.change_meeting(invited, **moved, reason="Aula dipakai", by=sari, at=BEFORE)
    assert invited.venue == "Hotel Lain"
    assert last_event().reason == "Aula dipakai"


def test_a_running_meeting_keeps_its_tata_tertib(running: Meeting, sari: Membership):
    with pytest.raises(guards.NotNow):
        acts.set_procedure(
            running,
            quorum_percent=10,
            all_must_answer=False,
            absence_answers=True,
            days_to_plan=60,
            by=sari,
            at=OPENING_DAY,
        )

    running.procedure.refresh_from_db()
    assert running.procedure.quorum_percent == 51


@pytest.mark.parametrize("percent", [0, 101])
def test_a_quorum_is_a_percentage(draft: Meeting, sari: Membership, percent: int):
    with pytest.raises(acts.NoSuchQuorum):
        acts.set_procedure(
            draft,
            quorum_percent=percent,
            all_must_answer=False,
            absence_answers=True,
            days_to_plan=60,
            by=sari,
            at=BEFORE,
        )


def test_setting_the_tata_tertib_again_keeps_what_it_was(
    ready: Meeting, sari: Membership
):
    acts.set_procedure(
        ready,
        quorum_percent=75,
        all_must_answer=True,
        absence_answers=False,
        days_to_plan=30,
        by=sari,
        at=BEFORE,
    )

    assert ready.procedure.quorum_percent == 75
    assert '"quorum_percent":"51"' in last_event().body.replace(" ", "")


def test_a_group_without_a_bidang_is_refused(draft: Meeting, sari: Membership):
    with pytest.raises(acts.BidangMisplaced):
        acts.add_session(
            draft,
            kind=SessionKind.GROUP,
            title="Kelompok",
            starts_at=OPENING_DAY,
            ends_at=OPENING_DAY + timedelta(hours=1),
            by=sari,
            at=BEFORE,
        )


def test_a_plenary_of_one_bidang_is_refused(
    draft: Meeting, ptik: Bidang, sari: Membership
):
    with pytest.raises(acts.BidangMisplaced):
        acts.add_session(
            draft,
            kind=SessionKind.PLENARY,
            title="Pleno",
            bidang=ptik,
            starts_at=OPENING_DAY,
            ends_at=OPENING_DAY + timedelta(hours=1),
            by=sari,
            at=BEFORE,
        )


@pytest.mark.parametrize("days", [-1, 3])
def test_a_session_outside_the_days_is_refused(
    draft: Meeting, sari: Membership, days: int
):
    begins = OPENING_DAY + timedelta(days=days)

    with pytest.raises(acts.SessionOutsideDays):
        acts.add_session(
            draft,
            kind=SessionKind.PLENARY,
            title="Pleno",
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            by=sari,
            at=BEFORE,
        )


def test_a_session_that_ends_before_it_begins_is_refused(
    plenary: Session, sari: Membership
):
    with pytest.raises(acts.EndsBeforeItBegins):
        acts.change_session(
            plenary,
            title="Pleno",
            starts_at=OPENING_DAY,
            ends_at=OPENING_DAY - timedelta(minutes=1),
            by=sari,
            at=BEFORE,
        )


def test_a_session_is_changed_and_removed_with_one_entry_each(
    plenary: Session, sari: Membership
):
    before = LedgerEvent.objects.count()

    acts.change_session(
        plenary,
        title="Pleno pembuka",
        room="Aula B",
        starts_at=OPENING_DAY,
        ends_at=OPENING_DAY + timedelta(hours=1),
        by=sari,
        at=BEFORE,
    )
    acts.remove_session(plenary, by=sari, at=BEFORE)

    actions = LedgerEvent.objects.filter(seq__gt=before).order_by("seq")
    assert [event.action for event in actions] == ["change_session", "remove_session"]
    assert not Session.objects.exists()


def test_a_session_with_an_agenda_stays(plenary: Session, sari: Membership):
    acts.add_agenda_item(plenary, title="Paparan", minutes=30, by=sari, at=BEFORE)

    with pytest.raises(acts.StillUsed, match="mata acara"):
        acts.remove_session(plenary, by=sari, at=BEFORE)


def test_a_session_with_a_committee_stays(
    group: Session, sari: Membership, kadek: Membership
):
    acts.name_committee(
        group.meeting,
        person=kadek.person,
        role=CommitteeRole.GROUP_CHAIR,
        session=group,
        by=sari,
        at=BEFORE,
    )
    before = LedgerEvent.objects.count()

    with pytest.raises(acts.StillUsed):
        acts.remove_session(group, by=sari, at=BEFORE)

    assert Session.objects.filter(pk=group.pk).exists()
    assert LedgerEvent.objects.count() == before


@pytest.fixture
def agenda(plenary: Session, sari: Membership) -> list[AgendaItem]:
    return [
        acts.add_agenda_item(plenary, title=title, minutes=20, by=sari, at=BEFORE)
        for title in ("Satu", "Dua", "Tiga")
    ]


def titles(session: Session) -> list[str]:
    return list(session.agenda.values_list("title", flat=True))


def test_an_item_moves_up_and_the_ledger_holds_both_orders(
    plenary: Session, agenda: list[AgendaItem], sari: Membership
):
    acts.move_agenda_item(agenda[2], up=True, by=sari, at=BEFORE)

    assert titles(plenary) == ["Satu", "Tiga", "Dua"]
    assert last_event().action == "move_agenda_item"
    assert '"Satu","Dua","Tiga"' in last_event().body.replace(", ", ",")


def test_the_first_item_cannot_rise(
    plenary: Session, agenda: list[AgendaItem], sari: Membership
):
    acts.move_agenda_item(agenda[0], up=True, by=sari, at=BEFORE)

    assert titles(plenary) == ["Satu", "Dua", "Tiga"]


def test_order_survives_adding_after_removing(
    plenary: Session, agenda: list[AgendaItem], sari: Membership
):
    acts.remove_agenda_item(agenda[0], by=sari, at=BEFORE)
    acts.add_agenda_item(plenary, title="Empat", minutes=5, by=sari, at=BEFORE)
    acts.change_agenda_item(agenda[1], title="Kedua", minutes=9, by=sari, at=BEFORE)

    assert titles(plenary) == ["Kedua", "Tiga", "Empat"]


def test_an_item_of_no_minutes_is_refused(plenary: Session, sari: Membership):
    with pytest.raises(acts.NoMinutes):
        acts.add_agenda_item(plenary, title="Kosong", minutes=0, by=sari, at=BEFORE)


def test_budi_cannot_change_the_agenda(
    plenary: Session, agenda: list[AgendaItem], budi: Membership
):
    with pytest.raises(NotAllowed):
        acts.move_agenda_item(agenda[0], up=False, by=budi, at=BEFORE)

    assert titles(plenary) == ["Satu", "Dua", "Tiga"]


def test_a_closed_meeting_keeps_its_agenda(
    closed: Meeting, plenary: Session, sari: Membership
):
    with pytest.raises(guards.NotNow):
        acts.add_agenda_item(plenary, title="Susulan", minutes=5, by=sari, at=BEFORE)


def test_the_order_of_opening_is_kept_moved_and_thinned(
    draft: Meeting, sari: Membership
):
    report = acts.add_opening(
        draft, title="Laporan panitia", office="Ketua Panitia", by=sari, at=BEFORE
    )
    welcome = acts.add_opening(
        draft,
        title="Sambutan tuan rumah",
        office="Wali Kota",
        held_as=HeldAs.PJ,
        represented_by="Asisten I",
        by=sari,
        at=BEFORE,
    )

    acts.move_opening(welcome, up=True, by=sari, at=BEFORE)
    first = draft.openings.first()
    acts.remove_opening(report, by=sari, at=BEFORE)

    assert first == welcome
    assert first.speaker == "Asisten I a.n. Pj. Wali Kota"
    assert list(draft.openings.all()) == [welcome]
    assert "Asisten" not in last_event().body


def test_a_group_chair_needs_a_group(
    draft: Meeting, plenary: Session, kadek: Membership, sari: Membership
):
    for session in (None, plenary):
        with pytest.raises(acts.GroupMisplaced):
            acts.name_committee(
                draft,
                person=kadek.person,
                role=CommitteeRole.GROUP_CHAIR,
                session=session,
                by=sari,
                at=BEFORE,
            )


def test_the_outsider_is_not_named(draft: Meeting, tono: Person, sari: Membership):
    with pytest.raises(acts.NotOfThisForum, match="Tono"):
        acts.name_committee(
            draft, person=tono, role=CommitteeRole.CHAIR, by=sari, at=BEFORE
        )


@pytest.mark.parametrize("beside", ["ayu", "gede", "rini"])
def test_who_inspects_reviews_or_manages_accounts_has_no_task_in_a_meeting(
    request, draft: Meeting, sari: Membership, beside: str
):
    named: Membership = request.getfixturevalue(beside)

    with pytest.raises(acts.StandsBeside, match=named.person.name):
        acts.name_committee(
            draft, person=named.person, role=CommitteeRole.CHAIR, by=sari, at=BEFORE
        )
    form = CommitteeForm(meeting=draft, on=BEFORE.date())
    assert named.person not in form.fields["person"].queryset


def test_a_simulated_person_serves_in_no_real_meeting(
    draft: Meeting, kadek: Membership, sari: Membership
):
    Person.objects.filter(pk=kadek.person_id).update(is_simulated=True)

    with pytest.raises(acts.NotOfThisForum):
        acts.name_committee(
            draft,
            person=Person.objects.get(pk=kadek.person_id),
            role=CommitteeRole.CHAIR,
            by=sari,
            at=BEFORE,
        )


def test_a_person_is_named_once_for_a_task_and_by_reference_only(
    draft: Meeting, kadek: Membership, sari: Membership
):
    name = {"person": kadek.person, "role": CommitteeRole.CHAIR}
    seat = acts.name_committee(draft, **name, by=sari, at=BEFORE)
    named = last_event().body

    with pytest.raises(acts.AlreadyNamed):
        acts.name_committee(draft, **name, by=sari, at=BEFORE)

    acts.relieve_committee(seat, by=sari, at=BEFORE)
    assert "Kadek" not in named
    assert str(kadek.person.reference) in named
    assert not draft.committee.exists()


def test_one_office_of_all_governments_is_one_entry(draft: Meeting, sari: Membership):
    before = LedgerEvent.objects.count()

    added = acts.add_participants(
        draft,
        governments=draft.forum.governments(),
        office="Kepala Dinas",
        by=sari,
        at=BEFORE,
    )

    assert len(added) == 4
    assert LedgerEvent.objects.count() == before + 1


def test_the_name_of_a_participant_stays_out_of_the_ledger(
    draft: Meeting, satu: Place, sari: Membership
):
    acts.add_participant(
        draft, government=satu, office="Kabid", name="Made", by=sari, at=BEFORE
    )

    assert last_event().action == "add_participant"
    assert "Made" not in last_event().body


def test_the_same_office_twice_is_refused_with_the_way_out(
    draft: Meeting, satu: Place, sari: Membership
):
    acts.add_participant(draft, government=satu, office="Kabid", by=sari, at=BEFORE)

    with pytest.raises(acts.AlreadyExpected, match="Kabupaten Satu"):
        acts.add_participant(draft, government=satu, office="Kabid", by=sari, at=BEFORE)


def test_the_desk_adds_who_comes_unannounced(
    running: Meeting, dua: Place, budi: Membership, kadek: Membership
):
    acts.add_participant(
        running, government=dua, office="Staf", by=budi, at=OPENING_DAY
    )

    with pytest.raises(NotAllowed):
        acts.add_participant(
            running, government=dua, office="Staf 2", by=kadek, at=OPENING_DAY
        )


def test_who_was_checked_in_stays_on_the_list(running: Meeting, sari: Membership):
    here, absent = running.participants.all()[:2]
    acts.check_in(here, by=sari, at=OPENING_DAY)

    with pytest.raises(acts.WasPresent):
        acts.remove_participant(here, by=sari, at=OPENING_DAY)

    acts.remove_participant(absent, by=sari, at=OPENING_DAY)
    assert running.participants.count() == 3


def test_a_simulated_secretariat_cannot_touch_a_real_meeting(
    draft: Meeting, sari: Membership, tiga: Place
):
    Person.objects.filter(pk=sari.person_id).update(is_simulated=True)
    simulated = Membership.objects.get(pk=sari.pk)

    with pytest.raises(guards.OtherWorld):
        acts.change_meeting(draft, **details(tiga), by=simulated, at=BEFORE)

    made = acts.draft_meeting(draft.forum, **details(tiga), by=simulated, at=BEFORE)
    assert made.provenance == Provenance.SIMULATED
