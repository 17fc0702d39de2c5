"""Every step of a meeting from every state by everybody, against a table by hand."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction

from sinergi.convene import acts
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.rules import MEETING_TRANSITIONS, CommitteeRole, MeetingState
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import Refusal
from tests.convene.conftest import BEFORE, LAST, OPENING_DAY
from tests.replay import Told

pytestmark = pytest.mark.django_db

# From, step, to, who: coordination.md 5.1, by hand.
EXPECTED = {
    ("draft", "invite", "invited", "secretariat"),
    ("invited", "open", "running", "chair"),
    ("running", "close", "closed", "chair"),
    ("closed", "reopen", "running", "secretariat"),
    ("closed", "approve", "approved", "chair"),
}
STEPS = {
    "invite": lambda m, by: acts.send_invitation(
        m, letter_number="1", by=by, at=BEFORE
    ),
    "open": lambda m, by: acts.open_meeting(m, by=by, at=OPENING_DAY),
    "close": lambda m, by: acts.close_meeting(m, by=by, at=OPENING_DAY),
    "reopen": lambda m, by: acts.reopen_meeting(
        m, reason="x", by=by, at=OPENING_DAY + timedelta(days=3)
    ),
    "approve": lambda m, by: acts.approve_minutes(
        m, by=by, at=OPENING_DAY + timedelta(days=9)
    ),
}
WHO = {
    "sari": "secretariat",
    "wati": "chair",
    "budi": "desk",
    "kadek": "head",
    "rini": "reviewer",
    "gede": "inspectorate",
    "ayu": "administrator",
}


@pytest.fixture
def everyone(request):
    return {name: request.getfixturevalue(name) for name in WHO}


def test_the_table_is_what_the_hand_wrote():
    walked = {(str(a), str(b)) for a, tos in MEETING_TRANSITIONS.items() for b in tos}

    assert walked == {(start, to) for start, _step, to, _who in EXPECTED}


@pytest.mark.parametrize("state", [str(state) for state in MeetingState])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_from_every_state_by_everybody(ready, everyone, sari, state, step):
    acts.name_committee(
        ready, person=sari.person, role=CommitteeRole.MINUTE_TAKER, by=sari, at=BEFORE
    )
    at = {"state": "running", "invited_at": BEFORE}
    Meeting.objects.filter(pk=ready.pk).update(**at)
    for session in Meeting.objects.get().sessions.all():
        acts.write_minutes(session, text="Notulen.", by=sari, at=OPENING_DAY)
    closed = OPENING_DAY if state in ("closed", "approved") else None
    invited = None if state == "draft" else BEFORE
    Meeting.objects.update(state=state, closed_at=closed, invited_at=invited)

    for name, by in everyone.items():
        with transaction.atomic():
            became = tried(STEPS[step], by)
            transaction.set_rollback(True)
        expected = {
            to
            for start, deed, to, who in EXPECTED
            if (start, deed, who) == (state, step, WHO[name])
        }
        assert became in (expected or {None}), name


def tried(step, by):
    """The state it leads to; None where it is refused and leaves nothing behind."""
    before = LedgerEvent.objects.count()
    meeting = Meeting.objects.get()
    try:
        step(meeting, by)
    except Refusal:
        assert LedgerEvent.objects.count() == before
        return None
    assert LedgerEvent.objects.count() == before + 1
    return Meeting.objects.get().state


@pytest.mark.parametrize("seed", range(6))
def test_the_ledger_tells_a_random_course_of_a_meeting_again(
    ready, everyone, sari, seed
):
    pick = random.Random(seed)
    acts.name_committee(
        ready, person=sari.person, role=CommitteeRole.MINUTE_TAKER, by=sari, at=BEFORE
    )

    def minute(meeting, by):
        for session in meeting.sessions.all():
            acts.write_minutes(session, text=f"{pick.random()}", by=by, at=OPENING_DAY)

    for _ in range(200):
        step = pick.choice([*STEPS.values(), minute])
        with suppress(Refusal):
            step(Meeting.objects.get(), pick.choice(list(everyone.values())))

    meeting = Meeting.objects.get()
    assert Told().of("convene.meeting") == {meeting.slug: meeting.state}
    assert meeting.state != "draft"


@pytest.mark.parametrize("state", [str(state) for state in MeetingState])
def test_only_chair_and_secretariat_extend_and_only_after_the_closing(
    ready, everyone, state
):
    RulesOfProcedure.objects.update(ratification="circulation")
    closed = OPENING_DAY if state in ("closed", "approved") else None
    Meeting.objects.update(state=state, closed_at=closed)

    def extend(meeting, by):
        return acts.extend_circulation(
            meeting, until_on=LAST + timedelta(days=30), reason="x", by=by,
            at=OPENING_DAY + timedelta(days=1),
        )  # fmt: skip

    for name, by in everyone.items():
        allowed = WHO[name] in ("secretariat", "chair") and closed is not None
        with transaction.atomic():
            # Nothing goes round here, which only who may extend is told.
            with pytest.raises(Refusal) as refused:
                extend(Meeting.objects.get(), by)
            transaction.set_rollback(True)
        assert (type(refused.value).__name__ == "Vetoed") is allowed, name
