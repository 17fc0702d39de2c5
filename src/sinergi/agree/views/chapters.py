"""The structure of a pedoman in the browser; every move has a button."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinergi.agree import acts
from sinergi.agree.forms.guidelines import ChapterForm, CommentaryForm, PlaceForm
from sinergi.agree.models import Chapter, Clause, Guideline
from sinergi.agree.views.pages import (
    attempt_once,
    attempt_over,
    inside_meeting,
    kept,
)
from sinergi.core.doors import ActingRequest


def add_chapter(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = kept(request, slug)
    guideline = _guideline(request, slug)
    form = ChapterForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.add_chapter(
            guideline,
            title=form.cleaned_data["title"],
            commentary=form.cleaned_data["commentary"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda made: _("The chapter is added. Put clauses into it."),
    ):
        return _back(slug)
    context = inside_meeting(
        meeting,
        _("Add a chapter"),
        form=form,
        label=_("Add the chapter"),
        own_url=_own(slug),
    )
    return render(request, "agree/step.html", context)


def chapter(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """Its title and what explains it."""
    meeting = kept(request, slug)
    found = _chapter(request, slug, pk)
    form = ChapterForm(
        request.POST or None,
        initial={
            "title": found.title,
            "commentary": found.commentary,
            "seen": acts.seen_of_chapter(found),
        },
    )
    if attempt_over(
        request,
        form,
        lambda: acts.edit_chapter(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda saved: _("The chapter is saved."),
        lambda: acts.seen_of_chapter(found),
    ):
        return _back(slug, found)
    context = inside_meeting(
        meeting,
        _("Change the chapter"),
        form=form,
        label=_("Save the chapter"),
        own_url=_own(slug),
    )
    return render(request, "agree/step.html", context)


@require_POST
def move_chapter(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = _chapter(request, slug, pk)
    up = request.POST.get("to") == "up"
    acts.move_chapter(found, up=up, by=request.acting, at=timezone.now())
    return redirect(f"{_own(slug)}#urutan-bab")


@require_POST
def order_chapters(request: ActingRequest, slug: str) -> HttpResponse:
    """The order as it was dragged; the buttons of a chapter do the same."""
    guideline = _guideline(request, slug)
    order = _order(request)
    acts.order_chapters(guideline, order=order, by=request.acting, at=timezone.now())
    return redirect(f"{_own(slug)}#urutan-bab")


@require_POST
def remove_chapter(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = _chapter(request, slug, pk)
    acts.remove_chapter(found, by=request.acting, at=timezone.now())
    messages.success(request, _("The chapter is removed."))
    return _back(slug)


def commentary(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """Explain one clause; its words are shown and cannot be reached."""
    clause = _clause(request, slug, pk)
    form = CommentaryForm(
        request.POST or None,
        initial={
            "commentary": clause.commentary,
            "seen": acts.seen_of_commentary(clause),
        },
    )
    if attempt_over(
        request,
        form,
        lambda: acts.edit_commentary(
            clause, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda saved: _("The commentary is saved."),
        lambda: acts.seen_of_commentary(clause),
    ):
        return _back(slug, clause.chapter)
    return _on_clause(
        request, slug, clause, _("Commentary"), form, _("Save the commentary")
    )


@require_POST
def move_clause(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    clause = _clause(request, slug, pk)
    up = request.POST.get("to") == "up"
    acts.move_clause(clause, up=up, by=request.acting, at=timezone.now())
    return _back(slug, clause.chapter)


@require_POST
def order_clauses(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = _chapter(request, slug, pk)
    order = _order(request)
    acts.order_clauses(found, order=order, by=request.acting, at=timezone.now())
    return _back(slug, found)


def place_clause(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """Put a clause into another chapter."""
    clause = _clause(request, slug, pk)
    form = PlaceForm(request.POST or None, clause=clause)
    if attempt_once(
        request,
        form,
        lambda: acts.put_into_chapter(
            clause,
            chapter=form.cleaned_data["chapter"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda put: (
            _("%(clause)s stands in “%(chapter)s” now.")
            % {"clause": put.reference, "chapter": put.chapter.title}
        ),
    ):
        return _back(slug, form.cleaned_data["chapter"])
    return _on_clause(
        request, slug, clause, _("Put into another chapter"), form, _("Put it there")
    )


def _on_clause(
    request: ActingRequest,
    slug: str,
    clause: Clause,
    title: str,
    form: Any,
    label: str,
) -> HttpResponse:
    context = inside_meeting(
        clause.guideline.meeting, title, clause=clause, form=form, label=label
    )
    return render(request, "agree/commentary.html", context)


def _order(request: ActingRequest) -> list[int]:
    wanted = request.POST.get("order", "").split(",")
    return [int(key) for key in wanted if key.isascii() and key.isdigit()]


def _guideline(request: ActingRequest, slug: str) -> Guideline:
    meeting = kept(request, slug)
    return get_object_or_404(Guideline.objects.for_pages(), record__meeting=meeting)


def _chapter(request: ActingRequest, slug: str, pk: int) -> Chapter:
    guideline = _guideline(request, slug)
    return get_object_or_404(guideline.chapters.all(), pk=pk)


def _clause(request: ActingRequest, slug: str, pk: int) -> Clause:
    guideline = _guideline(request, slug)
    return get_object_or_404(guideline.clauses.for_pages(), pk=pk)


def _own(slug: str) -> str:
    return reverse("agree_work:guideline", args=[slug])


def _back(slug: str, chapter: Chapter | None = None) -> HttpResponse:
    """To where it was done."""
    return redirect(f"{_own(slug)}#bab-{chapter.pk}" if chapter else _own(slug))
