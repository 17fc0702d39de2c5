"""Public pages: the matrix, one programme, one cell, and the matrix as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, words
from sinergi.align.matrix import row_of
from sinergi.align.models import HelpRequest, Programme
from sinergi.align.sheet import COLUMNS, rows_of
from sinergi.align.views.asked import Asked, asked
from sinergi.core import downloads
from sinergi.core.doors import acting
from sinergi.core.marks import band
from sinergi.core.models import Pillar
from sinergi.core.rules import Level
from sinergi.core.words import LEVEL

# Findings shown before "and so many more".
SHOWN = 2


@require_safe
def matrix_page(request: HttpRequest) -> HttpResponse:
    """The one page on which all plans stand side by side."""
    wanted = asked(request, timezone.localdate())
    shown = wanted.matrix()
    context = {
        "asked": wanted,
        "matrix": shown,
        "shown": SHOWN,
        "bidang": wanted.forum.bidang.all(),
        "pillars": Pillar.objects.all(),
        "simulated": shown.is_simulated,
        "subject": {"forum": wanted.forum, "year": wanted.year},
        "may_enter": _may_enter(request),
    }
    return render(request, "align/matrix.html", context)


@require_safe
def matrix_csv(request: HttpRequest) -> HttpResponse:
    shown = asked(request, timezone.localdate()).matrix()
    name = f"keselarasan-{shown.forum.slug}-{shown.year}"
    return downloads.as_csv(name, COLUMNS, list(rows_of(shown)))


@require_safe
def programme_page(request: HttpRequest, code: str) -> HttpResponse:
    """Mandate, duty and source of a programme, and who plans what for it."""
    wanted = asked(request, timezone.localdate())
    programme = _programme(wanted, code)
    row = row_of(programme, wanted.year)
    context = {
        "crumbs": [_crumb(wanted.year), {"label": programme.label}],
        "programme": programme,
        "asked": wanted,
        "row": row,
        "levels": [LEVEL[Level(each)] for each in programme.responsible_levels],
        **band(plan.provenance for plan in row.plans),
        "tabs": _year_tabs(wanted, reverse("align:programme", args=[programme.code])),
    }
    return render(request, "align/programme.html", context)


@require_safe
def cell_page(request: HttpRequest, code: str, government: str) -> HttpResponse:
    """What one government plans for one programme, and what it needs for it."""
    wanted = asked(request, timezone.localdate())
    programme = _programme(wanted, code)
    place = get_object_or_404(wanted.forum.members.all(), slug=government)
    row = row_of(programme, wanted.year)
    cell = row.cell_of(place)
    requests = HelpRequest.objects.filter(
        programme=programme, government=place, year=wanted.year
    )
    requests = requests.select_related("programme__forum").prefetch_related(
        "answers__government"
    )
    by = acting(request)
    here = f"program={programme.code}&tahun={wanted.year}"
    programme_url = reverse("align:programme", args=[programme.code])
    context = {
        "crumbs": [
            _crumb(wanted.year),
            {
                "label": programme.label,
                "url": f"{programme_url}?tahun={wanted.year}",
            },
            {"label": place.short_name},
        ],
        "programme": programme,
        "government": place,
        "asked": wanted,
        "cell": cell,
        "meaning": words.MEANING.get(cell.state, ""),
        "alike": [found for found in row.alike if place in found.governments],
        "help_requests": requests,
        **band(each.provenance for each in [*cell.plans, *cell.joined, *requests]),
        "subject": (programme, place, wanted.year),
        "is_own": access.may_enter(by, place),
        "enter_here": f"{reverse('align_work:enter')}?{here}",
        "ask_here": f"{reverse('align_work:ask')}?{here}",
        "helpable": [each for each in requests if access.may_help(by, each)],
        "tabs": _year_tabs(
            wanted, reverse("align:cell", args=[programme.code, place.slug])
        ),
    }
    return render(request, "align/cell.html", context)


def _programme(wanted: Asked, code: str) -> Programme:
    found = wanted.forum.programmes.filter(code__iexact=code)
    programme = found.prefetch_related("bidang", "pillars").first()
    if programme is None:
        raise Http404
    return programme


def _may_enter(request: HttpRequest) -> bool:
    by = acting(request)
    return by is not None and access.may_enter(by, by.government)


def _crumb(year: int) -> dict[str, str]:
    return {
        "label": _("Alignment"),
        "url": f"{reverse('align:matrix')}?tahun={year}",
    }


def _year_tabs(wanted: Asked, url: str) -> list[dict[str, object]]:
    return [
        {
            "label": year,
            "url": f"{url}?tahun={year}",
            "current": year == wanted.year,
        }
        for year in wanted.years
    ]
