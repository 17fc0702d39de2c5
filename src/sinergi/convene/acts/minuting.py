"""What every deed on the minutes asks first and leaves on record."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _

from sinergi.convene import guards
from sinergi.convene.models import Meeting, Session
from sinergi.core import ledger
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class EmptyText(Refusal):
    """There is nothing in it."""


def must_be(allowed: bool, meeting: Meeting) -> None:
    if not allowed:
        raise guards.NotNow(
            _(
                "“%(meeting)s” is %(state)s. Decisions are written down while it is "
                "in session; minutes also after it closed, until they are approved."
            )
            % {"meeting": meeting, "state": meeting.state_label}
        )


def said(text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise EmptyText(_("There is no text yet. Write it, or leave the page."))
    return text


def record(
    action: str,
    target: models.Model,
    session: Session,
    *,
    by: Membership,
    at: datetime,
    after: dict[str, str],
    reason: str = "",
) -> None:
    ledger.record(
        action,
        target,
        reference=f"{session.meeting.slug}/{session.pk}/{target.pk}",
        by=by,
        at=at,
        after=after,
        reason=reason,
    )
