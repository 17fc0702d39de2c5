"""What the pages of one's own plans share: the plan, and the way back."""

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.align import access
from sinergi.align.models import Plan
from sinergi.core.doors import ActingRequest, allow


def plan_of(reference: str) -> Plan:
    return get_object_or_404(Plan.objects.with_partners(), reference=reference)


def own(request: ActingRequest, reference: str) -> Plan:
    found = plan_of(reference)
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


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it has no field: a page with nothing but a button."""
    return request.POST if request.method == "POST" else None


def desk(year: int) -> str:
    return f"{reverse('align_work:plans')}?tahun={year}"


def crumb(year: int) -> dict[str, str]:
    return {"label": _("Plans of my government"), "url": desk(year)}


def crumb_of(plan: Plan) -> dict[str, str]:
    url = reverse("align_work:plan", args=[plan.reference])
    return {"label": plan.reference, "url": url}


def here(label: str = "") -> dict[str, str]:
    return {"label": label or _("Enter a plan")}
