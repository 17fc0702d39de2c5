"""Questions across acting: what is awaited, and how far each government is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from sinergi.act import rules, words
from sinergi.act.models import Activity, Commitment, Report, Review
from sinergi.act.rules import (
    CommitmentState,
    Health,
    ReportState,
    Standing,
    Verdict,
    Waiting,
)
from sinergi.agree.models import Recommendation
from sinergi.core.marks import Mark
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.rules import deadline, last_moment


@dataclass(frozen=True)
class Awaited:
    """An adopted addressee whose follow-up plan does not run: a fact of a query.

    `plan` is what it has begun; only its government and reviewers may know it.
    """

    recommendation: Recommendation
    government: Place
    due_at: datetime
    plan: Commitment | None = None

    @property
    def last_moment(self) -> datetime:
        return last_moment(self.due_at)

    @property
    def is_handed_in(self) -> bool:
        """Submitted in time: since then it is the reviewer who is waited for."""
        plan = self.plan
        submitted = (
            plan is not None
            and CommitmentState(plan.state) is CommitmentState.SUBMITTED
        )
        moment = plan.submitted_at if plan and submitted else None
        return moment is not None and moment < self.due_at

    def is_overdue(self, now: datetime) -> bool:
        return now >= self.due_at and not self.is_handed_in

    def waiting(self, now: datetime) -> Waiting:
        """What everyone may know: a draft is nobody else's business."""
        if self.is_handed_in:
            return Waiting.HANDED_IN
        return Waiting.OVERDUE if self.is_overdue(now) else Waiting.AWAITED

    def mark(self, now: datetime) -> Mark:
        return words.WAITING[self.waiting(now)]


@dataclass(frozen=True)
class Progress:
    """How far a government is with one recommendation addressed to it.

    It is awaited until its plan runs; nothing here tells of a plan before that.
    """

    recommendation: Recommendation
    government: Place
    awaited: Awaited | None
    commitment: Commitment | None
    verdict: Review | None
    health: Health | None


def awaited(forum: Forum) -> list[Awaited]:
    """Every adopted addressee whose plan does not run yet, soonest due first."""
    adopted = Recommendation.objects.binding().filter(meeting__forum=forum)
    found = []
    for recommendation in _with_neighbours(adopted):
        plans = {c.government_id: c for c in recommendation.commitments.all()}
        for addressee in recommendation.addressees.all():
            plan = plans.get(addressee.pk)
            if plan is None or not plan.runs:
                found.append(_awaited(recommendation, addressee, plan))
    return sorted(found, key=lambda each: each.due_at)


def unbegun(forum: Forum, government: Place) -> list[Awaited]:
    """What this government has not begun to answer, soonest due first."""
    return [
        each
        for each in awaited(forum)
        if each.plan is None and each.government == government
    ]


def progress(
    recommendations: Iterable[Recommendation], now: datetime
) -> dict[tuple[int, int], Progress]:
    """By (recommendation, government): what a visitor may know of follow-up today."""
    found: dict[tuple[int, int], Progress] = {}
    keys = [recommendation.pk for recommendation in recommendations]
    adopted = Recommendation.objects.with_locked_record().filter(pk__in=keys)
    binding = Recommendation.objects.binding().filter(pk__in=keys)
    asked = set(binding.values_list("pk", flat=True))
    for recommendation in _with_neighbours(adopted):
        plans = {c.government_id: c for c in recommendation.commitments.all()}
        for addressee in recommendation.addressees.all():
            plan = plans.get(addressee.pk)
            running = plan if plan and plan.runs else None
            if running is None and recommendation.pk not in asked:
                continue  # nothing new is asked for; what runs stays
            found[recommendation.pk, addressee.pk] = Progress(
                recommendation=recommendation,
                government=addressee,
                awaited=None if running else _awaited(recommendation, addressee, plan),
                commitment=running,
                verdict=last_final_verdict(running, now) if running else None,
                health=health(running, now) if running else None,
            )
    return found


def last_final_verdict(commitment: Commitment, now: datetime) -> Review | None:
    """The newest verdict that stands; red is never shown while it may be answered."""
    final = [r for r in commitment.reports.all() if r.is_final_on(now)]
    return max(final, key=lambda report: report.period).verdict() if final else None


def health(commitment: Commitment, now: datetime) -> Health | None:
    """Computed from final reports, their verdict and targets; None until it runs."""
    if not commitment.runs:
        return None
    today = now.astimezone(ZoneInfo(commitment.government.time_zone)).date()
    reports = {report.period: report for report in commitment.reports.all()}
    owed = [q for q in commitment.reportable(now) if q.ends_on < today]
    sent = [q for q in owed if q in reports and _sent(reports[q])]
    planned = commitment.target_quarters()
    last = last_final_verdict(commitment, now)
    return rules.health(
        _standings(commitment, today, now),
        owed=len(owed),
        sent=len(sent),
        ended=bool(planned) and planned[-1].ends_on < today,
        verdict=Verdict(last.verdict) if last else None,
    )


def reports_to_review(by: Membership) -> list[Report]:
    """Sent reports of other governments, and contested ones this person may settle."""
    waiting = (
        Report.objects.filter(state__in=[ReportState.SUBMITTED, ReportState.CONTESTED])
        .exclude(commitment__government=by.government)
        .select_related("commitment__government", "commitment__recommendation")
        .prefetch_related("reviews__by")
        .order_by("submitted_at")
    )
    return [
        report
        for report in waiting
        if all(review.by.person_id != by.person_id for review in report.reviews.all())
    ]


def health_mark(commitment: Commitment, now: datetime) -> Mark | None:
    found = health(commitment, now)
    return words.HEALTH[found] if found else None


def due_at(recommendation: Recommendation, government: Place) -> datetime:
    """24:00 of the last day to plan, in the zone of the government that owes."""
    meeting = recommendation.meeting
    return deadline(
        meeting.record.agreed_on,
        meeting.procedure.days_to_plan,
        government.time_zone,
    )


def _awaited(
    recommendation: Recommendation, government: Place, plan: Commitment | None
) -> Awaited:
    due = due_at(recommendation, government)
    return Awaited(recommendation, government, due, plan)


def _sent(report: Report) -> bool:
    return ReportState(report.state) not in {ReportState.DRAFT, ReportState.RETURNED}


def _standings(commitment: Commitment, today: date, now: datetime) -> list[Standing]:
    """Each activity by the last final report, beside its own targets."""
    final = [report for report in commitment.reports.all() if report.is_final_on(now)]
    last = max(final, key=lambda report: report.period) if final else None
    reached = {a.activity_id: a.value for a in last.achievements.all()} if last else {}
    return [
        Standing(
            reached=reached.get(activity.pk, Decimal(0)),
            target_by_now=_target(activity, today),
            target_at_end=_target(activity, None),
        )
        for activity in commitment.activities.all()
    ]


def _target(activity: Activity, until: date | None) -> Decimal:
    """The target of the last quarter, or of the last one that has ended."""
    targets = sorted(activity.targets.all(), key=lambda target: target.period)
    due = [t.target for t in targets if until is None or t.period.ends_on < until]
    return due[-1] if due else Decimal(0)


def _with_neighbours(
    recommendations: QuerySet[Recommendation],
) -> QuerySet[Recommendation]:
    return recommendations.select_related(
        "meeting__record", "meeting__procedure", "meeting__forum"
    ).prefetch_related(
        "addressees",
        "commitments__government",
        "commitments__recommendation__meeting__procedure",
        "commitments__activities__targets",
        "commitments__reports__reviews",
        "commitments__reports__achievements",
        "commitments__reports__commitment__government",
        "commitments__reports__commitment__recommendation__meeting__procedure",
    )
