"""Figures of a brief, each with what can be said of it and what cannot."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.core import formats
from sinergi.core.models import Forum, Place
from sinergi.core.rules import Provenance
from sinergi.measure import coverage, figures, naming, published
from sinergi.measure.models import PublishedValue, Release, Target
from sinergi.measure.rules import INDEX
from sinergi.publish.briefs import change
from sinergi.publish.briefs.parts import Line, Listing, Part, language, listing


def of_government(forum: Forum, place: Place, year: int) -> Part:
    """Published values as published, measured ones with their interval."""
    release = newest_release(forum)
    measured = list(_measured(release, place)) if release else []
    return _part(
        forum,
        said=_measured_said(release, measured, place),
        lists=(
            *listing(_("Published"), _published(forum, place)),
            *listing(_("Targets"), _targets(place, year), is_minor=True),
            *(listing(_titled(release), measured) if release else ()),
            *(change.of_government(release, place) if release else ()),
        ),
    )


def of_all(forum: Forum, year: int) -> Part:
    """The whole of the forum, and the index of every government in it."""
    release = newest_release(forum)
    measured = list(_measured(release, forum.coordinator)) if release else []
    return _part(
        forum,
        said=_measured_said(release, measured, forum.coordinator),
        lists=(
            *listing(_("Published"), _published(forum, forum.coordinator)),
            *listing(_("Targets"), _targets(forum.coordinator, year), is_minor=True),
            *(listing(_titled(release), measured) if release else ()),
            *(
                listing(_("Index by government"), _by_government(release))
                if release
                else ()
            ),
            *(change.of_all(release) if release else ()),
        ),
    )


def newest_release(forum: Forum) -> Release | None:
    """The newest one that stands; a correction takes the place of what it corrects."""
    return Release.objects.standing().filter(wave__survey__forum=forum).first()


def _part(forum: Forum, *, said: Sequence[str], lists: tuple[Listing, ...]) -> Part:
    honest = _(
        "A published value stands as published: its error is not known, so a small "
        "change may be chance."
    )
    none = _("No figure has been published or measured for %(forum)s yet.") % {
        "forum": forum
    }
    has_published = any(
        line.kind is Provenance.PUBLISHED for each in lists for line in each.lines
    )
    return Part(
        title=_("Figures, and what they can say"),
        said=tuple([*([honest] if has_published else []), *said] if lists else [none]),
        lists=lists,
    )


def _published(forum: Forum, place: Place) -> Iterator[Line]:
    """Its own values; of a series without one, that of the coordinating government,
    which says nothing of a single kabupaten or kota."""
    own = published.newest(place)
    yield from (_value(each, "") for each in own)
    if place == forum.coordinator:
        return
    has = {each.method.series_id for each in own}
    for each in published.newest(forum.coordinator):
        if each.method.series_id not in has:
            yield _value(
                each,
                _("there is no value for %(place)s; its error was not published")
                % {"place": place.short_name},
            )


def _value(value: PublishedValue, lacking: str) -> Line:
    series = value.method.series
    number = formats.angka(value.value, value.decimals, language())
    detail = lacking or _("its error was not published")
    return Line(
        text=f"{series.short_name} {value.place.short_name}: {number}",
        detail=detail,
        kind=Provenance(value.provenance),
        source=f"{value.year} · {value.source}",
        url=reverse("measure:index"),
    )


def _targets(place: Place, year: int) -> Iterator[Line]:
    found = Target.objects.filter(government=place, measure=INDEX, year__gte=year)
    for each in found.select_related("series").order_by("year"):
        yield Line(
            text=f"{each.series.short_name} {each.year}: {naming.number(each.value)}",
            detail=each.basis,
            kind=Provenance(each.provenance),
        )


def _measured(release: Release, place: Place) -> Iterator[Line]:
    """The index and its pillars; a withheld one says so in the place of its value."""
    return _of_lines(release, figures.of_government(release, place))


def _by_government(release: Release) -> Iterator[Line]:
    """One by one; the whole stands above."""
    return _of_lines(release, figures.by_government(release)[1:])


def _of_lines(release: Release, lines: Iterable[figures.Line]) -> Iterator[Line]:
    for each in lines:
        interval = _("95%% interval %(interval)s") % {"interval": each.interval}
        parts = [each.note] if each.withheld else [interval, each.note]
        yield Line(
            text=f"{each.label}: {each.value}",
            detail=" · ".join(parts),
            kind=Provenance(release.provenance),
            source=release.title,
            url=reverse("measure:release", args=[release.slug]),
        )


def _titled(release: Release) -> str:
    return _("Measured, %(release)s") % {"release": release.title}


def _measured_said(
    release: Release | None, measured: Sequence[Line], place: Place
) -> list[str]:
    if release is None or not measured:
        return [_("No survey has measured %(place)s yet.") % {"place": place.name}]
    covered = coverage.of(release)
    if place == covered.coordinator and covered.is_partial:
        missing = ", ".join(each.short_name for each in covered.missing)
        return [
            _(
                "The survey reached %(asked)s; of %(missing)s nothing is known, so the "
                "figures of all are not those of the whole."
            )
            % {"asked": str(covered), "missing": missing}
        ]
    return []
