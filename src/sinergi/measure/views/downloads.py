"""Files of figures and published values."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from sinergi.core import downloads
from sinergi.measure import rows
from sinergi.measure.models import PublishedValue, Release


@require_safe
def release_csv(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Release.objects.released(), slug=slug)
    return downloads.as_csv(slug, rows.FIGURE_COLUMNS, rows.of_release(found))


@require_safe
def release_json(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Release.objects.released(), slug=slug)
    return downloads.as_json(slug, rows.of_release(found))


@require_safe
def published_csv(request: HttpRequest) -> HttpResponse:
    values = rows.of_published(_published())
    return downloads.as_csv("nilai", rows.PUBLISHED_COLUMNS, values)


@require_safe
def published_json(request: HttpRequest) -> HttpResponse:
    return downloads.as_json("nilai", rows.of_published(_published()))


def _published() -> list[PublishedValue]:
    return list(PublishedValue.objects.select_related("method__series", "place"))
