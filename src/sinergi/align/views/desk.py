"""The desk of a government: its plans, its partners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, acts
from sinergi.align.forms import (
    ChangePlanForm,
    NewPlanForm,
    PartnerForm,
    WithdrawForm,
)
from sinergi.align.matrix import plans_of
from sinergi.align.models import Partner, Plan
from sinergi.align.rules import PartnerState, PlanState
from sinergi.align.views.asked import year_asked, years_offered
from sinergi.core.doors import (
    ActingRequest,
    add_way_out,
    allow,
    attempt,
    the_forum,
)
from sinergi.core.marks import band
from sinergi.core.stale import Overtaken


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
    form = NewPlanForm(
        request.POST or None,
        government=request.acting.government,
        forum=forum,
        years=years_offered(forum, today, year),
        initial={"programme": programme, "year": year, "together": NewPlanForm.ALONE},
    )
    if request.method == "POST" and form.is_valid():
        plan = attempt(form, lambda: _entered(request, form))
        if plan:
            messages.success(
                request,
                _("Plan %(plan)s is entered and stands in the matrix.")
                % {"plan": plan.reference},
            )
            return redirect(_desk(plan.year))
    context = {"form": form, "year": year, "crumbs": [_crumb(year), _here()]}
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
    found = _plan(reference)
    allow(
        access.may_see_work(request.acting, found),
        _("Working pages of a plan are for its own government and its partners."),
    )
    context = {
        "plan": found,
        "partners": found.partners.all(),
        "may_change": access.may_change(request.acting, found) and found.is_standing,
        "form": PartnerForm(plan=found),
        "simulated": found.is_simulated,
        "crumbs": [_crumb(found.year), {"label": found.reference}],
    }
    return render(request, "align/plan.html", context)


def change(request: ActingRequest, reference: str) -> HttpResponse:
    found = _own(request, reference)
    shown = {
        name: getattr(found, name) for name in acts.PlanFields.__dataclass_fields__
    }
    form = ChangePlanForm(
        request.POST or None,
        government=found.government,
        initial={**shown, "seen": acts.seen_of(found)},
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, lambda: _changed(request, found, form))
        if changed:
            messages.success(
                request, _("Plan %(plan)s is changed.") % {"plan": found.reference}
            )
            return redirect("align_work:plan", reference=found.reference)
    context = {
        "form": form,
        "plan": found,
        "crumbs": [_crumb(found.year), _crumb_of(found), _here(_("Change"))],
        "simulated": found.is_simulated,
    }
    return render(request, "align/change.html", context)


def withdraw(request: ActingRequest, reference: str) -> HttpResponse:
    found = _own(request, reference)
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
            return redirect(_desk(found.year))
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
        "crumbs": [_crumb(found.year), _crumb_of(found), _here(_("Withdraw"))],
        "simulated": found.is_simulated,
    }
    return render(request, "core/confirm.html", context)


def invite(request: ActingRequest, reference: str) -> HttpResponse:
    found = _own(request, reference)
    form = PartnerForm(request.POST or None, plan=found)
    if request.method == "POST" and form.is_valid():
        government = form.cleaned_data["government"]
        partner = attempt(
            form,
            lambda: acts.invite_partner(
                found, government, by=request.acting, at=timezone.now()
            ),
        )
        if partner:
            messages.success(
                request,
                _("%(government)s is asked to join; it counts once it accepted.")
                % {"government": government},
            )
            return redirect("align_work:plan", reference=found.reference)
    context = {
        "form": form,
        "plan": found,
        "crumbs": [_crumb(found.year), _crumb_of(found), _here(_("Invite"))],
        "simulated": found.is_simulated,
    }
    return render(request, "align/invite.html", context)


def partner(request: ActingRequest, pk: int) -> HttpResponse:
    """Another government asks us to do a plan together: take part or decline."""
    invitations = Partner.objects.select_related("plan__programme", "plan__government")
    invitation = get_object_or_404(invitations, pk=pk)
    allow(
        access.may_enter(request.acting, invitation.government),
        _("Only the government that was asked answers an invitation."),
    )
    answers = {
        "accept": (acts.accept_partnership, _("You take part in plan %(plan)s.")),
        "decline": (acts.decline_partnership, _("You declined plan %(plan)s.")),
    }
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer in answers:
        deed, said = answers[answer]
        deed(invitation, by=request.acting, at=timezone.now())
        messages.success(request, said % {"plan": invitation.plan.reference})
        return redirect(_desk(invitation.plan.year))
    context = {
        "invitation": invitation,
        "plan": invitation.plan,
        "is_open": invitation.state == PartnerState.INVITED
        and invitation.plan.is_standing,
        "crumbs": [_crumb(invitation.plan.year), _here(_("Invitation"))],
        "simulated": invitation.plan.is_simulated,
    }
    return render(request, "align/partner.html", context)


def _changed(request: ActingRequest, found: Plan, form: ChangePlanForm) -> Plan:
    try:
        return acts.change_plan(
            found,
            form.fields_of_plan(),
            by=request.acting,
            at=timezone.now(),
            seen=form.cleaned_data["seen"],
        )
    except Overtaken:
        form.answer_to(acts.seen_of(found))
        raise


def _plan(reference: str) -> Plan:
    return get_object_or_404(Plan.objects.with_partners(), reference=reference)


def _own(request: ActingRequest, reference: str) -> Plan:
    found = _plan(reference)
    allow(
        access.may_change(request.acting, found),
        _("Plan %(plan)s belongs to %(owner)s. You act for %(yours)s.")
        % {
            "plan": found.reference,
            "owner": found.government,
            "yours": request.acting.government,
        },
    )
    return found


def _desk(year: int) -> str:
    return f"{reverse('align_work:plans')}?tahun={year}"


def _crumb(year: int) -> dict[str, str]:
    return {"label": _("Plans of my government"), "url": _desk(year)}


def _crumb_of(plan: Plan) -> dict[str, str]:
    url = reverse("align_work:plan", args=[plan.reference])
    return {"label": plan.reference, "url": url}


def _here(label: str = "") -> dict[str, str]:
    return {"label": label or _("Enter a plan")}
