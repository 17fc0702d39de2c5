"""Bringing a filled-in workbook of plans, and applying it as one act."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.align import access
from sinergi.align.acts.plans import NotYours, change_plan, enter_plan
from sinergi.align.models import Plan, PlanSheet
from sinergi.align.planbook import Comparison, Line, compare, read
from sinergi.align.rules import SheetState, may_become
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.refusal import Refusal
from sinergi.core.stale import Overtaken


class SheetClosed(Refusal):
    """The file was applied or discarded before."""


class SheetHasFaults(Refusal):
    """Some cell is wrong, so nothing is taken."""


class NothingToApply(Refusal):
    """The file says what already stands."""


@act
def bring_sheet(
    forum: Forum, content: bytes, name: str, *, year: int, by: Membership, at: datetime
) -> PlanSheet:
    """Keep a filled-in template of one's own government; no plan is changed yet.

    It takes the place of one that was brought before and not applied.
    """
    government = by.government
    check_speaker(by, government)
    kind = files.check(content, name, frozenset({files.XLSX}))
    read(content, forum, government, year)
    Forum.objects.select_for_update().get(pk=forum.pk)
    before = PlanSheet.objects.filter(
        forum=forum, government=government, year=year, state=SheetState.BROUGHT
    ).first()
    if before:
        discard_sheet(before, by=by, at=at)
    number = PlanSheet.objects.filter(year=year).count() + 1
    file = files.keep(content, kind=kind, at=at)
    sheet = PlanSheet.objects.create(
        reference=f"BR-{year}-{number:04d}",
        forum=forum,
        government=government,
        year=year,
        file=file,
        provenance=by.provenance,
        brought_at=at,
    )
    ledger.record(
        "bring_plan_sheet",
        sheet,
        reference=sheet.reference,
        by=by,
        at=at,
        after={
            "government": government.slug,
            "year": year,
            "file_sha256": file.sha256,
        },
    )
    return sheet


def compared(sheet: PlanSheet) -> Comparison:
    """The file of a sheet against the plans as they stand now."""
    if sheet.file is None or not sheet.is_open:
        raise SheetClosed(
            _("File %(sheet)s is closed: %(state)s. Bring a file again.")
            % {"sheet": sheet.reference, "state": sheet.state_label}
        )
    reading = read(files.read(sheet.file), sheet.forum, sheet.government, sheet.year)
    return compare(reading, sheet.forum, sheet.government, sheet.year)


@act
def apply_sheet(
    sheet: PlanSheet,
    *,
    seen: str,
    by: Membership,
    at: datetime,
    instead: Collection[str] = (),
) -> PlanSheet:
    """Enter and change what the page showed, all of it or nothing.

    `seen` is the stamp of what was shown; `instead` names plans that were changed here
    too and are to say what the file says.
    """
    check_speaker(by, sheet.government)
    sheet.refresh_from_db(from_queryset=PlanSheet.objects.select_for_update())
    found = compared(sheet)
    if found.faults:
        raise SheetHasFaults(
            _("%(n)s cells of the file are wrong. Mend them and bring the file again.")
            % {"n": len(found.faults)}
        )
    if found.stamp != seen:
        raise Overtaken(
            _(
                "The plans were changed after this page was opened. What differs now "
                "stands below; look again, then confirm."
            )
        )
    changed = [*found.changed, *(each for each in found.both if _named(each, instead))]
    if not found.new and not changed:
        raise NothingToApply(
            _("The file says what already stands, so there is nothing to confirm.")
        )
    for line in found.new:
        enter_plan(
            line.entry.programme, line.entry.fields, year=sheet.year, by=by, at=at
        )
    for line in changed:
        if line.plan:
            change_plan(line.plan, line.entry.fields, by=by, at=at)
    _turn(sheet, SheetState.APPLIED, at)
    sheet.entered, sheet.changed = len(found.new), len(changed)
    sheet.save(update_fields=["state", "closed_at", "entered", "changed"])
    ledger.record(
        "apply_plan_sheet",
        sheet,
        reference=sheet.reference,
        by=by,
        at=at,
        before={"state": SheetState.BROUGHT},
        after={
            "state": SheetState.APPLIED,
            "entered": sheet.entered,
            "changed": [line.reference for line in changed],
        },
    )
    return sheet


@act
def discard_sheet(sheet: PlanSheet, *, by: Membership, at: datetime) -> PlanSheet:
    """Let a file go that was not applied; no plan is changed."""
    check_speaker(by, sheet.government)
    _turn(sheet, SheetState.DISCARDED, at)
    file, sheet.file = sheet.file, None
    sheet.save(update_fields=["state", "closed_at", "file"])
    ledger.record(
        "discard_plan_sheet",
        sheet,
        reference=sheet.reference,
        by=by,
        at=at,
        before={
            "state": SheetState.BROUGHT,
            "file_sha256": file.sha256 if file else "",
        },
        after={"state": SheetState.DISCARDED},
    )
    if file:
        files.forget(file)
    return sheet


def check_speaker(by: Membership, government: Place) -> None:
    if not access.may_enter(by, government):
        raise NotYours(
            _("Only an operator or the head of %(government)s enters its plans.")
            % {"government": government}
        )


def _turn(sheet: PlanSheet, wanted: SheetState, at: datetime) -> None:
    if not may_become(SheetState(sheet.state), wanted):
        raise SheetClosed(
            _("File %(sheet)s is closed: %(state)s. Bring a file again.")
            % {"sheet": sheet.reference, "state": sheet.state_label}
        )
    sheet.state, sheet.closed_at = wanted, at


def _named(line: Line, instead: Collection[str]) -> bool:
    plan: Plan | None = line.plan
    return plan is not None and plan.reference in instead
