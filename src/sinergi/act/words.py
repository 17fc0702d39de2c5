"""What acting's states are called on a page, and how they look."""

from django.utils.translation import gettext_lazy as _

from sinergi.act.rules import (
    CommitmentState,
    EvidenceLevel,
    Health,
    Lack,
    ReportState,
    Verdict,
    Waiting,
)
from sinergi.core.marks import Mark

COMMITMENT = {
    CommitmentState.DRAFT: Mark("wait", "pen", _("Draft")),
    CommitmentState.SUBMITTED: Mark("wait", "clock", _("Submitted")),
    CommitmentState.RETURNED: Mark("warn", "undo", _("Returned")),
    CommitmentState.RUNNING: Mark("good", "arrow", _("Running"), "J"),
}

REPORT = {
    ReportState.DRAFT: Mark("wait", "pen", _("Draft")),
    ReportState.SUBMITTED: Mark("wait", "clock", _("Submitted")),
    ReportState.RETURNED: Mark("warn", "undo", _("Returned")),
    ReportState.REVIEWED: Mark("note", "search", _("Reviewed, open to reply")),
    ReportState.CONTESTED: Mark("warn", "speech", _("Contested")),
    ReportState.FINAL: Mark("good", "check", _("Final")),
}

VERDICT = {
    Verdict.DONE: Mark("good", "check", _("Done"), "S"),
    Verdict.PARTLY: Mark("warn", "half", _("Partly"), "P"),
    Verdict.NOT_YET: Mark("bad", "cross", _("Not yet"), "B"),
    Verdict.CANNOT: Mark("off", "dash", _("Cannot be followed up"), "T"),
}

EVIDENCE = {
    EvidenceLevel.NONE: _("0: no evidence"),
    EvidenceLevel.STATEMENT: _("1: a statement"),
    EvidenceLevel.DOCUMENT: _("2: a document with the page named"),
    EvidenceLevel.PUBLIC: _("3: a public source anyone can check"),
}

ACTIVITY_FIELD = {
    "title": _("What will be done"),
    "output": _("Output"),
    "unit": _("Unit"),
    "budget": _("Budget (rupiah)"),
    "budget_stage": _("Budget stage"),
}

HEALTH = {
    Health.DONE: Mark("good", "check", _("Finished")),
    Health.ON_TRACK: Mark("good", "arrow", _("On schedule")),
    Health.AT_RISK: Mark("warn", "alert", _("At risk")),
    Health.LATE: Mark("bad", "clock", _("Late")),
    Health.NO_REPORT: Mark("bad", "cross", _("a report is missing")),
}

# Words of downloads: the same whatever the language of the reader, programs read them.
HEALTH_COLUMN = {
    Health.DONE: "selesai",
    Health.ON_TRACK: "sesuai_jadwal",
    Health.AT_RISK: "berisiko",
    Health.LATE: "terlambat",
    Health.NO_REPORT: "tanpa_laporan",
}
VERDICT_COLUMN = {
    Verdict.DONE: "selesai",
    Verdict.PARTLY: "sebagian",
    Verdict.NOT_YET: "belum",
    Verdict.CANNOT: "tidak_dapat_ditindaklanjuti",
}
WAITING_COLUMN = {
    Waiting.AWAITED: "menunggu_rtl",
    Waiting.HANDED_IN: "rtl_diajukan",
    Waiting.OVERDUE: "rtl_terlambat",
}

LACK = {
    Lack.ACTIVITY: _("at least one activity"),
    Lack.TITLE: _("what will be done"),
    Lack.OUTPUT: _("the output"),
    Lack.UNIT: _("the unit of the output"),
    Lack.BUDGET: _("the budget (write 0 when no money is needed)"),
    Lack.TARGETS: _("a target for at least one quarter"),
}

WAITING = {
    Waiting.AWAITED: Mark("wait", "clock", _("Awaiting a follow-up plan"), "…"),
    Waiting.HANDED_IN: Mark("wait", "clock", _("Follow-up plan submitted"), "R"),
    Waiting.OVERDUE: Mark("bad", "alert", _("Follow-up plan overdue"), "!"),
}
