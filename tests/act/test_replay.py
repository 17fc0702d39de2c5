"""Whatever becomes of a follow-up plan and its reports, the ledger tells it again."""

import random
from decimal import Decimal

import pytest

from sinergi.act import acts, drafts
from sinergi.act.models import Commitment, Report, Review
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict
from sinergi.core import ledger
from sinergi.core.refusal import Refusal
from tests.act.conftest import JULY
from tests.cast import NOW
from tests.replay import Told

pytestmark = pytest.mark.django_db

STEPS = 160


@pytest.fixture
def people(budi, kadek, rini, second_reviewer, own_reviewer, sari):
    return [budi, kadek, rini, second_reviewer, own_reviewer, sari]


@pytest.fixture
def deeds(complete):
    """What anybody may try on the plan, made in March, and on a report, in July."""

    def plan(act, **more):
        return lambda pick, by, report: act(fresh(complete), by=by, at=NOW, **more)

    def of_report(act, **more):
        return lambda pick, by, report: act(report, by=by, at=JULY, **more)

    def judge(act):
        return lambda pick, by, report: act(
            report,
            verdict=pick.choice(list(Verdict)),
            evidence_level=pick.choice(list(EvidenceLevel)),
            note="n",
            by=by,
            at=JULY,
        )

    def write(pick, by, report):
        quarter = Quarter(2026, pick.choice([1, 2]))
        made = drafts.open_report(fresh(complete), quarter, by=by)
        activity = made.commitment.activities.get()
        drafts.save_report(
            made, narrative="x", obstacles="", values={activity.pk: Decimal(4)}
        )

    return {
        write: 6,
        plan(acts.submit_commitment): 2,
        plan(acts.return_commitment, reason="x"): 1,
        plan(acts.start_running): 2,
        of_report(acts.submit_report, without_evidence=True): 5,
        of_report(acts.submit_nil, reason="x"): 2,
        of_report(acts.return_report, reason="x"): 1,
        of_report(acts.accept_verdict): 1,
        of_report(acts.contest, reply="x"): 2,
        judge(acts.review): 4,
        judge(acts.settle): 2,
    }


def fresh(commitment: Commitment) -> Commitment:
    return Commitment.objects.get(pk=commitment.pk)


@pytest.mark.parametrize("seed", range(8))
def test_the_ledger_tells_a_random_course_of_plan_and_reports_again(
    deeds, people, seed, satu
):
    pick = random.Random(seed)

    for _ in range(STEPS):
        reports = list(Report.objects.all())
        report = pick.choice(reports) if reports else None
        (deed,) = pick.choices(list(deeds), weights=list(deeds.values()))
        for by in pick.sample(people, len(people)):
            try:
                deed(pick, by, report)
            except (Refusal, AttributeError):
                # Refused, or there is no report to try it on yet.
                continue
            break

    told = Told()
    assert told.of("act.commitment") == {
        c.reference: c.state for c in Commitment.objects.all()
    }
    # A draft is typed, which is no act; from its sending on the ledger knows it.
    sent = Report.objects.exclude(state="draft").select_related("commitment")
    assert told.of("act.report") == {
        f"{r.commitment.reference}/{r.year}-{r.quarter}": r.state for r in sent
    }
    assert told.of("act.report")
    assert not Review.objects.filter(by__government=satu).exists()
    assert ledger.verify() is None
