"""Quarterly reports: sent with a receipt, or said to be nil."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.act import claims
from sinergi.act.acts.steps import allow_step, described, record_step
from sinergi.act.models import Commitment, Report
from sinergi.act.papers import lock_receipt
from sinergi.act.rules import CommitmentState, Quarter, ReportState
from sinergi.act.texts import HEAD_ONLY, NOT_YOURS
from sinergi.core.access import heads, of_government
from sinergi.core.act import act
from sinergi.core.formats import angka, triwulan
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class NothingReported(Refusal):
    """A report says nothing: neither a value for every activity nor a nil reason."""


class Unexplained(Refusal):
    """A value fell below the last sent one, and the report says nothing about it."""


class QuarterClosed(Refusal):
    """No report of this quarter is open for this plan."""


class QuarterRunning(Refusal):
    """The quarter has not ended, so nobody can say yet what it brought."""


@act
def submit_report(
    report: Report, *, by: Membership, at: datetime, without_evidence: bool = False
) -> Report:
    """Send the report and get a receipt; what it says is in the ledger.

    It needs a value for every activity, and evidence or the word that there is none.
    """
    _refuse_unready(report, by, at)
    _refuse_empty(report, without_evidence=without_evidence)
    _refuse_unexplained(report)
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


def refuse_running(commitment: Commitment, quarter: Quarter, at: datetime) -> None:
    if not commitment.may_send(quarter, at):
        raise QuarterRunning(
            _(
                "%(quarter)s ends on %(last)s, and its report speaks of the whole of "
                "it. It can be sent from %(first)s; until then the draft is kept."
            )
            % {
                "quarter": triwulan(quarter.year, quarter.number),
                "last": date_format(quarter.ends_on),
                "first": date_format(quarter.next.starts_on),
            }
        )


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
    allow_step(report, ReportState.SUBMITTED, "submit")
    _refuse_closed(commitment, report.period, at)
    refuse_running(commitment, report.period, at)


def _sent(report: Report, *, is_nil: bool, by: Membership, at: datetime) -> Report:
    before = {"state": str(report.state)}
    report.state, report.is_nil = ReportState.SUBMITTED.value, is_nil
    report.submitted_at, report.return_reason = at, ""
    report.first_submitted_at = report.first_submitted_at or at
    report.times_submitted += 1
    report.receipt = lock_receipt(report, described(report), by=by, at=at)
    report.save()
    record_step("submit", report, by=by, at=at, before=before)
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


def _refuse_unexplained(report: Report) -> None:
    """A correction downwards may be right; who reads it must learn why."""
    if report.narrative.strip() or report.obstacles.strip():
        return
    for claim in claims.fallen(report):
        raise Unexplained(
            _(
                "“%(activity)s”: %(now)s since the start is less than the %(was)s "
                "reported before. Go back to the report and say in a few words why."
            )
            % {
                "activity": claim.activity,
                "now": angka(claim.value),
                "was": angka(claim.was),
            }
        )
