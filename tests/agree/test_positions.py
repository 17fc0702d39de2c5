"""A government's answer to one exact version."""

import pytest
from django.db import IntegrityError, transaction

from sinergi.agree import acts, queries
from sinergi.agree.models import Position
from sinergi.agree.rules import Stance
from sinergi.core.canonical import sha256
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from tests.agree.conftest import NOW, said

pytestmark = pytest.mark.django_db


def test_kadek_answers_for_her_own_government_and_changes_freely(in_group, kadek, satu):
    version = in_group.current
    acts.take_position(version, stance=Stance.OBJECT, note="Tidak.", by=kadek, at=NOW)
    acts.take_position(version, stance=Stance.AGREE, by=kadek, at=NOW)

    position = version.positions.get(government=satu)
    assert (position.stance, position.note) == (Stance.AGREE, "")
    assert LedgerEvent.objects.filter(action="take_position").count() == 2


def test_budi_cannot_answer_only_his_head_can(in_group, budi):
    with pytest.raises(NotAllowed):
        acts.take_position(in_group.current, stance=Stance.AGREE, by=budi, at=NOW)


@pytest.mark.parametrize(
    "stance", [Stance.AGREE_WITH_NOTE, Stance.NEEDS_DISCUSSION, Stance.OBJECT]
)
def test_whoever_does_not_plainly_agree_says_why(in_group, kadek, stance):
    with pytest.raises(acts.NoteMissing, match="Kabupaten Satu"):
        acts.take_position(in_group.current, stance=stance, by=kadek, at=NOW)


def test_a_plain_yes_takes_no_note(in_group, kadek):
    with pytest.raises(acts.NoteNotTaken):
        acts.take_position(
            in_group.current, stance=Stance.AGREE, note="tapi", by=kadek, at=NOW
        )


def test_who_is_addressed_is_concerned(in_group, kadek, sari, satu):
    version, unconcerned = in_group.current, Stance.NOT_CONCERNED

    with pytest.raises(acts.StanceNotTaken, match="Kabupaten Satu"):
        acts.take_position(version, stance=unconcerned, by=kadek, at=NOW)
    with pytest.raises(acts.StanceNotTaken, match="Kabupaten Satu"):
        acts.record_position(
            version, government=satu, stance=unconcerned, by=sari, at=NOW
        )

    assert not version.positions.filter(is_start=False).exists()


def test_nobody_calls_itself_absent(in_group, kadek):
    with pytest.raises(acts.StanceNotTaken):
        acts.take_position(in_group.current, stance=Stance.ABSENT, by=kadek, at=NOW)


def test_a_page_of_the_old_version_does_not_answer_the_new_one(in_group, kadek, sari):
    old = in_group.current
    acts.write_version(in_group.current, text="Baru.", reason="Ubah.", by=sari, at=NOW)

    with pytest.raises(acts.StaleVersion, match="2"):
        acts.take_position(old, stance=Stance.AGREE, by=kadek, at=NOW)


@pytest.mark.parametrize("state", ["drafted", "submitted", "adopted"])
def test_positions_are_taken_between_the_first_reading_and_the_decision(
    request, kadek, state
):
    recommendation = request.getfixturevalue(state)

    with pytest.raises(acts.NotOpen):
        acts.take_position(
            recommendation.current, stance=Stance.AGREE, by=kadek, at=NOW
        )


def test_sari_records_what_was_said_and_it_is_marked(in_group, sari, satu, dua):
    acts.record_positions(
        in_group.current,
        said=[said(satu, Stance.AGREE), said(dua, Stance.OBJECT, "Anggaran.")],
        by=sari,
        at=NOW,
    )

    recorded = in_group.current.positions.filter(is_recorded_by_secretariat=True)
    assert recorded.count() == 2
    event = LedgerEvent.objects.get(action="record_positions")
    assert sha256("Anggaran.") in event.body
    assert "Anggaran." not in event.body


def test_sari_does_not_write_over_what_a_government_said_itself(
    in_group, sari, kadek, satu
):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)

    with pytest.raises(acts.AnsweredItself, match="Kabupaten Satu"):
        acts.record_position(
            in_group.current, government=satu, stance=Stance.ABSENT, by=sari, at=NOW
        )


def test_kadek_corrects_what_sari_wrote_down(in_group, sari, kadek, satu):
    acts.record_position(
        in_group.current, government=satu, stance=Stance.ABSENT, by=sari, at=NOW
    )
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)

    position = in_group.current.positions.get(government=satu)
    assert position.stance == Stance.AGREE
    assert not position.is_recorded_by_secretariat


def test_one_refused_answer_keeps_all_of_them_out(in_group, sari, satu, dua):
    with pytest.raises(acts.NoteMissing):
        acts.record_positions(
            in_group.current,
            said=[said(satu, Stance.AGREE), said(dua, Stance.OBJECT)],
            by=sari,
            at=NOW,
        )

    assert not in_group.current.positions.filter(is_start=False).exists()


def test_rini_cannot_record_for_others(in_group, rini, satu):
    with pytest.raises(NotAllowed):
        acts.record_position(
            in_group.current, government=satu, stance=Stance.AGREE, by=rini, at=NOW
        )


def test_there_is_no_position_without_a_version(in_group, satu, sari):
    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.create(
            version=None, government=satu, stance=Stance.AGREE, by=sari, stated_at=NOW
        )


def test_a_government_answers_a_version_once(in_group, tiga, sari):
    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.create(
            version=in_group.current,
            government=tiga,
            stance=Stance.AGREE,
            by=sari,
            stated_at=NOW,
        )


def test_who_is_asked_again_sees_what_was_said_before(in_group, kadek, satu, sari):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)
    acts.write_version(in_group.current, text="Baru.", reason="Ubah.", by=sari, at=NOW)

    before = queries.asked_again(in_group.current, satu)

    assert (before.version.number, before.stance) == (1, Stance.AGREE)
