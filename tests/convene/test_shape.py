"""The shape of a meeting as data: groups and plenary, ratification."""

from datetime import UTC, datetime, timedelta

import pytest

from sinergi.convene import acts, rules
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Placement, Ratification
from sinergi.letters.rules import HeldAs
from tests.convene.conftest import BEFORE, LAST, OPENING_DAY

DAY = datetime(2026, 3, 4, tzinfo=UTC)


def span(begins: int, ends: int):
    return DAY + timedelta(hours=begins), DAY + timedelta(hours=ends)


def rule(meeting: Meeting, by, **more):
    values = {
        "quorum_percent": 51,
        "all_must_answer": False,
        "absence_answers": True,
        "days_to_plan": 60,
        **more,
    }
    acts.set_procedure(meeting, **values, by=by, at=BEFORE)
    return Meeting.objects.get(pk=meeting.pk)


@pytest.mark.parametrize(
    ("group", "plenaries", "expected"),
    [
        (span(1, 2), [span(3, 4)], Placement.BEFORE),
        (span(3, 4), [span(1, 2), span(5, 6)], Placement.BETWEEN),
        (span(1, 3), [span(2, 4)], Placement.BESIDE),
        (span(3, 4), [span(1, 2)], Placement.AFTER),
        (span(2, 3), [span(1, 2)], Placement.AFTER),
        (span(1, 2), [], None),
    ],
)
def test_where_a_group_stands_is_seen_from_the_times(group, plenaries, expected):
    assert rules.placement(group, plenaries) is expected


def test_a_group_after_the_last_plenary_is_ratified_by_circulation_only():
    groups, plenaries = [span(3, 4)], [span(1, 2)]

    assert rules.unratified(Ratification.PLENARY, groups, plenaries)
    assert not rules.unratified(Ratification.CIRCULATION, groups, plenaries)
    assert not rules.unratified(Ratification.PLENARY, groups, [span(5, 6)])


def test_a_meeting_ratifies_in_plenary_unless_its_tata_tertib_says_otherwise(
    draft: Meeting,
):
    assert draft.ratification is Ratification.PLENARY
    assert draft.circulation_last_day is None
    assert draft.circulation_until(draft.host) is None


def test_the_circulation_ends_so_many_days_after_the_closing(closed: Meeting, sari):
    Meeting.objects.update(state="invited", closed_at=None)
    planned = rule(
        closed, sari, ratification=Ratification.CIRCULATION, days_to_circulate=7
    )
    before = planned.circulation_last_day
    planned.closed_at = OPENING_DAY + timedelta(days=1)

    until = planned.circulation_until(planned.host).astimezone(planned.tz)
    assert before == LAST + timedelta(days=7)
    assert planned.circulation_last_day == LAST + timedelta(days=6)
    assert (until.date(), until.hour) == (LAST + timedelta(days=7), 0)


def test_the_tata_tertib_reads_the_circulation_out(draft: Meeting, sari):
    rule(draft, sari, ratification=Ratification.CIRCULATION, days_to_circulate=7)

    sentence = draft.procedure.sentences()[-1]

    assert "edaran" in sentence
    assert "7 hari" in sentence


def test_the_ratification_stands_still_once_the_meeting_runs(running: Meeting, sari):
    with pytest.raises(Exception, match="tata tertib"):
        rule(running, sari, ratification=Ratification.CIRCULATION)


def test_sari_is_warned_of_groups_that_no_plenary_ratifies(ready: Meeting, sari, visit):
    before = visit(sari, "/kerja/rakor/rakor-uji/undangan/").content.decode()
    rule(ready, sari, ratification=Ratification.CIRCULATION)

    after = visit(sari, "/kerja/rakor/rakor-uji/undangan/").content.decode()

    assert "tidak ada pleno yang dapat menetapkan" in before
    assert "tidak ada pleno yang dapat menetapkan" not in after
    assert "disahkan melalui edaran sampai akhir Jumat, 20 Maret 2026" in after


def test_the_public_reads_where_the_groups_stand(invited: Meeting, visit):
    body = visit(None, "/rakor/rakor-uji/").content.decode()

    assert "Kelompok bersidang setelah pleno." in body


@pytest.mark.parametrize(
    ("held_as", "represented_by", "expected"),
    [
        (HeldAs.DEFINITE, "", "Wali Kota"),
        (HeldAs.PLT, "", "Plt. Wali Kota"),
        (HeldAs.PJ, "Asisten I", "Asisten I a.n. Pj. Wali Kota"),
    ],
)
def test_who_speaks_says_for_whom_and_how_the_office_is_held(
    held_as, represented_by, expected
):
    assert rules.speaker("Wali Kota", held_as, represented_by) == expected
