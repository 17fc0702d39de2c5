"""Doing a plan together: inviting, proposing it to all who plan the same, answering."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.align import access, acts
from sinergi.align.forms import PartnerForm
from sinergi.align.matrix import row_of
from sinergi.align.models import Partner, Plan
from sinergi.align.rules import PartnerState
from sinergi.align.views.own import crumb, crumb_of, desk, here, own, sent
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.models import Place


def alike_elsewhere(plan: Plan) -> list[Place]:
    """Governments that plan the same output apart and were not asked to join yet."""
    if not plan.is_standing:
        return []
    asked = {
        each.government
        for each in plan.partners.all()
        if each.state != PartnerState.DECLINED
    }
    return [
        place
        for found in row_of(plan.programme, plan.year).alike
        if plan in found.plans
        for place in found.governments
        if place != plan.government and place not in asked
    ]


def invite(request: ActingRequest, reference: str) -> HttpResponse:
    found = own(request, reference)
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
        "crumbs": [crumb(found.year), crumb_of(found), here(_("Invite"))],
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
        return redirect(desk(invitation.plan.year))
    context = {
        "invitation": invitation,
        "plan": invitation.plan,
        "own_alike": _own_alike(invitation),
        "is_open": invitation.state == PartnerState.INVITED
        and invitation.plan.is_standing,
        "crumbs": [crumb(invitation.plan.year), here(_("Invitation"))],
        "simulated": invitation.plan.is_simulated,
    }
    return render(request, "align/partner.html", context)


def _own_alike(invitation: Partner) -> list[Plan]:
    """Standing plans of the invited government that name the same output."""
    plan = invitation.plan
    return [
        each
        for found in row_of(plan.programme, plan.year).alike
        if plan in found.plans
        for each in found.plans
        if each.government_id == invitation.government_id
    ]


def propose(request: ActingRequest, reference: str) -> HttpResponse:
    """Ask everyone who plans the same output to join one plan: this one."""
    found = own(request, reference)
    others = alike_elsewhere(found)
    form = Form(sent(request))
    if request.method == "POST" and form.is_valid():
        asked = attempt(
            form,
            lambda: acts.propose_together(
                found, others, by=request.acting, at=timezone.now()
            ),
        )
        if asked:
            messages.success(
                request,
                _("Asked to join plan %(plan)s: %(names)s.")
                % {
                    "plan": found.reference,
                    "names": ", ".join(each.government.name for each in asked),
                },
            )
            return redirect("align_work:plan", reference=found.reference)
    context = {
        "form": form,
        "danger": False,
        "title": _("Propose plan %(plan)s as a joint plan") % {"plan": found.reference},
        "consequence": _(
            "“%(output)s” is also planned by: %(names)s. Each of them is asked to join "
            "your plan; who takes part then withdraws its own. Money and target stay "
            "with you as the lead."
        )
        % {
            "output": found.output,
            "names": ", ".join(place.name for place in others) or "–",
        },
        "label": _("Propose it together"),
        "cancel_url": reverse("align_work:plan", args=[found.reference]),
        "crumbs": [crumb(found.year), crumb_of(found), here(_("Propose it together"))],
        "simulated": found.is_simulated,
    }
    return render(request, "core/confirm.html", context)
