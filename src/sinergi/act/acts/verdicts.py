"""Verdicts on a report: given, accepted or contested, and settled."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.act import access, words
from sinergi.act.acts.commitments import WrongState
from sinergi.act.acts.reports import NothingReported
from sinergi.act.acts.steps import allow_step, moved, reference_of
from sinergi.act.models import Report, Review
from sinergi.act.rules import EvidenceLevel, ReportState, Verdict
from sinergi.act.texts import HEAD_ONLY, NOT_YOUR_REVIEW, NOT_YOURS
from sinergi.core.access import heads, of_government
from sinergi.core.act import act
from sinergi.core.again import refuse_again
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class Unproven(Refusal):
    """A verdict of done without any evidence."""


@act
def return_report(
    report: Report, *, reason: str, by: Membership, at: datetime
) -> Report:
    """Give the report back; the reason stays on it and its author stays the author."""
    _refuse_own(report, by)
    allow_step(report, ReportState.RETURNED, "return", reason=reason)
    return moved(
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
    _refuse_given(report, verdict, evidence_level, note, by)
    allow_step(report, ReportState.REVIEWED)
    found = _verdict(report, 1, verdict, evidence_level, note, by, at)
    moved(report, ReportState.REVIEWED, "review", by=by, at=at, reason=note)
    return found


@act
def accept_verdict(report: Report, *, by: Membership, at: datetime) -> Report:
    """The head accepts the verdict: it is final and public at once."""
    _refuse_other(report, by)
    allow_step(report, ReportState.FINAL, "accept_verdict")
    if ReportState(report.state) is not ReportState.REVIEWED:
        raise WrongState(_("A contested verdict is settled by a second reviewer."))
    return moved(report, ReportState.FINAL, "accept_verdict", by=by, at=at)


@act
def contest(report: Report, *, reply: str, by: Membership, at: datetime) -> Report:
    """The government answers the verdict (sanggahan); both texts are published."""
    _refuse_other(report, by)
    allow_step(report, ReportState.CONTESTED, "contest", reason=reply)
    if report.is_final_on(at):
        raise WrongState(_("The days to answer this verdict have passed; it is final."))
    return moved(
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
    _refuse_given(report, verdict, evidence_level, note, by)
    if ReportState(report.state) is not ReportState.CONTESTED:
        raise WrongState(_("Only a contested verdict is settled a second time."))
    first = report.reviews.get(round=1)
    if first.by.person_id == by.person_id:
        raise NotAllowed(
            _("You gave the verdict that is contested; another reviewer settles it.")
        )
    found = _verdict(report, 2, verdict, evidence_level, note, by, at)
    moved(report, ReportState.FINAL, "settle", by=by, at=at, reason=note)
    return found


def _refuse_given(
    report: Report,
    verdict: Verdict,
    evidence_level: EvidenceLevel,
    note: str,
    by: Membership,
) -> None:
    """The same verdict of the same reviewer, sent twice, is one."""
    last = report.verdict()
    if last and last.by.person_id == by.person_id:
        given = (last.verdict, last.evidence_level, last.note)
        if given == (verdict, evidence_level, note):
            refuse_again(report, reference_of(report), "review", "settle", reason=note)


def _refuse_own(report: Report, by: Membership) -> None:
    if not access.reviews(by, report.commitment):
        raise NotAllowed(NOT_YOUR_REVIEW)


def _refuse_other(report: Report, by: Membership) -> None:
    if not of_government(by, report.commitment.government):
        raise NotAllowed(NOT_YOURS)
    if not heads(by, report.commitment.government):
        raise NotAllowed(HEAD_ONLY)


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
