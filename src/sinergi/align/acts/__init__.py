"""Every way aligning changes the world, one module a subject."""

from sinergi.align.acts.help import AlreadyAsked, NothingSaid, answer_help, ask_help
from sinergi.align.acts.partners import (
    AlreadyPartner,
    AnsweredBefore,
    accept_partnership,
    decline_partnership,
    invite_partner,
)
from sinergi.align.acts.plans import (
    AlreadyPlanned,
    CannotJoin,
    NoPartner,
    NothingChanged,
    NotInForce,
    NotYours,
    ReasonMissing,
    Withdrawn,
    change_plan,
    enter_plan,
    withdraw_plan,
)
from sinergi.align.coding import BadCode
from sinergi.align.plan_fields import PlanFields, seen_of

__all__ = [
    "AlreadyAsked",
    "AlreadyPartner",
    "AlreadyPlanned",
    "AnsweredBefore",
    "BadCode",
    "CannotJoin",
    "NoPartner",
    "NotInForce",
    "NotYours",
    "NothingChanged",
    "NothingSaid",
    "PlanFields",
    "ReasonMissing",
    "Withdrawn",
    "accept_partnership",
    "answer_help",
    "ask_help",
    "change_plan",
    "decline_partnership",
    "enter_plan",
    "invite_partner",
    "seen_of",
    "withdraw_plan",
]
