"""Who may do what in acting: gates by page, predicates by object and state."""

from collections.abc import Mapping
from datetime import datetime

from sinergi.act import rules
from sinergi.act.models import Commitment, Evidence, Report
from sinergi.act.rules import CommitmentState, ReportState
from sinergi.core.access import (
    Gate,
    anyone,
    heads,
    member,
    of_government,
    roles,
    speaks_for,
)
from sinergi.core.models import Membership
from sinergi.core.rules import Role

DRAFTING = frozenset({CommitmentState.DRAFT, CommitmentState.RETURNED})
WRITING = frozenset({ReportState.DRAFT, ReportState.RETURNED})

AWAITING_VERDICT = frozenset({ReportState.SUBMITTED, ReportState.CONTESTED})

WRITERS = roles(Role.OPERATOR, Role.HEAD)
HEADS = roles(Role.HEAD)
REVIEWERS = roles(Role.REVIEWER)

GATES: Mapping[str, Gate] = {
    "act:commitment": anyone,
    "act:evidence": anyone,
    "act_work:overview": member,
    "act_work:begin": WRITERS,
    "act_work:commitment": member,
    "act_work:activity": WRITERS,
    "act_work:remove_activity": WRITERS,
    "act_work:submit": HEADS,
    "act_work:decide": REVIEWERS,
    "act_work:report": WRITERS,
    "act_work:send": HEADS,
    "act_work:read": member,
    "act_work:receipt": member,
    "act_work:review": REVIEWERS,
    "act_work:reply": HEADS,
    "act_work:to_review": REVIEWERS,
}


def may_see(by: Membership | None, commitment: Commitment) -> bool:
    """Running plans are public; before that, only those who work on them."""
    if CommitmentState(commitment.state) is CommitmentState.RUNNING:
        return True
    if by is None:
        return False
    if of_government(by, commitment.government) or by.is_a(Role.INSPECTORATE):
        return True
    submitted = CommitmentState(commitment.state) is not CommitmentState.DRAFT
    return submitted and reviews(by, commitment)


def may_write(by: Membership | None, commitment: Commitment) -> bool:
    return (
        speaks_for(by, commitment.government)
        and CommitmentState(commitment.state) in DRAFTING
    )


def may_submit(by: Membership | None, commitment: Commitment) -> bool:
    return heads(by, commitment.government) and may_write(by, commitment)


def reviews(by: Membership | None, commitment: Commitment) -> bool:
    """A reviewer, and never of the government under review."""
    return (
        by is not None
        and by.is_a(Role.REVIEWER)
        and rules.may_review(by.government.slug, commitment.government.slug)
    )


def may_decide(by: Membership | None, commitment: Commitment) -> bool:
    """Return the plan or let it run: while it is submitted, by another government."""
    submitted = CommitmentState(commitment.state) is CommitmentState.SUBMITTED
    return submitted and reviews(by, commitment)


def may_give_verdict(by: Membership | None, report: Report) -> bool:
    """While a verdict is asked; a contested one by another person than the first."""
    if by is None or not reviews(by, report.commitment):
        return False
    earlier = any(r.by.person_id == by.person_id for r in report.reviews.all())
    return ReportState(report.state) in AWAITING_VERDICT and not earlier


def may_report(by: Membership | None, report: Report) -> bool:
    return (
        speaks_for(by, report.commitment.government)
        and ReportState(report.state) in WRITING
    )


def may_read_report(by: Membership | None, report: Report, now: datetime) -> bool:
    """Final reports are public; a draft is its government's alone."""
    if report.is_final_on(now):
        return True
    if by is None:
        return False
    if of_government(by, report.commitment.government):
        return True
    if ReportState(report.state) is ReportState.DRAFT:
        return False
    return by.is_a(Role.INSPECTORATE) or reviews(by, report.commitment)


def may_read_evidence(by: Membership | None, evidence: Evidence, now: datetime) -> bool:
    """Public evidence with its final report; internal evidence never outside."""
    if evidence.is_public and evidence.report.is_final_on(now):
        return True
    return (
        by is not None
        and may_read_report(by, evidence.report, now)
        and (
            of_government(by, evidence.report.commitment.government)
            or reviews(by, evidence.report.commitment)
            or by.is_a(Role.INSPECTORATE)
        )
    )
