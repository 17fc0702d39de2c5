"""What every page about the minutes of a session does alike."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sinergi.convene.models import Meeting, MinutesRevision, Session
from sinergi.convene.views.pages import page, seen
from sinergi.core.doors import ActingRequest, attempt


def take(
    request: ActingRequest,
    meeting: Meeting,
    session: Session,
    form: Form,
    deed: Callable[[], Model],
    *,
    title: str,
    label: str,
    done: str,
    about: str,
) -> HttpResponse:
    """A form of one or two fields about a session; afterwards back to it."""
    if request.method == "POST" and form.is_valid():
        taken = attempt(form, deed)
        if taken:
            messages.success(request, done)
            return redirect(place_of(meeting, session))
    return form_page(request, meeting, form, title, label, session, about=about)


def form_page(
    request: ActingRequest,
    meeting: Meeting,
    form: Form,
    title: str,
    label: str,
    session: Session,
    overtaken: MinutesRevision | None = None,
    about: str = "",
) -> HttpResponse:
    context = page(
        request,
        meeting,
        "minutes",
        title=title,
        form=form,
        label=label,
        session=session,
        overtaken=overtaken,
        about=about,
        cancel_url=place_of(meeting, session),
    )
    return render(request, "convene/minutes_form.html", context)


def session_of(request: ActingRequest, slug: str, pk: int) -> tuple[Meeting, Session]:
    meeting = kept(request, slug)
    session = get_object_or_404(meeting.sessions, pk=pk)
    session.meeting = meeting
    return meeting, session


def kept(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    if meeting.is_draft or meeting.is_published:
        raise Http404
    return meeting


def place_of(meeting: Meeting, session: Session) -> str:
    url = reverse("convene_work:minutes", args=[meeting.slug])
    return f"{url}#sesi-{session.pk}"
