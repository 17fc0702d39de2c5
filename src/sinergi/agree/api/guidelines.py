"""Open data: pedoman as they were locked, and the clauses that stand today."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from sinergi.agree import quoting, standing
from sinergi.agree.api.shared import Strict, router
from sinergi.agree.models import Guideline
from sinergi.core.models import Forum

NOTHING: Mapping[str, Any] = {"foreword": "", "chapters": []}


class ClauseOut(Strict):
    number: str
    chapter: str
    recommendation: str
    version: int
    paragraphs: list[str]
    sha256: str
    commentary: str
    # A later guideline, in force today, replaces or withdraws it.
    stands: bool
    replaced_by: str


class StandingClauseOut(Strict):
    """A clause in force today, and the guideline and berita acara it comes from."""

    recommendation: str
    version: int
    bidang: str
    programme: str
    paragraphs: list[str]
    sha256: str
    guideline: str
    legal_form: str
    number: str
    in_force_on: date
    document: str
    record_of_agreement: str


class GuidelineOut(Strict):
    slug: str
    title: str
    meeting: str
    legal_form: str
    number: str
    in_force_on: date | None
    is_in_force: bool
    repealed_on: date | None
    amended_by: list[str]
    amends: list[str]
    document: str
    document_sha256: str
    provenance: str


class GuidelineDetail(GuidelineOut):
    foreword: str
    clauses: list[ClauseOut]


@router.get(
    "/guidelines/",
    response=list[GuidelineOut],
    summary="Guidelines in force",
    url_name="guidelines",
)
def guidelines(request: HttpRequest) -> list[GuidelineOut]:
    """Each once its own day has come, in the place of its meeting."""
    now = timezone.now()
    return [
        GuidelineOut(**_guideline(each, now))
        for each in _determined()
        if _is_in_force(each, now)
    ]


@router.get(
    "/guidelines/{slug}/",
    response=GuidelineDetail,
    summary="One guideline, clause by clause",
    url_name="guideline",
)
def guideline(request: HttpRequest, slug: str) -> GuidelineDetail:
    found = get_object_or_404(_determined(), slug=slug)
    now = timezone.now()
    ended = standing.ended_in(found, found.today(now))
    content = json.loads(found.document.content) if found.document else NOTHING
    return GuidelineDetail(
        **_guideline(found, now),
        foreword=content["foreword"],
        clauses=[
            _clause(clause, chapter["title"], ended.get(clause["reference"]))
            for chapter in content["chapters"]
            for clause in chapter["clauses"]
        ],
    )


@router.get(
    "/clauses/",
    response=list[StandingClauseOut],
    summary="Clauses in force today, across guidelines and years",
    url_name="clauses",
)
def clauses(request: HttpRequest) -> list[StandingClauseOut]:
    """Neither replaced nor withdrawn by a later guideline that is in force."""
    now = timezone.now()
    found: list[StandingClauseOut] = []
    for forum in Forum.objects.select_related("coordinator"):
        zone = ZoneInfo(forum.coordinator.time_zone)
        content = standing.consolidated(forum, now.astimezone(zone).date())
        found += [_standing(each) for each in quoting.clauses_in(content)]
    return found


def _clause(
    clause: Mapping[str, Any], chapter: str, ended: standing.Ended | None
) -> ClauseOut:
    is_ended = ended is not None and ended.is_in_force
    return ClauseOut(
        number=clause["number"],
        chapter=chapter,
        recommendation=clause["reference"],
        version=clause["version"],
        paragraphs=clause["paragraphs"],
        sha256=clause["sha256"],
        commentary=clause["commentary"],
        stands=not is_ended,
        replaced_by=ended.replacement if ended and is_ended else "",
    )


def _standing(clause: Mapping[str, Any]) -> StandingClauseOut:
    source = clause["source"]
    return StandingClauseOut(
        recommendation=clause["reference"],
        version=clause["version"],
        bidang=clause["bidang"],
        programme=clause["programme"]["code"],
        paragraphs=clause["paragraphs"],
        sha256=clause["sha256"],
        guideline=source["slug"],
        legal_form=source["legal_form"],
        number=source["number"],
        in_force_on=date.fromisoformat(source["in_force_on"]),
        document=source["code"],
        record_of_agreement=source["record"],
    )


def _determined() -> QuerySet[Guideline]:
    return Guideline.objects.determined().select_related(
        "record__meeting__host", "document"
    )


def _is_in_force(found: Guideline, now: datetime) -> bool:
    return found.is_in_force(found.record.meeting.today(now))


def _guideline(found: Guideline, now: datetime) -> dict[str, Any]:
    document = found.document
    return {
        "slug": found.slug,
        "title": found.title,
        "meeting": found.record.meeting.slug,
        "legal_form": found.legal_form,
        "number": found.number,
        "in_force_on": found.in_force_on,
        "is_in_force": _is_in_force(found, now),
        "repealed_on": found.withdrawn_on,
        "amended_by": [each.slug for each in standing.amending(found)],
        "amends": [each.slug for each in standing.amended_by(found)],
        "document": document.code if document else "",
        "document_sha256": document.content_sha256 if document else "",
        "provenance": found.provenance,
    }
