"""A government says that it does not want the amendment of another."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access
from sinergi.agree.acts.guards import refuse_after_record
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Amendment, Objection
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class NothingToObject(Refusal):
    """There is no objection of this government to take back."""


@act
def object_to(
    amendment: Amendment, *, note: str, by: Membership, at: datetime
) -> Objection:
    """A government does not want it, so it is not settled in passing."""
    _refuse_objecting(amendment, by)
    refuse_without_reason(note)
    objection, _new = Objection.objects.update_or_create(
        amendment=amendment,
        government=by.government,
        defaults={
            "note": note.strip(),
            "by": by,
            "stated_at": at,
            "taken_back_at": None,
        },
    )
    _record_objection("object_to_amendment", amendment, by, at)
    return objection


@act
def take_objection_back(
    amendment: Amendment, *, by: Membership, at: datetime
) -> Objection:
    """It wants it now, or does not mind."""
    _refuse_objecting(amendment, by)
    standing = amendment.objections.filter(taken_back_at=None)
    objection = standing.filter(government=by.government_id).first()
    if objection is None:
        raise NothingToObject(
            _("%(government)s does not object to %(amendment)s.")
            % {"government": by.government.name, "amendment": amendment.name}
        )
    objection.taken_back_at = at
    objection.save(update_fields=["taken_back_at"])
    _record_objection("take_objection_back", amendment, by, at)
    return objection


def _refuse_objecting(amendment: Amendment, by: Membership) -> None:
    amendment.hold()
    refuse_after_record(amendment.recommendation.meeting)
    if not access.may_object(by, amendment):
        raise NotAllowed(
            _(
                "Heads of office of other governments object to an amendment while it "
                "is before the group."
            )
        )


def _record_objection(
    action: str, amendment: Amendment, by: Membership, at: datetime
) -> None:
    standing = amendment.objections.filter(taken_back_at=None)
    names = standing.values_list("government__slug", flat=True)
    ledger.record(
        action,
        amendment,
        reference=f"{amendment.recommendation.ledger_reference}/{amendment.name}",
        by=by,
        at=at,
        after={"objecting": sorted(names)},
    )
