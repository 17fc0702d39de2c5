"""What anyone may read: series, governments, releases."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.collect import words as collect_words
from sinergi.collect.rules import Domain
from sinergi.core.doors import the_forum
from sinergi.core.models import Place
from sinergi.core.rules import Level
from sinergi.measure import (
    coverage,
    differences,
    figures,
    naming,
    pictures,
    published,
)
from sinergi.measure.figures import Line
from sinergi.measure.models import Release, Series
from sinergi.measure.rules import INDEX, Group
from sinergi.measure.views.changes import pairs, told_of


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Each series with what it can and cannot say; the own survey apart."""
    forum = the_forum()
    governments = forum.governments()
    places = [*Place.objects.filter(level=Level.NATION), *governments]
    releases = list(Release.objects.standing())
    context = {
        "told": [
            published.told(
                each,
                places=places,
                first=forum.coordinator,
                targets_of=governments,
            )
            for each in Series.objects.all()
        ],
        "releases": [_summary(each) for each in releases],
        "changes": pairs(releases),
        "governments": governments,
    }
    return render(request, "measure/index.html", context)


def _summary(release: Release) -> dict[str, Any]:
    whole = figures.by_government(release)[:1]
    return {
        "release": release,
        "whole": whole[0] if whole else None,
        "covered": coverage.of(release),
    }


@require_safe
def government(request: HttpRequest, slug: str) -> HttpResponse:
    """One government: what was published, and what the own survey says of it."""
    forum = the_forum()
    place = get_object_or_404(Place, slug=slug, forums=forum)
    nation = Place.objects.filter(level=Level.NATION)
    releases = list(Release.objects.standing())
    told = [
        published.told(each, places=[*nation, place], first=place, targets_of=[place])
        for each in Series.objects.all()
    ]
    newest = releases[0] if releases else None
    lines = figures.of_government(newest, place) if newest else []
    stands_for_all = newest is not None and place == forum.coordinator
    context = {
        "place": place,
        "told": told,
        "release": newest,
        "covered": coverage.of(newest) if newest and stands_for_all else None,
        "lines": lines,
        "picture": _levels(newest, place, lines) if newest and lines else None,
        "change": _change_of(releases, place),
        "governments": forum.governments(),
        "offices": place.offices.all(),
        "crumbs": [
            {"label": _("Index"), "url": reverse("measure:index")},
            {"label": place.short_name, "url": ""},
        ],
    }
    return render(request, "measure/government.html", context)


def _levels(release: Release, place: Place, lines: list[Line]) -> Any:
    return pictures.levels(
        release,
        lines,
        key="pilar",
        title=_title(release, place),
        finding=" ".join(f"{e.label}: {e.value} ({e.interval})." for e in lines),
    )


def _title(release: Release, place: Place) -> str:
    covered = coverage.of(release)
    if place != covered.coordinator or covered.is_whole:
        return _("Index and pillars of %(place)s") % {"place": place.name}
    return _("Index and pillars: %(who)s") % {"who": covered}


def _change_of(releases: Sequence[Release], place: Place) -> dict[str, Any] | None:
    """What changed for this place since the last comparable release."""
    if not releases:
        return None
    later = releases[0]
    for earlier in releases[1:]:
        if differences.hindrance(later, earlier) is None:
            code = place.kemendagri_code
            if place == later.wave.survey.forum.coordinator:
                code = ""
            for each in differences.between(later, earlier):
                if (each.key.code, each.key.measure) == (code, INDEX) and (
                    each.key.group is Group.ALL
                ):
                    return {"later": later, "earlier": earlier, **told_of(each)}
    return None


@require_safe
def release(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Release.objects.released(), slug=slug)
    return render(request, "measure/release.html", release_context(found))


def release_context(found: Release) -> dict[str, Any]:
    """All of a release; the draft that the walidata checks shows the same."""
    lines = figures.by_government(found)
    name = naming.measures()
    return {
        "release": found,
        "wave": found.wave,
        "covered": coverage.of(found),
        "unplaced": [
            (collect_words.DOMAIN[Domain(domain)], count)
            for domain, count in found.unplaced.items()
        ],
        "correction": found.corrected_by(),
        "map": pictures.governments_map(found, lines, key="peta"),
        "picture": pictures.levels(
            found,
            lines,
            key="indeks",
            title=_("Index by government"),
            finding=" ".join(f"{e.label}: {e.value} ({e.interval})." for e in lines),
        )
        if lines
        else None,
        "lines": lines,
        "pillars": [
            {"name": name(code), "lines": figures.by_government(found, code)}
            for code in figures.measures_of(found)
            if code != INDEX
        ],
        "sexes": figures.by_group(found, Group.SEX),
        "ages": figures.by_group(found, Group.AGE),
        "simulated": found.is_simulated,
        "changes": [
            pair
            for pair in pairs(list(Release.objects.standing()))
            if found in (pair["later"], pair["earlier"])
        ],
        "crumbs": [
            {"label": _("Index"), "url": reverse("measure:index")},
            {"label": found.title, "url": ""},
        ],
    }
