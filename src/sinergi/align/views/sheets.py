"""The workbook of plans: downloading it, bringing it back, confirming what differs."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, acts, coding
from sinergi.align.forms import BringForm, ConfirmForm
from sinergi.align.models import PlanSheet
from sinergi.align.planbook import Comparison, file_name
from sinergi.align.planbook import template as filled
from sinergi.align.views.asked import year_asked, years_offered
from sinergi.align.views.own import crumb, desk, sent
from sinergi.core import downloads, files
from sinergi.core.doors import ActingRequest, allow, attempt, the_forum
from sinergi.paper.workbook import XLSX


@require_safe
def template(request: ActingRequest) -> HttpResponse:
    """The plans of my government of a year, and a row for every programme."""
    year = year_asked(request, default=timezone.localdate().year)
    by = request.acting
    content = filled(the_forum(), by.government, year, at=timezone.now())
    name = downloads.file_name(f"{file_name(by.government, year)}.xlsx", by.provenance)
    return HttpResponse(
        content,
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def bring(request: ActingRequest) -> HttpResponse:
    forum, by = the_forum(), request.acting
    today = timezone.localdate()
    year = year_asked(request, default=today.year)
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        sheet = attempt(
            form,
            lambda: acts.bring_sheet(
                forum,
                files.content_of(upload),
                upload.name,
                year=year,
                by=by,
                at=timezone.now(),
            ),
        )
        if sheet:
            return redirect("align_work:sheet", reference=sheet.reference)
    context = {
        "form": form,
        "year": year,
        "government": by.government,
        "open": _open(by.government_id, year),
        "crumbs": [crumb(year), {"label": _("Plans as an Excel file")}],
        "tabs": [
            {
                "label": each,
                "url": f"{reverse('align_work:bring')}?tahun={each}",
                "current": each == year,
            }
            for each in years_offered(forum, today, year)
        ],
    }
    return render(request, "align/bring.html", context)


def sheet(request: ActingRequest, reference: str) -> HttpResponse:
    """What the file would change, and one button that does it."""
    found = _own(request, reference)
    if not found.is_open:
        return render(request, "align/sheet_closed.html", _context(found))
    compared = acts.compared(found)
    form = ConfirmForm(
        sent(request),
        newer=[line.reference for line in compared.both],
        initial={"seen": compared.stamp},
    )
    if request.method == "POST" and form.is_valid():
        applied = attempt(form, lambda: _applied(request, found, form, compared))
        if applied:
            messages.success(
                request,
                _("%(entered)s plans are entered and %(changed)s are changed.")
                % {"entered": applied.entered, "changed": applied.changed},
            )
            return redirect(desk(found.year))
        compared = acts.compared(found)
    context = {
        **_context(found),
        "form": form,
        "compared": compared,
        "is_compared": coding.is_compared(found.government),
    }
    return render(request, "align/sheet.html", context)


def discard(request: ActingRequest, reference: str) -> HttpResponse:
    found = _own(request, reference)
    form = ConfirmForm(sent(request), newer=[])
    if request.method == "POST" and form.is_valid():
        gone = attempt(
            form,
            lambda: acts.discard_sheet(found, by=request.acting, at=timezone.now()),
        )
        if gone:
            messages.success(request, _("The file is discarded; no plan was changed."))
            return redirect(f"{reverse('align_work:bring')}?tahun={found.year}")
    context = {
        **_context(found),
        "form": form,
        "title": _("Discard file %(sheet)s") % {"sheet": found.reference},
        "consequence": _("The file is let go. No plan is changed."),
        "label": _("Discard the file"),
        "cancel_url": reverse("align_work:sheet", args=[found.reference]),
    }
    return render(request, "core/confirm.html", context)


def _applied(
    request: ActingRequest, found: PlanSheet, form: ConfirmForm, compared: Comparison
) -> PlanSheet:
    return form.carry_out(
        lambda: acts.apply_sheet(
            found,
            seen=form.cleaned_data["seen"],
            instead=form.cleaned_data["instead"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda: compared.stamp,
    )


def _own(request: ActingRequest, reference: str) -> PlanSheet:
    sheets = PlanSheet.objects.select_related("government", "forum", "file")
    found = get_object_or_404(sheets, reference=reference)
    allow(
        access.may_enter(request.acting, found.government),
        _("File %(sheet)s belongs to %(owner)s. You act for %(yours)s.")
        % {
            "sheet": found.reference,
            "owner": found.government,
            "yours": request.acting.government,
        },
    )
    return found


def _open(government: int, year: int) -> PlanSheet | None:
    sheets = PlanSheet.objects.filter(government=government, year=year)
    return next((each for each in sheets if each.is_open), None)


def _context(found: PlanSheet) -> dict[str, object]:
    bring_url = f"{reverse('align_work:bring')}?tahun={found.year}"
    return {
        "sheet": found,
        "simulated": found.is_simulated,
        "crumbs": [
            crumb(found.year),
            {"label": _("Plans as an Excel file"), "url": bring_url},
            {"label": found.reference},
        ],
    }
