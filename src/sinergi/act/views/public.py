"""What everyone may read of a follow-up plan that runs."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.act import access, claims, queries
from sinergi.act.models import Commitment, Evidence
from sinergi.act.rules import CommitmentState
from sinergi.core.doors import acting
from sinergi.core.downloads import file_name


@require_safe
def commitment(request: HttpRequest, reference: str) -> HttpResponse:
    """Activities, targets, and the reports whose verdict stands: claimed, confirmed."""
    now = timezone.now()
    found = get_object_or_404(
        Commitment.objects.for_pages(),
        reference=reference,
        state=CommitmentState.RUNNING,
    )
    reports = [report for report in found.reports.all() if report.is_final_on(now)]
    context = {
        "commitment": found,
        "reports": [(each, claims.told(each, None, now)) for each in reports],
        "kept_internal": sum(
            not evidence.is_public
            for report in reports
            for evidence in report.evidence.all()
        ),
        "health": queries.health_mark(found, now),
        "simulated": found.is_simulated,
    }
    return render(request, "act/commitment.html", context)


@require_safe
def evidence(request: HttpRequest, pk: int) -> FileResponse:
    """The file itself: public with its final report, else for those who work on it."""
    found = get_object_or_404(
        Evidence.objects.select_related(
            "file",
            "report__commitment__government",
            "report__commitment__recommendation__meeting__procedure",
        ),
        pk=pk,
    )
    if not access.may_read_evidence(acting(request), found, timezone.now()):
        raise Http404
    return FileResponse(
        found.file.content.open("rb"),
        content_type=found.file.media_type,
        filename=file_name(found.name, found.report.provenance),
        as_attachment=True,
    )
