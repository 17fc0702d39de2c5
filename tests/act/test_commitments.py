"""Follow-up plans: what is awaited, who may write, who lets it run."""

from datetime import UTC, datetime, timedelta

import pytest

from sinergi.act import acts, queries
from sinergi.act.models import Commitment
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed, StandsAlready
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def ledger_actions() -> list[str]:
    events = LedgerEvent.objects.filter(object_kind__startswith="act.")
    return list(events.order_by("seq").values_list("action", flat=True))


def test_an_adopted_addressee_is_awaited_until_its_plan_runs(
    forum, satu, complete, kadek, rini
):
    (each,) = queries.awaited(forum)

    assert each.government == satu
    # Sixty days from 4 March, ending at 24:00 in WITA on 3 May.
    assert each.due_at == datetime(2026, 5, 3, 16, 0, tzinfo=UTC)
    assert not each.is_overdue(each.due_at - timedelta(seconds=1))
    assert each.is_overdue(each.due_at)

    acts.submit_commitment(complete, by=kadek, at=NOW)
    acts.start_running(complete, by=rini, at=NOW)

    assert queries.awaited(forum) == []


def test_who_began_is_not_asked_to_begin_again(forum, recommendation, satu, budi):
    assert [each.government for each in queries.unbegun(forum, satu)] == [satu]

    acts.begin(recommendation, government=satu, by=budi, at=NOW)

    assert queries.unbegun(forum, satu) == []


def test_a_plan_submitted_in_time_is_not_late_and_one_returned_is(
    forum, complete, kadek, rini
):
    acts.submit_commitment(complete, by=kadek, at=NOW)
    (submitted,) = queries.awaited(forum)
    assert not submitted.is_overdue(submitted.due_at)

    acts.return_commitment(complete, reason="Satuan kurang.", by=rini, at=NOW)

    (returned,) = queries.awaited(forum)
    assert returned.is_overdue(returned.due_at)


def test_nothing_is_awaited_before_the_record_is_locked(recommendation, forum):
    record = recommendation.meeting.record
    record.state, record.document, record.locked_at = "draft", None, None
    record.save()

    assert queries.awaited(forum) == []


def test_budi_cannot_begin_the_plan_of_another_government(recommendation, dua, budi):
    with pytest.raises(NotAllowed):
        acts.begin(recommendation, government=dua, by=budi, at=NOW)


def test_a_plan_nobody_asked_for_is_refused(recommendation, dua, rini):
    rini.role = "operator"

    with pytest.raises(acts.NotAwaited, match="REK-2026-PTIK-01"):
        acts.begin(recommendation, government=dua, by=rini, at=NOW)


def test_a_second_plan_for_the_same_recommendation_is_refused(draft, budi, satu):
    with pytest.raises(acts.NotAwaited):
        acts.begin(draft.recommendation, government=satu, by=budi, at=NOW)


def test_an_incomplete_plan_is_not_submitted_and_says_what_it_lacks(draft, kadek):
    with pytest.raises(acts.Activityless):
        acts.submit_commitment(draft, by=kadek, at=NOW)

    draft.refresh_from_db()
    assert draft.state == "draft"


def test_an_operator_writes_but_only_the_head_submits(complete, budi):
    with pytest.raises(NotAllowed):
        acts.submit_commitment(complete, by=budi, at=NOW)


def test_a_plan_runs_after_a_reviewer_of_another_government_saw_it(running):
    assert running.state == "running"
    assert ledger_actions() == ["begin", "submit", "start_running"]


def test_no_reviewer_decides_for_the_own_government(complete, kadek, own_reviewer):
    acts.submit_commitment(complete, by=kadek, at=NOW)

    with pytest.raises(NotAllowed):
        acts.start_running(complete, by=own_reviewer, at=NOW)
    with pytest.raises(NotAllowed):
        acts.return_commitment(complete, reason="x", by=own_reviewer, at=NOW)


def test_a_returned_plan_shows_the_reason_and_can_be_submitted_again(
    complete, kadek, rini
):
    acts.submit_commitment(complete, by=kadek, at=NOW)

    acts.return_commitment(complete, reason="Satuan keliru", by=rini, at=NOW)

    assert Commitment.objects.get().return_reason == "Satuan keliru"
    assert LedgerEvent.objects.order_by("-seq").first().reason == "Satuan keliru"
    acts.submit_commitment(complete, by=kadek, at=NOW)
    acts.start_running(complete, by=rini, at=NOW)
    assert complete.return_reason == ""


def test_a_running_plan_is_not_submitted_again(running, kadek):
    with pytest.raises(StandsAlready, match="RTL diajukan"):
        acts.submit_commitment(running, by=kadek, at=NOW)
