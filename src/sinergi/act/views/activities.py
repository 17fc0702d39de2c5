"""Writing the activities of a follow-up plan; the first one begins it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinergi.act import access, acts, drafts, queries
from sinergi.act.forms import ActivityForm, initial_of
from sinergi.act.models import Activity, Commitment
from sinergi.act.rules import Quarter
from sinergi.act.texts import NOT_YOURS
from sinergi.agree.models import Recommendation
from sinergi.align.models import Plan
from sinergi.align.rules import PlanState
from sinergi.core.access import speaks_for
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.marks import band
from sinergi.core.models import Place
from sinergi.core.rules import last_moment

# Quarters a new activity may be planned for, from the present one on.
QUARTERS_AHEAD = 6


def begin(request: ActingRequest, pk: int) -> HttpResponse:
    """The form of the first activity; keeping it begins the follow-up plan."""
    recommendation = get_object_or_404(
        Recommendation.objects.with_locked_record(), pk=pk
    )
    by, government = request.acting, request.acting.government
    begun = recommendation.commitments.filter(government=government).first()
    if begun and request.method != "POST":
        return redirect("act_work:commitment", reference=begun.reference)
    try:
        acts.refuse_unawaited(recommendation, government=government, by=by)
    except acts.NotAwaited as refusal:
        if begun is None:
            raise
        return _beside(request, begun, refusal)
    plans = _plans(recommendation, government)
    plan = _asked(request, plans)
    form = ActivityForm(
        request.POST or None,
        quarters=_quarters(recommendation),
        initial=drafts.take_over(plan) if plan else {"budget_stage": "dpa"},
    )
    if request.method == "POST" and form.is_valid():
        started = acts.begin(
            recommendation, government=government, by=by, at=timezone.now()
        )
        _kept(started, form, plan)
        return _after_keeping(request, started)
    context = {
        "recommendation": recommendation,
        "last_moment": last_moment(queries.due_at(recommendation, government)),
        "form": form,
        "plan": plan,
        "plans": plans,
        "back": reverse("act_work:overview"),
        **band([recommendation.provenance]),
    }
    return render(request, "act/work/activity.html", context)


def activity(
    request: ActingRequest, reference: str, pk: int | None = None
) -> HttpResponse:
    """Write one activity: new, changed, or taken over from a plan of the matrix."""
    found = get_object_or_404(Commitment, reference=reference)
    allow(speaks_for(request.acting, found.government), NOT_YOURS)
    if request.method != "POST" and not access.may_write(request.acting, found):
        return redirect("act_work:commitment", reference=reference)
    drafts.refuse_submitted(found)
    existing = get_object_or_404(Activity, pk=pk, commitment=found) if pk else None
    plans = [] if existing else _plans(found.recommendation, found.government)
    plan = existing.plan if existing else _asked(request, plans)
    initial = (
        initial_of(existing)
        if existing
        else (drafts.take_over(plan) if plan else {"budget_stage": "dpa"})
    )
    form = ActivityForm(
        request.POST or None,
        quarters=_quarters(found.recommendation, existing),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        kept = attempt(form, lambda: _kept(found, form, plan, existing))
        if kept:
            return _after_keeping(request, found)
    context = {
        "commitment": found,
        "recommendation": found.recommendation,
        "form": form,
        "activity": existing,
        "plan": plan,
        "plans": plans,
        "back": reverse("act_work:commitment", args=[reference]),
        "simulated": found.is_simulated,
    }
    return render(request, "act/work/activity.html", context)


def _beside(
    request: ActingRequest, begun: Commitment, refusal: acts.NotAwaited
) -> HttpResponse:
    """Begun by a colleague meanwhile: what was typed becomes an activity beside theirs.

    Sent twice by the same person, it is there already.
    """
    drafts.refuse_submitted(begun)
    plan = _asked(request, _plans(begun.recommendation, begun.government))
    form = ActivityForm(request.POST, quarters=_quarters(begun.recommendation))
    if form.is_valid():
        try:
            drafts.refuse_twin(begun, form.fields_of_activity(), form.targets())
        except drafts.AlreadyWritten as already:
            messages.info(request, str(already))
            return redirect("act_work:commitment", reference=begun.reference)
        form.add_error(None, str(refusal))
        form.add_error(
            None,
            _(
                "What you typed stands below and is not kept yet. Keep it, and it "
                "becomes an activity of that plan."
            ),
        )
    context = {
        "commitment": begun,
        "recommendation": begun.recommendation,
        "form": form,
        "plan": plan,
        "action": reverse("act_work:activity", args=[begun.reference]),
        "back": reverse("act_work:commitment", args=[begun.reference]),
        "simulated": begun.is_simulated,
    }
    return render(request, "act/work/activity.html", context)


@require_POST
def remove_activity(request: ActingRequest, reference: str, pk: int) -> HttpResponse:
    found = get_object_or_404(Commitment, reference=reference)
    allow(speaks_for(request.acting, found.government), NOT_YOURS)
    drafts.remove_activity(get_object_or_404(Activity, pk=pk, commitment=found))
    return redirect("act_work:commitment", reference=reference)


def _kept(
    found: Commitment,
    form: ActivityForm,
    plan: Plan | None,
    activity: Activity | None = None,
) -> Activity:
    return form.carry_out(
        lambda: drafts.save_activity(
            found,
            activity=activity,
            targets=form.targets(),
            seen=form.cleaned_data["seen"],
            plan=plan,
            **form.fields_of_activity(),
        ),
        lambda: drafts.seen_of_activity(activity) if activity else "",
    )


def _after_keeping(request: ActingRequest, found: Commitment) -> HttpResponse:
    messages.success(request, _("The activity is kept as a draft."))
    return redirect("act_work:commitment", reference=found.reference)


def _plans(recommendation: Recommendation, government: Place) -> list[Plan]:
    return list(
        Plan.objects.filter(
            government=government,
            programme=recommendation.programme,
            state=PlanState.PLANNED,
        )
    )


def _asked(request: ActingRequest, plans: list[Plan]) -> Plan | None:
    """The plan of the matrix to be taken over, if one was chosen."""
    wanted = request.POST.get("plan") or request.GET.get("rencana")
    return next((plan for plan in plans if plan.reference == wanted), None)


def _quarters(
    recommendation: Recommendation, existing: Activity | None = None
) -> list[Quarter]:
    """The quarters ahead, those already planned, and the one it is due in."""
    ahead = [Quarter.of(timezone.localdate())]
    while len(ahead) < QUARTERS_AHEAD:
        ahead.append(ahead[-1].next)
    planned = {t.period for t in existing.targets.all()} if existing else set()
    if recommendation.due_year and recommendation.due_quarter:
        planned.add(Quarter(recommendation.due_year, recommendation.due_quarter))
    return sorted({*ahead, *planned})
