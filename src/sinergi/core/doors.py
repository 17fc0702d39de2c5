"""What views share: whose request it is, and how a refusal is told."""

import re
from collections.abc import Callable
from typing import TypeVar, cast
from urllib.parse import urlsplit

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.html import format_html

from sinergi.core.models import Forum, Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready

T = TypeVar("T")
# Fields whose content no page gives back.
_SECRET = re.compile("password|passphrase|^nik$")


class ActingRequest(HttpRequest):
    """A request let in by a gate that asks for a membership."""

    acting: Membership


def acting(request: HttpRequest) -> Membership | None:
    """The membership the request acts under; None for a visitor."""
    return cast("Membership | None", getattr(request, "acting", None))


def held(request: HttpRequest) -> list[Membership]:
    """Every membership the person holds today, the acting one among them."""
    return cast("list[Membership]", getattr(request, "memberships", []))


class NoForum(Exception):
    """Nothing is registered yet; the door middleware answers with the next step."""


def the_forum() -> Forum:
    """The forum public pages are about: the first that was registered."""
    forum = Forum.objects.select_related("coordinator").order_by("pk").first()
    if forum is None:
        raise NoForum
    return forum


def no_forum(request: HttpRequest) -> HttpResponse:
    return render(request, "core/no_forum.html")


def allow(allowed: bool, message: str | Promise) -> None:
    """Refuse what the gate could not know: another's object, a wrong state."""
    if not allowed:
        raise NotAllowed(message)


def attempt(form: BaseForm, deed: Callable[[], T]) -> T | None:
    """Do the deed; when it is refused, the form keeps its input and says why.

    What stands already needs no correction: the page that shows it is led to.
    """
    try:
        return deed()
    except StandsAlready:
        raise
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


def add_way_out(form: BaseForm, refusal: Refusal, url: str, label: str) -> None:
    """Keep the input and say why, with a link to what stands in the way."""
    form.add_error(
        None, format_html('{} <a href="{}">{}</a>', str(refusal), url, label)
    )


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    status = 403 if isinstance(refusal, NotAllowed) else 409
    context = {"refusal": refusal, **left_behind(request)}
    return render(request, "core/refused.html", context, status=status)


def left_behind(request: HttpRequest) -> dict[str, object]:
    """What a page that ends a request gives back: the way, and the sentences typed.

    A sentence has a space in it; keys, numbers and passwords are not shown.
    """
    sent = [
        value.strip()
        for name, values in request.POST.lists()
        if not _SECRET.search(name)
        for value in values
        if isinstance(value, str)
    ]
    return {
        "back": request.headers.get("Referer", ""),
        "typed": [value for value in sent if " " in value],
    }


def came_from(request: HttpRequest) -> str:
    """The page of ours that the request was sent from, as a path; else nothing."""
    sent_from = urlsplit(request.headers.get("Referer", ""))
    if sent_from.netloc != request.get_host():
        return ""
    return sent_from._replace(scheme="", netloc="", fragment="").geturl()
