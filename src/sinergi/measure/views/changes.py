"""What anyone may read of two releases: which pairs compare, and how they differ."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.core.refusal import Refusal
from sinergi.measure import (
    coverage,
    differences,
    naming,
    pictures,
    words,
)
from sinergi.measure.differences import Difference
from sinergi.measure.models import Release
from sinergi.measure.rules import INDEX, Group, Verdict


class NotComparable(Refusal):
    """The two releases do not measure the same thing in the same way."""


def pairs(releases: Sequence[Release]) -> list[dict[str, Any]]:
    """Pairs of standing releases that can be compared, the nearest first."""
    return [
        {"later": later, "earlier": earlier}
        for at, later in enumerate(releases)
        for earlier in releases[at + 1 :]
        if differences.hindrance(later, earlier) is None
    ]


@require_safe
def difference(request: HttpRequest, later: str, earlier: str) -> HttpResponse:
    released = Release.objects.released()
    now = get_object_or_404(released, slug=later)
    then = get_object_or_404(released, slug=earlier)
    hindered = differences.hindrance(now, then)
    if hindered is not None:
        raise NotComparable(words.OBSTACLE[hindered])
    found = differences.between(now, then)
    name = naming.measures()
    labels = _labels(now)
    whole = [
        (name(each.key.measure), each)
        for code in naming.order(d.key.measure for d in found)
        for each in found
        if each.key.measure == code and _of_all(each) and not each.key.code
    ]
    places = [
        (labels[each.key.code], each)
        for each in sorted(found, key=lambda d: d.key.code)
        if each.key.measure == INDEX and _of_all(each) and each.key.code
    ]
    groups = [
        (naming.group_value(each.key.group, each.key.value), each)
        for each in found
        if each.key.measure == INDEX and not _of_all(each)
    ]
    context = {
        "later": now,
        "earlier": then,
        "parts": [
            {
                "head": head,
                **_part(now, then, key, title, found_here),
            }
            for key, head, title, found_here in (
                (
                    "pilar",
                    _("Measure"),
                    _("Index and pillars: %(who)s") % {"who": coverage.of(now)},
                    whole,
                ),
                ("daerah", _("Government"), _("Index by kabupaten and kota"), places),
                ("kelompok", _("Group"), _("Index by sex and age"), groups),
            )
        ],
        "differently": None
        if coverage.alike(now, then)
        else [(each, coverage.of(each)) for each in (now, then)],
        "simulated": now.is_simulated,
        "crumbs": [
            {"label": _("Index"), "url": reverse("measure:index")},
            {"label": _("Difference"), "url": ""},
        ],
    }
    return render(request, "measure/difference.html", context)


def _labels(release: Release) -> dict[str, str]:
    """Governments by code, as differences name them."""
    governments = release.wave.survey.forum.governments()
    return {place.kemendagri_code: place.short_name for place in governments}


def _of_all(each: Difference) -> bool:
    return each.key.group is Group.ALL


def _part(
    later: Release,
    earlier: Release,
    key: str,
    title: str,
    found: list[tuple[str, Difference]],
) -> dict[str, Any]:
    rows = [{"label": label, **told_of(each)} for label, each in found]
    return {
        "title": title,
        "rows": rows,
        "picture": pictures.change(
            later, earlier, found, key=key, title=title, finding=_finding(rows)
        )
        if found
        else None,
    }


def _finding(rows: Sequence[dict[str, Any]]) -> str:
    return " ".join(f"{row['label']}: {row['verdict']}." for row in rows)


def told_of(each: Difference) -> dict[str, Any]:
    withheld = each.verdict is Verdict.WITHHELD
    return {
        "difference": each,
        "verdict": words.VERDICT[each.verdict],
        "mark": words.VERDICT_MARK[each.verdict],
        "value": _("withheld") if withheld else naming.signed(each.estimate or 0),
        "interval": "–" if withheld else _interval(each),
    }


def _interval(each: Difference) -> str:
    return "; ".join(naming.bound(v or 0) for v in (each.ci_low, each.ci_high))
