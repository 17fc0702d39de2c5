"""Open data of measuring: series, published values, targets, releases, figures."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router
from pydantic import BaseModel, ConfigDict

from sinergi.core.models import Place
from sinergi.measure.models import Figure, PublishedValue, Release, Series, Target
from sinergi.measure.rows import whom
from sinergi.measure.rules import Group

router = Router(tags=["index"])


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SeriesOut(Strict):
    slug: str
    name: str
    owner: str
    scale_min: Decimal
    scale_max: Decimal
    direction: str
    measures: str
    limits: str
    methods: list[str]


class PublishedValueOut(Strict):
    series: str
    method: str
    place: str
    kemendagri_code: str
    measure: str
    year: int
    value: Decimal
    respondents: int | None
    source: str
    note: str
    provenance: str


class TargetOut(Strict):
    series: str
    government: str
    measure: str
    year: int
    value: Decimal
    basis: str
    provenance: str


class ReleaseOut(Strict):
    slug: str
    title: str
    wave: str
    starts_on: date
    ends_on: date
    respondents: int
    definition: str
    definition_version: int
    minimum_n: int
    wide_above: Decimal
    corrects: str | None
    corrected_by: str | None
    released_at: datetime
    figures_sha256: str
    manifest_sha256: str
    software: str
    provenance: str


class FigureOut(Strict):
    """A withheld figure has its n and its flag, and no value.

    Where not every government was asked, the whole has no code and is named as the
    respondents of those that were.
    """

    release: str
    government: str
    kemendagri_code: str
    measure: str
    group: str
    group_value: str
    estimate: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    df: int
    n: int
    flags: list[str]
    provenance: str


@router.get("/series/", response=list[SeriesOut], summary="Published series")
def series(request: HttpRequest) -> list[SeriesOut]:
    return [
        SeriesOut(
            slug=each.slug,
            name=each.name,
            owner=each.owner,
            scale_min=each.scale_min,
            scale_max=each.scale_max,
            direction=each.direction,
            measures=each.measures,
            limits=each.limits,
            methods=[method.code for method in each.methods.all()],
        )
        for each in Series.objects.prefetch_related("methods")
    ]


@router.get(
    "/published-values/",
    response=list[PublishedValueOut],
    summary="Values as others published them",
)
def published_values(
    request: HttpRequest,
    series: str | None = None,
    place: str | None = None,
    year: int | None = None,
) -> list[PublishedValueOut]:
    wanted = {
        "method__series__slug": series,
        "place__slug": place,
        "year": year,
    }
    found = PublishedValue.objects.filter(
        **{key: value for key, value in wanted.items() if value is not None}
    ).select_related("method__series", "place")
    codes = {each.place_id: "" for each in found}
    for shown in Place.objects.filter(pk__in=codes):
        codes[shown.pk] = shown.kemendagri_code
    return [
        PublishedValueOut(
            series=each.method.series.slug,
            method=each.method.code,
            place=each.place.slug,
            kemendagri_code=codes[each.place_id],
            measure=each.measure,
            year=each.year,
            value=each.value,
            respondents=each.respondents,
            source=each.source,
            note=each.note,
            provenance=each.provenance,
        )
        for each in found
    ]


@router.get("/targets/", response=list[TargetOut], summary="Targets of governments")
def targets(
    request: HttpRequest, series: str | None = None, government: str | None = None
) -> list[TargetOut]:
    wanted = {"series__slug": series, "government__slug": government}
    found = Target.objects.filter(
        **{key: value for key, value in wanted.items() if value is not None}
    ).select_related("series", "government")
    return [
        TargetOut(
            series=each.series.slug,
            government=each.government.slug,
            measure=each.measure,
            year=each.year,
            value=each.value,
            basis=each.basis,
            provenance=each.provenance,
        )
        for each in found
    ]


@router.get("/releases/", response=list[ReleaseOut], summary="Releases of an index")
def releases(request: HttpRequest) -> list[ReleaseOut]:
    return [_release(each) for each in Release.objects.released()]


@router.get(
    "/releases/{slug}/figures/",
    response=list[FigureOut],
    summary="Figures of a release with their error",
)
def figures(
    request: HttpRequest,
    slug: str,
    government: str | None = None,
    measure: str | None = None,
    group: Group | None = None,
) -> list[FigureOut]:
    release = get_object_or_404(Release.objects.released(), slug=slug)
    wanted = {"government__slug": government, "measure": measure, "group": group}
    found = release.figures.filter(
        **{key: value for key, value in wanted.items() if value is not None}
    ).select_related("government")
    of_whom = whom(release)
    return [_figure(release, each, of_whom(each)) for each in found]


def _release(each: Release) -> ReleaseOut:
    correction = each.corrected_by()
    released_at = each.released_at
    if released_at is None:
        raise ValueError(f"{each} has no moment of release.")
    return ReleaseOut(
        slug=each.slug,
        title=each.title,
        wave=each.wave.slug,
        starts_on=each.wave.starts_on,
        ends_on=each.wave.ends_on,
        respondents=each.wave.respondents or 0,
        definition=each.definition.slug,
        definition_version=each.definition.version,
        minimum_n=each.definition.minimum_n,
        wide_above=each.definition.wide_above,
        corrects=each.corrects.slug if each.corrects else None,
        corrected_by=correction.slug if correction else None,
        released_at=released_at,
        figures_sha256=each.figures_sha256,
        manifest_sha256=each.manifest_sha256,
        software=each.software,
        provenance=each.provenance,
    )


def _figure(release: Release, each: Figure, whom: tuple[str, str]) -> FigureOut:
    code, name = whom
    return FigureOut(
        release=release.slug,
        government=name,
        kemendagri_code=code,
        measure=each.measure,
        group=each.group,
        group_value=each.group_value,
        estimate=each.estimate,
        se=each.se,
        ci_low=each.ci_low,
        ci_high=each.ci_high,
        df=each.df,
        n=each.n,
        flags=list(each.flags),
        provenance=release.provenance,
    )
