"""What a brief says of two releases: a rise or a fall only where it is real."""

from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.core.models import Place
from sinergi.core.rules import Provenance
from sinergi.measure import coverage, differences, naming, words
from sinergi.measure.differences import Difference
from sinergi.measure.models import Release
from sinergi.measure.rules import INDEX, Group
from sinergi.publish.briefs.parts import Line, Listing, listing

# What a difference is called in a list; empty: it is not listed there.
Label = Callable[[Difference], str]


def of_government(release: Release, place: Place) -> tuple[Listing, ...]:
    """The index and its pillars of one government."""
    forum = release.wave.survey.forum
    code = "" if place == forum.coordinator else release.codes()[place.pk]
    name = naming.measures()
    return _since(release, lambda e: name(e.key.measure) if e.key.code == code else "")


def of_all(release: Release) -> tuple[Listing, ...]:
    """The index of the whole, then of every government."""
    labels = {
        code: place.short_name
        for place in release.wave.survey.forum.governments()
        if (code := release.codes()[place.pk])
    }
    labels[""] = str(coverage.of(release))
    return _since(
        release, lambda e: labels[e.key.code] if e.key.measure == INDEX else ""
    )


def _since(release: Release, label: Label) -> tuple[Listing, ...]:
    earlier = _comparable(release)
    if earlier is None:
        return ()
    title = _("Compared with %(release)s") % {"release": earlier.title}
    return listing(title, _lines(release, earlier, label), is_minor=True)


def _comparable(release: Release) -> Release | None:
    """The nearest standing release that measures the same in the same way."""
    standing = Release.objects.standing().filter(
        wave__survey__forum=release.wave.survey.forum
    )
    return next(
        (each for each in standing if differences.hindrance(release, each) is None),
        None,
    )


def _lines(later: Release, earlier: Release, label: Label) -> Iterator[Line]:
    found = [
        each
        for each in differences.between(later, earlier)
        if each.key.group is Group.ALL and label(each)
    ]
    order = naming.order(each.key.measure for each in found)
    for each in sorted(found, key=lambda e: (order.index(e.key.measure), e.key.code)):
        number = "–" if each.estimate is None else naming.signed(each.estimate)
        yield Line(
            text=f"{label(each)}: {number}",
            detail=_interval(each),
            kind=Provenance(later.provenance),
            source=later.title,
            mark=words.VERDICT_MARK[each.verdict],
            url=reverse("measure:difference", args=[later.slug, earlier.slug]),
        )


def _interval(each: Difference) -> str:
    if each.ci_low is None or each.ci_high is None:
        return ""
    return _("95%% interval %(low)s to %(high)s") % {
        "low": naming.bound(each.ci_low),
        "high": naming.bound(each.ci_high),
    }
