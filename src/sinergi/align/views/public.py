"""Public pages: the matrix, one programme, one cell, and the matrix as a file."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, words
from sinergi.align.export import as_workbook
from sinergi.align.matrix import row_of
from sinergi.align.models import HelpRequest, Programme
from sinergi.align.rules import Duty, HelpState, may_become
from sinergi.align.sheet import COLUMNS, rows_of
from sinergi.align.views.asked import Asked, asked
from sinergi.core import downloads
from sinergi.core.doors import acting, the_forum
from sinergi.core.marks import band
from sinergi.core.models import Pillar
from sinergi.paper.workbook import XLSX

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
        **_filters(),
        "simulated": shown.is_simulated,
        "subject": {"forum": wanted.forum, "year": wanted.year},
        "may_enter": _may_enter(request),
        "may_keep": access.keeps_programmes(acting(request), wanted.forum),
    }
    return render(request, "align/matrix.html", context)


@require_safe
def matrix_csv(request: HttpRequest) -> HttpResponse:
    shown = asked(request, timezone.localdate()).matrix()
    name = f"keselarasan-{shown.forum.slug}-{shown.year}"
    return downloads.as_csv(name, COLUMNS, list(rows_of(shown)))


@require_safe
def matrix_xlsx(request: HttpRequest) -> HttpResponse:
    """Plans, sums, changes and findings as one workbook, each line with its origin."""
    wanted = asked(request, timezone.localdate())
    shown = wanted.matrix()
    origins = sorted(downloads.origin(each) for each in shown.origins)
    name = "-".join(["keselarasan", shown.forum.slug, str(shown.year), *origins])
    return HttpResponse(
        as_workbook(shown, wanted.changes()),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"'},
    )


@require_safe
def changes_page(request: HttpRequest) -> HttpResponse:
    """A year beside the one before: what was added, what left."""
    wanted = asked(request, timezone.localdate())
    found = wanted.changes()
    context = {
        "crumbs": [_crumb(wanted.year), {"label": _("Changes")}],
        "asked": wanted,
        "changes": found,
        **_filters(),
        **band(plan.provenance for plan in [*found.before.plans, *found.after.plans]),
        "tabs": _year_tabs(wanted, reverse("align:changes")),
    }
    return render(request, "align/changes.html", context)


@require_safe
def findings_page(request: HttpRequest) -> HttpResponse:
    """What the matrix finds, how each is computed, and what may be done about it."""
    wanted = asked(request, timezone.localdate())
    shown = wanted.matrix()
    by = acting(request)
    own = by.government if by and access.may_enter(by, by.government) else None
    context = {
        "crumbs": [_crumb(wanted.year), {"label": _("Findings")}],
        "asked": wanted,
        "matrix": shown,
        "own": own,
        **_filters(),
        **band(plan.provenance for plan in shown.plans),
        "tabs": _year_tabs(wanted, reverse("align:findings")),
    }
    return render(request, "align/findings_page.html", context)


@require_safe
def mandate(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """The document itself, for everyone."""
    programme = _programme(asked(request, timezone.localdate()), code)
    documents = programme.mandate_documents.select_related("file")
    found = get_object_or_404(documents, pk=pk, file__isnull=False)
    if found.file is None:
        raise Http404
    name = f"{slugify(found.number)}-{found.year}.pdf"
    return FileResponse(
        found.file.content.open("rb"),
        content_type=found.file.media_type,
        filename=downloads.file_name(name, found.provenance),
        as_attachment=True,
    )


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
        "levels": programme.level_labels,
        "documents": programme.mandate_documents.select_related("file"),
        "targets": programme.targets.order_by("year", "level"),
        "obligations": programme.obligations.exclude(duty=Duty.BY_LEVEL).select_related(
            "government"
        ),
        "in_force": programme.is_in_force(wanted.year),
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
    requests = requests.select_related("programme__forum", "government").with_answers()
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
        "gap": row.gap if row.gap and place in row.gap.governments else None,
        "targets": programme.targets.filter(year=wanted.year, level=place.level),
        "alike": [found for found in row.alike if place in found.governments],
        "help_requests": requests,
        **band(each.provenance for each in [*cell.plans, *cell.joined, *requests]),
        "subject": (programme, place, wanted.year),
        "is_own": access.may_enter(by, place),
        "enter_here": f"{reverse('align_work:enter')}?{here}",
        "ask_here": f"{reverse('align_work:ask')}?{here}",
        "helpable": [
            each
            for each in requests
            if access.may_help(by, each)
            and may_become(HelpState(each.state), HelpState.ANSWERED)
        ],
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


def _filters() -> dict[str, object]:
    return {"bidang": the_forum().bidang.all(), "pillars": Pillar.objects.all()}


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
