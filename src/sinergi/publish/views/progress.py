"""How far everyone is: recommendations × governments, as page, CSV and JSON."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sinergi.core import downloads
from sinergi.core.models import Forum
from sinergi.publish import rows
from sinergi.publish.grid import grid


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    forum = get_object_or_404(Forum)
    found = grid(forum, timezone.now())
    context = {"grid": found, "simulated": found.simulated}
    return render(request, "publish/progress.html", context)


@require_GET
def csv_file(request: HttpRequest) -> HttpResponse:
    return downloads.as_csv(
        "pelaksanaan", rows.PROGRESS_COLUMNS, rows.progress(timezone.now())
    )


@require_GET
def json_file(request: HttpRequest) -> HttpResponse:
    return downloads.as_json("pelaksanaan", rows.progress(timezone.now()))
