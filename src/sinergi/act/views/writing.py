"""Writing a quarterly report with its evidence."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.act import access, claims, drafts
from sinergi.act.forms import EvidenceForm, ReportForm
from sinergi.act.models import Commitment, Report
from sinergi.act.rules import EvidenceLevel, Quarter
from sinergi.act.texts import NOT_YOURS
from sinergi.core import files
from sinergi.core.access import heads, speaks_for
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.rules import last_moment


def report(
    request: ActingRequest, reference: str, year: int, quarter: int
) -> HttpResponse:
    """One page for a phone: numbers, words, evidence, and one button at the end."""
    now = timezone.now()
    commitment = get_object_or_404(Commitment.objects.for_pages(), reference=reference)
    allow(speaks_for(request.acting, commitment.government), NOT_YOURS)
    period = Quarter(year, quarter)
    if period not in commitment.reportable(now):
        raise Http404
    found = drafts.open_report(commitment, period, by=request.acting)
    if request.method != "POST" and not access.may_report(request.acting, found):
        return redirect("act_work:read", pk=found.pk)
    # What was typed in an old tab is given back by the page that refuses it.
    drafts.refuse_sent(found)
    form, evidence_form = _form(found, request), EvidenceForm(initial=_typed(request))
    if request.method == "POST":
        removed = _removed(request, found)
        kept = (
            form.is_valid() and attempt(form, lambda: _saved(form, found)) is not None
        )
        if kept and "file" in request.FILES:
            evidence_form = EvidenceForm(request.POST, request.FILES)
            kept = evidence_form.is_valid() and _attached(evidence_form, found)
            if kept:
                evidence_form = EvidenceForm()
        if kept and not removed:
            return _after_saving(request, found)
        if kept:
            messages.success(request, _("The draft is kept. Nothing was sent yet."))
            form = _form(found)
    context = {
        "commitment": commitment,
        "report": found,
        "fallen": claims.fallen(found),
        "period": period,
        "form": form,
        "evidence_form": evidence_form,
        "last_moment": last_moment(commitment.report_due_at(period)),
        "is_head": heads(request.acting, commitment.government),
        "may_send": commitment.may_send(period, now),
        "sent_from": period.next.starts_on,
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/report.html", context)


def _form(found: Report, request: HttpRequest | None = None) -> ReportForm:
    return ReportForm(
        (request and request.POST) or None,
        report=found,
        initial={
            "narrative": found.narrative,
            "obstacles": found.obstacles,
            "seen": drafts.seen_of(found),
        },
    )


def _typed(request: HttpRequest) -> dict[str, Any]:
    """What was typed beside the file, which a browser lets no page choose again."""
    return {
        name: request.POST[name]
        for name in EvidenceForm.base_fields
        if name in request.POST
    }


def _removed(request: HttpRequest, found: Report) -> bool:
    """Take a file off; the page is shown again, so that all that was typed stays."""
    wanted = request.POST.get("remove", "")
    for each in found.evidence.filter(pk=wanted) if wanted.isdecimal() else ():
        drafts.detach(each)
        told = _("“%(name)s” is taken off this report.") % {"name": each.name}
        messages.success(request, told)
    return bool(wanted)


def _after_saving(request: ActingRequest, found: Report) -> HttpResponse:
    """Where the button leads: on to sending, or back to the same page."""
    if "send" in request.POST or "nil" in request.POST:
        response = redirect("act_work:send", pk=found.pk)
        if "nil" in request.POST:
            response["Location"] += "?nihil"
        return response
    messages.success(request, _("The draft is kept. Nothing was sent yet."))
    return redirect(
        "act_work:report",
        reference=found.commitment.reference,
        year=found.year,
        quarter=found.quarter,
    )


def _saved(form: ReportForm, found: Report) -> Report:
    return form.carry_out(
        lambda: drafts.save_report(
            found,
            narrative=form.cleaned_data["narrative"],
            obstacles=form.cleaned_data["obstacles"],
            values=form.values(),
            seen=form.cleaned_data["seen"],
        ),
        lambda: drafts.seen_of(found),
    )


def _attached(form: EvidenceForm, found: Report) -> bool:
    upload = form.cleaned_data["file"]
    attached = attempt(
        form,
        lambda: drafts.attach(
            found,
            content=files.content_of(upload),
            name=upload.name or "",
            page=form.cleaned_data["page"],
            level=EvidenceLevel(form.cleaned_data["level"]),
            is_public=form.cleaned_data["is_public"],
            at=timezone.now(),
        ),
    )
    return attached is not None
