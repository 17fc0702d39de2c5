"""What the example holds is what its ledger tells."""

import pytest

from sinergi.act.models import Commitment, Report
from sinergi.agree.models import (
    Amendment,
    Guideline,
    Position,
    Recommendation,
    RecordOfAgreement,
    Version,
)
from sinergi.agree.rules import text_hash
from sinergi.convene.models import Meeting
from sinergi.core import ledger
from tests.replay import Told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ntb")]


@pytest.fixture
def told() -> Told:
    return Told()


def test_every_state_of_the_example_is_told_by_its_ledger(told: Told):
    reports = Report.objects.select_related("commitment")
    amendments = Amendment.objects.select_related("recommendation__meeting")
    known = {
        "convene.meeting": {m.slug: m.state for m in Meeting.objects.all()},
        "agree.recommendation": {
            r.ledger_reference: r.state
            for r in Recommendation.objects.select_related("meeting")
        },
        "agree.amendment": {
            f"{a.recommendation.ledger_reference}/{a.name}": a.state for a in amendments
        },
        "agree.recordofagreement": {
            r.meeting.slug: r.state
            for r in RecordOfAgreement.objects.select_related("meeting")
        },
        "agree.guideline": {g.slug: g.state for g in Guideline.objects.all()},
        "act.commitment": {c.reference: c.state for c in Commitment.objects.all()},
        "act.report": {
            f"{r.commitment.reference}/{r.year}-{r.quarter}": r.state for r in reports
        },
    }

    for kind, states in known.items():
        assert told.of(kind) == states, kind
        assert states, kind
    assert ledger.verify() is None


def test_every_version_of_the_example_has_the_hash_its_ledger_tells(told: Told):
    versions = Version.objects.select_related("recommendation__meeting")

    assert versions
    for version in versions:
        known = told.hashes[version.recommendation.ledger_reference, version.number]
        assert known == version.sha256 == text_hash(version.texts)


def test_every_position_of_the_example_was_given_to_the_version_it_stands_under(
    told: Told,
):
    stated = Position.objects.filter(is_start=False).select_related(
        "government", "version__recommendation__meeting"
    )
    carried = [p for p in stated if p.is_carried_over]

    assert stated
    for position in {*stated} - {*carried}:
        version = position.version
        answers = told.stances[version.recommendation.ledger_reference, version.number]
        assert answers[position.government.slug] == position.stance
