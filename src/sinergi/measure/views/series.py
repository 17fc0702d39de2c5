"""Published series: entered with their source, corrected with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.core.doors import ActingRequest, attempt
from sinergi.measure import facts, naming
from sinergi.measure.facts import SeriesFact
from sinergi.measure.forms import CorrectionForm, MethodForm, SeriesForm, ValueForm
from sinergi.measure.models import PublishedValue, Series
from sinergi.measure.rules import INDEX
from sinergi.measure.views.work import crumbs


def new_series(request: ActingRequest) -> HttpResponse:
    form = SeriesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: facts.register_series(
                SeriesFact(**form.cleaned_data), by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The series is there. Add its method next."))
            return redirect("measure_work:series", made.slug)
    context = {
        "form": form,
        "title": _("New series"),
        "label": _("Register the series"),
        "cancel_url": reverse("measure_work:home"),
        "crumbs": crumbs((_("New series"), "")),
    }
    return render(request, "collect/form_page.html", context)


@require_safe
def series(request: ActingRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    name = naming.measures()
    values = PublishedValue.objects.filter(method__series=found)
    context = {
        "series": found,
        "methods": found.methods.all(),
        "values": [
            {"value": value, "measure": name(value.measure)}
            for value in values.select_related("place", "method")
        ],
        "crumbs": crumbs((found.short_name, "")),
    }
    return render(request, "measure_work/series.html", context)


def add_method(request: ActingRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    form = MethodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: facts.register_method(
                found, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The method is there. Add its values."))
            return redirect("measure_work:series", found.slug)
    return _form_page(request, found, form, _("Add a method"), _("Add the method"))


def add_value(request: ActingRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    form = ValueForm(
        request.POST or None,
        series=found,
        initial={"method": found.methods.first(), "measure": INDEX},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        decimals = max(0, -int(data["value"].as_tuple().exponent))
        made = attempt(
            form,
            lambda: facts.publish_value(
                **data, decimals=decimals, by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The value is entered with its source."))
            return redirect("measure_work:series", found.slug)
    title, label = _("Enter a published value"), _("Enter the value")
    return _form_page(request, found, form, title, label)


def correct_value(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    value = get_object_or_404(
        PublishedValue.objects.select_related("method__series", "place"),
        pk=pk,
        method__series=found,
    )
    form = CorrectionForm(
        request.POST or None,
        initial={"value": value.value, "source": value.source},
    )
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: facts.correct_value(
                value, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if done:
            messages.success(request, _("The entry is corrected."))
            return redirect("measure_work:series", found.slug)
    title, label = _("Correct an entry"), _("Correct the entry")
    return _form_page(request, found, form, title, label)


def _form_page(
    request: ActingRequest,
    found: Series,
    form: MethodForm | ValueForm | CorrectionForm,
    title: str,
    label: str,
) -> HttpResponse:
    back = reverse("measure_work:series", args=[found.slug])
    context = {
        "form": form,
        "title": title,
        "label": label,
        "cancel_url": back,
        "crumbs": crumbs((found.short_name, back), (title, "")),
    }
    return render(request, "collect/form_page.html", context)
