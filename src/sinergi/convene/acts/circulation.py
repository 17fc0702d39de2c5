"""The circulation of texts after the closing: its last day, and a later one."""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.models import Meeting
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.vetoes import refuse_vetoed


class NotCirculating(Refusal):
    """Nothing goes round in writing: not by the tata tertib, or not yet."""


class CirculationOver(Refusal):
    """What has ended is not extended."""


class NotLaterDay(Refusal):
    """An extension leads to a later day, and not out of sight."""


@act
def extend_circulation(
    meeting: Meeting, *, until_on: date, reason: str, by: Membership, at: datetime
) -> Meeting:
    """Give the governments more days to answer in writing, before the last one ends."""
    guards.latest(meeting)
    guards.must(access.keeps_circulation(by, meeting), guards.circulation_only())
    guards.of_this_world(by, meeting)
    known, over_at = meeting.circulation_last_day, meeting.circulation_over_at
    if known is None or over_at is None or not meeting.is_over:
        raise NotCirculating(
            _(
                "Nothing of “%(meeting)s” goes round in writing now. It does after the "
                "closing, where the tata tertib ratifies by circulation."
            )
            % {"meeting": meeting}
        )
    if at >= over_at:
        raise CirculationOver(
            _(
                "The circulation ended on %(day)s and is not extended any more. Close "
                "it; what is deferred can be taken up in the next meeting."
            )
            % {"day": date_format(known)}
        )
    refuse_vetoed("extend_circulation", meeting)
    most = known + timedelta(days=rules.MOST_DAYS_OF_EXTENSION)
    if not known < until_on <= most:
        raise NotLaterDay(
            _(
                "The circulation runs until %(known)s. Choose a day after it, at the "
                "latest %(most)s; %(day)s is not one."
            )
            % {
                "known": date_format(known),
                "most": date_format(most),
                "day": date_format(until_on),
            }
        )
    meeting.circulation_extended_because = guards.with_reason(reason)
    meeting.circulation_extended_to = until_on
    meeting.save(
        update_fields=["circulation_extended_to", "circulation_extended_because"]
    )
    ledger.record(
        "extend_circulation",
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        before={"circulation_last_day": known.isoformat()},
        after={"circulation_last_day": until_on.isoformat()},
        reason=meeting.circulation_extended_because,
    )
    return meeting
