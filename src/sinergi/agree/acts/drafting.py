"""Drafting: what a recommendation is about and what is expected of whom."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, rules
from sinergi.agree.acts.expected import Details, NotOfThisMeeting, expectation, put
from sinergi.agree.acts.texts import (
    NoText,
    add_version,
    described,
)
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import Edit, State
from sinergi.convene.models import Meeting, Session
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, StandsAlready


@act
def draft(
    *,
    meeting: Meeting,
    session: Session,
    details: Details,
    text: str,
    by: Membership,
    at: datetime,
    carried_from: Recommendation | None = None,
) -> Recommendation:
    """Begin a recommendation for a group of a meeting; it has no number yet."""
    if not access.may_draft(by, meeting):
        raise NotAllowed(
            _("Drafts come from operators and heads of the forum, or a group chair.")
        )
    if meeting.is_over:
        raise NotOfThisMeeting(
            _("%(meeting)s is closed; draft for the next meeting.")
            % {"meeting": meeting.title}
        )
    if session.meeting_id != meeting.pk or session.bidang is None:
        raise NotOfThisMeeting(
            _("“%(session)s” is not a group of %(meeting)s. Choose one of its groups.")
            % {"session": session.title, "meeting": meeting.title}
        )
    paragraphs = rules.paragraphs_of(text)
    if not paragraphs:
        raise NoText(_("The text is empty. Write at least one paragraph."))
    _refuse_sent_twice(meeting, details.title, paragraphs, by)
    recommendation = Recommendation(
        meeting=meeting,
        session=session,
        bidang=session.bidang,
        proposer=by.government,
        carried_from=carried_from,
        provenance=by.provenance,
        created_at=at,
    )
    put(recommendation, details)
    version = add_version(
        recommendation, paragraphs, Edit.SUBSTANTIVE, "", by=by, at=at
    )
    ledger.record(
        "draft",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        after={
            "state": State.DRAFT.value,
            **described(version),
            **expectation(recommendation),
            **({"carried_from": carried_from.reference} if carried_from else {}),
        },
    )
    return recommendation


def _refuse_sent_twice(
    meeting: Meeting, title: str, paragraphs: Sequence[str], by: Membership
) -> None:
    drafts = Recommendation.objects.filter(
        meeting=meeting,
        proposer=by.government,
        title=title,
        state=State.DRAFT.value,
    )
    known = drafts.first()
    if known is None:
        return
    version = known.current
    if (version.by_id, version.texts) == (by.pk, paragraphs):
        told = _("“%(title)s” is saved already.") % {"title": title}
        raise StandsAlready(told, known)
