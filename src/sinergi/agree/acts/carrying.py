"""Drafts that begin with words that are there: of a text somebody brings, or of a
recommendation an earlier meeting deferred."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.acts.drafting import draft
from sinergi.agree.acts.expected import EXPECTED, Details
from sinergi.agree.acts.texts import NoText
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import State
from sinergi.align.models import Programme
from sinergi.convene.models import Meeting, Session
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class NotCarried(Refusal):
    """Only what an earlier meeting of the forum deferred is taken up again, once."""


@act
def draft_each(
    *,
    meeting: Meeting,
    session: Session,
    programme: Programme,
    clauses: Sequence[tuple[str, str]],
    by: Membership,
    at: datetime,
) -> list[Recommendation]:
    """A draft for every clause of a text, title and words; all of them or none."""
    if not clauses:
        raise NoText(_("Choose at least one clause."))
    made = []
    for title, text in clauses:
        details = Details(title=title, programme=programme)
        made.append(
            draft(
                meeting=meeting,
                session=session,
                details=details,
                text=text,
                by=by,
                at=at,
            )
        )
    return made


@act
def carry(
    earlier: Recommendation,
    *,
    meeting: Meeting,
    session: Session,
    by: Membership,
    at: datetime,
) -> Recommendation:
    """Take a deferred one up again: a draft with its words and what it expects."""
    _refuse_carrying(earlier, meeting)
    told = {field: getattr(earlier, field) for field in EXPECTED}
    begins = (meeting.starts_on.year, (meeting.starts_on.month + 2) // 3)
    due = (earlier.due_year or 0, earlier.due_quarter or 4)
    if due < begins:
        # What was due before this meeting is set anew.
        told |= {"due_year": None, "due_quarter": None}
    return draft(
        meeting=meeting,
        session=session,
        details=Details(
            **told,
            addressees=list(earlier.addressees.all()),
            pillars=list(earlier.pillars.all()),
        ),
        text=earlier.current.as_typed,
        by=by,
        at=at,
        carried_from=earlier,
    )


def _refuse_carrying(earlier: Recommendation, meeting: Meeting) -> None:
    if (
        State(earlier.state) is not State.DEFERRED
        or earlier.meeting.forum_id != meeting.forum_id
        or earlier.meeting.starts_on >= meeting.starts_on
    ):
        raise NotCarried(
            _(
                "%(name)s is %(state)s. Taken up again is what an earlier meeting of "
                "this forum deferred."
            )
            % {"name": earlier.name, "state": earlier.state_label}
        )
    again = earlier.carried_to.exclude(state=State.WITHDRAWN.value).first()
    if again:
        raise NotCarried(
            _("%(name)s is taken up already, for %(meeting)s.")
            % {"name": earlier.name, "meeting": again.meeting.title}
        )
