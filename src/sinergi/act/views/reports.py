"""Writing a quarterly report, sending it, and answering its verdict."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.act import access, acts, drafts, queries
from sinergi.act.forms import (
    EvidenceForm,
    NilForm,
    ReplyForm,
    ReportForm,
    SendForm,
)
from sinergi.act.models import Commitment, Evidence, Report
from sinergi.act.rules import EvidenceLevel, Quarter, ReportState
from sinergi.act.texts import NOT_YOURS
from sinergi.core import files
from sinergi.core.access import heads, speaks_for
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.downloads import file_name
from sinergi.core.rules import last_moment
from sinergi.core.stale import Overtaken


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
    form = ReportForm(
        request.POST or None,
        report=found,
        initial={
            "narrative": found.narrative,
            "obstacles": found.obstacles,
            "seen": drafts.seen_of(found),
        },
    )
    evidence_form = EvidenceForm()
    if request.method == "POST" and form.is_valid():
        kept = attempt(form, lambda: _saved(form, found)) is not None
        if kept and "file" in request.FILES:
            evidence_form = EvidenceForm(request.POST, request.FILES)
            kept = evidence_form.is_valid() and _attach(evidence_form, found)
        if kept:
            return _after_saving(request, found)
    context = {
        "commitment": commitment,
        "report": found,
        "period": period,
        "form": form,
        "evidence_form": evidence_form,
        "last_moment": last_moment(queries.report_due_at(commitment, period)),
        "is_head": heads(request.acting, commitment.government),
        "may_send": commitment.may_send(period, now),
        "sent_from": period.next.starts_on,
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/report.html", context)


@require_POST
def remove_evidence(request: ActingRequest, pk: int) -> HttpResponse:
    evidence = get_object_or_404(
        Evidence.objects.select_related("report__commitment__government"), pk=pk
    )
    found = evidence.report
    allow(speaks_for(request.acting, found.commitment.government), NOT_YOURS)
    drafts.detach(evidence)
    return _to_report(found)


def send(request: ActingRequest, pk: int) -> HttpResponse:
    """Say the consequence in words, then send; the answer is a receipt."""
    found = _report(pk)
    allow(heads(request.acting, found.commitment.government), NOT_YOURS)
    if not access.may_report(request.acting, found):
        return redirect("act_work:read", pk=found.pk)
    acts.refuse_running(found.commitment, found.period, at=timezone.now())
    is_nil = "nihil" in request.GET or "nil" in request.POST
    posted = request.POST if request.method == "POST" else None
    form = NilForm(posted) if is_nil else SendForm(posted)
    if form.is_valid() and _submitted(request, found, form):
        messages.success(request, _("The report was received. Keep the receipt."))
        return redirect("act_work:read", pk=found.pk)
    if not is_nil and found.evidence.exists():
        del form.fields["without_evidence"]
    context = {
        "report": found,
        "is_nil": is_nil,
        "form": form,
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/send.html", context)


def _submitted(
    request: ActingRequest, found: Report, form: NilForm | SendForm
) -> Report | None:
    by, now = request.acting, timezone.now()
    told = form.cleaned_data
    if isinstance(form, NilForm):
        reason = told["reason"]
        return attempt(
            form, lambda: acts.submit_nil(found, reason=reason, by=by, at=now)
        )
    return attempt(
        form,
        lambda: acts.submit_report(
            found, without_evidence=told["without_evidence"], by=by, at=now
        ),
    )


@require_safe
def read(request: ActingRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    found = _report(pk)
    allow(access.may_read_report(request.acting, found, now), NOT_YOURS)
    own_head = heads(request.acting, found.commitment.government)
    open_to_reply = ReportState(
        found.state
    ) is ReportState.REVIEWED and not found.is_final_on(now)
    context = {
        "report": found,
        "may_reply": own_head and open_to_reply,
        "may_review": access.may_give_verdict(request.acting, found),
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/read.html", context)


@require_safe
def receipt(request: ActingRequest, pk: int) -> FileResponse:
    found = _report(pk)
    allow(access.may_read_report(request.acting, found, timezone.now()), NOT_YOURS)
    if found.receipt is None:
        raise Http404
    return FileResponse(
        found.receipt.file.content.open("rb"),
        content_type=found.receipt.file.media_type,
        filename=file_name(f"tanda-terima-{found.receipt.code}.pdf", found.provenance),
    )


def reply(request: ActingRequest, pk: int) -> HttpResponse:
    """Accept the verdict, or contest it in words that are published with it."""
    found = _report(pk)
    allow(heads(request.acting, found.commitment.government), NOT_YOURS)
    form = ReplyForm(request.POST if "contest" in request.POST else None)
    now = timezone.now()
    if request.method == "POST" and "accept" in request.POST:
        acts.accept_verdict(found, by=request.acting, at=now)
        return redirect("act_work:read", pk=pk)
    if form.is_bound and form.is_valid():
        text = form.cleaned_data["reply"]
        if attempt(
            form, lambda: acts.contest(found, reply=text, by=request.acting, at=now)
        ):
            return redirect("act_work:read", pk=pk)
    context = {"report": found, "form": form, "simulated": found.is_simulated}
    return render(request, "act/work/reply.html", context)


def _after_saving(request: ActingRequest, found: Report) -> HttpResponse:
    """Where the button leads: on to sending, or back to the same page."""
    if "send" in request.POST or "nil" in request.POST:
        response = redirect("act_work:send", pk=found.pk)
        if "nil" in request.POST:
            response["Location"] += "?nihil"
        return response
    messages.success(request, _("The draft is kept. Nothing was sent yet."))
    return _to_report(found)


def _to_report(found: Report) -> HttpResponse:
    return redirect(
        "act_work:report",
        reference=found.commitment.reference,
        year=found.year,
        quarter=found.quarter,
    )


def _saved(form: ReportForm, found: Report) -> Report:
    try:
        return drafts.save_report(
            found,
            narrative=form.cleaned_data["narrative"],
            obstacles=form.cleaned_data["obstacles"],
            values=form.values(),
            seen=form.cleaned_data["seen"],
        )
    except Overtaken:
        form.answer_to(drafts.seen_of(found))
        raise


def _attach(form: EvidenceForm, found: Report) -> bool:
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


def _report(pk: int) -> Report:
    return get_object_or_404(
        Report.objects.select_related(
            "commitment__government",
            "commitment__recommendation__meeting__procedure",
            "receipt__file",
        ).prefetch_related(
            "reviews__by__government", "achievements__activity", "evidence__file"
        ),
        pk=pk,
    )
