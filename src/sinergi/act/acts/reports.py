"""Quarterly reports: sent with a receipt, reviewed, accepted or contested."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.act import access, rules, words
from sinergi.act.acts.commitments import WrongState
from sinergi.act.models import Commitment, Report, Review
from sinergi.act.papers import lock_receipt
from sinergi.act.rules import (
    CommitmentState,
    EvidenceLevel,
    Quarter,
    ReportState,
    Verdict,
)
from sinergi.act.texts import HEAD_ONLY, NOT_YOUR_REVIEW, NOT_YOURS
from sinergi.core import ledger
from sinergi.core.access import heads, of_government
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class NothingReported(Refusal):
    """A report says nothing: neither a value for every activity nor a nil reason."""


class Unproven(Refusal):
    """A verdict of done without any evidence."""


class QuarterClosed(Refusal):
    """No report of this quarter is open for this plan."""


@act
def submit_report(
    report: Report, *, by: Membership, at: datetime, without_evidence: bool = False
) -> Report:
    """Send the report and get a receipt; what it says is in the ledger.

    It needs a value for every activity, and evidence or the word that there is none.
    """
    _refuse_unready(report, by, at)
    _refuse_empty(report, without_evidence=without_evidence)
    return _sent(report, is_nil=False, by=by, at=at)


@act
def submit_nil(report: Report, *, reason: str, by: Membership, at: datetime) -> Report:
    """Send that there is nothing this quarter, and why; no value is carried over."""
    _refuse_unready(report, by, at)
    if not reason.strip():
        raise NothingReported(_("Write in a few words why there is nothing."))
    report.narrative, report.obstacles = reason.strip(), ""
    report.achievements.all().delete()
    return _sent(report, is_nil=True, by=by, at=at)


@act
def return_report(
    report: Report, *, reason: str, by: Membership, at: datetime
) -> Report:
    """Give the report back; the reason stays on it and its author stays the author."""
    _refuse_own(report, by)
    _allow(report, ReportState.RETURNED)
    return _moved(
        report,
        ReportState.RETURNED,
        "return",
        by=by,
        at=at,
        reason=reason,
        return_reason=reason,
    )


@act
def review(
    report: Report,
    *,
    verdict: Verdict,
    evidence_level: EvidenceLevel,
    note: str,
    by: Membership,
    at: datetime,
) -> Review:
    """A verdict on the report, by a reviewer of another government."""
    _refuse_own(report, by)
    _allow(report, ReportState.REVIEWED)
    found = _verdict(report, 1, verdict, evidence_level, note, by, at)
    _moved(report, ReportState.REVIEWED, "review", by=by, at=at, reason=note)
    return found


@act
def accept_verdict(report: Report, *, by: Membership, at: datetime) -> Report:
    """The head accepts the verdict: it is final and public at once."""
    _refuse_other(report, by)
    _allow(report, ReportState.FINAL)
    if ReportState(report.state) is not ReportState.REVIEWED:
        raise WrongState(_("A contested verdict is settled by a second reviewer."))
    return _moved(report, ReportState.FINAL, "accept_verdict", by=by, at=at)


@act
def contest(report: Report, *, reply: str, by: Membership, at: datetime) -> Report:
    """The government answers the verdict (sanggahan); both texts are published."""
    _refuse_other(report, by)
    _allow(report, ReportState.CONTESTED)
    if report.is_final_on(at):
        raise WrongState(_("The days to answer this verdict have passed; it is final."))
    return _moved(
        report,
        ReportState.CONTESTED,
        "contest",
        by=by,
        at=at,
        reason=reply,
        reply=reply,
    )


@act
def settle(
    report: Report,
    *,
    verdict: Verdict,
    evidence_level: EvidenceLevel,
    note: str,
    by: Membership,
    at: datetime,
) -> Review:
    """A second reviewer decides a contested report; that verdict is final."""
    _refuse_own(report, by)
    if ReportState(report.state) is not ReportState.CONTESTED:
        raise WrongState(_("Only a contested verdict is settled a second time."))
    first = report.reviews.get(round=1)
    if first.by.person_id == by.person_id:
        raise NotAllowed(
            _("You gave the verdict that is contested; another reviewer settles it.")
        )
    found = _verdict(report, 2, verdict, evidence_level, note, by, at)
    _moved(report, ReportState.FINAL, "settle", by=by, at=at, reason=note)
    return found


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


def _refuse_closed(commitment: Commitment, quarter: Quarter, at: datetime) -> None:
    running = CommitmentState(commitment.state) is CommitmentState.RUNNING
    if not running or quarter not in commitment.reportable(at):
        raise QuarterClosed(
            _(
                "No report of quarter %(number)d of %(year)d is open for "
                "%(reference)s. Reports open when the quarter begins, for the "
                "quarters of the plan."
            )
            % {
                "number": quarter.number,
                "year": quarter.year,
                "reference": commitment.reference,
            }
        )


def _refuse_unready(report: Report, by: Membership, at: datetime) -> None:
    commitment = report.commitment
    if not of_government(by, commitment.government):
        raise NotAllowed(NOT_YOURS)
    if not heads(by, commitment.government):
        raise NotAllowed(HEAD_ONLY)
    _allow(report, ReportState.SUBMITTED)
    _refuse_closed(commitment, report.period, at)


def _sent(report: Report, *, is_nil: bool, by: Membership, at: datetime) -> Report:
    before = {"state": str(report.state)}
    report.state, report.is_nil = ReportState.SUBMITTED.value, is_nil
    report.submitted_at, report.return_reason = at, ""
    report.receipt = lock_receipt(report, described(report), by=by, at=at)
    report.save()
    _record("submit", report, by=by, at=at, before=before)
    return report


def _refuse_empty(report: Report, *, without_evidence: bool) -> None:
    filled = set(report.achievements.values_list("activity_id", flat=True))
    empty = [a for a in report.commitment.activities.all() if a.pk not in filled]
    if empty:
        raise NothingReported(
            _("No value yet for: %(activities)s. Fill in a number, or choose nil.")
            % {"activities": "; ".join(activity.title for activity in empty)}
        )
    if not without_evidence and not report.evidence.exists():
        raise NothingReported(
            _("Add at least one evidence file, or declare that there is none.")
        )


def _refuse_own(report: Report, by: Membership) -> None:
    if not access.reviews(by, report.commitment):
        raise NotAllowed(NOT_YOUR_REVIEW)


def _refuse_other(report: Report, by: Membership) -> None:
    if not of_government(by, report.commitment.government):
        raise NotAllowed(NOT_YOURS)
    if not heads(by, report.commitment.government):
        raise NotAllowed(HEAD_ONLY)


def _allow(report: Report, wanted: ReportState) -> None:
    state = ReportState(report.state)
    if wanted not in rules.REPORT_TRANSITIONS[state]:
        raise WrongState(
            _("This report is “%(state)s”; this step is not open.")
            % {"state": words.REPORT[state].label}
        )


def _verdict(
    report: Report,
    round_number: int,
    verdict: Verdict,
    evidence_level: EvidenceLevel,
    note: str,
    by: Membership,
    at: datetime,
) -> Review:
    if verdict is not Verdict.DONE and not note.strip():
        raise NothingReported(_("Say in words what is missing for “done”."))
    if verdict is Verdict.DONE and evidence_level is EvidenceLevel.NONE:
        raise Unproven(
            _(
                "“%(verdict)s” rests on evidence, and “%(level)s” was chosen. Choose "
                "the evidence you saw, give another verdict, or return the report for "
                "evidence."
            )
            % {
                "verdict": words.VERDICT[verdict].label,
                "level": words.EVIDENCE[evidence_level],
            }
        )
    return Review.objects.create(
        report=report,
        round=round_number,
        verdict=verdict,
        evidence_level=evidence_level,
        note=note,
        by=by,
        reviewed_at=at,
    )


def _moved(
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
    _record(action, report, by=by, at=at, before=before, reason=reason)
    return report


def _record(
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
        reference=f"{report.commitment.reference}/{report.year}-{report.quarter}",
        by=by,
        at=at,
        before=before,
        after=after,
        reason=reason,
    )
