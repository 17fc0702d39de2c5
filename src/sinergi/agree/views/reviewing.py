"""The review of a pedoman: read by all governments, commented, answered."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from sinergi.agree import access, acts, queries, quoting, reviews, words
from sinergi.agree.forms.guidelines import AnswerForm, CommentForm
from sinergi.agree.models import Guideline
from sinergi.agree.rules import GuidelineAction
from sinergi.agree.views.pages import attempt_once, inside_meeting, kept, seen
from sinergi.agree.views.quoted import as_read
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.marks import Mark


@require_safe
def review(request: ActingRequest, slug: str) -> HttpResponse:
    """The pedoman as it would be printed, what was said of it, and who has finished."""
    meeting, guideline = _readable(request, slug)
    by, now = request.acting, timezone.now()
    found = reviews.review_of(guideline, now)

    def may(action: GuidelineAction) -> bool:
        return access.may_take_guideline(by, guideline, action)

    is_mine = by.government_id in {each.pk for each in found.governments}
    context = inside_meeting(
        meeting,
        _("Review of the guideline"),
        guideline=guideline,
        mark=guideline.mark(meeting.today(now)),
        review=found,
        tiles=_tiles(found),
        chapters=as_read(
            quoting.of_guideline(guideline),
            keys={each.reference: each.pk for each in guideline.clauses.for_pages()},
        ),
        may_comment=may(GuidelineAction.COMMENT) and found.is_open,
        may_answer=may(GuidelineAction.ANSWER),
        has_finished=is_mine and by.government_id in found.finished,
        keeps=access.keeps_record(by, meeting),
        draft=not guideline.is_determined,
    )
    return render(request, "agree/review.html", context)


def open_review(request: ActingRequest, slug: str) -> HttpResponse:
    """Asked for once more, with the days it takes."""
    meeting = kept(request, slug)
    guideline = get_object_or_404(
        Guideline.objects.for_pages(), record__meeting=meeting
    )
    if request.method == "POST":
        acts.open_review(guideline, by=request.acting, at=timezone.now())
        messages.success(request, _("The governments can review the guideline."))
        return redirect("agree_work:review", slug)
    days = queries.procedure_of(meeting).days_to_review
    context = inside_meeting(
        meeting,
        _("Send for review"),
        consequence=ngettext(
            "Every government of the forum can read and comment it for %(days)d day. "
            "Until then nothing in it is changed.",
            "Every government of the forum can read and comment it for %(days)d days. "
            "Until then nothing in it is changed.",
            days,
        )
        % {"days": days},
        label=_("Send for review"),
        own_url=reverse("agree_work:guideline", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def comment(request: ActingRequest, slug: str) -> HttpResponse:
    meeting, guideline = _readable(request, slug)
    allow(
        access.may_take_guideline(request.acting, guideline, GuidelineAction.COMMENT),
        _("Operator and head of a government of the forum review the guideline."),
    )
    form = CommentForm(
        request.POST or None,
        clauses=guideline.clauses.for_pages(),
        initial={"clause": request.GET.get("butir", "")},
    )
    if attempt_once(
        request,
        form,
        lambda: acts.comment_guideline(
            guideline, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda made: _("Your comment is with the secretariat."),
    ):
        return redirect("agree_work:review", slug)
    context = inside_meeting(
        meeting,
        _("Comment on the guideline"),
        form=form,
        label=_("Send the comment"),
        own_url=reverse("agree_work:review", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def answer(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """The secretariat says what came of a comment."""
    meeting = kept(request, slug)
    guideline = get_object_or_404(
        Guideline.objects.for_pages(), record__meeting=meeting
    )
    found = get_object_or_404(
        guideline.comments.select_related("guideline", "government"), pk=pk
    )
    form = AnswerForm(request.POST or None, initial={"answer": found.answer})
    if attempt_once(
        request,
        form,
        lambda: acts.answer_guideline_comment(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda done: _("The answer is saved; every government reads it."),
    ):
        return redirect("agree_work:review", slug)
    context = inside_meeting(
        meeting,
        _("Answer a comment"),
        form=form,
        consequence=f"{found.government.short_name}: {found.text}",
        label=_("Save the answer"),
        own_url=reverse("agree_work:review", args=[slug]),
    )
    return render(request, "agree/step.html", context)


@require_POST
def finish(request: ActingRequest, slug: str) -> HttpResponse:
    _meeting, guideline = _readable(request, slug)
    try:
        acts.finish_review(guideline, by=request.acting, at=timezone.now())
    except acts.StandsAlready as already:
        messages.info(request, str(already))
    else:
        messages.success(request, _("The review of your government is finished."))
    return redirect("agree_work:review", slug)


def _readable(request: ActingRequest, slug: str) -> tuple[Meeting, Guideline]:
    meeting = seen(request, slug)
    guideline = get_object_or_404(
        Guideline.objects.for_pages(), record__meeting=meeting
    )
    if not access.may_read_review(request.acting, guideline):
        raise Http404
    return meeting, guideline


def _tiles(found: reviews.Review) -> list[dict[str, object]]:
    """Government by government: finished, and how much it said."""
    rows = []
    for place in found.governments:
        said = len(found.of(place))
        is_done = place.pk in found.finished
        mark: Mark = words.READ if is_done else words.UNREAD
        note = ngettext("%(count)d comment", "%(count)d comments", said)
        rows.append(
            {
                "name": place.short_name,
                "mark": mark,
                "note": note % {"count": said} if said else "",
                "url": "",
            }
        )
    return rows
