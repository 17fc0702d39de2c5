"""Answers by mandate, editorial edits disputed, and the consent list."""

from datetime import date, timedelta

import pytest

from sinergi.agree import acts, queries, snapshots
from sinergi.agree.models import ConsentList, Mandate
from sinergi.agree.rules import ConsentState, Edit, Stance, State
from sinergi.agree.tasks import due
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from tests.agree.conftest import LETTER, NOW, TEXT, another, lock
from tests.databases import on_both_databases

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


def letter(meeting, holder, by, **more):
    return acts.give_mandate(
        **{
            "meeting": meeting,
            "holder": holder,
            "office": "Kepala Dinas",
            "number": "800/1",
            "dated_on": date(2026, 3, 1),
            "content": LETTER,
            "file_name": "mandat.pdf",
            "by": by,
            "at": NOW,
            **more,
        }
    )


@on_both_databases
def test_the_holder_of_a_mandate_answers_on_behalf_of_the_head(
    vendor, in_group, holder, satu
):
    position = acts.take_position(
        in_group.current, stance=Stance.AGREE, by=holder, at=NOW
    )

    assert position.government == satu
    assert position.mandate.number == "800/12/2026"
    event = LedgerEvent.objects.get(action="take_position")
    assert "800/12/2026" in event.body


def test_the_head_answers_in_her_own_name_whoever_holds_a_mandate(
    in_group, holder, kadek
):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=holder, at=NOW)

    position = acts.take_position(
        in_group.current, stance=Stance.NO_OPINION, by=kadek, at=LATER
    )

    assert position.mandate is None


def test_a_mandate_counts_for_its_meeting_and_until_it_ends(
    in_group, holder, kadek, satu
):
    version = in_group.current
    mandate = Mandate.objects.get()
    acts.end_mandate(mandate, reason="Kadis hadir.", by=kadek, at=NOW)

    with pytest.raises(NotAllowed):
        acts.take_position(version, stance=Stance.AGREE, by=holder, at=LATER)
    with pytest.raises(acts.MandateEnded):
        acts.end_mandate(mandate, reason="Lagi.", by=kadek, at=LATER)


def test_who_enters_a_mandate(meeting, budi, kadek, head_of_dua, sari, chair):
    for by in (budi, head_of_dua, chair):
        with pytest.raises(NotAllowed):
            letter(meeting, budi, by)

    assert letter(meeting, budi, sari).by == sari
    with pytest.raises(acts.MandateRunning):
        letter(meeting, budi, kadek)


@pytest.mark.parametrize("who", ["kadek", "rini", "wati"])
def test_only_an_operator_of_the_forum_holds_one(request, meeting, sari, who):
    with pytest.raises(acts.NoHolder):
        letter(meeting, request.getfixturevalue(who), sari)


def test_a_letter_is_dated_numbered_and_there(meeting, budi, sari):
    with pytest.raises(acts.BadLetter):
        letter(meeting, budi, sari, dated_on=date(2026, 3, 9))
    with pytest.raises(acts.BadLetter):
        letter(meeting, budi, sari, number=" ")
    with pytest.raises(Exception, match=r"mandat\.exe"):
        letter(meeting, budi, sari, content=b"MZ\x90\x00", file_name="mandat.exe")

    assert not Mandate.objects.exists()


def test_a_mandate_is_printed_beside_the_answer(
    in_group, holder, head_of_dua, group_chair, chair, item, present, sari
):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=holder, at=NOW)
    acts.take_position(in_group.current, stance=Stance.AGREE, by=head_of_dua, at=NOW)
    acts.agree_in_group(in_group, by=group_chair, at=NOW)
    acts.forward(in_group, agenda_item=item, by=group_chair, at=NOW)
    acts.open_in_plenary(in_group, by=chair, at=NOW)
    acts.adopt(in_group, by=chair, at=NOW)

    record = lock(in_group.meeting, sari)

    content = snapshots.of_record(record)
    (told,) = [
        p["mandate"]
        for p in content["recommendations"][0]["positions"]
        if p["government"] == "Kabupaten Satu"
    ]
    assert told["office"] == "Kepala Dinas Kominfo Kabupaten Satu"
    assert told["number"] == "800/12/2026"


def test_an_answer_by_mandate_is_carried_over_with_its_letter(in_group, holder, sari):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=holder, at=NOW)

    acts.write_version(
        in_group.current,
        text=TEXT.replace("triwulan", "triwulan,"),
        edit=Edit.EDITORIAL,
        reason="Tanda baca.",
        by=sari,
        at=LATER,
    )

    position = in_group.current.positions.get(government=holder.government)
    assert position.mandate is not None


def test_the_holder_is_asked_like_a_head(in_group, holder):
    urls = [task.url for task in due(holder, NOW)]

    assert f"/kerja/rekomendasi/{in_group.pk}/tanggapan/" in urls


# An editorial edit that somebody disputes


@pytest.fixture
def edited(in_group, answer, sari):
    answer(in_group)
    acts.write_version(
        in_group.current,
        text=TEXT.replace("sekretariat", "sekretaris"),
        edit=Edit.EDITORIAL,
        reason="Ejaan.",
        by=sari,
        at=LATER,
    )
    return in_group


def test_an_editorial_edit_keeps_the_answers_until_it_is_disputed(edited, head_of_tiga):
    editorial = edited.current
    assert queries.standing_of(editorial).is_clear

    asked = acts.dispute_edit(
        editorial, reason="Sekretaris bukan sekretariat.", by=head_of_tiga, at=LATER
    )

    assert (asked.number, asked.edit) == (3, "substantive")
    assert asked.sha256 == editorial.sha256
    assert asked.disputed_by == head_of_tiga.government
    assert set(queries.standing_of(asked).missing) == {
        "kabupaten-satu",
        "kabupaten-dua",
    }
    assert editorial.positions.filter(is_start=False).count() == 2


def test_a_substantive_version_is_not_disputed(in_group, kadek):
    with pytest.raises(NotAllowed):
        acts.dispute_edit(in_group.current, reason="x", by=kadek, at=NOW)


@pytest.mark.parametrize("who", ["budi", "sari", "rini", "group_chair"])
def test_who_does_not_answer_does_not_dispute(request, edited, who):
    with pytest.raises(NotAllowed):
        acts.dispute_edit(
            edited.current, reason="x", by=request.getfixturevalue(who), at=LATER
        )


def test_a_dispute_in_the_plenary_pins_the_version_everyone_is_asked_about(
    edited, group_chair, chair, item, kadek, present
):
    acts.agree_in_group(edited, by=group_chair, at=LATER)
    acts.forward(edited, agenda_item=item, by=group_chair, at=LATER)
    acts.open_in_plenary(edited, by=chair, at=LATER)

    asked = acts.dispute_edit(edited.current, reason="Isi.", by=kadek, at=LATER)

    edited.refresh_from_db()
    assert edited.pinned == asked
    with pytest.raises(acts.HeldUp):
        acts.adopt(edited, by=chair, at=LATER)


# The consent list


@pytest.fixture
def two(forwarded, meeting, group, details, budi, kadek, group_chair, answer, item):
    """Two that nobody stands against, one of them only forwarded."""
    other = acts.draft(
        meeting=meeting,
        session=group,
        details=another(details),
        text="Kelas diadakan.",
        by=budi,
        at=NOW,
    )
    acts.submit(other, by=kadek, at=NOW)
    acts.discuss_in_group(other, by=group_chair, at=NOW)
    acts.agree_in_group(answer(other), by=group_chair, at=NOW)
    acts.forward(other, agenda_item=item, by=group_chair, at=NOW)
    return [forwarded, other]


@pytest.fixture
def consent(meeting, two, chair):
    return acts.put_on_list(meeting, recommendations=two, by=chair, at=NOW)


def test_what_is_put_on_the_list_is_before_the_plenary(consent, two):
    assert [each.state for each in two] == [State.IN_PLENARY] * 2
    assert len(queries.adoptable(consent)) == 2


def test_the_list_adopts_at_once_what_nobody_stands_against(
    consent, two, chair, present
):
    adopted = acts.adopt_list(consent, by=chair, at=LATER)

    assert {each.pk for each in adopted} == {each.pk for each in two}
    for each in two:
        each.refresh_from_db()
        assert each.state == State.ADOPTED
        assert each.adopted_at == LATER
    consent.refresh_from_db()
    assert consent.state == ConsentState.ADOPTED
    assert LedgerEvent.objects.filter(action="adopt").count() == 2


@on_both_databases
def test_any_government_pulls_one_out_and_it_is_decided_by_itself(
    vendor, consent, two, chair, head_of_tiga, kadek, present
):
    item = consent.items.get(recommendation=two[0])

    with pytest.raises(acts.NoReason):
        acts.pull_out(item, note=" ", by=head_of_tiga, at=NOW)
    acts.pull_out(item, note="Perlu dibahas.", by=head_of_tiga, at=NOW)
    with pytest.raises(acts.PulledOut, match="Kota Tiga"):
        acts.pull_out(item, note="Juga.", by=kadek, at=NOW)
    adopted = acts.adopt_list(consent, by=chair, at=LATER)

    assert [each.pk for each in adopted] == [two[1].pk]
    two[0].refresh_from_db()
    assert two[0].state == State.IN_PLENARY


def test_an_objection_keeps_one_off_without_a_word_about_the_list(
    consent, two, chair, kadek, present
):
    acts.take_position(
        two[0].current, stance=Stance.OBJECT, note="Tidak.", by=kadek, at=NOW
    )

    adopted = acts.adopt_list(consent, by=chair, at=LATER)

    assert [each.pk for each in adopted] == [two[1].pk]


def test_a_list_of_which_nothing_is_left_adopts_nothing(
    consent, chair, head_of_tiga, present
):
    for item in consent.items.all():
        acts.pull_out(item, note="Bahas.", by=head_of_tiga, at=NOW)

    with pytest.raises(acts.NothingOnList):
        acts.adopt_list(consent, by=chair, at=LATER)
    acts.dissolve_list(consent, by=chair, at=LATER)

    with pytest.raises(acts.ListClosed):
        acts.adopt_list(consent, by=chair, at=LATER)
    with pytest.raises(acts.ListClosed):
        acts.pull_out(item, note="Lagi.", by=head_of_tiga, at=LATER)


def test_without_a_quorum_the_list_adopts_nothing(consent, chair):
    with pytest.raises(acts.NoQuorum):
        acts.adopt_list(consent, by=chair, at=LATER)


def test_what_is_held_up_or_not_forwarded_stands_on_no_list(
    meeting, two, in_group, chair, kadek
):
    acts.take_position(
        two[1].current, stance=Stance.OBJECT, note="Tidak.", by=kadek, at=NOW
    )

    with pytest.raises(acts.NotForConsent, match="Kabupaten Satu"):
        acts.put_on_list(meeting, recommendations=two, by=chair, at=NOW)

    assert not ConsentList.objects.exists()
    two[0].refresh_from_db()
    assert two[0].state == State.FORWARDED


def test_one_list_after_the_other(meeting, consent, two, chair):
    with pytest.raises(acts.ListOpen):
        acts.put_on_list(meeting, recommendations=two, by=chair, at=NOW)
    acts.dissolve_list(consent, by=chair, at=NOW)
    with pytest.raises(acts.NothingOnList):
        acts.put_on_list(meeting, recommendations=[], by=chair, at=NOW)


@pytest.mark.parametrize("who", ["sari", "kadek", "group_chair", "budi", "gede"])
def test_only_the_chair_keeps_the_list(request, meeting, two, who, chair):
    by = request.getfixturevalue(who)

    with pytest.raises(NotAllowed):
        acts.put_on_list(meeting, recommendations=two, by=by, at=NOW)
    made = acts.put_on_list(meeting, recommendations=two, by=chair, at=NOW)
    for deed in (acts.adopt_list, acts.dissolve_list):
        with pytest.raises(NotAllowed):
            deed(made, by=by, at=NOW)


@pytest.mark.parametrize("who", ["budi", "sari", "rini", "gede"])
def test_who_does_not_speak_for_a_government_pulls_nothing_out(request, consent, who):
    with pytest.raises(NotAllowed):
        acts.pull_out(
            consent.items.first(), note="x", by=request.getfixturevalue(who), at=NOW
        )
