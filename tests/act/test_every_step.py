"""Every step of a plan and of a report from every state by everybody, by hand."""

from decimal import Decimal

import pytest
from django.db import transaction

from sinergi.act import acts, drafts
from sinergi.act.models import Commitment, Report, Review
from sinergi.act.rules import (
    CommitmentState,
    EvidenceLevel,
    Quarter,
    ReportState,
    Verdict,
)
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import Refusal
from tests.act.conftest import APRIL
from tests.cast import NOW

pytestmark = pytest.mark.django_db

WHO = {
    "budi": "operator",
    "kadek": "head",
    "rini": "reviewer",
    "second_reviewer": "second",
    "own_reviewer": "own reviewer",
    "sari": "secretariat",
    "gede": "inspectorate",
    "ayu": "administrator",
}
# From, step, to, who: coordination.md 5.5 and 5.6 in the words of the design. Whoever
# reviewed first does not settle what was contested.
OF_PLAN = {
    ("draft", "submit", "submitted", "head"),
    ("returned", "submit", "submitted", "head"),
    ("submitted", "return", "returned", "reviewer"),
    ("submitted", "return", "returned", "second"),
    ("submitted", "run", "running", "reviewer"),
    ("submitted", "run", "running", "second"),
}
OF_REPORT = {
    ("draft", "submit", "submitted", "head"),
    ("returned", "submit", "submitted", "head"),
    ("draft", "nil", "submitted", "head"),
    ("returned", "nil", "submitted", "head"),
    ("submitted", "return", "returned", "reviewer"),
    ("submitted", "return", "returned", "second"),
    ("submitted", "review", "reviewed", "reviewer"),
    ("submitted", "review", "reviewed", "second"),
    ("reviewed", "accept", "final", "head"),
    ("reviewed", "contest", "contested", "head"),
    ("contested", "settle", "final", "second"),
}
PLAN_STEPS = {
    "submit": lambda c, by: acts.submit_commitment(c, by=by, at=NOW),
    "return": lambda c, by: acts.return_commitment(c, reason="x", by=by, at=NOW),
    "run": lambda c, by: acts.start_running(c, by=by, at=NOW),
}


def judged(act):
    return lambda r, by: act(
        r,
        verdict=Verdict.DONE,
        evidence_level=EvidenceLevel.STATEMENT,
        note="x",
        by=by,
        at=APRIL,
    )


REPORT_STEPS = {
    "submit": lambda r, by: acts.submit_report(
        r, by=by, at=APRIL, without_evidence=True
    ),
    "nil": lambda r, by: acts.submit_nil(r, reason="x", by=by, at=APRIL),
    "return": lambda r, by: acts.return_report(r, reason="x", by=by, at=APRIL),
    "review": judged(acts.review),
    "accept": lambda r, by: acts.accept_verdict(r, by=by, at=APRIL),
    "contest": lambda r, by: acts.contest(r, reply="x", by=by, at=APRIL),
    "settle": judged(acts.settle),
}


@pytest.fixture
def everyone(request):
    return {name: request.getfixturevalue(name) for name in WHO}


@pytest.fixture
def report(running, budi):
    """Written for the first quarter."""
    made = drafts.open_report(running, Quarter(2026, 1), by=budi)
    values = {running.activities.get().pk: Decimal(5)}
    return drafts.save_report(made, narrative="x", obstacles="", values=values)


@pytest.mark.parametrize("state", [str(state) for state in CommitmentState])
@pytest.mark.parametrize("step", PLAN_STEPS)
def test_every_step_of_a_plan(complete, everyone, state, step):
    Commitment.objects.update(state=state)

    for name, by in everyone.items():
        became = tried(Commitment, complete.pk, PLAN_STEPS[step], by)
        assert became in (leads_to(OF_PLAN, state, step, name) or {None}), name


@pytest.mark.parametrize("state", [str(state) for state in ReportState])
@pytest.mark.parametrize("step", REPORT_STEPS)
def test_every_step_of_a_report(report, everyone, rini, state, step):
    if state in ("reviewed", "contested", "final"):
        acts.submit_report(
            report, by=everyone["kadek"], at=APRIL, without_evidence=True
        )
        REPORT_STEPS["review"](report, rini)
    Report.objects.update(state=state)

    for name, by in everyone.items():
        became = tried(Report, report.pk, REPORT_STEPS[step], by)
        assert became in (leads_to(OF_REPORT, state, step, name) or {None}), name


def leads_to(table, state, step, name):
    taken = (state, step, WHO[name])
    return {to for start, deed, to, who in table if (start, deed, who) == taken}


def tried(model, pk, step, by):
    """The state it leads to; None where it is refused and leaves nothing behind."""
    with transaction.atomic():
        before = LedgerEvent.objects.count(), Review.objects.count()
        try:
            step(model.objects.get(pk=pk), by)
            became = model.objects.get(pk=pk).state
            assert LedgerEvent.objects.count() == before[0] + 1
        except Refusal:
            assert (LedgerEvent.objects.count(), Review.objects.count()) == before
            became = None
        transaction.set_rollback(True)
    return became
