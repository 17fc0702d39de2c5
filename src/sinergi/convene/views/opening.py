"""Working page of the order of opening."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinergi.convene import acts
from sinergi.convene.forms.programme import OpeningForm
from sinergi.convene.rules import Part
from sinergi.convene.views.pages import changeable, page, readable
from sinergi.core.doors import ActingRequest, attempt


def opening(request: ActingRequest, slug: str) -> HttpResponse:
    """The entries in their order, and a form for one more."""
    meeting, still = readable(request, slug, Part.PROGRAMME)
    form = OpeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        entry = attempt(
            form,
            lambda: acts.add_opening(
                meeting, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if entry:
            messages.success(request, _("The entry is in the order of opening."))
            return redirect("convene_work:opening", slug)
    context = page(
        request,
        meeting,
        "opening",
        title=_("Order of opening"),
        still=still,
        form=form,
        entries=meeting.openings.all(),
    )
    return render(request, "convene/opening.html", context)


@require_POST
def move_opening(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    entry = get_object_or_404(meeting.openings, pk=pk)
    up = request.POST.get("to") == "up"
    acts.move_opening(entry, up=up, by=request.acting, at=timezone.now())
    return redirect("convene_work:opening", slug)


@require_POST
def remove_opening(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = changeable(request, slug, Part.PROGRAMME)
    entry = get_object_or_404(meeting.openings, pk=pk)
    acts.remove_opening(entry, by=request.acting, at=timezone.now())
    messages.success(request, _("The entry is taken out."))
    return redirect("convene_work:opening", slug)
