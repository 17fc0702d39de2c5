"""Open data of acting: running plans and final reports, read only."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel, ConfigDict

from sinergi.act import queries
from sinergi.act.models import Commitment, Report

router = Router(tags=["pelaksanaan"])


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ReportOut(Row):
    year: int
    quarter: int
    nil: bool
    claimed: dict[str, str]
    verdict: str
    evidence_level: str
    reply: str


class CommitmentOut(Row):
    reference: str
    recommendation: str
    government: str
    provenance: str
    health: str | None
    activities: list[str]
    final_reports: list[ReportOut]


@router.get("/commitments/", response=list[CommitmentOut])
def commitments(request: HttpRequest) -> list[CommitmentOut]:
    """Follow-up plans that run, with the reports whose verdict stands."""
    now = timezone.now()
    running = Commitment.objects.for_pages().running()
    return [
        CommitmentOut(
            reference=each.reference,
            recommendation=each.recommendation.reference,
            government=each.government.slug,
            provenance=each.provenance,
            health=queries.health(each, now),
            activities=[activity.title for activity in each.activities.all()],
            final_reports=[
                _report(report)
                for report in each.reports.all()
                if report.is_final_on(now)
            ],
        )
        for each in running
    ]


def _report(report: Report) -> ReportOut:
    verdict = report.verdict()
    return ReportOut(
        year=report.year,
        quarter=report.quarter,
        nil=report.is_nil,
        claimed={a.activity.title: str(a.value) for a in report.achievements.all()},
        verdict=verdict.verdict if verdict else "",
        evidence_level=verdict.evidence_level if verdict else "",
        reply=report.reply,
    )
