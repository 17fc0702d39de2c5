"""Public pages of the berita acara and the pedoman, word for word."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.agree import access
from sinergi.agree.models import Clause, Guideline, RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.agree.views.pages import is_simulated
from sinergi.core.doors import acting


@require_safe
def guidelines(request: HttpRequest) -> HttpResponse:
    found = Guideline.objects.select_related(
        "record__meeting__forum", "record__meeting__host", "document"
    )
    now = timezone.now()
    determined = list(found.determined())
    context = {
        "guidelines": [
            {"guideline": each, "mark": each.mark(each.record.meeting.today(now))}
            for each in determined
        ],
        "simulated": any(is_simulated(each.provenance) for each in determined),
    }
    return render(request, "agree/guidelines.html", context)


@require_safe
def guideline(request: HttpRequest, slug: str) -> HttpResponse:
    """The guideline in HTML, each clause with an address of its own."""
    known = Guideline.objects.select_related(
        "record__meeting__forum__coordinator", "record__document", "document"
    )
    found = get_object_or_404(known, slug=slug)
    if not found.is_determined:
        if access.keeps_record(acting(request), found.record.meeting):
            return redirect("agree_work:guideline", found.record.meeting.slug)
        raise Http404
    context = {
        "guideline": found,
        "meeting": found.record.meeting,
        "mark": found.mark(found.record.meeting.today(timezone.now())),
        "chapters": chapters(found),
        "simulated": is_simulated(found.provenance),
    }
    return render(request, "agree/guideline.html", context)


@require_safe
def record(request: HttpRequest, key: str) -> HttpResponse:
    """The locked berita acara, by the slug of its meeting or the code on the paper."""
    known = RecordOfAgreement.objects.select_related(
        "meeting__forum", "document__file"
    ).filter(state=RecordState.LOCKED.value)
    found = known.filter(meeting__slug=key).first()
    if found is None:
        found = get_object_or_404(known, document__code=key.upper())
        return redirect("agree:record", found.meeting.slug)
    document = found.document
    # What was locked, not what the tables say today.
    content = json.loads(document.content) if document else {}
    context = {
        "record": found,
        "meeting": found.meeting,
        "document": document,
        "content": content,
        "absent": [p for p in content.get("present", ()) if not p["persons"]],
        "guideline": Guideline.objects.determined().filter(record=found).first(),
        "simulated": is_simulated(found.provenance),
    }
    return render(request, "agree/record.html", context)


def chapters(guideline: Guideline) -> list[dict[str, Any]]:
    """Clauses by bidang and programme, numbered as on the paper."""
    clauses = guideline.clauses.select_related(
        "version__recommendation__bidang", "version__recommendation__programme"
    ).prefetch_related("version__paragraphs")
    found: list[dict[str, Any]] = []
    for clause in clauses:
        of = clause.version.recommendation
        if not found or found[-1]["bidang"] != of.bidang:
            found.append({"bidang": of.bidang, "programmes": [], "count": 0})
        chapter = found[-1]
        programmes = chapter["programmes"]
        if not programmes or programmes[-1]["programme"] != of.programme:
            programmes.append({"programme": of.programme, "clauses": []})
        chapter["count"] += 1
        programmes[-1]["clauses"].append(
            _clause(clause, f"{len(found)}.{chapter['count']}")
        )
    return found


def _clause(clause: Clause, number: str) -> dict[str, Any]:
    return {
        "clause": clause,
        "number": number,
        "recommendation": clause.version.recommendation,
        "texts": clause.version.texts,
    }
