"""Sending a quarterly report, reading it, and answering its verdict."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.act import access, acts, claims
from sinergi.act.forms import NilForm, ReplyForm, SendForm
from sinergi.act.models import Report
from sinergi.act.rules import ReportState
from sinergi.act.texts import NOT_YOURS
from sinergi.core.access import heads
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.downloads import file_name


def send(request: ActingRequest, pk: int) -> HttpResponse:
    """Say the consequence in words, then send; the answer is a receipt."""
    found = _report(pk)
    allow(heads(request.acting, found.commitment.government), NOT_YOURS)
    if request.method != "POST" and not access.may_report(request.acting, found):
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
        "claims": claims.told(found, request.acting, timezone.now()),
        "fallen": claims.fallen(found),
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
        "claims": claims.told(found, request.acting, now),
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
    context = {
        "report": found,
        "claims": claims.told(found, request.acting, now),
        "form": form,
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/reply.html", context)


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
