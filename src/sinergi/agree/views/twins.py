"""The locked papers as DOCX: of what was locked, not of what the tables say today."""

import json
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from sinergi.agree import printed
from sinergi.agree.models import Guideline, RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.core import files
from sinergi.core.documents import Seal
from sinergi.core.downloads import file_name
from sinergi.core.models import Document


@require_safe
def record(request: HttpRequest, slug: str) -> HttpResponse:
    locked = RecordOfAgreement.objects.filter(state=RecordState.LOCKED.value)
    found = get_object_or_404(locked.select_related("document"), meeting__slug=slug)
    return twin(found.document, printed.berita_acara_docx, f"berita-acara-{slug}")


@require_safe
def guideline(request: HttpRequest, slug: str) -> HttpResponse:
    determined = Guideline.objects.determined().select_related("document")
    found = get_object_or_404(determined, slug=slug)
    return twin(found.document, printed.pedoman_docx, slug)


def twin(
    document: Document | None, draw: Callable[..., bytes], stem: str
) -> HttpResponse:
    if document is None:
        raise Http404
    drawn = draw(
        json.loads(document.content),
        Seal(document.code, document.content_sha256),
        origin=settings.PUBLIC_ORIGIN,
    )
    name = file_name(f"{stem}.docx", document.provenance)
    response = HttpResponse(drawn, content_type=files.DOCX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
