"""A file beside the plans as they stand now: what is new, changed, or newer here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from sinergi.align.models import Plan
from sinergi.align.plan_fields import PlanFields, fields_of, seen_of, stamp_of, told
from sinergi.align.planbook.columns import REFERENCE, SAID
from sinergi.align.planbook.reading import Entry, Fault, Reading
from sinergi.align.planbook.template import own_plans
from sinergi.core.models import Forum, Place
from sinergi.core.stale import stamp


class Kind(StrEnum):
    """What taking a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    # Changed here and in the file since the template was downloaded.
    BOTH = "both"
    # Changed here only: the row of the file is as it was downloaded.
    NEWER = "newer"


@dataclass(frozen=True)
class Difference:
    """One cell; `now` is what the plan says, `file` what the file says."""

    name: str
    now: object
    file: object


@dataclass(frozen=True)
class Line:
    entry: Entry
    kind: Kind
    plan: Plan | None = None
    differences: Sequence[Difference] = ()

    @property
    def reference(self) -> str:
        return self.plan.reference if self.plan else ""


@dataclass(frozen=True)
class Comparison:
    """Every row, and the plans the file says nothing about, which stay as they are."""

    lines: Sequence[Line]
    missing: Sequence[Plan]
    faults: Sequence[Fault]

    def of(self, *kinds: Kind) -> list[Line]:
        return [line for line in self.lines if line.kind in kinds]

    @property
    def new(self) -> list[Line]:
        return self.of(Kind.NEW)

    @property
    def changed(self) -> list[Line]:
        return self.of(Kind.CHANGED)

    @property
    def both(self) -> list[Line]:
        return self.of(Kind.BOTH)

    @property
    def newer(self) -> list[Line]:
        return self.of(Kind.NEWER)

    @property
    def unchanged(self) -> list[Line]:
        return self.of(Kind.UNCHANGED)

    @property
    def can_be_taken(self) -> bool:
        return not self.faults and bool(self.new or self.changed or self.both)

    @property
    def stamp(self) -> str:
        """Changes as soon as anything shown here would be another."""
        return stamp(
            {
                "lines": [
                    [line.entry.row, line.kind, line.reference, _shown(line)]
                    for line in self.lines
                ],
                "missing": [plan.reference for plan in self.missing],
            }
        )


def compare(reading: Reading, forum: Forum, government: Place, year: int) -> Comparison:
    """What the file says against what stands now."""
    standing = {plan.reference: plan for plan in own_plans(forum, government, year)}
    withdrawn = Plan.objects.filter(
        reference__in=set(reading.key.plans) - set(standing), government=government
    )
    gone = {plan.reference: plan for plan in withdrawn}
    named = {entry.reference for entry in reading.entries}
    lines, faults = [], list(reading.faults)
    for entry in reading.entries:
        if entry.reference in gone:
            fault = _gone(entry, gone[entry.reference], reading.key.plans)
            faults += [fault] if fault else []
            continue
        plan = standing.get(entry.reference) or _twin(entry, standing)
        if plan and not entry.reference and plan.reference in named:
            faults.append(_twice(entry, plan))
            continue
        lines.append(_line(entry, plan, reading.key.plans))
    met = {line.reference for line in lines}
    missing = [plan for ref, plan in standing.items() if ref not in met]
    return Comparison(lines, missing, sorted(faults, key=lambda fault: fault.row))


def _line(entry: Entry, plan: Plan | None, had: Mapping[str, str]) -> Line:
    if plan is None:
        return Line(entry, Kind.NEW)
    differences = _differences(plan, entry.fields)
    if not differences:
        return Line(entry, Kind.UNCHANGED, plan)
    first = had.get(plan.reference, "")
    if first == seen_of(plan):
        return Line(entry, Kind.CHANGED, plan, differences)
    if first == stamp_of(vars(entry.fields)):
        return Line(entry, Kind.NEWER, plan, differences)
    return Line(entry, Kind.BOTH, plan, differences)


def _differences(plan: Plan, fields: PlanFields) -> list[Difference]:
    now = fields_of(plan)
    return [
        Difference(name, getattr(now, name), getattr(fields, name))
        for name in SAID
        if getattr(now, name) != getattr(fields, name)
    ]


def _twin(entry: Entry, standing: Mapping[str, Plan]) -> Plan | None:
    """A file brought twice meets the plans it entered the first time."""
    if entry.reference:
        return None
    for plan in standing.values():
        if (
            plan.programme_id == entry.programme.pk
            and plan.activity_code == entry.fields.activity_code
            and plan.output.casefold() == entry.fields.output.casefold()
        ):
            return plan
    return None


def _gone(entry: Entry, plan: Plan, had: Mapping[str, str]) -> Fault | None:
    """A withdrawn plan stays withdrawn; a row nobody touched is passed over."""
    if had.get(plan.reference) == stamp_of(vars(entry.fields)):
        return None
    return Fault(
        entry.row,
        REFERENCE,
        plan.reference,
        _(
            "Plan %(plan)s was withdrawn since the template was downloaded. Leave "
            "“rencana” empty to enter it as a new plan."
        )
        % {"plan": plan.reference},
    )


def _twice(entry: Entry, plan: Plan) -> Fault:
    return Fault(
        entry.row,
        SAID["output"],
        entry.fields.output,
        _(
            "Plan %(plan)s has this code and this output, and stands in a row of its "
            "own. Change that row, or name another output."
        )
        % {"plan": plan.reference},
    )


def _shown(line: Line) -> dict[str, str]:
    return told(vars(line.entry.fields)) | {
        f"now {each.name}": str(each.now) for each in line.differences
    }
