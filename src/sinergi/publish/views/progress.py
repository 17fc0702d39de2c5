"""How far everyone is: recommendations × governments, as page, CSV and JSON."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.core import downloads
from sinergi.core.doors import the_forum
from sinergi.publish import rows
from sinergi.publish.grid import grid


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    found = grid(the_forum(), timezone.now())
    context = {"grid": found, "simulated": found.simulated}
    return render(request, "publish/progress.html", context)


@require_safe
def csv_file(request: HttpRequest) -> HttpResponse:
    return downloads.as_csv(
        "pelaksanaan", rows.PROGRESS_COLUMNS, rows.progress(timezone.now())
    )


@require_safe
def json_file(request: HttpRequest) -> HttpResponse:
    return downloads.as_json("pelaksanaan", rows.progress(timezone.now()))
