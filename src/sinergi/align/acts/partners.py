"""Doing a plan together: the lead invites, each partner answers for itself."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.align import access
from sinergi.align.acts.plans import (
    NotYours,
    check_own,
    check_partner,
    check_standing,
)
from sinergi.align.models import Partner, Plan
from sinergi.align.rules import PartnerState, may_become
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import Refusal


class AlreadyPartner(Refusal):
    """The government was asked before and has not declined."""


class NobodyElse(Refusal):
    """There is nobody to propose it to."""


class AnsweredBefore(Refusal):
    """The invitation has been answered."""


@act
def invite_partner(
    plan: Plan, government: Place, *, by: Membership, at: datetime
) -> Partner:
    """Ask a government to do this plan together; it counts once it accepts."""
    check_own(plan, by)
    check_standing(plan)
    check_partner(plan.programme, plan.government, government)
    partner = plan.partners.filter(government=government).first()
    if partner is None:
        partner = Partner(plan=plan, government=government)
        before: dict[str, str] = {}
    else:
        before = {"state": partner.state}
        _turn(
            partner,
            PartnerState.INVITED,
            AlreadyPartner(
                _("%(government)s was already asked to join plan %(plan)s.")
                % {"government": government, "plan": plan.reference}
            ),
        )
        partner.answered_at = None
    partner.save()
    plan.is_joint = True
    plan.changed_at = at
    plan.save(update_fields=["is_joint", "changed_at"])
    return _recorded("invite_partner", partner, before, by=by, at=at)


@act
def propose_together(
    plan: Plan, governments: Sequence[Place], *, by: Membership, at: datetime
) -> list[Partner]:
    """Ask all who plan the same output apart to do it together, oneself as the lead."""
    if not governments:
        raise NobodyElse(
            _("No other government plans “%(output)s”, or all of them were asked.")
            % {"output": plan.output}
        )
    return [invite_partner(plan, each, by=by, at=at) for each in governments]


@act
def accept_partnership(partner: Partner, *, by: Membership, at: datetime) -> Partner:
    """Take part; from now on the plan counts as joint."""
    return _answer(partner, PartnerState.ACCEPTED, "accept_partnership", by=by, at=at)


@act
def decline_partnership(partner: Partner, *, by: Membership, at: datetime) -> Partner:
    """Not take part; the lead may ask again."""
    return _answer(partner, PartnerState.DECLINED, "decline_partnership", by=by, at=at)


def _answer(
    partner: Partner,
    answer: PartnerState,
    action: str,
    *,
    by: Membership,
    at: datetime,
) -> Partner:
    if not access.may_enter(by, partner.government):
        raise NotYours(
            _("Only an operator or the head of %(government)s answers this invitation.")
            % {"government": partner.government}
        )
    check_standing(partner.plan)
    before = {"state": partner.state}
    _turn(
        partner,
        answer,
        AnsweredBefore(
            _("%(government)s answered this invitation before: %(state)s.")
            % {"government": partner.government, "state": partner.state_label}
        ),
    )
    partner.answered_at = at
    partner.save(update_fields=["state", "answered_at"])
    return _recorded(action, partner, before, by=by, at=at)


def _turn(partner: Partner, wanted: PartnerState, otherwise: Refusal) -> None:
    if not may_become(PartnerState(partner.state), wanted):
        raise otherwise
    partner.state = wanted


def _recorded(
    action: str,
    partner: Partner,
    before: dict[str, str],
    *,
    by: Membership,
    at: datetime,
) -> Partner:
    ledger.record(
        action,
        partner,
        reference=partner.plan.reference,
        by=by,
        at=at,
        before=before,
        after={"partner": partner.government.slug, "state": partner.state},
    )
    return partner
