"""Surveys and their questionnaires."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.collect import acts, finding_words, findings, questionnaires, words
from sinergi.collect.forms import QuestionnaireForm, SurveyForm, WaveForm
from sinergi.collect.models import FormVersion, Item, Survey
from sinergi.collect.rules import Method, WaveState
from sinergi.collect.xlsform import FormRefused
from sinergi.core import files
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.models import Forum, Membership, Pillar
from sinergi.core.refusal import Refusal


def surveys_of(by: Membership) -> QuerySet[Survey]:
    """Surveys of the forums this government coordinates."""
    return Survey.objects.filter(forum__coordinator=by.government_id)


def crumbs(*items: tuple[str, str]) -> list[dict[str, str]]:
    trail = [(_("Index"), "/kerja/indeks/"), (_("Surveys"), reverse("collect:surveys"))]
    return [{"label": label, "url": url} for label, url in (*trail, *items)]


@require_safe
def surveys(request: ActingRequest) -> HttpResponse:
    found = surveys_of(request.acting).prefetch_related("waves", "form_versions")
    return render(request, "collect/surveys.html", {"surveys": found})


def new_survey(request: ActingRequest) -> HttpResponse:
    form = SurveyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        forum = get_object_or_404(Forum, coordinator=request.acting.government)
        made = attempt(
            form,
            lambda: acts.create_survey(
                forum=forum, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The survey is there. Publish its questions."))
            return redirect("collect:survey", made.slug)
    context = {
        "form": form,
        "title": _("New survey"),
        "label": _("Create the survey"),
        "cancel_url": reverse("collect:surveys"),
        "crumbs": crumbs((_("New survey"), "")),
    }
    return render(request, "collect/form_page.html", context)


@require_safe
def survey(request: ActingRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(surveys_of(request.acting), slug=slug)
    waves = [
        {"wave": wave, "mark": words.WAVE_MARK[WaveState(wave.state)]}
        for wave in found.waves.select_related("form_version")
    ]
    context = {"survey": found, "waves": waves, "crumbs": crumbs((found.title, ""))}
    return render(request, "collect/survey.html", context)


def publish_form(request: ActingRequest, slug: str) -> HttpResponse:
    """Read, lint and publish; what is wrong is told by row, and nothing is kept."""
    found = get_object_or_404(surveys_of(request.acting), slug=slug)
    form = QuestionnaireForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        published = _published(request, found, form)
        if published:
            messages.success(request, _("The questionnaire is published."))
            return redirect("collect:form", found.slug, published.pk)
    context = {
        "form": form,
        "survey": found,
        "crumbs": crumbs(
            (found.title, reverse("collect:survey", args=[found.slug])),
            (_("Publish a questionnaire"), ""),
        ),
    }
    return render(request, "collect/publish_form.html", context)


def _published(
    request: ActingRequest, found: Survey, form: QuestionnaireForm
) -> FormVersion | None:
    upload: UploadedFile[bytes] = form.cleaned_data["file"]
    try:
        content = files.content_of(upload)
        questionnaire, kind = questionnaires.read(
            content,
            upload.name or "",
            title=form.cleaned_data["title"],
            version=form.cleaned_data["version"],
        )
    except FormRefused as refused:
        told = findings.sentences(refused.findings)
    except Refusal as refused:
        told = [str(refused)]
    else:
        told = findings.sentences(questionnaire.errors)
        if not told:
            return attempt(
                form,
                lambda: acts.publish_form(
                    found,
                    questionnaire=questionnaire,
                    content=content,
                    kind=kind,
                    by=request.acting,
                    at=timezone.now(),
                ),
            )
    for sentence in told:
        form.add_error("file", sentence)
    return None


@require_safe
def form(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(surveys_of(request.acting), slug=slug)
    version = get_object_or_404(found.form_versions, pk=pk)
    context = {
        "survey": found,
        "version": version,
        "items": _with_pillars(version.scored()),
        "others": version.items.exclude(pk__in=version.scored()),
        "remarks": [finding_words.told(remark) for remark in version.remarks],
        "crumbs": crumbs(
            (found.title, reverse("collect:survey", args=[found.slug])),
            (version.version, ""),
        ),
    }
    return render(request, "collect/form.html", context)


def _with_pillars(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Items with their pillar by its name; one the house does not know by its code."""
    english = (get_language() or "").startswith("en")
    names = {
        pillar.code: pillar.name_en if english else pillar.name
        for pillar in Pillar.objects.all()
    }
    return [
        {"item": item, "pillar": names.get(item.pillar, item.pillar)} for item in items
    ]


def open_wave(request: ActingRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(surveys_of(request.acting), slug=slug)
    form = WaveForm(
        request.POST or None,
        versions=found.form_versions.all(),
        initial={
            "form_version": found.form_versions.first(),
            "method": Method.PROBABILITY.value,
        },
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: acts.open_wave(
                found, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("The wave is open. Bring its file."))
            return redirect("collect:wave", made.slug)
    context = {
        "form": form,
        "title": _("Open a wave"),
        "label": _("Open the wave"),
        "cancel_url": reverse("collect:survey", args=[found.slug]),
        "crumbs": crumbs(
            (found.title, reverse("collect:survey", args=[found.slug])),
            (_("Open a wave"), ""),
        ),
    }
    return render(request, "collect/form_page.html", context)
