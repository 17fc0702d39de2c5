"""What a government says about one of its plans, checked and stamped."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from sinergi.align import words
from sinergi.align.coding import checked_code, in_form
from sinergi.align.models import Plan
from sinergi.align.rules import BudgetStage
from sinergi.core.models import Place
from sinergi.core.stale import stamp

_CENT = Decimal("0.01")


@dataclass(frozen=True)
class PlanFields:
    """What a government says about one of its plans."""

    activity_code: str
    activity: str
    output: str
    budget_stage: BudgetStage
    unit: str = ""
    target: Decimal | None = None
    budget: Decimal | None = None
    fund_source: str = ""


def checked_fields(
    fields: PlanFields, government: Place, standing_code: str = ""
) -> dict[str, Any]:
    """The fields as a plan keeps them.

    Raises:
        BadCode: The code is none of this government.
    """
    values = asdict(fields)
    code = in_form(fields.activity_code, government)
    # A plan keeps the code it was taken with, whatever nomenclature came since.
    if code != standing_code:
        code = checked_code(code, government)
    values["activity_code"] = code
    values["budget_stage"] = fields.budget_stage.value
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = " ".join(value.split())
    return values


def fields_of(plan: Plan) -> PlanFields:
    """What a plan says now."""
    values = {name: getattr(plan, name) for name in PlanFields.__dataclass_fields__}
    return PlanFields(**{**values, "budget_stage": BudgetStage(plan.budget_stage)})


def seen_of(plan: Plan) -> str:
    """The stamp of what a plan says."""
    return stamp_of({name: getattr(plan, name) for name in words.PLAN_FIELD})


def stamp_of(values: Mapping[str, Any]) -> str:
    """The same stamp for the same numbers, however many zeros they are written with."""
    even = {
        name: value.quantize(_CENT) if isinstance(value, Decimal) else value
        for name, value in values.items()
        if name in words.PLAN_FIELD
    }
    return stamp(told(even))


def told(values: Mapping[str, Any]) -> dict[str, str]:
    """For the ledger: everything as text, so that money is never a float."""
    return {name: "" if value is None else str(value) for name, value in values.items()}
