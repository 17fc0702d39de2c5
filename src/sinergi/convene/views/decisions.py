"""Decisions under agenda items: written down, and taken back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.convene import access, acts
from sinergi.convene.forms.meeting import ReasonForm
from sinergi.convene.forms.minutes import DecisionForm
from sinergi.convene.models import AgendaItem, Decision
from sinergi.convene.views.minuting import kept, take
from sinergi.core.doors import ActingRequest, allow


def decide(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = kept(request, slug)
    items = AgendaItem.objects.filter(session__meeting=meeting)
    item = get_object_or_404(items.select_related("session__meeting"), pk=pk)
    allow(
        access.decides_under(request.acting, item.session),
        _(
            "The chair of the session, the secretary and the minute-taker write down "
            "decisions."
        ),
    )
    form = DecisionForm(request.POST or None)
    return take(
        request,
        meeting,
        item.session,
        form,
        lambda: acts.record_decision(
            item, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        title=_("Record a decision"),
        label=_("Record the decision"),
        done=_("The decision is recorded."),
        about=item.title,
    )


def withdraw_decision(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = kept(request, slug)
    decisions = Decision.objects.standing().filter(item__session__meeting=meeting)
    found = get_object_or_404(decisions.select_related("item__session__meeting"), pk=pk)
    allow(
        access.decides_under(request.acting, found.item.session),
        _(
            "The chair of the session, the secretary and the minute-taker write down "
            "decisions."
        ),
    )
    form = ReasonForm(request.POST or None)
    return take(
        request,
        meeting,
        found.item.session,
        form,
        lambda: acts.withdraw_decision(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        title=_("Take back the decision"),
        label=_("Take back"),
        done=_("The decision is taken back; both stay on record."),
        about=found.text,
    )
