"""Public pages of the berita acara and the pedoman, word for word."""

import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.agree import access, printed, signing, standing
from sinergi.agree.models import Guideline, RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.agree.views.pages import as_pdf, is_simulated
from sinergi.agree.views.quoted import as_read, dated
from sinergi.core import files
from sinergi.core.doors import acting, the_forum
from sinergi.core.downloads import file_name


@require_safe
def guidelines(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    determined = list(Guideline.objects.determined().for_pages())
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
    """The guideline as it was locked, and what later ones changed of it."""
    found = get_object_or_404(Guideline.objects.for_pages(), slug=slug)
    if not found.is_determined or found.document is None:
        if access.keeps_record(acting(request), found.meeting):
            return redirect("agree_work:guideline", found.meeting.slug)
        if access.may_read_review(acting(request), found):
            return redirect("agree_work:review", found.meeting.slug)
        raise Http404
    today = found.today(timezone.now())
    content = json.loads(found.document.content)
    later = standing.amending(found)
    context = {
        "guideline": found,
        "meeting": found.meeting,
        "mark": found.mark(today),
        "content": content,
        "chapters": as_read(content, standing.ended_in(found, today)),
        "amending": later,
        "amends": standing.amended_by(found),
        "is_repealed": found.withdrawn_on is not None,
        "is_gone": found.withdrawn_on is not None and found.withdrawn_on <= today,
        "simulated": is_simulated(found.provenance),
    }
    return render(request, "agree/guideline.html", context)


@require_safe
def consolidated(request: HttpRequest) -> HttpResponse:
    """All clauses in force today, across the years, each with where it comes from."""
    content = _in_force_today()
    context = {
        "content": content,
        "day": date.fromisoformat(content["day"]),
        "sources": [dated(each) for each in content["sources"]],
        "chapters": as_read(content),
        "simulated": is_simulated(content["provenance"]),
    }
    return render(request, "agree/consolidated.html", context)


@require_safe
def consolidated_pdf(request: HttpRequest) -> HttpResponse:
    content = _in_force_today()
    name = file_name(f"pedoman-terpadu-{content['day']}.pdf", content["provenance"])
    return as_pdf(printed.consolidated(content), name)


@require_safe
def consolidated_docx(request: HttpRequest) -> HttpResponse:
    content = _in_force_today()
    name = file_name(f"pedoman-terpadu-{content['day']}.docx", content["provenance"])
    response = HttpResponse(printed.consolidated_docx(content), content_type=files.DOCX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _in_force_today() -> dict[str, Any]:
    """On the calendar of the government that coordinates the forum."""
    forum = the_forum()
    zone = ZoneInfo(forum.coordinator.time_zone)
    return standing.consolidated(forum, timezone.now().astimezone(zone).date())


@require_safe
def record(request: HttpRequest, key: str) -> HttpResponse:
    """The locked berita acara, by the slug of its meeting or the code on the paper."""
    known = RecordOfAgreement.objects.select_related(
        "meeting__forum", "document__file", "sheet"
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
        "standing": signing.standing_of(found),
        "paper": found,
        "addenda": found.addenda.filter(state=RecordState.LOCKED.value),
        "simulated": is_simulated(found.provenance),
    }
    return render(request, "agree/record.html", context)
