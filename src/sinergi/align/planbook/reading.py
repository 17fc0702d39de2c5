"""What a workbook says when it comes back: rows, and what is wrong in which cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from sinergi.align.coding import BadCode
from sinergi.align.models import Plan, Programme
from sinergi.align.plan_fields import PlanFields, checked_fields
from sinergi.align.planbook import key
from sinergi.align.planbook.columns import (
    BELOW,
    KEY,
    LENGTHS,
    NEEDED,
    PLANS,
    PROGRAMME,
    REFERENCE,
    SAID,
    STAGES,
)
from sinergi.align.rules import BudgetStage
from sinergi.core.amounts import NotAnAmount, amount
from sinergi.core.models import Forum, Place
from sinergi.core.refusal import Refusal
from sinergi.paper.spreadsheet import Cell, Rows, TooLarge, Unreadable, cells

_CENT = Decimal("0.01")


class WrongFile(Refusal):
    """The file is no template of this government and year, or its key was changed."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it stands, what it says, and why it is refused."""

    row: int
    column: str
    value: str
    why: str


@dataclass(frozen=True)
class Entry:
    """One row that can be taken: a plan as the file says it."""

    row: int
    reference: str
    programme: Programme
    fields: PlanFields


@dataclass(frozen=True)
class Reading:
    """What a file says; nothing of it is taken while there is a fault."""

    key: key.Key
    entries: Sequence[Entry] = ()
    faults: Sequence[Fault] = field(default_factory=tuple)


def read(content: bytes, forum: Forum, government: Place, year: int) -> Reading:
    """Every row of the file.

    Raises:
        WrongFile: It is another government's, of another year, or no template.
    """
    sheets = _sheets(content)
    signed = _key(sheets, forum, government, year)
    rows = sheets.get(PLANS)
    if not rows:
        raise WrongFile(
            _("The file has no sheet “%(sheet)s”. Download the template again.")
            % {"sheet": PLANS}
        )
    places = _places(rows[0])
    reader = _Reader(forum, government, year, signed)
    for number, row in enumerate(rows[1:], start=2):
        reader.take(
            number,
            {name: row[at] if at < len(row) else Cell() for name, at in places.items()},
        )
    return Reading(signed, tuple(reader.entries), tuple(reader.faults))


def _sheets(content: bytes) -> Mapping[str, Rows]:
    try:
        return cells(content)
    except Unreadable as wrong:
        raise WrongFile(
            _("The file cannot be read as an XLSX workbook. Save it again as XLSX.")
        ) from wrong
    except TooLarge as wrong:
        raise WrongFile(
            _(
                "The file has more rows or columns than a template. Copy your rows "
                "into a freshly downloaded one."
            )
        ) from wrong


def _key(
    sheets: Mapping[str, Rows], forum: Forum, government: Place, year: int
) -> key.Key:
    rows = sheets.get(KEY, [])
    try:
        found = key.read([row[0].text for row in rows[1:] if row])
    except key.ChangedKey as wrong:
        raise WrongFile(
            _(
                "The hidden key of the file is missing or was changed, so it cannot be "
                "told whose plans these are. Download the template again and copy your "
                "rows into it."
            )
        ) from wrong
    if (found.forum, found.government) != (forum.slug, government.slug):
        theirs = Place.objects.filter(slug=found.government).first()
        raise WrongFile(
            _(
                "This file is a template of %(theirs)s. You act for %(yours)s: bring "
                "the template of %(yours)s."
            )
            % {"theirs": theirs or found.government, "yours": government}
        )
    if found.year != year:
        raise WrongFile(
            _(
                "This file is a template for %(theirs)s, and the page is about "
                "%(yours)s. Bring it on the page of its year."
            )
            % {"theirs": str(found.year), "yours": str(year)}
        )
    return found


def _places(head: Sequence[Cell]) -> dict[str, int]:
    names = [cell.text.strip().casefold() for cell in head]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise WrongFile(
            _(
                "The first row of “%(sheet)s” lacks the columns %(columns)s. Download "
                "the template again and copy your rows into it."
            )
            % {"sheet": PLANS, "columns": ", ".join(missing)}
        )
    return {name: names.index(name) for name in NEEDED}


class _Wrong(Exception):
    """Why a cell is refused."""


class _Reader:
    """Goes row by row; what is wrong is kept beside what is right."""

    def __init__(
        self, forum: Forum, government: Place, year: int, signed: key.Key
    ) -> None:
        self.government, self.year, self.signed = government, year, signed
        self.programmes = {
            each.code.casefold(): each for each in forum.programmes.all()
        }
        own = Plan.objects.filter(government=government, programme__forum=forum)
        self.plans = {
            plan.reference: plan
            for plan in own.filter(year=year).select_related("programme")
        }
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self._seen: dict[object, int] = {}

    def take(self, row: int, found: Mapping[str, Cell]) -> None:
        said = {name: found[column] for name, column in SAID.items()}
        reference = found[REFERENCE].text.strip()
        if all(not cell.text.strip() for cell in said.values()):
            if reference:
                self._fault(
                    row,
                    REFERENCE,
                    reference,
                    _(
                        "The row was emptied. To keep the plan, take the row out; to "
                        "withdraw it, do so on its page."
                    ),
                )
            return
        before = len(self.faults)
        programme = self._programme(row, found[PROGRAMME])
        plan = self._plan(row, found[REFERENCE], programme)
        fields = self._fields(row, said, plan)
        if len(self.faults) == before and programme and fields:
            self._keep(Entry(row, reference, programme, fields))

    def _keep(self, entry: Entry) -> None:
        twin: object = entry.reference or (
            entry.programme.code,
            entry.fields.activity_code,
            entry.fields.output.casefold(),
        )
        first = self._seen.setdefault(twin, entry.row)
        if first != entry.row:
            self._fault(
                entry.row,
                REFERENCE if entry.reference else SAID["output"],
                entry.reference or entry.fields.output,
                _(
                    "Row %(row)s says the same plan. For another plan leave “rencana” "
                    "empty and name another output."
                )
                % {"row": first},
            )
            return
        self.entries.append(entry)

    def _programme(self, row: int, cell: Cell) -> Programme | None:
        try:
            typed = _text(cell)
        except _Wrong as wrong:
            self._fault(row, PROGRAMME, cell.text, str(wrong))
            return None
        found = self.programmes.get(typed.casefold())
        if found is None:
            self._fault(
                row,
                PROGRAMME,
                typed,
                _("No programme has this code. See the sheet “Program”."),
            )
            return None
        return found

    def _plan(self, row: int, cell: Cell, programme: Programme | None) -> Plan | None:
        reference = cell.text.strip()
        if not reference:
            if programme and not programme.is_in_force(self.year):
                self._fault(
                    row,
                    PROGRAMME,
                    programme.code,
                    _("The programme is in force in %(years)s, not in %(year)s.")
                    % {"years": programme.years, "year": str(self.year)},
                )
            return None
        plan = self.plans.get(reference)
        if cell.kind == "formula" or plan is None or reference not in self.signed.plans:
            self._fault(
                row,
                REFERENCE,
                reference,
                _(
                    "The template had no such plan; the reference was changed. Write "
                    "it as it was, or leave it empty for a new plan."
                ),
            )
            return None
        if programme and plan.programme_id != programme.pk:
            self._fault(
                row,
                PROGRAMME,
                programme.code,
                _(
                    "Plan %(plan)s is one of %(programme)s. For another programme "
                    "enter a new plan in a row of its own."
                )
                % {"plan": reference, "programme": plan.programme.code},
            )
        return plan

    def _fields(
        self, row: int, said: Mapping[str, Cell], plan: Plan | None
    ) -> PlanFields | None:
        values: dict[str, Any] = {}
        before = len(self.faults)
        for name, cell in said.items():
            try:
                values[name] = _value(name, cell)
            except _Wrong as wrong:
                self._fault(row, SAID[name], cell.text, str(wrong))
        if len(self.faults) > before:
            return None
        kept_without = plan is not None and not plan.unit
        if values["target"] is not None and not values["unit"] and not kept_without:
            self._fault(
                row, SAID["unit"], "", _("Say in which unit the target is counted.")
            )
            return None
        try:
            kept = checked_fields(
                PlanFields(**values),
                self.government,
                plan.activity_code if plan else "",
            )
        except BadCode as wrong:
            typed = said["activity_code"].text
            self._fault(row, SAID["activity_code"], typed, str(wrong))
            return None
        return PlanFields(**{**kept, "budget_stage": BudgetStage(kept["budget_stage"])})

    def _fault(self, row: int, column: str, value: str, why: str) -> None:
        self.faults.append(Fault(row, column, value[:80], why))


def _value(name: str, cell: Cell) -> object:
    if name in BELOW:
        return _number(name, cell)
    text = _text(cell)
    if name == "budget_stage":
        return _stage(text)
    if not text and name in ("activity_code", "activity", "output"):
        raise _Wrong(_("This cell must be filled in."))
    longest = LENGTHS.get(name)
    if longest and len(text) > longest:
        raise _Wrong(
            _("The text has %(n)s letters; at most %(longest)s are taken.")
            % {"n": len(text), "longest": longest}
        )
    return text


def _text(cell: Cell) -> str:
    _refuse_what_is_no_value(cell)
    text = cell.text
    if cell.kind == "number":
        # A code or a name that a spreadsheet took for a number.
        text = text.removesuffix(".0")
    return " ".join(text.split())


def _number(name: str, cell: Cell) -> Decimal | None:
    _refuse_what_is_no_value(cell)
    text = cell.text.strip()
    if not text:
        return None
    try:
        found = Decimal(text) if cell.kind == "number" else amount(text)
    except (InvalidOperation, NotAnAmount) as wrong:
        raise _Wrong(
            _("It cannot be read as a number. Write 1250000 or 1.250.000.")
        ) from wrong
    if not found.is_finite() or found < 0:
        raise _Wrong(_("A number below zero is not taken."))
    if found >= BELOW[name]:
        raise _Wrong(_("The number is larger than can be held. Check the digits."))
    if found != found.quantize(_CENT):
        raise _Wrong(_("At most two decimals are taken."))
    return found.quantize(_CENT)


def _stage(text: str) -> BudgetStage:
    for stage, word in STAGES.items():
        if text.casefold() in (word.casefold(), stage.value):
            return stage
    raise _Wrong(_("Write one of: %(words)s.") % {"words": ", ".join(STAGES.values())})


def _refuse_what_is_no_value(cell: Cell) -> None:
    match cell.kind:
        case "formula":
            raise _Wrong(
                _("The cell holds a formula. Write the value itself (paste as values).")
            )
        case "date" | "truth" | "error":
            raise _Wrong(
                _("The cell holds a date, a truth value or an error. Write it as text.")
            )
