"""What one cell of the workbook says, or why it is refused."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from sinergi.align.planbook.columns import BELOW, LENGTHS, STAGES
from sinergi.align.rules import BudgetStage
from sinergi.core.amounts import NotAnAmount, amount
from sinergi.paper.spreadsheet import Cell

_CENT = Decimal("0.01")


class Wrong(Exception):
    """Why a cell is refused."""


def value_of(name: str, cell: Cell) -> object:
    if name in BELOW:
        return _number(name, cell)
    text = text_of(cell)
    if name == "budget_stage":
        return _stage(text)
    if not text and name in ("activity_code", "activity", "output"):
        raise Wrong(_("This cell must be filled in."))
    longest = LENGTHS.get(name)
    if longest and len(text) > longest:
        raise Wrong(
            _("The text has %(n)s letters; at most %(longest)s are taken.")
            % {"n": len(text), "longest": longest}
        )
    return text


def text_of(cell: Cell) -> str:
    _refuse_what_is_novalue_of(cell)
    text = cell.text
    if cell.kind == "number":
        # A code or a name that a spreadsheet took for a number.
        text = text.removesuffix(".0")
    return " ".join(text.split())


def _number(name: str, cell: Cell) -> Decimal | None:
    _refuse_what_is_novalue_of(cell)
    text = cell.text.strip()
    if not text:
        return None
    try:
        found = Decimal(text) if cell.kind == "number" else amount(text)
    except (InvalidOperation, NotAnAmount) as wrong:
        raise Wrong(
            _("It cannot be read as a number. Write 1250000 or 1.250.000.")
        ) from wrong
    if not found.is_finite() or found < 0:
        raise Wrong(_("A number below zero is not taken."))
    if found >= BELOW[name]:
        raise Wrong(_("The number is larger than can be held. Check the digits."))
    if name == "budget" and found != round(found):
        raise Wrong(_("Rupiah are whole. Write the amount without decimals."))
    if found != found.quantize(_CENT):
        raise Wrong(_("At most two decimals are taken."))
    return found.quantize(_CENT)


def _stage(text: str) -> BudgetStage:
    for stage, word in STAGES.items():
        if text.casefold() in (word.casefold(), stage.value):
            return stage
    raise Wrong(_("Write one of: %(words)s.") % {"words": ", ".join(STAGES.values())})


def _refuse_what_is_novalue_of(cell: Cell) -> None:
    match cell.kind:
        case "formula":
            raise Wrong(
                _("The cell holds a formula. Write the value itself (paste as values).")
            )
        case "date" | "truth" | "error":
            raise Wrong(
                _("The cell holds a date, a truth value or an error. Write it as text.")
            )
