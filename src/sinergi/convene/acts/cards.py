"""A lost card gives way to a new one."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards
from sinergi.convene.models import Participant
from sinergi.convene.rules import Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership


@act
def renew_card(
    participant: Participant, *, by: Membership, at: datetime
) -> Participant:
    """From now on only the new card of this participant holds."""
    meeting = participant.meeting
    guards.latest(meeting)
    guards.must(
        access.keeps_list(by, meeting),
        _("Only the secretariat and the registration desk renew a card."),
    )
    guards.may_change(Part.PEOPLE, meeting, by)
    participant.refresh_from_db()
    participant.card_edition += 1
    participant.save(update_fields=["card_edition"])
    ledger.record(
        "renew_card",
        participant,
        reference=f"{meeting.slug}/{participant.pk}",
        by=by,
        at=at,
        after={"edition": str(participant.card_edition)},
    )
    return participant
