"""The workbench of the index: what there is, and targets of governments."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.collect.models import Wave
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.marks import band
from sinergi.core.models import Forum, Membership, Place
from sinergi.measure import access, acts, naming, words
from sinergi.measure.forms import TargetForm
from sinergi.measure.models import IndexDefinition, Release, Series, Target
from sinergi.measure.rules import INDEX, ReleaseState


def crumbs(*items: tuple[str, str]) -> list[dict[str, str]]:
    trail = [(_("Index"), reverse("measure_work:home"))]
    return [{"label": label, "url": url} for label, url in (*trail, *items)]


def releases_of(by: Membership) -> list[dict[str, object]]:
    """Drafts and releases of the forums this government coordinates."""
    found = Release.objects.filter(
        wave__survey__forum__coordinator=by.government_id
    ).select_related("definition", "wave")
    return [
        {"release": each, "mark": words.RELEASE_MARK[ReleaseState(each.state)]}
        for each in found
    ]


@require_safe
def home(request: ActingRequest) -> HttpResponse:
    by = request.acting
    keeps = access.keeps_figures(by)
    context = {
        "keeps": keeps,
        "series": Series.objects.prefetch_related("methods__values"),
        "waves": Wave.objects.filter(survey__forum__coordinator=by.government_id)
        if keeps
        else [],
        "definitions": IndexDefinition.objects.all() if keeps else [],
        "releases": releases_of(by) if keeps else [],
        "government": by.government,
        "targets": Target.objects.filter(government=by.government).select_related(
            "series"
        ),
        "may_set": access.sets_target(by, by.government),
    }
    return render(request, "measure_work/home.html", context)


@require_safe
def targets(request: ActingRequest) -> HttpResponse:
    """Targets of every government one meets with."""
    places = _met(request.acting)
    name = naming.measures()
    found = Target.objects.filter(government__in=places).select_related(
        "series", "government"
    )
    context = {
        "rows": [{"target": each, "measure": name(each.measure)} for each in found],
        "may_set": bool(_settable(request.acting)),
        "crumbs": crumbs((_("Targets"), "")),
        **band(each.provenance for each in found),
    }
    return render(request, "measure_work/targets.html", context)


def set_target(request: ActingRequest) -> HttpResponse:
    allowed = _settable(request.acting)
    form = TargetForm(
        request.POST or None,
        governments=allowed,
        initial={
            "government": allowed[0] if allowed else None,
            "measure": INDEX,
            "series": Series.objects.first(),
        },
    )
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: acts.set_target(
                **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if done:
            messages.success(request, _("The target is set."))
            return redirect("measure_work:targets")
    context = {
        "form": form,
        "title": _("Set a target"),
        "label": _("Set the target"),
        "cancel_url": reverse("measure_work:targets"),
        "crumbs": crumbs(
            (_("Targets"), reverse("measure_work:targets")), (_("Set a target"), "")
        ),
    }
    return render(request, "collect/form_page.html", context)


def _met(by: Membership) -> list[Place]:
    """The governments of every forum this one sits in."""
    forums = Forum.objects.filter(members=by.government_id)
    return list(Place.objects.filter(forums__in=forums).distinct().order_by("slug"))


def _settable(by: Membership) -> list[Place]:
    own = [by.government] if access.sets_target(by, by.government) else []
    others = [place for place in _met(by) if place != by.government]
    return [*own, *(place for place in others if access.sets_target(by, place))]
