"""What the secretariat proposes to do with a recommendation (usul penanganan)."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.models import Recommendation
from sinergi.convene.access import is_secretariat
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class AlreadyDecided(Refusal):
    """Handling is proposed for what is still open."""


class NoDay(Refusal):
    """A proposed handling says from when others read it."""


@act
def propose_handling(
    recommendation: Recommendation,
    *,
    handling: str,
    visible_at: datetime | None,
    by: Membership,
    at: datetime,
) -> Recommendation:
    """What the secretariat proposes to do with it, and from when others read that."""
    recommendation.hold()
    if not is_secretariat(by, recommendation.meeting.forum):
        raise NotAllowed(_("The handling is proposed by the secretariat of the forum."))
    if recommendation.is_closed:
        raise AlreadyDecided(
            _("%(name)s is closed (%(state)s); there is nothing to propose any more.")
            % {"name": recommendation.name, "state": recommendation.state_label}
        )
    if handling.strip() and visible_at is None:
        raise NoDay(_("State from when the others read it."))
    before = sha256(recommendation.handling) if recommendation.handling else ""
    recommendation.handling = handling.strip()
    recommendation.handling_visible_at = visible_at if handling.strip() else None
    recommendation.save(update_fields=["handling", "handling_visible_at"])
    ledger.record(
        "propose_handling",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before={"handling_sha256": before},
        after={
            "handling_sha256": sha256(recommendation.handling)
            if recommendation.handling
            else "",
            "visible_at": visible_at.isoformat() if visible_at else "",
        },
    )
    return recommendation
