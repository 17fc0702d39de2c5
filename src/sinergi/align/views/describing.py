"""The page on which a programme is said anew: name, bidang, levels."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.align import acts
from sinergi.align.forms import DescriptionForm
from sinergi.align.models import Programme
from sinergi.align.views.programmes import crumbs, kept
from sinergi.core.doors import ActingRequest, attempt


def describe(request: ActingRequest, code: str) -> HttpResponse:
    found = kept(request, code)
    form = DescriptionForm(
        request.POST or None,
        forum=found.forum,
        initial={
            **vars(acts.description_of(found)),
            "seen": acts.seen_of_description(found),
        },
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt(
            form,
            lambda: form.carry_out(
                lambda: _described(request, found, form),
                lambda: acts.seen_of_description(found),
            ),
        )
        if changed:
            messages.success(request, _("The programme is changed."))
            return redirect("align_work:programme", code=found.code)
    title = _("Name, bidang and levels")
    context = {
        "form": form,
        "title": title,
        "programme": found,
        "label": _("Save"),
        "cancel_url": reverse("align_work:programme", args=[found.code]),
        "crumbs": [*crumbs(found), {"label": title}],
    }
    return render(request, "align/programme_form.html", context)


def _described(
    request: ActingRequest, found: Programme, form: DescriptionForm
) -> Programme:
    return acts.describe_programme(
        found,
        form.description(),
        reason=form.cleaned_data["reason"],
        seen=form.cleaned_data["seen"],
        by=request.acting,
        at=timezone.now(),
    )
