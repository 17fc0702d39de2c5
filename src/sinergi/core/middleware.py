"""What happens to every request: whose it is, in which language, through which gate."""

import re
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils import timezone, translation

from sinergi.core import entry, errors, gates
from sinergi.core.doors import NoForum, acting, no_forum, refused
from sinergi.core.models import Forum, Membership, Person
from sinergi.core.refusal import Refusal, StandsAlready

Next = Callable[[HttpRequest], HttpResponse]

LANGUAGE_COOKIE = "bahasa"
ACTING_KEY = "acting"

_LINE_END = re.compile(r"\r\n?")


class Acting:
    """Sets request.acting: the membership chosen among those the person holds today."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        held = memberships(request)
        chosen = request.session.get(ACTING_KEY) if held else None
        picked = [each for each in held if each.pk == chosen] or held[:1]
        # Django's request has no such names; `doors` is who reads them.
        request.acting = picked[0] if picked else None  # type: ignore[attr-defined] # own
        request.memberships = held  # type: ignore[attr-defined] # own
        return self.get_response(request)


class Locale:
    """Indonesian unless the person chose otherwise; the browser is not asked.

    Office computers often announce English while their users read Indonesian.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        membership = acting(request)
        zone = membership.government.time_zone if membership else forum_zone()
        with translation.override(language), timezone.override(ZoneInfo(zone)):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class LineEnds:
    """Ends the lines of what a form sends as ours end: browsers send CR and LF.

    Here, once, so that no text is kept, compared, hashed or printed with a CR.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        if any("\r" in text for _, texts in request.POST.lists() for text in texts):
            sent = request.POST.copy()
            for name, texts in request.POST.lists():
                sent.setlist(name, [_LINE_END.sub("\n", text) for text in texts])
            # A changed copy: the stubs know only the sealed one Django makes itself.
            request.POST = sent  # type: ignore[assignment] # a copy


class Door:
    """Lets a request through the gate of its URL, and tells refusals kindly."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return errors.not_allowed(request, response.headers["Allow"])
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        if gates.lets_in(acting(request), name):
            return None
        if not request.user.is_authenticated and request.method == "POST":
            return errors.signed_out(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return refused(request, entry.shut(request, name))

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, NoForum):
            return no_forum(request)
        if isinstance(exception, StandsAlready):
            messages.info(request, str(exception))
            return redirect(entry.way_up(request))
        return refused(request, exception) if isinstance(exception, Refusal) else None


def memberships(request: HttpRequest) -> list[Membership]:
    person = request.user
    if not isinstance(person, Person):
        return []
    return list(person.memberships.current(timezone.localdate()))


def chosen_language(request: HttpRequest) -> str:
    known = dict(settings.LANGUAGES)
    person = request.user
    cookie = request.COOKIES.get(LANGUAGE_COOKIE, "")
    wanted = cookie or (person.language if isinstance(person, Person) else "")
    return wanted if wanted in known else settings.LANGUAGE_CODE


def forum_zone() -> str:
    """Visitors read times in the zone of the coordinating government."""
    forum = Forum.objects.select_related("coordinator").first()
    return forum.coordinator.time_zone if forum else settings.TIME_ZONE
