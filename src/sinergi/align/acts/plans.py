"""Entering, changing and withdrawing what a government plans."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sinergi.align import access, words
from sinergi.align.models import Partner, Plan, Programme
from sinergi.align.plan_fields import PlanFields, checked_fields, seen_of, told
from sinergi.align.rules import PlanState, may_become
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.formats import angka
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.core.stale import Overtaken


class NotYours(NotAllowed):
    """Another government's plan is edited by nobody but that government."""


class NotInForce(Refusal):
    """The programme does not hold in that year, or not in a forum of the government."""


class NoPartner(Refusal):
    """A joint plan names nobody to do it with."""


class CannotJoin(Refusal):
    """A government named as partner cannot be one."""


class AlreadyPlanned(Refusal):
    """The same plan stands already."""

    def __init__(self, message: str, plan: Plan) -> None:
        super().__init__(message)
        self.plan = plan


class Withdrawn(Refusal):
    """The plan was withdrawn and stays as it is."""


class NothingChanged(Refusal):
    """What was sent is what already stands there."""


class ReasonMissing(Refusal):
    """A plan is withdrawn for a reason that others can read."""


@act
def enter_plan(
    programme: Programme,
    fields: PlanFields,
    *,
    year: int,
    by: Membership,
    at: datetime,
    is_joint: bool = False,
    partners: Sequence[Place] = (),
) -> Plan:
    """Enter a plan of one's own government; partners of a joint one are invited."""
    government = by.government
    if not access.may_enter(by, government):
        raise NotYours(
            _("Only an operator or the head of %(government)s enters its plans.")
            % {"government": government}
        )
    check_seat(programme, government)
    check_year(programme, year)
    if is_joint and not partners:
        raise NoPartner(
            _("A joint plan needs at least one partner. Choose who, or enter it alone.")
        )
    for partner in partners:
        check_partner(programme, government, partner)
    # Serialises numbering on PostgreSQL; SQLite has one writer anyway.
    Forum.objects.select_for_update().get(pk=programme.forum_id)
    checked = checked_fields(fields, government)
    _refuse_twin(programme, government, year, checked)
    plan = Plan.objects.create(
        reference=f"KS-{year}-{Plan.objects.filter(year=year).count() + 1:04d}",
        programme=programme,
        government=government,
        year=year,
        **checked,
        is_joint=is_joint,
        provenance=by.provenance,
        entered_at=at,
        changed_at=at,
    )
    for partner in partners if is_joint else ():
        Partner.objects.create(plan=plan, government=partner)
    after = {
        "programme": programme.code,
        "government": government.slug,
        "year": year,
        **told(asdict(fields)),
        "partners": [partner.slug for partner in partners],
    }
    ledger.record(
        "enter_plan", plan, reference=plan.reference, by=by, at=at, after=after
    )
    return plan


@act
def change_plan(
    plan: Plan, fields: PlanFields, *, by: Membership, at: datetime, seen: str = ""
) -> Plan:
    """Say something else about a standing plan of one's own government.

    `seen` is the stamp of the plan as the page showed it.
    """
    plan.refresh_from_db(from_queryset=Plan.objects.select_for_update())
    check_own(plan, by)
    check_standing(plan)
    wanted = checked_fields(fields, plan.government, plan.activity_code)
    changed = {name: new for name, new in wanted.items() if getattr(plan, name) != new}
    if not changed:
        raise NothingChanged(
            _("Nothing differs from what plan %(plan)s already says.")
            % {"plan": plan.reference}
        )
    if seen and seen != seen_of(plan):
        raise Overtaken(
            _(
                "Plan %(plan)s was changed after your page was opened. It now says: "
                "%(now)s. What you typed stands below and is not saved; save once more "
                "to put it in its place."
            )
            % {"plan": plan.reference, "now": _as_shown(plan, changed)}
        )
    before = {name: getattr(plan, name) for name in changed}
    for name, new in changed.items():
        setattr(plan, name, new)
    plan.changed_at = at
    plan.save(update_fields=[*changed, "changed_at"])
    ledger.record(
        "change_plan",
        plan,
        reference=plan.reference,
        by=by,
        at=at,
        before=told(before),
        after=told(changed),
    )
    return plan


@act
def withdraw_plan(plan: Plan, *, reason: str, by: Membership, at: datetime) -> Plan:
    """Take a plan out of the matrix; it and its reason stay on record."""
    check_own(plan, by)
    check_standing(plan)
    if not reason.strip():
        raise ReasonMissing(_("Say why the plan is withdrawn; others will read it."))
    plan.state = PlanState.WITHDRAWN
    plan.withdrawn_reason = reason.strip()
    plan.changed_at = at
    plan.save(update_fields=["state", "withdrawn_reason", "changed_at"])
    ledger.record(
        "withdraw_plan",
        plan,
        reference=plan.reference,
        by=by,
        at=at,
        before={"state": PlanState.PLANNED},
        after={"state": PlanState.WITHDRAWN},
        reason=plan.withdrawn_reason,
    )
    return plan


def check_own(plan: Plan, by: Membership) -> None:
    if not access.may_change(by, plan):
        raise NotYours(
            _(
                "Plan %(plan)s belongs to %(owner)s; only its operator or head may "
                "change it. You act for %(yours)s."
            )
            % {
                "plan": plan.reference,
                "owner": plan.government,
                "yours": by.government,
            }
        )


def check_standing(plan: Plan) -> None:
    if not may_become(PlanState(plan.state), PlanState.WITHDRAWN):
        raise Withdrawn(
            _("Plan %(plan)s was withdrawn. Enter a new plan instead.")
            % {"plan": plan.reference}
        )


def check_seat(programme: Programme, government: Place) -> None:
    if not programme.forum.seats.filter(government=government).exists():
        raise NotInForce(
            _("%(government)s has no seat in %(forum)s, where %(programme)s is run.")
            % {
                "government": government,
                "forum": programme.forum,
                "programme": programme.label,
            }
        )


def check_year(programme: Programme, year: int) -> None:
    if not programme.is_in_force(year):
        raise NotInForce(
            _(
                "%(programme)s is in force in %(years)s, not in %(year)s. Choose "
                "another year or programme."
            )
            % {
                "programme": programme.label,
                "years": programme.years,
                "year": str(year),
            }
        )


def check_partner(programme: Programme, lead: Place, partner: Place) -> None:
    if partner == lead:
        raise CannotJoin(
            _("%(government)s leads the plan and cannot be its partner as well.")
            % {"government": lead}
        )
    check_seat(programme, partner)


def _refuse_twin(
    programme: Programme, government: Place, year: int, said: Mapping[str, Any]
) -> None:
    """A form sent twice makes one plan."""
    twin = (
        Plan.objects.standing()
        .filter(
            programme=programme,
            government=government,
            year=year,
            activity_code=said["activity_code"],
            output__iexact=said["output"],
        )
        .first()
    )
    if twin:
        raise AlreadyPlanned(
            _(
                "Plan %(plan)s already says this: %(code)s, “%(output)s”, %(year)s. "
                "Change that one, or name another output."
            )
            % {
                "plan": twin.reference,
                "code": twin.activity_code,
                "output": twin.output,
                "year": str(year),
            },
            twin,
        )


def _as_shown(plan: Plan, names: Iterable[str]) -> str:
    values = {name: getattr(plan, name) for name in names}
    if "budget_stage" in values:
        values["budget_stage"] = plan.budget_stage_label
    shown = {
        name: angka(value) if isinstance(value, Decimal) else value or "–"
        for name, value in values.items()
    }
    return "; ".join(f"{words.PLAN_FIELD[name]}: {shown[name]}" for name in shown)
