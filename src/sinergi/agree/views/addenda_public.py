"""Public pages of addenda, word for word."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from sinergi.agree import printed, signing
from sinergi.agree.models import Addendum
from sinergi.agree.rules import RecordState
from sinergi.agree.views.pages import is_simulated
from sinergi.agree.views.twins import twin


@require_safe
def addendum(request: HttpRequest, slug: str, order: int) -> HttpResponse:
    found = _locked(slug, order)
    document = found.document
    context = {
        "addendum": found,
        "meeting": found.meeting,
        "record": found.record,
        "document": document,
        "content": json.loads(document.content) if document else {},
        "standing": signing.standing_of(found),
        "paper": found,
        "simulated": is_simulated(found.provenance),
    }
    return render(request, "agree/addendum.html", context)


@require_safe
def addendum_docx(request: HttpRequest, slug: str, order: int) -> HttpResponse:
    found = _locked(slug, order)
    return twin(found.document, printed.adendum_docx, f"adendum-{slug}-{order}")


def _locked(slug: str, order: int) -> Addendum:
    known = Addendum.objects.filter(state=RecordState.LOCKED.value).select_related(
        "record__meeting__forum", "record__meeting__host", "document", "sheet"
    )
    return get_object_or_404(known, record__meeting__slug=slug, order=order)
