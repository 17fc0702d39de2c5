"""Working page of the guests of a meeting: whom, and the link, once."""

import secrets

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinergi.convene import access, acts, guards, rules
from sinergi.convene.forms.guests import GuestForm
from sinergi.convene.models import Guest, Meeting
from sinergi.convene.rules import MeetingState
from sinergi.convene.views.pages import page, seen
from sinergi.core.doors import ActingRequest, allow, attempt


def guests(request: ActingRequest, slug: str) -> HttpResponse:
    """Who is invited, and a form for one more."""
    meeting = _of_secretariat(request, slug)
    form = GuestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token = secrets.token_urlsafe(rules.TOKEN_BYTES)
        made = attempt(
            form,
            lambda: acts.invite_guest(
                meeting,
                **form.cleaned_data,
                token=token,
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if made:
            return _shown_once(request, meeting, made, token)
    return _listed(request, meeting, form)


@require_POST
def renew(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _of_secretariat(request, slug)
    token = secrets.token_urlsafe(rules.TOKEN_BYTES)
    guest = acts.renew_guest_link(
        _guest(meeting, pk), token=token, by=request.acting, at=timezone.now()
    )
    return _shown_once(request, meeting, guest, token)


@require_POST
def revoke(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _of_secretariat(request, slug)
    acts.revoke_guest_link(_guest(meeting, pk), by=request.acting, at=timezone.now())
    messages.success(request, _("The link is revoked and opens nothing now."))
    return redirect("convene_work:guests", slug)


def _shown_once(
    request: ActingRequest, meeting: Meeting, guest: Guest, token: str
) -> HttpResponse:
    """Only here is the link; of it the database keeps a hash."""
    path = reverse("convene:guest_link", args=[meeting.slug, token])
    answer = _listed(
        request,
        meeting,
        GuestForm(),
        new=guest,
        link=f"{settings.PUBLIC_ORIGIN}{path}",
    )
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _listed(
    request: ActingRequest,
    meeting: Meeting,
    form: GuestForm,
    new: Guest | None = None,
    link: str = "",
) -> HttpResponse:
    context = page(
        request,
        meeting,
        "guests",
        title=_("Guests"),
        form=form,
        guests=meeting.guests.all(),
        may_invite=rules.takes_guests(MeetingState(meeting.state)),
        new=new,
        link=link,
    )
    return render(request, "convene/guests.html", context)


def _of_secretariat(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(
        access.is_secretariat(request.acting, meeting.forum), guards.secretariat_only()
    )
    if meeting.is_draft or meeting.is_published:
        raise Http404
    return meeting


def _guest(meeting: Meeting, pk: int) -> Guest:
    guest = get_object_or_404(meeting.guests, pk=pk)
    guest.meeting = meeting
    return guest
