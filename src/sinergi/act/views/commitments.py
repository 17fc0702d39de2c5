"""A government's follow-up plans: what is asked of it, and the answer it handed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.act import access, acts, queries, rules, words
from sinergi.act.forms import ReasonForm
from sinergi.act.models import Commitment
from sinergi.act.texts import NOT_YOURS
from sinergi.core.access import speaks_for
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.marks import band
from sinergi.core.models import Forum
from sinergi.core.rules import last_moment


@require_safe
def overview(request: ActingRequest) -> HttpResponse:
    """What is asked of my government; for who enters nothing, of every government."""
    now = timezone.now()
    own = access.WRITERS(request.acting)
    government = request.acting.government
    forums = Forum.objects.filter(members=government)
    awaited = [
        each
        for forum in forums
        for each in (
            queries.unbegun(forum, government) if own else queries.awaited(forum)
        )
    ]
    begun = Commitment.objects.for_pages().filter(
        recommendation__meeting__forum__in=forums
    )
    shown = begun.filter(government=government) if own else begun
    seen = [each for each in shown if access.may_see(request.acting, each)]
    context = {
        "awaited": [
            {"awaited": each, "overdue": each.is_overdue(now)} for each in awaited
        ],
        "rows": [
            {"commitment": each, "health": queries.health_mark(each, now)}
            for each in seen
        ],
        "own": own,
        **band(
            [
                *(each.recommendation.provenance for each in awaited),
                *(each.provenance for each in seen),
            ]
        ),
    }
    return render(request, "act/work/overview.html", context)


@require_safe
def commitment(request: ActingRequest, reference: str) -> HttpResponse:
    now = timezone.now()
    found = get_object_or_404(Commitment.objects.for_pages(), reference=reference)
    allow(access.may_see(request.acting, found), NOT_YOURS)
    quarters = found.reportable(now)
    written = {report.period: report for report in found.reports.all()}
    own = found.government_id == request.acting.government_id
    context = {
        "commitment": found,
        "last_moment": last_moment(
            queries.due_at(found.recommendation, found.government)
        ),
        "lacking": [
            {"activity": title, "what": words.LACK[lack]}
            for title, lack in rules.lacks(found.planned())
        ],
        "quarters": [
            {
                "quarter": quarter,
                "report": written.get(quarter) if own else None,
                "last_moment": last_moment(found.report_due_at(quarter)),
            }
            for quarter in quarters
        ],
        "others": []
        if own
        else [
            report
            for report in found.reports.all()
            if access.may_read_report(request.acting, report, now)
        ],
        "own": own,
        "may_report": speaks_for(request.acting, found.government),
        "may_write": access.may_write(request.acting, found),
        "may_submit": access.may_submit(request.acting, found),
        "may_decide": access.may_decide(request.acting, found),
        "health": queries.health_mark(found, now),
        "reason_form": ReasonForm(),
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/commitment.html", context)


@require_POST
def submit(request: ActingRequest, reference: str) -> HttpResponse:
    found = get_object_or_404(Commitment.objects.for_pages(), reference=reference)
    acts.submit_commitment(found, by=request.acting, at=timezone.now())
    messages.success(
        request, _("Submitted. A reviewer of another government now checks it.")
    )
    return redirect("act_work:commitment", reference=reference)
