"""The wall: a page for the projector, its plain twin, and the link that opens it.

Hundreds of screens ask every two seconds. What they get is drawn once for each act in
the ledger, audience and language, and whoever has it already is told so (304).
"""

import threading
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.convene import wall
from sinergi.convene.models import Meeting
from sinergi.core import ledger
from sinergi.core.canonical import sha256
from sinergi.core.refusal import NotAllowed

# What was drawn last, by what it depends on; a handful of meetings, two audiences,
# two languages, two shapes.
_drawn: dict[tuple[object, ...], tuple[str, str]] = {}
_KEPT = 32
_drawing = threading.Lock()


@require_safe
def projector(request: HttpRequest, slug: str) -> HttpResponseBase:
    """16:9, huge, without chrome; anyone may look, texts depend on who does."""
    return _answer(request, slug, as_text=False)


@require_safe
def as_text(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same for phones and screen readers, as an ordinary page."""
    return _answer(request, slug, as_text=True)


@require_safe
def with_key(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Keep the key in this browser, for the wall only, and keep it off the wall."""
    now = timezone.now()
    found = wall.key_of(_meeting(slug), key, now)
    if found is None:
        raise NotAllowed(
            _(
                "This projector link has expired or was revoked. Ask the projector "
                "operator of the meeting for a new one."
            )
        )
    answer = redirect("convene:wall", slug)
    answer.set_cookie(
        wall.COOKIE,
        key,
        max_age=found.expires_at - now,
        path=answer.url,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return answer


def _answer(request: HttpRequest, slug: str, *, as_text: bool) -> HttpResponseBase:
    meeting = _meeting(slug)
    hall = wall.in_hall(request, meeting, timezone.now())
    if "isi" in request.GET:
        return _part(request, meeting, in_hall=hall, as_text=as_text)
    context = {
        "meeting": meeting,
        "simulated": meeting.is_simulated,
        "part": _draw(request, meeting, in_hall=hall, as_text=as_text),
        "in_hall": hall,
        "stands_still": "diam" in request.GET,
    }
    page = "convene/wall_text.html" if as_text else "convene/wall.html"
    answer = render(request, page, context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _part(
    request: HttpRequest, meeting: Meeting, *, in_hall: bool, as_text: bool
) -> HttpResponseBase:
    """What changes, or 304."""
    key = (meeting.pk, ledger.tip(), in_hall, as_text, get_language())
    found = _drawn.get(key)
    if found is None:
        # One draws, the others of the same moment wait for it.
        with _drawing:
            found = _drawn.get(key)
            if found is None:
                body = _draw(request, meeting, in_hall=in_hall, as_text=as_text)
                found = (body, quote_etag(sha256(body.encode())[:32]))
                while len(_drawn) >= _KEPT:
                    del _drawn[next(iter(_drawn))]
                _drawn[key] = found
    body, etag = found
    answer = get_conditional_response(request, etag=etag) or HttpResponse(body)
    answer["ETag"] = etag
    # Clocks of laptops differ; the countdown follows the server's.
    answer["X-Now"] = timezone.now().isoformat(timespec="milliseconds")
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


def _draw(
    request: HttpRequest, meeting: Meeting, *, in_hall: bool, as_text: bool
) -> str:
    """In the zone of the meeting, whoever looks: the same for all."""
    name = "convene/wall_text_part.html" if as_text else "convene/wall_part.html"
    with timezone.override(ZoneInfo(meeting.zone)):
        shown = wall.wall_of(request, meeting, in_hall=in_hall, as_text=as_text)
        context = {"wall": shown, "now": timezone.now(), "in_hall": in_hall}
        return render_to_string(name, context, request)


def _meeting(slug: str) -> Meeting:
    meetings = Meeting.objects.public().select_related("forum", "host")
    meeting = get_object_or_404(meetings, slug=slug)
    if meeting.is_published:
        raise Http404
    return meeting
