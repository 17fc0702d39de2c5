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
    BadCode,
    CannotJoin,
    NoPartner,
    NothingChanged,
    NotInForce,
    NotYours,
    PlanFields,
    ReasonMissing,
    Withdrawn,
    change_plan,
    enter_plan,
    seen_of,
    withdraw_plan,
)

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
