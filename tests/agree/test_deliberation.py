"""A recommendation on its way from a draft to a word that binds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from sinergi.agree import acts, snapshots, tasks
from sinergi.agree.models import Position, Recommendation
from sinergi.agree.rules import Edit, Stance, State
from sinergi.convene.models import (
    AgendaItem,
    Attendance,
    CommitteeMember,
    Meeting,
    RulesOfProcedure,
)
from sinergi.convene.rules import CommitteeRole, MeetingState
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Provenance
from tests.agree.conftest import NOW, TEXT
from tests.agree.test_rules import EXPECTED, ONLY_BY

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


def entries(recommendation):
    return LedgerEvent.objects.filter(
        object_reference=recommendation.ledger_reference
    ).order_by("seq")


def test_a_draft_has_words_but_no_number(drafted):
    assert (drafted.state, drafted.reference) == ("draft", "")
    assert drafted.current.texts == TEXT.split("\n\n")
    assert [p.key for p in drafted.current.paragraphs.all()] == ["p1", "p2"]
    assert drafted.bidang == drafted.session.bidang


def test_what_a_simulated_person_drafts_is_simulated(meeting, group, details, budi):
    budi.person.is_simulated = True

    made = acts.draft(
        meeting=meeting, session=group, details=details, text="Naskah", by=budi, at=NOW
    )

    assert made.provenance == Provenance.SIMULATED


def test_every_step_leaves_one_entry(adopted):
    actions = [event.action for event in entries(adopted)]

    assert actions == [
        "draft",
        "submit",
        "discuss_in_group",
        "take_position",
        "take_position",
        "agree_in_group",
        "forward",
        "open_in_plenary",
        "adopt",
    ]


def test_submitting_gives_the_next_number_of_the_bidang(submitted):
    assert submitted.reference == "REK-2026-PTIK-01"


def test_budi_cannot_submit_only_his_head_can(drafted, budi):
    with pytest.raises(NotAllowed):
        acts.submit(drafted, by=budi, at=NOW)

    assert LedgerEvent.objects.filter(action="submit").count() == 0


def test_a_draft_that_lacks_something_is_not_submitted_and_hears_what(drafted, kadek):
    drafted.indicator = ""
    drafted.evidence_expected = ""
    drafted.save()

    with pytest.raises(acts.NotReady) as refusal:
        acts.submit(drafted, by=kadek, at=NOW)

    assert str(refusal.value).count(",") >= 1
    assert drafted.reference == ""


def test_another_group_chair_cannot_open_it(submitted, meeting, budi):
    CommitteeMember.objects.create(
        meeting=meeting, person=budi.person, role=CommitteeRole.MINUTE_TAKER
    )

    with pytest.raises(NotAllowed):
        acts.discuss_in_group(submitted, by=budi, at=NOW)


def test_who_is_not_addressed_starts_as_not_concerned(in_group, satu, dua, tiga):
    started = {p.government.slug: p for p in in_group.current.positions.all()}

    assert set(started) == {"provinsi-uji", "kota-tiga"}
    assert all(p.stance == Stance.NOT_CONCERNED for p in started.values())
    assert all(p.is_start for p in started.values())


def test_the_group_agrees_only_when_its_governments_answered(
    in_group, group_chair, kadek
):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)

    with pytest.raises(acts.HeldUp, match="Kabupaten Dua"):
        acts.agree_in_group(in_group, by=group_chair, at=NOW)


def test_the_plenary_decides_on_the_words_the_group_agreed_to(in_plenary):
    assert in_plenary.pinned == in_plenary.versions.get(number=1)

    with pytest.raises(acts.WordsStandStill):
        acts.write_version(
            in_plenary.current,
            text="Lain",
            reason="x",
            by=in_plenary.current.by,
            at=NOW,
        )


def test_referring_back_needs_a_reason_and_lets_the_words_go(in_plenary, chair, sari):
    with pytest.raises(acts.NoReason):
        acts.refer_back(in_plenary, reason=" ", by=chair, at=NOW)

    acts.refer_back(in_plenary, reason="Target belum jelas.", by=chair, at=NOW)
    acts.write_version(
        in_plenary.current, text="Naskah baru.", reason="Target.", by=sari, at=NOW
    )

    assert in_plenary.state == State.IN_GROUP
    assert in_plenary.pinned is None
    assert in_plenary.current.number == 2
    assert entries(in_plenary).get(action="refer_back").reason == "Target belum jelas."


def test_adopted_without_a_note_is_adopted(adopted):
    assert adopted.state == State.ADOPTED
    assert adopted.adopted_at == NOW
    assert list(Recommendation.objects.adopted()) == [adopted]


def test_a_note_stays_beside_the_adoption(
    in_group, answer, group_chair, chair, present, item
):
    answer(in_group, dua=Stance.AGREE_WITH_NOTE)
    acts.agree_in_group(in_group, by=group_chair, at=NOW)
    acts.forward(in_group, agenda_item=item, by=group_chair, at=NOW)
    acts.open_in_plenary(in_group, by=chair, at=NOW)

    acts.adopt(in_group, by=chair, at=NOW)

    assert in_group.state == State.ADOPTED_WITH_NOTES


@pytest.mark.parametrize("stance", [Stance.NEEDS_DISCUSSION, Stance.OBJECT])
def test_an_objection_in_the_plenary_is_named_and_holds_adoption_up(
    in_plenary, chair, present, head_of_tiga, stance
):
    acts.take_position(
        in_plenary.current, stance=stance, note="Belum.", by=head_of_tiga, at=NOW
    )

    with pytest.raises(acts.HeldUp, match="Kota Tiga"):
        acts.adopt(in_plenary, by=chair, at=NOW)

    in_plenary.refresh_from_db()
    assert in_plenary.state == State.IN_PLENARY


def test_without_a_quorum_nothing_is_adopted(in_plenary, chair, present):
    Attendance.objects.exclude(participant=present[0]).delete()

    with pytest.raises(acts.NoQuorum, match=r"1 .*4"):
        acts.adopt(in_plenary, by=chair, at=NOW)


def test_when_all_must_answer_a_start_is_not_an_answer(
    in_plenary, chair, present, meeting, sari, province, tiga
):
    meeting.procedure.all_must_answer = True
    meeting.procedure.save()

    with pytest.raises(acts.HeldUp, match="Provinsi Uji, Kota Tiga"):
        acts.adopt(in_plenary, by=chair, at=NOW)
    for place in (province, tiga):
        acts.record_position(
            in_plenary.current,
            government=place,
            stance=Stance.NOT_CONCERNED,
            by=sari,
            at=NOW,
        )

    assert acts.adopt(in_plenary, by=chair, at=NOW).is_adopted


@pytest.mark.parametrize("counts", [True, False])
def test_absence_answers_only_where_the_tata_tertib_says_so(
    in_group, kadek, dua, sari, group_chair, chair, present, meeting, counts
):
    meeting.procedure.absence_answers = counts
    meeting.procedure.save()
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)
    acts.record_position(
        in_group.current, government=dua, stance=Stance.ABSENT, by=sari, at=NOW
    )

    if counts:
        assert acts.agree_in_group(in_group, by=group_chair, at=NOW)
    else:
        with pytest.raises(acts.HeldUp, match="Kabupaten Dua"):
            acts.agree_in_group(in_group, by=group_chair, at=NOW)


def test_nothing_is_decided_while_the_meeting_is_not_in_session(
    in_plenary, chair, present, meeting
):
    meeting.state = MeetingState.CLOSED
    meeting.save()

    with pytest.raises(acts.MeetingNotRunning):
        acts.adopt(in_plenary, by=chair, at=NOW)


def test_the_proposer_takes_back_what_the_group_has_not_begun(submitted, budi, rini):
    with pytest.raises(NotAllowed):
        acts.withdraw(submitted, by=rini, at=NOW)

    assert acts.withdraw(submitted, by=budi, at=NOW).state == State.WITHDRAWN


def test_what_the_group_discusses_cannot_be_withdrawn(in_group, budi):
    with pytest.raises(acts.NotThisStep):
        acts.withdraw(in_group, by=budi, at=NOW)


def test_an_old_page_cannot_decide_twice(in_plenary, chair, present):
    as_the_page_saw_it = Recommendation.objects.get(pk=in_plenary.pk)
    acts.defer(in_plenary, by=chair, at=NOW)

    with pytest.raises(acts.NotThisStep):
        acts.adopt(as_the_page_saw_it, by=chair, at=NOW)


def test_a_substantive_edit_asks_everyone_again_and_keeps_what_was_said(
    in_group, answer, sari
):
    answer(in_group)

    version = acts.write_version(
        in_group.current,
        text=TEXT.replace("kecamatan", "desa"),
        reason="Kelompok memilih desa.",
        by=sari,
        at=LATER,
    )

    assert Position.objects.filter(version__number=1, is_start=False).count() == 2
    stances = {p.government.slug: p.stance for p in version.positions.all()}
    assert stances == {
        "provinsi-uji": Stance.NOT_CONCERNED,
        "kota-tiga": Stance.NOT_CONCERNED,
    }
    assert [p.key for p in version.paragraphs.all()] == ["p1", "p2"]


def test_an_editorial_edit_carries_the_answers_over_and_says_so(in_group, answer, sari):
    answer(in_group, dua=Stance.AGREE_WITH_NOTE)

    version = acts.write_version(
        in_group.current,
        text=TEXT.replace("Setiap kecamatan", "Tiap kecamatan"),
        edit=Edit.EDITORIAL,
        reason="Ejaan.",
        by=sari,
        at=LATER,
    )

    carried = version.positions.filter(is_start=False)
    assert {p.stance for p in carried} == {Stance.AGREE, Stance.AGREE_WITH_NOTE}
    assert all(p.is_carried_over and p.stated_at == NOW for p in carried)


def test_a_head_is_asked_to_look_at_an_editorial_change_and_the_paper_names_it(
    in_group, answer, sari, kadek
):
    answer(in_group)
    assert "Periksa perubahan redaksional" not in _tasks(kadek)

    acts.write_version(
        in_group.current,
        text=TEXT.replace("Setiap kecamatan", "Tiap kecamatan"),
        edit=Edit.EDITORIAL,
        reason="Ejaan.",
        by=sari,
        at=LATER,
    )

    assert "Periksa perubahan redaksional" in _tasks(kadek)
    stated = snapshots.of_adopted(in_group.current)["positions"]
    assert {p["carried_from"] for p in stated if not p["is_start"]} == {1}
    acts.take_position(
        in_group.current, stance=Stance.AGREE, by=kadek, at=LATER + timedelta(hours=1)
    )
    assert "Periksa perubahan redaksional" not in _tasks(kadek)


def _tasks(by) -> list[str]:
    return [str(task.title) for task in tasks.due(by, LATER)]


def test_who_objected_without_being_addressed_is_asked_again_too(
    in_group, answer, sari, head_of_tiga, group_chair, chair, present
):
    acts.take_position(
        answer(in_group).current,
        stance=Stance.OBJECT,
        note="Belum.",
        by=head_of_tiga,
        at=NOW,
    )
    rewrite = {"reason": "Desa.", "by": sari, "at": LATER}
    acts.write_version(
        in_group.current, text=TEXT.replace("kecamatan", "desa"), **rewrite
    )
    # Asked and silent, it is asked by the next version as well.
    acts.write_version(
        in_group.current, text=TEXT.replace("kecamatan", "dusun"), **rewrite
    )
    answer(in_group)

    started = in_group.current.positions.filter(is_start=True)
    assert [p.government.slug for p in started] == ["provinsi-uji"]
    with pytest.raises(acts.HeldUp, match=r"Belum menanggapi: Kota Tiga\."):
        acts.agree_in_group(in_group, by=group_chair, at=LATER)

    acts.take_position(
        in_group.current, stance=Stance.NOT_CONCERNED, by=head_of_tiga, at=LATER
    )
    assert acts.agree_in_group(in_group, by=group_chair, at=LATER)


REWORDED = [
    (TEXT.replace("kecamatan", "12 kecamatan"), "Paragraf 1: “12” ditambahkan"),
    (TEXT.replace("dilaporkan", "tidak dilaporkan"), "Paragraf 2: “tidak”"),
    (TEXT.replace("kelas literasi", "rapat tahunan"), "Paragraf 1: “kelas literasi”"),
    (TEXT.replace("\n\n", " "), "terdiri atas 2 paragraf, naskah ini 1"),
]


@pytest.mark.parametrize(("text", "why"), REWORDED)
def test_an_edit_called_editorial_that_changes_what_is_said_is_refused(
    in_group, answer, sari, text, why
):
    answer(in_group)

    with pytest.raises(acts.NotEditorial, match=why) as refusal:
        acts.write_version(
            in_group.current,
            text=text,
            edit=Edit.EDITORIAL,
            reason="Eja.",
            by=sari,
            at=LATER,
        )

    assert "Substantif" in str(refusal.value)
    assert in_group.current.number == 1


def test_a_comma_that_turns_a_text_around_is_refused_and_named(
    meeting, group, details, budi, kadek, group_chair
):
    begun = acts.draft(
        meeting=meeting,
        session=group,
        details=details,
        text="Tidak, boleh hadir sendiri.",
        by=budi,
        at=NOW,
    )
    acts.submit(begun, by=kadek, at=NOW)
    acts.discuss_in_group(begun, by=group_chair, at=NOW)

    with pytest.raises(acts.NotEditorial, match="tidak,” menjadi “tidak”"):
        acts.write_version(
            begun.current,
            text="Tidak boleh hadir sendiri.",
            edit=Edit.EDITORIAL,
            reason="Eja.",
            by=group_chair,
            at=LATER,
        )


def test_nobody_writes_over_a_version_they_have_not_read(in_group, group_chair, sari):
    read = in_group.current
    acts.write_version(read, text="Satu.", reason="Ringkas.", by=sari, at=NOW)

    with pytest.raises(acts.StaleVersion, match=r"Versi 2 .* versi 1"):
        acts.write_version(read, text="Dua.", reason="x", by=group_chair, at=LATER)

    assert in_group.current.texts == ["Satu."]


def test_many_small_editorial_edits_do_not_add_up_to_another_text(in_group, sari):
    once = TEXT.replace("Setiap kecamatan", "Tiap kecamatan")
    editorial = {"edit": Edit.EDITORIAL, "reason": "Eja.", "by": sari, "at": LATER}
    acts.write_version(in_group.current, text=once, **editorial)

    with pytest.raises(acts.NotEditorial, match="2 kata berbeda dari versi 1"):
        acts.write_version(
            in_group.current, text=once.replace("kelas", "klas"), **editorial
        )


def test_changing_the_target_while_answers_are_open_asks_again(
    in_group, answer, details, sari
):
    answer(in_group)
    raised = replace(details, target="20.000")
    with pytest.raises(acts.NoReason):
        acts.edit_metadata(in_group, details=raised, by=sari, at=LATER)

    once = {"details": raised, "reason": "Target naik.", "by": sari, "at": LATER}
    acts.edit_metadata(in_group, **once)
    # A button pressed twice does not ask twice.
    with pytest.raises(acts.StandsAlready):
        acts.edit_metadata(in_group, **once)

    assert in_group.current.number == 2
    assert not in_group.current.positions.filter(is_start=False).exists()
    assert in_group.current.sha256 == in_group.versions.get(number=1).sha256


def test_budi_cannot_write_in_what_another_district_drafted(drafted, rini, sari):
    for by in (rini, sari):
        with pytest.raises(NotAllowed):
            acts.write_version(drafted.current, text="Lain", by=by, at=NOW)


def test_the_same_words_are_not_a_new_version(drafted, budi):
    with pytest.raises(acts.NothingChanged):
        acts.write_version(drafted.current, text=TEXT + "\n\n", by=budi, at=NOW)
    with pytest.raises(acts.NoText):
        acts.write_version(drafted.current, text=" \n ", by=budi, at=NOW)


def test_grounds_stand_still_once_a_government_has_answered(
    in_group, group_chair, answer
):
    answer(in_group)

    with pytest.raises(acts.AlreadyAnswered, match="2"):
        acts.uncite(in_group, by=group_chair, at=NOW)


# Every act from every state by every role, against the table written by hand.

STEPS = {
    "submit": acts.submit,
    "discuss_in_group": acts.discuss_in_group,
    "agree_in_group": acts.agree_in_group,
    "forward": lambda r, *, by, at: acts.forward(
        r, agenda_item=AgendaItem.objects.get(), by=by, at=at
    ),
    "open_in_plenary": acts.open_in_plenary,
    "circulate": acts.circulate,
    "refer_back": lambda r, *, by, at: acts.refer_back(r, reason="x", by=by, at=at),
    "adopt": acts.adopt,
    "defer": acts.defer,
    "reject": lambda r, *, by, at: acts.reject(r, reason="x", by=by, at=at),
    "merge": lambda r, *, by, at: acts.merge(r, into=r, reason="x", by=by, at=at),
    "withdraw": acts.withdraw,
    "supersede": lambda r, *, by, at: acts.supersede(r, later=r, by=by, at=at),
}
WHO = {
    "budi": {"proposer"},
    "kadek": {"proposer", "proposing_head"},
    "group_chair": {"group_chair"},
    "chair": {"chair"},
    "sari": {"secretariat"},
    "head_of_tiga": set(),
    "rini": set(),
    "gede": set(),
}


@pytest.fixture
def everyone(request):
    return {name: request.getfixturevalue(name) for name in WHO}


IN_WRITING = {"adopt", "defer", "reject"}


@pytest.mark.parametrize(
    ("state", "ratified"),
    [(str(state), "plenary") for state in State if state != "in_circulation"]
    + [("agreed_in_group", "circulation"), ("in_circulation", "circulation")],
)
@pytest.mark.parametrize("deed", STEPS)
def test_every_step_from_every_state_by_every_role(
    in_group, answer, item, present, everyone, state, deed, ratified, meeting
):
    answer(in_group)
    RulesOfProcedure.objects.update(ratification=ratified)
    if state == "in_circulation" and deed in IN_WRITING:
        Meeting.objects.update(state="closed", closed_at=NOW)
    linked = {"merged": "merged_into", "superseded": "superseded_by"}
    link = {linked[state]: in_group.pk} if state in linked else {}
    Recommendation.objects.filter(pk=in_group.pk).update(state=state, **link)
    if state == "submitted":
        Position.objects.all().delete()

    for name, by in everyone.items():
        expected = {
            to
            for start, action, to, who in EXPECTED
            if (start, action) == (state, deed)
            and who in WHO[name]
            and ONLY_BY.get(deed, ratified) == ratified
        }
        with transaction.atomic():
            became = tried(STEPS[deed], in_group.pk, by)
            transaction.set_rollback(True)
        assert became in (expected or {None}), name


def tried(deed, pk, by):
    """The state it leads to; None when the table lets nobody do that."""
    recommendation = Recommendation.objects.get(pk=pk)
    before = entries(recommendation).count()
    try:
        deed(recommendation, by=by, at=LATER)
    except acts.NotMergeable:
        # Let through by the table; there is only the one recommendation to name.
        return "merged"
    except acts.NotLater:
        return "superseded"
    except (NotAllowed, acts.NotThisStep, acts.StandsAlready):
        assert entries(recommendation).count() == before
        return None
    assert entries(recommendation).count() == before + 1
    return recommendation.state


@pytest.mark.parametrize(
    "state", sorted(set(State) - {State.IN_GROUP, State.AGREED_IN_GROUP,
                                  State.FORWARDED, State.IN_PLENARY,
                                  State.IN_CIRCULATION})
)  # fmt: skip
def test_a_closed_item_takes_no_answer_by_any_way(in_group, kadek, sari, satu, state):
    linked = {State.MERGED: "merged_into", State.SUPERSEDED: "superseded_by"}
    link = {linked[state]: in_group.pk} if state in linked else {}
    Recommendation.objects.filter(pk=in_group.pk).update(state=state, **link)
    in_group.refresh_from_db()
    version = in_group.current

    with pytest.raises(acts.NotOpen):
        acts.take_position(version, stance=Stance.AGREE, by=kadek, at=LATER)
    with pytest.raises(acts.NotOpen):
        acts.record_position(
            version, government=satu, stance=Stance.ABSENT, by=sari, at=LATER
        )
    with pytest.raises(NotAllowed):
        acts.dispute_edit(version, reason="x", by=kadek, at=LATER)

    assert not Position.objects.filter(is_start=False).exists()
