"""What is due from a membership in acting."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.act import queries
from sinergi.act.models import Commitment, Report
from sinergi.act.rules import CommitmentState, ReportState
from sinergi.core.formats import triwulan
from sinergi.core.introductions import Task
from sinergi.core.models import Forum, Membership
from sinergi.core.rules import Role


def due_from(by: Membership, now: datetime) -> Iterator[Task]:
    """Plans to write, reports to send, verdicts to answer; for reviewers, reviews."""
    if by.is_a(Role.OPERATOR, Role.HEAD):
        yield from _plans(by)
        yield from _reports(by, now)
    if by.is_a(Role.HEAD):
        yield from _verdicts(by, now)
    if by.is_a(Role.REVIEWER):
        yield from _reviews(by)


def _plans(by: Membership) -> Iterator[Task]:
    for forum in Forum.objects.filter(members=by.government):
        for each in queries.unbegun(forum, by.government):
            yield Task(
                title=_("Write the follow-up plan"),
                subject=str(each.recommendation),
                url=reverse("act_work:begin", args=[each.recommendation.pk]),
                button=_("Write the plan"),
                due_at=each.due_at,
            )
    for plan in Commitment.objects.for_pages().filter(government=by.government):
        state = CommitmentState(plan.state)
        if state is CommitmentState.RUNNING:
            continue
        waiting = state is CommitmentState.SUBMITTED
        yield Task(
            title=_("Follow-up plan under review")
            if waiting
            else _("Complete the follow-up plan"),
            subject=str(plan.recommendation),
            url=reverse("act_work:commitment", args=[plan.reference]),
            button=_("Open the plan"),
            due_at=queries.due_at(plan.recommendation, plan.government),
            returned=state is CommitmentState.RETURNED,
            waiting_for_others=waiting,
        )


def _reports(by: Membership, now: datetime) -> Iterator[Task]:
    """A report leaves the list at once when it is sent."""
    running = Commitment.objects.for_pages().running().filter(government=by.government)
    for plan in running:
        written = {report.period: report for report in plan.reports.all()}
        for quarter in plan.reportable(now):
            report = written.get(quarter)
            state = ReportState(report.state) if report else ReportState.DRAFT
            if state not in {ReportState.DRAFT, ReportState.RETURNED}:
                continue
            yield Task(
                title=_("Report %(quarter)s")
                % {"quarter": triwulan(quarter.year, quarter.number)},
                subject=str(plan.recommendation),
                url=reverse(
                    "act_work:report",
                    args=[plan.reference, quarter.year, quarter.number],
                ),
                button=_("Write the report"),
                due_at=plan.report_due_at(quarter),
                returned=state is ReportState.RETURNED,
            )


def _verdicts(by: Membership, now: datetime) -> Iterator[Task]:
    reviewed = Report.objects.filter(
        state=ReportState.REVIEWED, commitment__government=by.government
    ).select_related(
        "commitment__government", "commitment__recommendation__meeting__procedure"
    )
    for report in reviewed.prefetch_related("reviews"):
        verdict = report.verdict()
        if verdict is None or report.is_final_on(now):
            continue
        days = report.commitment.recommendation.meeting.procedure.days_to_reply
        yield Task(
            title=_("Answer the verdict"),
            subject=str(report.commitment.recommendation),
            url=reverse("act_work:reply", args=[report.pk]),
            button=_("Answer"),
            due_at=verdict.reviewed_at + timedelta(days=days),
        )


def _reviews(by: Membership) -> Iterator[Task]:
    for report in queries.reports_to_review(by):
        plan = report.commitment
        yield Task(
            title=_("Review the report %(quarter)s")
            % {"quarter": triwulan(report.year, report.quarter)},
            subject=f"{plan.government} · {plan.recommendation}",
            url=reverse("act_work:review", args=[report.pk]),
            button=_("Review"),
        )
    submitted = Commitment.objects.filter(state=CommitmentState.SUBMITTED)
    for plan in submitted.exclude(government=by.government).select_related(
        "government", "recommendation"
    ):
        yield Task(
            title=_("Check a follow-up plan"),
            subject=f"{plan.government} · {plan.recommendation}",
            url=reverse("act_work:commitment", args=[plan.reference]),
            button=_("Check"),
        )
