"""One step of a report: is it open, and its entry in the ledger."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.act import rules, words
from sinergi.act.acts.commitments import WrongState
from sinergi.act.models import Report
from sinergi.act.rules import ReportState
from sinergi.core import ledger
from sinergi.core.again import refuse_again
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership


def allow_step(
    report: Report, wanted: ReportState, action: str = "", *, reason: str | None = None
) -> None:
    state = ReportState(report.state)
    if wanted not in rules.REPORT_TRANSITIONS[state]:
        # Whatever became of it, it was sent.
        if wanted in (state, ReportState.SUBMITTED):
            refuse_again(report, reference_of(report), action, reason=reason)
        raise WrongState(
            _("This report is “%(state)s”; this step is not open.")
            % {"state": words.REPORT[state].label}
        )


def reference_of(report: Report) -> str:
    return f"{report.commitment.reference}/{report.year}-{report.quarter}"


def moved(
    report: Report,
    state: ReportState,
    action: str,
    *,
    by: Membership,
    at: datetime,
    reason: str = "",
    **changes: Any,
) -> Report:
    before = {"state": str(report.state)}
    for name, value in {"state": state.value, **changes}.items():
        setattr(report, name, value)
    report.save(update_fields=["state", *changes])
    record_step(action, report, by=by, at=at, before=before, reason=reason)
    return report


def described(report: Report) -> dict[str, Any]:
    """The report as the receipt and the ledger keep it; files by their hash."""
    return {
        "commitment": report.commitment.reference,
        "quarter": f"{report.year}-{report.quarter}",
        "state": str(report.state),
        "nil": report.is_nil,
        "narrative": report.narrative,
        "obstacles": report.obstacles,
        "reply": report.reply,
        "values": {
            str(value.activity.order): str(value.value)
            for value in report.achievements.select_related("activity")
        },
        "evidence": [
            {"sha256": e.file.sha256, "level": e.level, "page": e.page}
            for e in report.evidence.select_related("file")
        ],
    }


def record_step(
    action: str,
    report: Report,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, Any],
    reason: str = "",
) -> None:
    verdict = report.verdict()
    told = described(report)
    # Free text may name people: the ledger keeps its hash, the receipt its words.
    hashed = {name: sha256(told[name]) for name in ("narrative", "obstacles", "reply")}
    after = told | hashed | {"verdict": verdict.verdict if verdict else ""}
    ledger.record(
        action,
        report,
        reference=reference_of(report),
        by=by,
        at=at,
        before=before,
        after=after,
        reason=reason,
    )
