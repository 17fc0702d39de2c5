"""One wave: its file, and freezing it."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.collect import acts, freezing, words
from sinergi.collect.forms import ReasonForm, UploadForm
from sinergi.collect.models import Wave
from sinergi.collect.rules import WaveState
from sinergi.collect.views.surveys import crumbs
from sinergi.core import files
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.models import Membership


def wave_of(by: Membership, slug: str) -> Wave:
    """A wave of a survey this government keeps; another's is not there."""
    waves = Wave.objects.select_related("survey__forum__coordinator", "form_version")
    return get_object_or_404(
        waves, slug=slug, survey__forum__coordinator=by.government_id
    )


def trail(wave: Wave, *more: tuple[str, str]) -> list[dict[str, str]]:
    return crumbs(
        (wave.survey.title, reverse("collect:survey", args=[wave.survey.slug])),
        (wave.title, reverse("collect:wave", args=[wave.slug]) if more else ""),
        *more,
    )


@require_safe
def wave(request: ActingRequest, slug: str) -> HttpResponse:
    found = wave_of(request.acting, slug)
    context = {
        "wave": found,
        "mark": words.WAVE_MARK[WaveState(found.state)],
        "imports": found.imports.all(),
        "manifest_sha256": freezing.digest(found.manifest) if found.manifest else "",
        "simulated": found.is_simulated,
        "crumbs": trail(found),
    }
    return render(request, "collect/wave.html", context)


def upload(request: ActingRequest, slug: str) -> HttpResponse:
    found = wave_of(request.acting, slug)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file: UploadedFile[bytes] = form.cleaned_data["file"]
        brought = attempt(
            form,
            lambda: acts.upload(
                found,
                content=files.content_of(file),
                name=file.name or "",
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if brought:
            return redirect("collect:mapping", brought.pk)
    context = {
        "form": form,
        "title": _("Bring a file of responses"),
        "label": _("Upload and match columns"),
        "cancel_url": reverse("collect:wave", args=[found.slug]),
        "multipart": True,
        "simulated": found.is_simulated,
        "crumbs": trail(found, (_("Bring a file of responses"), "")),
    }
    return render(request, "collect/form_page.html", context)


def reopen(request: ActingRequest, slug: str) -> HttpResponse:
    found = wave_of(request.acting, slug)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: acts.reopen(
                found, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if done:
            messages.success(request, _("The wave is open again."))
            return redirect("collect:wave", found.slug)
    context = {
        "form": form,
        "title": _("Open the wave again"),
        "consequence": _(
            "The confirmed file is set aside. It stays on record and can be checked "
            "again, or another file can be brought."
        ),
        "label": _("Open again"),
        "cancel_url": reverse("collect:wave", args=[found.slug]),
        "danger": False,
        "crumbs": trail(found, (_("Open the wave again"), "")),
    }
    return render(request, "core/confirm.html", context)


def freeze(request: ActingRequest, slug: str) -> HttpResponse:
    found = wave_of(request.acting, slug)
    if request.method == "POST":
        acts.freeze(found, by=request.acting, at=timezone.now())
        messages.success(request, _("The wave is frozen and can be measured."))
        return redirect("collect:wave", found.slug)
    context = {
        "title": _("Freeze the wave"),
        "consequence": _(
            "The answers are written down for good, with a hash of every part. A "
            "frozen wave never changes; whatever is measured later reads only it."
        ),
        "label": _("Freeze “%(wave)s”") % {"wave": found.title},
        "cancel_url": reverse("collect:wave", args=[found.slug]),
        "crumbs": trail(found, (_("Freeze the wave"), "")),
    }
    return render(request, "core/confirm.html", context)
