"""Documents and open data: what there is, and how to read it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sinergi.core import downloads
from sinergi.core.models import Document
from sinergi.measure.models import Release, Series
from sinergi.measure.rules import ReleaseState
from sinergi.publish import rows

DOCUMENTS_A_PAGE = 25


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    public = Document.objects.filter(is_public=True)
    page = Paginator(public, DOCUMENTS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "publish/documents.html", {"page": page})


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    released = Release.objects.filter(state=ReleaseState.RELEASED.value)
    context = {"series": Series.objects.all(), "releases": released}
    return render(request, "publish/data.html", context)


@require_safe
def recommendations_csv(request: HttpRequest) -> HttpResponse:
    return downloads.as_csv(
        "rekomendasi", rows.RECOMMENDATION_COLUMNS, rows.recommendations()
    )


@require_safe
def recommendations_json(request: HttpRequest) -> HttpResponse:
    return downloads.as_json("rekomendasi", rows.recommendations())
