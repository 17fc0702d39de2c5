"""Comments on the minutes: made, and answered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.convene import access, acts, guards
from sinergi.convene.forms.minutes import AnswerForm, CommentForm
from sinergi.convene.models import MinutesComment
from sinergi.convene.views.minuting import kept, session_of, take
from sinergi.core.doors import ActingRequest, allow


def comment(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting, session = session_of(request, slug, pk)
    allow(
        access.comments_for(request.acting, meeting),
        _("Operator and head of a government of the forum comment on the minutes."),
    )
    form = CommentForm(request.POST or None)
    return take(
        request,
        meeting,
        session,
        form,
        lambda: acts.comment_minutes(
            session, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        title=_("Comment on the minutes"),
        label=_("Send the comment"),
        done=_("The comment is with the minute-taker."),
        about=session.title,
    )


def answer_comment(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = kept(request, slug)
    comments = MinutesComment.objects.filter(session__meeting=meeting)
    found = get_object_or_404(comments.select_related("session__meeting"), pk=pk)
    allow(access.takes_minutes(request.acting, meeting), guards.minute_taker_only())
    form = AnswerForm(request.POST or None, initial={"answer": found.answer})
    return take(
        request,
        meeting,
        found.session,
        form,
        lambda: acts.answer_comment(
            found, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        title=_("Answer the comment"),
        label=_("Save the answer"),
        done=_("The comment is answered."),
        about=found.text,
    )
