"""Open data across stages: progress and documents, read only."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel, ConfigDict

from sinergi.core.models import Document
from sinergi.publish import rows

router = Router(tags=["publikasi"])


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ProgressOut(Row):
    recommendation: str
    kemendagri_code: str
    government: str
    commitment: str
    # The plan's health while it runs; before that, how long it is waited for.
    state: str
    verdict: str
    evidence_level: str
    awaited_until: date | None
    provenance: str


class DocumentOut(Row):
    code: str
    kind: str
    title: str
    number: str
    sha256: str
    issued_at: datetime
    issuer: str
    provenance: str


@router.get("/progress/", response=list[ProgressOut])
def progress(request: HttpRequest) -> list[ProgressOut]:
    """How far each addressed government is with each adopted recommendation."""
    now = timezone.now()
    return [
        ProgressOut(
            recommendation=recommendation.reference,
            kemendagri_code=code,
            government=found.government.slug,
            commitment=found.commitment.reference if found.commitment else "",
            state=found.awaited.waiting(now) if found.awaited else found.health or "",
            verdict=found.verdict.verdict if found.verdict else "",
            evidence_level=found.verdict.evidence_level if found.verdict else "",
            awaited_until=found.awaited.last_moment.date() if found.awaited else None,
            provenance=rows.provenance_of(recommendation, found),
        )
        for recommendation, code, found in rows.addressed(now)
    ]


@router.get("/documents/", response=list[DocumentOut])
def documents(request: HttpRequest) -> list[DocumentOut]:
    """Locked documents that everyone may read, the newest first."""
    return [
        DocumentOut(
            code=each.code,
            kind=each.kind,
            title=each.title,
            number=each.number,
            sha256=each.content_sha256,
            issued_at=each.issued_at,
            issuer=each.issuer,
            provenance=each.provenance,
        )
        for each in Document.objects.filter(is_public=True)
    ]
