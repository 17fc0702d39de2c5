"""What a pedoman changes of earlier ones, clause by clause."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.agree import acts
from sinergi.agree.forms.guidelines import ChangeForm
from sinergi.agree.models import Clause, ClauseChange, Guideline
from sinergi.agree.models.guidelines import ClauseQuerySet
from sinergi.agree.views.pages import attempt_once, inside_meeting, kept
from sinergi.core.doors import ActingRequest


@require_safe
def changes(request: ActingRequest, slug: str) -> HttpResponse:
    """Every clause of earlier pedoman that still stands, and what becomes of it."""
    meeting = kept(request, slug)
    guideline = _guideline(request, slug)
    known = {each.clause_id: each for each in _of(guideline)}
    rows = [
        {"clause": each, "change": known.get(each.pk)}
        for each in _earlier(guideline).order_by(
            "-chapter__guideline__in_force_on", "chapter__order", "order"
        )
    ]
    context = inside_meeting(
        meeting, _("Changes of earlier guidelines"), guideline=guideline, rows=rows
    )
    return render(request, "agree/changes.html", context)


def change(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """One clause: what stands in its place, or why nothing does."""
    meeting = kept(request, slug)
    guideline = _guideline(request, slug)
    clause = get_object_or_404(_earlier(guideline), pk=pk)
    known = _of(guideline).filter(clause=clause).first()
    form = ChangeForm(
        request.POST or None,
        clauses=guideline.clauses.for_pages(),
        initial=_initial(known),
    )
    if attempt_once(
        request,
        form,
        lambda: acts.change_clause(
            guideline,
            clause=clause,
            **form.cleaned_data,
            by=request.acting,
            at=timezone.now(),
        ),
        lambda done: _("The change is saved; it is printed in the guideline."),
    ):
        return redirect("agree_work:changes", slug)
    context = inside_meeting(
        meeting,
        _("Change an earlier clause"),
        clause=clause,
        form=form,
        label=_("Save the change"),
        cancel="agree_work:changes",
    )
    return render(request, "agree/commentary.html", context)


@require_POST
def leave(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    guideline = _guideline(request, slug)
    found = get_object_or_404(_of(guideline), clause=pk)
    acts.leave_clause(found, by=request.acting, at=timezone.now())
    messages.success(request, _("The earlier clause stands as it is."))
    return redirect("agree_work:changes", slug)


def _guideline(request: ActingRequest, slug: str) -> Guideline:
    meeting = kept(request, slug)
    return get_object_or_404(Guideline.objects.for_pages(), record__meeting=meeting)


def _earlier(guideline: Guideline) -> ClauseQuerySet:
    """Of determined pedoman of the forum, and not changed by another already."""
    meeting = guideline.meeting
    done = ClauseChange.objects.determined().values("clause")
    standing = Guideline.objects.determined().filter(
        withdrawn_on=None,
        record__meeting__forum=meeting.forum_id,
        record__meeting__ends_on__lt=meeting.starts_on,
        provenance=guideline.provenance,
    )
    return (
        Clause.objects.for_pages()
        .filter(chapter__guideline__in=standing)
        .exclude(pk__in=done)
        .prefetch_related("version__paragraphs")
    )


def _of(guideline: Guideline) -> Any:
    return guideline.changes.select_related(
        "guideline__record__meeting__forum",
        "clause__version__recommendation",
        "replacement__version__recommendation",
    )


def _initial(known: ClauseChange | None) -> dict[str, Any]:
    if known is None:
        return {}
    return {"replacement": known.replacement_id, "reason": known.reason}
