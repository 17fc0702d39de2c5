"""Working pages of the pedoman: compiled, put in order, in force, repealed."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, printed, quoting, reviews, sentences, words
from sinergi.agree.forms.guidelines import GuidelineForm, InForceForm, RepealForm
from sinergi.agree.models import Clause, Guideline, RecordOfAgreement
from sinergi.agree.rules import GuidelineAction, GuidelineState, Unfinished
from sinergi.agree.views.pages import (
    Context,
    as_pdf,
    attempt_once,
    attempt_over,
    inside_meeting,
    kept,
)
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest
from sinergi.core.downloads import file_name


def guideline(request: ActingRequest, slug: str) -> HttpResponse:
    """Compile the pedoman; then its words, its structure, and what is next."""
    meeting = kept(request, slug)
    locked = access.record_of(meeting)
    known = guideline_of(meeting)
    form = GuidelineForm(request.POST or None, initial=_first_words(meeting, known))
    if locked and attempt_over(
        request,
        form,
        lambda: _save(locked, known, form.cleaned_data, request),
        lambda saved: _("Saved.") if known else _("The guideline is compiled."),
        lambda: acts.seen_of_words(known) if known else "",
    ):
        return redirect("agree_work:guideline", slug)
    now = timezone.now()
    context = inside_meeting(
        meeting,
        _("Pedoman"),
        record=locked,
        guideline=known,
        mark=known.mark(meeting.today(now)) if known else None,
        form=form,
        draft=known is not None and not known.is_determined,
        **(_to_do(request, known) if known else {}),
    )
    return render(request, "agree/guideline_work.html", context)


@require_safe
def guideline_preview(request: ActingRequest, slug: str) -> HttpResponse:
    """As it would be printed now, marked as a draft."""
    known = get_object_or_404(
        Guideline.objects.for_pages(), record__meeting=kept(request, slug)
    )
    content = quoting.of_guideline(known)
    drawn = printed.pedoman(content, None, origin=settings.PUBLIC_ORIGIN)
    return as_pdf(drawn, file_name(f"draf-pedoman-{slug}.pdf", known.provenance))


def in_force(request: ActingRequest, slug: str) -> HttpResponse:
    """Legal form, number and day; then the guideline is printed and locked."""
    meeting = kept(request, slug)
    known = get_object_or_404(Guideline.objects.for_pages(), record__meeting=meeting)
    if known.is_determined and request.method != "POST":
        return redirect("agree_work:guideline", slug)
    form = InForceForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.bring_in_force(
            known, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda done: sentences.in_force(form.cleaned_data["in_force_on"]),
    ):
        return redirect("agree_work:guideline", slug)
    context: Context = inside_meeting(
        meeting,
        _("Bring the guideline in force"),
        form=form,
        consequence=_(
            "The guideline is printed, locked and published, and binds from the day "
            "you enter. What it says cannot be changed any more."
        ),
        label=_("Bring in force"),
        danger=True,
        own_url=reverse("agree_work:guideline", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def repeal(request: ActingRequest, slug: str) -> HttpResponse:
    """The letter that withdraws it; it stays readable."""
    meeting = kept(request, slug)
    known = get_object_or_404(
        Guideline.objects.for_pages().determined(), record__meeting=meeting
    )
    form = RepealForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.repeal_guideline(
            known, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda done: _("The guideline is repealed."),
    ):
        return redirect("agree_work:guideline", slug)
    context = inside_meeting(
        meeting,
        _("Repeal the guideline"),
        form=form,
        consequence=_(
            "From the day you enter, none of its clauses binds any more. It stays "
            "readable for everyone and says so. This cannot be undone."
        ),
        label=_("Repeal the guideline"),
        danger=True,
        own_url=reverse("agree_work:guideline", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def guideline_of(meeting: Meeting) -> Guideline | None:
    return Guideline.objects.for_pages().filter(record__meeting=meeting).first()


def _to_do(request: ActingRequest, known: Guideline) -> dict[str, Any]:
    """What this office may do now, and what holds the next step up."""
    by, now = request.acting, timezone.now()
    review = reviews.review_of(known, now)

    def may(action: GuidelineAction) -> bool:
        return access.may_take_guideline(by, known, action)

    is_draft = not known.is_determined
    earlier = Guideline.objects.determined().filter(
        record__meeting__forum=known.meeting.forum_id,
        record__meeting__ends_on__lt=known.meeting.starts_on,
        provenance=known.provenance,
    )
    return {
        "review": review,
        "chapters": structure(known) if is_draft else [],
        "editable": may(GuidelineAction.EDIT) and not review.is_open,
        "may_open_review": may(GuidelineAction.OPEN_REVIEW) and not review.is_open,
        "may_determine": may(GuidelineAction.DETERMINE) and not review.unfinished,
        "may_repeal": may(GuidelineAction.WITHDRAW),
        "reopens": known.reviews > 0,
        "has_earlier": is_draft and earlier.exists(),
        "changes": known.changes.count(),
        "checks": [
            {"is_so": each not in review.unfinished, "text": words.UNFINISHED[each]}
            for each in Unfinished
        ]
        if is_draft
        else [],
        "is_repealed": GuidelineState(known.state) is GuidelineState.WITHDRAWN,
    }


def structure(guideline: Guideline) -> list[dict[str, Any]]:
    """Chapters as they are put in order, numbered as they will be printed."""
    clauses: dict[int, list[Clause]] = {}
    quoted = guideline.clauses.for_pages().prefetch_related("version__paragraphs")
    for clause in quoted:
        clauses.setdefault(clause.chapter_id, []).append(clause)
    found, number = [], 0
    for chapter in guideline.chapters.all():
        inside = clauses.get(chapter.pk, [])
        is_printed = bool(inside or chapter.commentary)
        number += is_printed
        found.append(
            {
                "chapter": chapter,
                "number": number if is_printed else None,
                "clauses": [
                    {
                        "clause": clause,
                        "number": f"{number}.{place}",
                        "recommendation": clause.version.recommendation,
                        "texts": clause.version.texts,
                    }
                    for place, clause in enumerate(inside, start=1)
                ],
            }
        )
    return found


def _first_words(meeting: Meeting, known: Guideline | None) -> dict[str, str]:
    if known:
        return {
            "title": known.title,
            "foreword": known.foreword,
            "seen": acts.seen_of_words(known),
        }
    return {"title": _("Guideline of %(meeting)s") % {"meeting": meeting.title}}


def _save(
    locked: RecordOfAgreement,
    known: Guideline | None,
    said: dict[str, Any],
    request: ActingRequest,
) -> Guideline:
    by, at = request.acting, timezone.now()
    if known:
        return acts.edit_guideline(known, **said, by=by, at=at)
    first = {name: said[name] for name in ("title", "foreword")}
    return acts.compile_guideline(locked, **first, by=by, at=at)
