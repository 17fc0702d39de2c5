"""The programmes a forum keeps: mandates, years in force, targets, duties."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.align import access, acts, facts
from sinergi.align.forms import (
    MandateForm,
    ObligationForm,
    ProgrammeForm,
    TargetForm,
    YearsForm,
)
from sinergi.align.models import Programme
from sinergi.align.rules import Duty
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow, attempt, the_forum
from sinergi.core.models import Forum


@require_safe
def listing(request: ActingRequest) -> HttpResponse:
    forum = _forum(request)
    found = forum.programmes.prefetch_related("mandate_documents", "targets")
    context = {"programmes": found.order_by("order"), "crumbs": [_crumb()]}
    return render(request, "align/programmes.html", context)


@require_safe
def one(request: ActingRequest, code: str) -> HttpResponse:
    """All that is kept of one programme, and the way to each part of it."""
    found = kept(request, code)
    context = {
        "programme": found,
        "obligations": found.obligations.exclude(duty=Duty.BY_LEVEL).select_related(
            "government"
        ),
        "crumbs": [_crumb(), {"label": found.label}],
    }
    return render(request, "align/programme_kept.html", context)


def enter(request: ActingRequest) -> HttpResponse:
    forum = _forum(request)
    form = ProgrammeForm(request.POST or None, forum=forum)
    if request.method == "POST" and form.is_valid():
        entered = attempt(
            form,
            lambda: facts.enter_programme(
                forum, form.fact(), by=request.acting, at=timezone.now()
            ),
        )
        if entered:
            messages.success(
                request,
                _("%(programme)s is in force. Now name its mandate and its targets.")
                % {"programme": entered.label},
            )
            return redirect("align_work:programme", code=entered.code)
    context = {
        "form": form,
        "title": _("Enter a national programme"),
        "label": _("Enter the programme"),
        "cancel_url": reverse("align_work:programmes"),
        "crumbs": [_crumb(), {"label": _("Enter a national programme")}],
    }
    return render(request, "align/programme_form.html", context)


def years(request: ActingRequest, code: str) -> HttpResponse:
    found = kept(request, code)
    form = YearsForm(
        request.POST or None,
        initial={"first": found.first_year, "last": found.last_year},
    )
    return _form(
        request,
        found,
        form,
        title=_("Years in force"),
        deed=lambda: acts.set_years(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        done=_("The years in force are saved."),
    )


def add_mandate(request: ActingRequest, code: str) -> HttpResponse:
    found = kept(request, code)
    form = MandateForm(request.POST or None, request.FILES or None)
    return _form(
        request,
        found,
        form,
        title=_("Name a mandate document"),
        deed=lambda: _mandate_added(request, found, form),
        done=_("The document is named, and everyone can read it."),
        multipart=True,
    )


def _mandate_added(
    request: ActingRequest, found: Programme, form: MandateForm
) -> object:
    data = dict(form.cleaned_data)
    file = data.pop("file")
    upload = acts.Upload(files.content_of(file), file.name) if file else None
    return acts.add_mandate(
        found, **data, upload=upload, by=request.acting, at=timezone.now()
    )


def remove_mandate(request: ActingRequest, code: str, pk: int) -> HttpResponse:
    found = kept(request, code)
    document = get_object_or_404(found.mandate_documents, pk=pk)
    return _removal(
        request,
        found,
        what=str(document),
        deed=lambda: acts.remove_mandate(
            document, by=request.acting, at=timezone.now()
        ),
    )


def add_target(request: ActingRequest, code: str) -> HttpResponse:
    found = kept(request, code)
    form = TargetForm(request.POST or None)
    return _form(
        request,
        found,
        form,
        title=_("Enter a target"),
        deed=lambda: acts.add_target(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        done=_("The target is saved."),
    )


def remove_target(request: ActingRequest, code: str, pk: int) -> HttpResponse:
    found = kept(request, code)
    target = get_object_or_404(found.targets, pk=pk)
    return _removal(
        request,
        found,
        what=f"{target.year}, {target.level_label}, {target.unit}",
        deed=lambda: acts.remove_target(target, by=request.acting, at=timezone.now()),
    )


def obligation(request: ActingRequest, code: str) -> HttpResponse:
    """Decide the duty of one government otherwise than by its level."""
    found = kept(request, code)
    form = ObligationForm(request.POST or None, forum=found.forum)
    return _form(
        request,
        found,
        form,
        title=_("Decide the duty of a government"),
        deed=lambda: acts.decide_obligation(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        done=_("The duty is decided; the matrix shows it."),
    )


def _form(
    request: ActingRequest,
    found: Programme,
    form: forms.Form,
    *,
    title: str,
    deed: Callable[[], object],
    done: str,
    multipart: bool = False,
) -> HttpResponse:
    done_now = (
        attempt(form, deed) if request.method == "POST" and form.is_valid() else None
    )
    if done_now:
        messages.success(request, done)
        return redirect("align_work:programme", code=found.code)
    context = {
        "form": form,
        "title": title,
        "programme": found,
        "multipart": multipart,
        "label": _("Save"),
        "cancel_url": reverse("align_work:programme", args=[found.code]),
        "crumbs": [*crumbs(found), {"label": title}],
    }
    return render(request, "align/programme_form.html", context)


def _removal(
    request: ActingRequest, found: Programme, *, what: str, deed: Callable[[], Any]
) -> HttpResponse:
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        deed()
        messages.success(request, _("Taken out: %(what)s.") % {"what": what})
        return redirect("align_work:programme", code=found.code)
    context = {
        "form": form,
        "title": _("Take out: %(what)s") % {"what": what},
        "consequence": _(
            "It is no longer shown. The record keeps that it was there, and who took "
            "it out."
        ),
        "label": _("Take it out"),
        "cancel_url": reverse("align_work:programme", args=[found.code]),
        "crumbs": [*crumbs(found), {"label": _("Take it out")}],
    }
    return render(request, "core/confirm.html", context)


def _forum(request: ActingRequest) -> Forum:
    forum = the_forum()
    allow(
        access.keeps_programmes(request.acting, forum),
        _("Programmes of %(forum)s are kept by the secretariat of %(coordinator)s.")
        % {"forum": forum, "coordinator": forum.coordinator},
    )
    return forum


def kept(request: ActingRequest, code: str) -> Programme:
    every = _forum(request).programmes.select_related("forum__coordinator")
    return get_object_or_404(every, code__iexact=code)


def _crumb() -> dict[str, str]:
    return {"label": _("National programmes"), "url": reverse("align_work:programmes")}


def crumbs(found: Programme) -> list[dict[str, str]]:
    url = reverse("align_work:programme", args=[found.code])
    return [_crumb(), {"label": found.label, "url": url}]
