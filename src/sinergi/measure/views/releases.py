"""Index definitions and releases, as the walidata makes them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.collect.models import FormVersion, Wave
from sinergi.collect.rules import WaveState
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.models import Membership
from sinergi.measure import acts
from sinergi.measure.definitions import drafted
from sinergi.measure.forms import DefinitionForm, ReasonForm, ReleaseForm
from sinergi.measure.models import IndexDefinition, Release
from sinergi.measure.views.public import release_context
from sinergi.measure.views.work import crumbs


@require_safe
def definitions(request: ActingRequest) -> HttpResponse:
    context = {
        "definitions": IndexDefinition.objects.all(),
        "forms": _forms_of(request.acting),
        "crumbs": crumbs((_("Index definitions"), "")),
    }
    return render(request, "measure_work/definitions.html", context)


def _forms_of(by: Membership) -> list[FormVersion]:
    found = FormVersion.objects.filter(survey__forum__coordinator=by.government_id)
    return list(found.select_related("survey"))


def new_definition(request: ActingRequest) -> HttpResponse:
    """A definition from nothing, from a questionnaire, or from an earlier version."""
    form = DefinitionForm(request.POST or None, initial=_start(request))
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: acts.publish_definition(
                **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The definition is published."))
            return redirect("measure_work:definition", made.slug, made.version)
    context = {
        "form": form,
        "title": _("Publish an index definition"),
        "lede": _(
            "Says how items become indicators, pillars and one index. What is "
            "published never changes; a change is a new version, and figures of two "
            "definitions are never compared."
        ),
        "label": _("Publish the definition"),
        "cancel_url": reverse("measure_work:definitions"),
        "crumbs": crumbs(
            (_("Index definitions"), reverse("measure_work:definitions")),
            (_("Publish an index definition"), ""),
        ),
    }
    return render(request, "collect/form_page.html", context)


def _start(request: ActingRequest) -> dict[str, object]:
    asked = request.GET.get("kuesioner", "")
    for form in _forms_of(request.acting):
        if str(form.pk) == asked:
            return {"title": form.title, "definition": drafted(form)}
    earlier = request.GET.get("dari", "")
    known = IndexDefinition.objects.filter(slug=earlier).order_by("-version").first()
    if known:
        return {
            "title": known.title,
            "slug": known.slug,
            "definition": known.definition,
            "minimum_n": known.minimum_n,
            "wide_above": known.wide_above,
        }
    return {}


@require_safe
def definition(request: ActingRequest, slug: str, version: int) -> HttpResponse:
    found = get_object_or_404(IndexDefinition, slug=slug, version=version)
    context = {
        "definition": found,
        "crumbs": crumbs(
            (_("Index definitions"), reverse("measure_work:definitions")),
            (str(found), ""),
        ),
    }
    return render(request, "measure_work/definition.html", context)


def new_release(request: ActingRequest) -> HttpResponse:
    coordinated = {"survey__forum__coordinator": request.acting.government}
    form = ReleaseForm(
        request.POST or None,
        waves=Wave.objects.filter(state=WaveState.FROZEN.value, **coordinated),
        releases=Release.objects.standing().filter(
            wave__survey__forum__coordinator=request.acting.government
        ),
        initial={
            "wave": request.GET.get("putaran"),
            "corrects": request.GET.get("koreksi"),
        },
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: acts.compute_release(
                **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The draft is computed. Check it."))
            return redirect("measure_work:release", made.pk)
    context = {
        "form": form,
        "title": _("Compute a release"),
        "lede": _(
            "Figures with their error from a frozen wave. Nobody outside sees the "
            "draft; figures with too few respondents are withheld at once."
        ),
        "label": _("Compute the draft"),
        "cancel_url": reverse("measure_work:home"),
        "crumbs": crumbs((_("Compute a release"), "")),
    }
    return render(request, "collect/form_page.html", context)


def release_of(by: Membership, pk: int) -> Release:
    found = Release.objects.select_related(
        "wave__survey__forum__coordinator", "definition"
    )
    return get_object_or_404(
        found, pk=pk, wave__survey__forum__coordinator=by.government_id
    )


@require_safe
def release(request: ActingRequest, pk: int) -> HttpResponse:
    found = release_of(request.acting, pk)
    context = {
        **release_context(found),
        "draft": found.is_draft,
        "crumbs": crumbs((found.title, "")),
    }
    return render(request, "measure_work/release.html", context)


def publish(request: ActingRequest, pk: int) -> HttpResponse:
    found = release_of(request.acting, pk)
    if request.method == "POST":
        acts.release(found, by=request.acting, at=timezone.now())
        messages.success(request, _("The figures are released."))
        return redirect("measure:release", found.slug)
    context = {
        "title": _("Release the figures"),
        "consequence": _(
            "From now on anyone can read and download these figures, and they never "
            "change. A mistake found later is corrected by a new release beside this "
            "one."
        ),
        "label": _("Release “%(release)s”") % {"release": found.title},
        "cancel_url": reverse("measure_work:release", args=[found.pk]),
        "danger": False,
        "simulated": found.is_simulated,
        "crumbs": crumbs((found.title, ""), (_("Release the figures"), "")),
    }
    return render(request, "core/confirm.html", context)


def discard(request: ActingRequest, pk: int) -> HttpResponse:
    found = release_of(request.acting, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.discard(found, **form.cleaned_data, by=request.acting, at=timezone.now())
        messages.success(request, _("The draft is thrown away."))
        return redirect("measure_work:home")
    context = {
        "form": form,
        "title": _("Throw the draft away"),
        "consequence": _(
            "The draft and its figures are removed. The ledger keeps that it was "
            "computed and why it was thrown away; it can be computed again."
        ),
        "label": _("Throw away"),
        "cancel_url": reverse("measure_work:release", args=[found.pk]),
        "crumbs": crumbs((found.title, ""), (_("Throw the draft away"), "")),
    }
    return render(request, "core/confirm.html", context)
