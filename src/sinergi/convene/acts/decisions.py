"""Decisions under an agenda item: written down, and taken back."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.acts.minuting import must_be, record, said
from sinergi.convene.models import AgendaItem, Decision, Session
from sinergi.convene.rules import MeetingState
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership


@act
def record_decision(
    item: AgendaItem, *, text: str, by: Membership, at: datetime
) -> Decision:
    """Write down what was decided under an agenda item, while the meeting runs."""
    _may_decide(item.session, by)
    text = said(text)
    twin = Decision.objects.standing().filter(item=item, text=text).first()
    if twin:  # a form sent twice
        return twin
    decision = Decision.objects.create(item=item, text=text, by=by, recorded_at=at)
    record(
        "record_decision",
        decision,
        item.session,
        by=by,
        at=at,
        after=guards.text({"item": item.pk, "sha256": sha256(decision.text.encode())}),
    )
    return decision


@act
def withdraw_decision(
    decision: Decision, *, reason: str, by: Membership, at: datetime
) -> Decision:
    """Take back what was written down wrongly; both stay on record."""
    _may_decide(decision.item.session, by)
    reason = guards.with_reason(reason)
    decision.refresh_from_db()
    if decision.withdrawn_at is None:
        decision.withdrawn_at = at
        decision.save(update_fields=["withdrawn_at"])
        record(
            "withdraw_decision",
            decision,
            decision.item.session,
            by=by,
            at=at,
            after={"withdrawn": "yes"},
            reason=reason,
        )
    return decision


def _may_decide(session: Session, by: Membership) -> None:
    meeting = session.meeting
    guards.latest(meeting)
    guards.must(
        access.decides_under(by, session),
        _(
            "The chair of the session, the secretary and the minute-taker write down "
            "decisions."
        ),
    )
    guards.of_this_world(by, meeting)
    must_be(rules.may_decide(MeetingState(meeting.state)), meeting)
