"""Open data of measuring: series, published values, targets, releases, figures."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router

from sinergi.core.models import Place
from sinergi.core.questions import must_be_known
from sinergi.measure.models import Figure, PublishedValue, Release, Series, Target
from sinergi.measure.rows import whom
from sinergi.measure.rules import Group
from sinergi.measure.shapes import (
    FigureOut,
    PublishedValueOut,
    ReleaseOut,
    SeriesOut,
    TargetOut,
)

router = Router(tags=["index"])


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
    must_be_known(
        series=(series, _slugs(Series)),
        place=(place, _slugs(Place)),
    )
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
    must_be_known(
        series=(series, _slugs(Series)),
        government=(government, _slugs(Place)),
    )
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
    must_be_known(
        government=(government, _slugs(Place)),
        measure=(measure, release.figures.values_list("measure", flat=True)),
    )
    wanted = {"government__slug": government, "measure": measure, "group": group}
    found = release.figures.filter(
        **{key: value for key, value in wanted.items() if value is not None}
    ).select_related("government")
    of_whom = whom(release)
    return [_figure(release, each, of_whom(each)) for each in found]


def _slugs(model: type[Place] | type[Series]) -> list[str]:
    return list(model._default_manager.values_list("slug", flat=True))


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
