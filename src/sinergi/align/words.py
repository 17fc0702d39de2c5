"""What the enumerations of aligning are called on a page, and how they look."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sinergi.align.rules import (
    AnswerState,
    BudgetStage,
    CellState,
    Duty,
    HelpState,
    MissingPart,
    NomenclatureLevel,
    PartnerState,
    PlanState,
    SheetState,
    Verified,
)
from sinergi.core.marks import Mark

BUDGET_STAGE = {
    BudgetStage.DPA: _("Current budget (DPA berjalan)"),
    BudgetStage.AMENDED: _("Amended budget (perubahan APBD)"),
    BudgetStage.NEXT_RKPD: _("Next year's plan (RKPD tahun depan)"),
}

# What a government says about a plan, by the name it is kept under.
PLAN_FIELD = {
    "activity_code": _("Code of the sub-kegiatan"),
    "activity": _("Name of the sub-kegiatan"),
    "output": _("Output"),
    "target": _("Target"),
    "unit": _("Unit"),
    "budget": _("Budget (pagu) in rupiah"),
    "fund_source": _("Source of funds"),
    "budget_stage": _("Budget stage"),
}

PLAN_STATE = {
    PlanState.PLANNED: _("planned"),
    PlanState.WITHDRAWN: _("withdrawn"),
}

PARTNER = {
    PartnerState.INVITED: Mark("wait", "clock", _("invited, no answer yet")),
    PartnerState.ACCEPTED: Mark("note", "joint", _("takes part")),
    PartnerState.DECLINED: Mark("off", "cross", _("declined")),
}

HELP = {
    HelpState.OPEN: Mark("warn", "help", _("waiting for an answer")),
    HelpState.ANSWERED: Mark("wait", "speech", _("answered, to be accepted")),
    HelpState.ACCEPTED: Mark("note", "joint", _("help accepted, not yet given")),
    HelpState.SETTLED: Mark("good", "check", _("settled: the help was given")),
    HelpState.WITHDRAWN: Mark("off", "cross", _("request withdrawn")),
}

ANSWER = {
    AnswerState.OFFERED: Mark("wait", "clock", _("offered")),
    AnswerState.ACCEPTED: Mark("good", "check", _("offer accepted")),
    AnswerState.DECLINED: Mark("off", "cross", _("offer declined")),
    AnswerState.TAKEN_BACK: Mark("off", "undo", _("offer taken back")),
}

SHEET = {
    SheetState.BROUGHT: _("to be confirmed"),
    SheetState.APPLIED: _("applied"),
    SheetState.DISCARDED: _("discarded"),
}

DUTY = {
    Duty.BY_LEVEL: _("by its level"),
    Duty.OBLIGED: _("has a duty"),
    Duty.EXEMPT: _("has no duty"),
}

NOMENCLATURE_LEVEL = {
    NomenclatureLevel.ALL: _("every level"),
    NomenclatureLevel.PROVINCE: _("province"),
    NomenclatureLevel.REGENCY_OR_CITY: _("kabupaten or kota"),
}

VERIFIED = {
    Verified.VERIFIED: Mark("good", "check", _("read in a source")),
    Verified.PARTLY: Mark("warn", "half", _("partly read in a source")),
    Verified.RECALLED: Mark("warn", "alert", _("recalled, not yet checked")),
    Verified.NONE: Mark("off", "dash", _("no source names it")),
}

MISSING = {
    MissingPart.TARGET: _("has money, but no target"),
    MissingPart.MONEY: _("has a target, but nothing is said about money"),
}

# The letters are the first of the Indonesian words; see the legend of the page.
CELL = {
    CellState.PLANNED: Mark(
        "good", "check", _("planned alone"), pgettext_lazy("letter: alone", "A")
    ),
    CellState.JOINT: Mark(
        "note", "joint", _("planned jointly"), pgettext_lazy("letter: joint", "J")
    ),
    CellState.EMPTY: Mark(
        "off", "empty", _("no plan yet"), pgettext_lazy("letter: empty", "E")
    ),
    CellState.NOT_OBLIGED: Mark("off", "dash", _("not a duty of this level"), "–"),
    CellState.NOT_FILLED: Mark("off", "help", _("not filled in this year"), "?"),
}

ALIKE = Mark(
    "warn",
    "alert",
    _("planned apart, alike with another"),
    pgettext_lazy("letter: alike", "D"),
)

MEANING = {
    CellState.EMPTY: _(
        "This government entered plans for the year, but none for this programme."
    ),
    CellState.NOT_OBLIGED: _(
        "The programme puts no duty on this level of government. A plan may still be "
        "entered."
    ),
    CellState.NOT_FILLED: _(
        "This government has not entered any plan for the year, so nothing can be "
        "said about this programme."
    ),
}
