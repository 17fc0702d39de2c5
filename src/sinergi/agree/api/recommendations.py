"""Open data: what was adopted, in which words, and what was answered."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from sinergi.agree import access
from sinergi.agree.api.shared import Strict, router
from sinergi.agree.models import Recommendation, Version
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.align.models import Programme
from sinergi.convene.models import Meeting
from sinergi.core.models import Bidang, Place
from sinergi.core.questions import must_be_known


class VersionOut(Strict):
    """That a version was there and when; the words of the agreed one stand above."""

    number: int
    written_at: datetime
    agreed: bool


class PositionOut(Strict):
    government: str
    stance: str
    note: str
    recorded_by_secretariat: bool
    # The office it was given for by mandate; empty when its head answered.
    on_behalf_of: str
    version: int


class RecommendationOut(Strict):
    reference: str
    title: str
    meeting: str
    bidang: str
    programme: str
    proposer: str
    state: str
    adopted_at: datetime | None
    # By the plenary, or by circulation: in writing, after the closing.
    ratification: str
    addressees: list[str]
    indicator: str
    target: str
    unit: str
    due_year: int | None
    due_quarter: int | None
    evidence_expected: str
    paragraphs: list[str]
    sha256: str
    provenance: str


class RecommendationDetail(RecommendationOut):
    versions: list[VersionOut]
    # None until the berita acara is locked.
    positions: list[PositionOut] | None


@router.get(
    "/recommendations/",
    response=list[RecommendationOut],
    summary="Adopted recommendations",
    url_name="recommendations",
)
def recommendations(
    request: HttpRequest,
    meeting: str = "",
    bidang: str = "",
    programme: str = "",
    government: str = "",
) -> list[RecommendationOut]:
    must_be_known(
        meeting=(meeting or None, _each(Meeting.objects.public(), "slug")),
        bidang=(bidang or None, _each(Bidang.objects.all(), "code")),
        programme=(programme or None, _each(Programme.objects.all(), "code")),
        government=(government or None, _each(Place.objects.all(), "slug")),
    )
    asked = {
        "meeting__slug": meeting,
        "bidang__code": bidang,
        "programme__code": programme,
        "addressees__slug": government,
    }
    found = _adopted().filter(**{k: v for k, v in asked.items() if v}).distinct()
    return [RecommendationOut(**_recommendation(each)) for each in found]


@router.get(
    "/recommendations/{reference}/",
    response=RecommendationDetail,
    summary="One adopted recommendation with its versions and positions",
    url_name="recommendation",
)
def recommendation(request: HttpRequest, reference: str) -> RecommendationDetail:
    found = get_object_or_404(_adopted(), reference=reference)
    shown = access.may_read_positions(None, found)
    return RecommendationDetail(
        **_recommendation(found),
        versions=[_version(each) for each in found.versions.all()],
        positions=_positions(found.current) if shown else None,
    )


def _each(known: QuerySet[Any], name: str) -> list[str]:
    return list(known.values_list(name, flat=True))


def _adopted() -> RecommendationQuerySet:
    return (
        Recommendation.objects.adopted()
        .select_related("meeting", "bidang", "programme", "proposer", "pinned")
        .prefetch_related("addressees", "versions__paragraphs")
    )


def _recommendation(found: Recommendation) -> dict[str, Any]:
    version = found.current
    return {
        "reference": found.reference,
        "title": found.title,
        "meeting": found.meeting.slug,
        "bidang": found.bidang.code,
        "programme": found.programme.code,
        "proposer": found.proposer.slug,
        "state": found.state,
        "adopted_at": found.adopted_at,
        "ratification": found.meeting.ratification.value,
        "addressees": [place.slug for place in found.addressees.all()],
        "indicator": found.indicator,
        "target": found.target,
        "unit": found.unit,
        "due_year": found.due_year,
        "due_quarter": found.due_quarter,
        "evidence_expected": found.evidence_expected,
        "paragraphs": version.texts,
        "sha256": version.sha256,
        "provenance": found.provenance,
    }


def _version(version: Version) -> VersionOut:
    return VersionOut(
        number=version.number,
        written_at=version.written_at,
        agreed=version == version.recommendation.current,
    )


def _positions(version: Version) -> list[PositionOut]:
    return [
        PositionOut(
            government=position.government.slug,
            stance=position.stance,
            note=position.note,
            recorded_by_secretariat=position.is_recorded_by_secretariat,
            on_behalf_of=position.mandate.office if position.mandate else "",
            version=version.number,
        )
        for position in version.positions.select_related("government", "mandate")
    ]
