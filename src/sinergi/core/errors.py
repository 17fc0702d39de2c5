"""Error pages: what happened and the way on, never a stack trace."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from sinergi.core.doors import left_behind


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def unverified(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: open too long, signed in again, cookies refused."""
    return render(request, "core/unverified.html", left_behind(request), status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    # Without a request context: whatever broke may break again there.
    return HttpResponse(render_to_string("500.html"), status=500)
