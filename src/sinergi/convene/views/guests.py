"""What the holder of a personal link sees of one meeting, and answers.

The link is exchanged for a cookie under this address only, so that the secret stands
in no page, no history of pages and no Referer.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import acts, outline, queries
from sinergi.convene.forms.guests import GuestReplyForm
from sinergi.convene.models import AgendaDocument, Guest
from sinergi.convene.rules import Readers
from sinergi.core.canonical import sha256
from sinergi.core.doors import attempt, refused
from sinergi.core.downloads import file_name
from sinergi.core.limits import Limit, address_of
from sinergi.core.refusal import NotAllowed, Refusal

View = Callable[..., HttpResponseBase]

COOKIE = "tamu"
WRONG = Limit("guest-link", times=20, within=timedelta(minutes=10))
ANSWERS = Limit("guest-answer", times=10, within=timedelta(hours=1))


def personal(view: View) -> View:
    """Kept by nobody, found by no search engine, also where it is refused."""

    @wraps(view)
    def shown(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            answer = view(request, **kwargs)
        except Refusal as refusal:
            answer = refused(request, refusal)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        patch_cache_control(answer, private=True, no_store=True)
        return answer

    return shown


@require_safe
@personal
def link(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Keep the secret in this browser, for these pages, and out of the address."""
    guest = _holder(request, slug, token)
    answer = redirect("convene:guest", slug)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=guest.expires_at - timezone.now(),
        path=answer.url,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    # Only here: where a page has a form, browsers would send it without its origin.
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@personal
def guest(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme, what is handed out to guests, and the answer."""
    holder = _holder(request, slug, request.COOKIES.get(COOKIE, ""))
    meeting = holder.meeting
    form = GuestReplyForm(request.POST or None, initial={"answer": holder.answer})
    if request.method == "POST" and form.is_valid():
        ANSWERS.refuse_spent(holder.token_sha256)
        ANSWERS.count(holder.token_sha256)
        given = attempt(
            form,
            lambda: acts.answer_as_guest(
                holder, **form.cleaned_data, at=timezone.now()
            ),
        )
        if given:
            messages.success(request, _("The answer has reached the secretariat."))
            return redirect("convene:guest", slug)
    context = {
        "meeting": meeting,
        "guest": holder,
        "form": form,
        "days": outline.days(meeting),
        "documents": queries.documents(meeting, Readers.GUESTS),
        "simulated": meeting.is_simulated,
        "label": _("Send the answer"),
    }
    return render(request, "convene/guest.html", context)


@require_safe
@personal
def document(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    holder = _holder(request, slug, request.COOKIES.get(COOKIE, ""))
    handed_out = AgendaDocument.objects.for_guests().select_related("file")
    found = get_object_or_404(
        handed_out.filter(item__session__meeting=holder.meeting), pk=pk
    )
    return FileResponse(
        found.file.content.open("rb"),
        content_type=found.file.media_type,
        filename=file_name(found.name, holder.meeting.provenance),
        as_attachment=True,
    )


def _holder(request: HttpRequest, slug: str, token: str) -> Guest:
    """The guest of the link; who tries many wrong ones waits."""
    address = address_of(request)
    WRONG.refuse_spent(address)
    guests = Guest.objects.select_related(
        "meeting__forum__coordinator", "meeting__host"
    )
    found = guests.filter(meeting__slug=slug, token_sha256=sha256(token)).first()
    if found is None:
        WRONG.count(address)
    if found is None or not found.may_enter(timezone.now()):
        raise NotAllowed(acts.link_expired())
    return found
