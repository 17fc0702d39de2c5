"""The reviewer's desk: plans to check, reports to review, contested verdicts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.act import access, acts, claims, queries
from sinergi.act.forms import ReasonForm, ReviewForm
from sinergi.act.models import Commitment, Report
from sinergi.act.rules import CommitmentState, ReportState
from sinergi.act.texts import NOT_YOUR_REVIEW
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.marks import band


@require_safe
def to_review(request: ActingRequest) -> HttpResponse:
    government = request.acting.government
    submitted = Commitment.objects.for_pages().filter(state=CommitmentState.SUBMITTED)
    plans = list(submitted.exclude(government=government))
    reports = queries.reports_to_review(request.acting)
    provenances = {plan.provenance for plan in plans}
    provenances |= {report.provenance for report in reports}
    context = {"plans": plans, "reports": reports, **band(provenances)}
    return render(request, "act/work/to_review.html", context)


@require_POST
def decide(request: ActingRequest, reference: str) -> HttpResponse:
    """Let a complete plan run, or return it with the reason."""
    found = get_object_or_404(Commitment.objects.for_pages(), reference=reference)
    now = timezone.now()
    if "run" in request.POST:
        acts.start_running(found, by=request.acting, at=now)
        messages.success(request, _("The plan runs; its targets are now public."))
    else:
        form = ReasonForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Say why the plan is returned."))
            return redirect("act_work:commitment", reference=reference)
        reason = form.cleaned_data["reason"]
        acts.return_commitment(found, reason=reason, by=request.acting, at=now)
        messages.success(request, _("Returned with your reason."))
    return redirect("act_work:to_review")


def review(request: ActingRequest, pk: int) -> HttpResponse:
    """Read what was claimed and shown, then return it or give a verdict."""
    found = get_object_or_404(
        Report.objects.select_related(
            "commitment__government",
            "commitment__recommendation__meeting__procedure",
        ).prefetch_related("reviews__by", "achievements__activity", "evidence__file"),
        pk=pk,
    )
    allow(access.reviews(request.acting, found.commitment), NOT_YOUR_REVIEW)
    returning = "return" in request.POST
    posted = request.POST or None
    form = ReviewForm(None if returning else posted)
    reason_form = ReasonForm(posted if returning else None)
    if request.method == "POST" and _done(request, found, form, reason_form):
        said = _("Returned with your reason.") if returning else _("Verdict given.")
        messages.success(request, said)
        return redirect("act_work:to_review")
    context = {
        "report": found,
        "claims": claims.told(found, request.acting, timezone.now()),
        "form": form,
        "reason_form": reason_form,
        # What was typed too late is not taken away.
        "asked": access.may_give_verdict(request.acting, found)
        or request.method == "POST",
        "contested": ReportState(found.state) is ReportState.CONTESTED,
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/review.html", context)


def _done(
    request: ActingRequest, found: Report, form: ReviewForm, reason_form: ReasonForm
) -> bool:
    by, now = request.acting, timezone.now()
    if reason_form.is_bound:
        if not reason_form.is_valid():
            return False
        reason = reason_form.cleaned_data["reason"]
        returned = attempt(
            reason_form,
            lambda: acts.return_report(found, reason=reason, by=by, at=now),
        )
        return returned is not None
    if not form.is_valid():
        return False
    contested = ReportState(found.state) is ReportState.CONTESTED
    deed = acts.settle if contested else acts.review
    given = attempt(form, lambda: deed(found, **form.cleaned_data, by=by, at=now))
    return given is not None
