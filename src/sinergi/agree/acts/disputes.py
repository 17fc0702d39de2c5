"""Taking an editorial edit for one of substance: everyone is asked again."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access
from sinergi.agree.acts.guards import refuse_after_record, refuse_out_of_session
from sinergi.agree.acts.texts import (
    StaleVersion,
    add_version,
    described,
    refuse_without_reason,
)
from sinergi.agree.models import Version
from sinergi.agree.rounds import takes_answers
from sinergi.agree.rules import Edit
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed


@act
def dispute_edit(
    version: Version, *, reason: str, by: Membership, at: datetime
) -> Version:
    """The same words as a new version that nobody has answered yet.

    The answers carried over stay on record with the version they stand under. Where the
    words were forwarded to the plenary, it now decides on the new version.
    """
    recommendation = version.recommendation
    recommendation.hold()
    refuse_after_record(recommendation.meeting)
    if not takes_answers(recommendation, by.government, at):
        refuse_out_of_session(recommendation.meeting)
    current = recommendation.current
    if current.pk != version.pk:
        raise StaleVersion(
            _(
                "The text changed while this page was open: version %(new)d replaced "
                "version %(old)d. Read it and decide again."
            )
            % {"new": current.number, "old": version.number}
        )
    if not access.may_dispute(by, recommendation):
        raise NotAllowed(
            _(
                "Heads of office dispute an editorial change, while governments answer "
                "to it."
            )
        )
    refuse_without_reason(reason)
    asked = add_version(
        recommendation,
        version.texts,
        Edit.SUBSTANTIVE,
        reason,
        by=by,
        at=at,
        disputed_by=by.government,
    )
    if recommendation.pinned_id:
        recommendation.pinned = asked
        recommendation.save(update_fields=["pinned"])
    ledger.record(
        "dispute_edit",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before=described(version),
        after={**described(asked), "disputed_by": by.government.slug},
        reason=reason,
    )
    return asked
