"""Closing the circulation of a meeting: what everybody agrees to is ratified."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from sinergi.agree import rounds
from sinergi.agree.acts.deliberation import HeldUp, adopt
from sinergi.agree.acts.endings import defer
from sinergi.agree.acts.guards import refuse_after_record, refuse_before_heard
from sinergi.agree.acts.silence import TooSilent
from sinergi.agree.models import Recommendation
from sinergi.convene import guards
from sinergi.convene.access import keeps_circulation
from sinergi.convene.models import Meeting
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class NothingGoesRound(Refusal):
    """No text of the meeting is before the governments in writing."""


@act
def close_circulation(
    meeting: Meeting, *, by: Membership, at: datetime
) -> list[Recommendation]:
    """Ratify every text nobody holds up and defer the others, with the reason.

    After the last day, or as soon as all who must answer have. Each text has its own
    entry in the ledger.
    """
    guards.latest(meeting)
    guards.must(keeps_circulation(by, meeting), guards.circulation_only())
    guards.of_this_world(by, meeting)
    refuse_after_record(meeting)
    going = list(rounds.going_round(meeting).for_pages().order_by("reference"))
    if not going:
        raise NothingGoesRound(
            _("No recommendation of “%(meeting)s” goes round in writing.")
            % {"meeting": meeting}
        )
    for each in going:
        refuse_before_heard(each, at)
    return [_decided(each, by=by, at=at) for each in going]


def _decided(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    # The reason is printed in the berita acara, in its language.
    with translation.override("id"):
        try:
            return adopt(recommendation, by=by, at=at)
        except (HeldUp, TooSilent) as refusal:
            return defer(recommendation, reason=str(refusal), by=by, at=at)
