"""What a workbook says when it comes back: rows, and what is wrong in which cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sinergi.align.coding import BadCode
from sinergi.align.models import Plan, Programme
from sinergi.align.plan_fields import PlanFields, checked_fields
from sinergi.align.planbook import key
from sinergi.align.planbook.columns import (
    KEY,
    NEEDED,
    PLANS,
    PROGRAMME,
    REFERENCE,
    SAID,
)
from sinergi.align.planbook.values import Wrong, text_of, value_of
from sinergi.align.rules import BudgetStage
from sinergi.core.models import Forum, Place
from sinergi.core.refusal import Refusal
from sinergi.paper.spreadsheet import Cell, Rows, TooLarge, Unreadable, cells


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
            typed = text_of(cell)
        except Wrong as wrong:
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
                values[name] = value_of(name, cell)
            except Wrong as wrong:
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
