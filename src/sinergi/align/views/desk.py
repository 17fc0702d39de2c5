"""The desk of a government: its plans, its partners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, acts, coding
from sinergi.align.forms import (
    CODES_OFFERED,
    ChangePlanForm,
    NewPlanForm,
    PartnerForm,
    WithdrawForm,
)
from sinergi.align.matrix import plans_of
from sinergi.align.models import Partner, Plan
from sinergi.align.rules import PlanState
from sinergi.align.views.asked import year_asked, years_offered
from sinergi.align.views.own import crumb, crumb_of, desk, here, own, plan_of
from sinergi.align.views.partners import alike_elsewhere
from sinergi.align.views.picker import Picker, picker
from sinergi.core.doors import (
    ActingRequest,
    add_way_out,
    allow,
    attempt,
    the_forum,
)
from sinergi.core.marks import band


@require_safe
def plans(request: ActingRequest) -> HttpResponse:
    """What my government plans in a year, and what waits for its answer."""
    forum = the_forum()
    government = request.acting.government
    today = timezone.localdate()
    year = year_asked(request, default=today.year)
    own = plans_of(government, year)
    withdrawn = Plan.objects.filter(
        government=government, year=year, state=PlanState.WITHDRAWN
    ).select_related("programme")
    invitations = Partner.objects.unanswered().filter(government=government)
    context = {
        "year": year,
        "government": government,
        "plans": own,
        "withdrawn": withdrawn,
        "invitations": invitations,
        "may_enter": access.may_enter(request.acting, government),
        "may_keep": access.keeps_programmes(request.acting, forum),
        "enter_here": f"{reverse('align_work:enter')}?tahun={year}",
        **band(
            plan.provenance
            for plan in [*own, *withdrawn, *(each.plan for each in invitations)]
        ),
        "tabs": [
            {
                "label": each,
                "url": f"{reverse('align_work:plans')}?tahun={each}",
                "current": each == year,
            }
            for each in years_offered(forum, today, year)
        ],
    }
    return render(request, "align/plans.html", context)


def enter(request: ActingRequest) -> HttpResponse:
    forum = the_forum()
    today = timezone.localdate()
    year = year_asked(request, default=today.year)
    programme = forum.programmes.filter(code=request.GET.get("program", "")).first()
    government = request.acting.government
    search = picker(request, government)
    shown = {"programme": programme, "year": year, "together": NewPlanForm.ALONE}
    form = NewPlanForm(
        None if search.is_asked else request.POST or None,
        government=government,
        forum=forum,
        years=years_offered(forum, today, year),
        initial={**shown, **search.typed},
    )
    if request.method == "POST" and not search.is_asked and form.is_valid():
        plan = attempt(form, lambda: _entered(request, form))
        if plan:
            messages.success(
                request,
                _("Plan %(plan)s is entered and stands in the matrix.")
                % {"plan": plan.reference},
            )
            remark_unchecked(request, search)
            return redirect(desk(plan.year))
    context = {
        "form": form,
        "picker": search,
        "codes": CODES_OFFERED,
        "year": year,
        "crumbs": [crumb(year), here()],
    }
    return render(request, "align/enter.html", context)


def _entered(request: ActingRequest, form: NewPlanForm) -> Plan | None:
    data = form.cleaned_data
    try:
        return acts.enter_plan(
            data["programme"],
            form.fields_of_plan(),
            year=data["year"],
            is_joint=data["together"] == NewPlanForm.JOINT,
            partners=list(data["partners"]),
            by=request.acting,
            at=timezone.now(),
        )
    except acts.AlreadyPlanned as refusal:
        there = reverse("align_work:plan", args=[refusal.plan.reference])
        add_way_out(form, refusal, there, _("Open it"))
        return None


@require_safe
def plan(request: ActingRequest, reference: str) -> HttpResponse:
    """One plan with its partners, and what may be done with it."""
    found = plan_of(reference)
    allow(
        access.may_see_work(request.acting, found),
        _("Working pages of a plan are for its own government and its partners."),
    )
    context = {
        "plan": found,
        "partners": found.partners.all(),
        "may_change": access.may_change(request.acting, found) and found.is_standing,
        "form": PartnerForm(plan=found),
        "alike": alike_elsewhere(found),
        "name_of_code": coding.name_of(found.activity_code),
        "is_compared": coding.is_compared(found.government),
        "simulated": found.is_simulated,
        "crumbs": [crumb(found.year), {"label": found.reference}],
    }
    return render(request, "align/plan.html", context)


def change(request: ActingRequest, reference: str) -> HttpResponse:
    found = own(request, reference)
    shown = {
        name: getattr(found, name) for name in acts.PlanFields.__dataclass_fields__
    }
    search = picker(request, found.government)
    form = ChangePlanForm(
        None if search.is_asked else request.POST or None,
        government=found.government,
        standing_code=found.activity_code,
        initial={**shown, "seen": acts.seen_of(found), **search.typed},
    )
    if request.method == "POST" and not search.is_asked and form.is_valid():
        changed = attempt(form, lambda: _changed(request, found, form))
        if changed:
            messages.success(
                request, _("Plan %(plan)s is changed.") % {"plan": found.reference}
            )
            if "activity_code" in form.changed_data:
                remark_unchecked(request, search)
            return redirect("align_work:plan", reference=found.reference)
    context = {
        "form": form,
        "picker": search,
        "codes": CODES_OFFERED,
        "plan": found,
        "crumbs": [crumb(found.year), crumb_of(found), here(_("Change"))],
        "simulated": found.is_simulated,
    }
    return render(request, "align/change.html", context)


def withdraw(request: ActingRequest, reference: str) -> HttpResponse:
    found = own(request, reference)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        withdrawn = attempt(
            form,
            lambda: acts.withdraw_plan(
                found, reason=reason, by=request.acting, at=timezone.now()
            ),
        )
        if withdrawn:
            messages.success(
                request,
                _("Plan %(plan)s is withdrawn; it stays on record with its reason.")
                % {"plan": found.reference},
            )
            return redirect(desk(found.year))
    context = {
        "form": form,
        "title": _("Withdraw plan %(plan)s") % {"plan": found.reference},
        "consequence": _(
            "“%(activity)s” leaves the matrix and its sums. The plan and your reason "
            "stay on record, and partners see that it was withdrawn."
        )
        % {"activity": found.activity},
        "label": _("Withdraw the plan"),
        "cancel_url": reverse("align_work:plan", args=[found.reference]),
        "crumbs": [crumb(found.year), crumb_of(found), here(_("Withdraw"))],
        "simulated": found.is_simulated,
    }
    return render(request, "core/confirm.html", context)


def _changed(request: ActingRequest, found: Plan, form: ChangePlanForm) -> Plan:
    return form.carry_out(
        lambda: acts.change_plan(
            found,
            form.fields_of_plan(),
            by=request.acting,
            at=timezone.now(),
            seen=form.cleaned_data["seen"],
        ),
        lambda: acts.seen_of(found),
    )


def remark_unchecked(request: ActingRequest, search: Picker) -> None:
    if not search.is_compared:
        messages.info(
            request,
            _(
                "The code was not compared with the nomenclature: none is loaded for "
                "this level."
            ),
        )
