"""Error pages: what happened and the way on, never a stack trace."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from sinergi.core.doors import came_from, left_behind
from sinergi.core.entry import way_up


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def unverified(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: open too long, signed in again, cookies refused."""
    return render(request, "core/unverified.html", left_behind(request), status=403)


def signed_out(request: HttpRequest) -> HttpResponse:
    """A form of somebody whose session ended: the text is given back, not lost."""
    # Back to the page with the form; its own address may take nothing but the form.
    context = left_behind(request)
    context["next"] = came_from(request) or request.get_full_path()
    return render(request, "core/signed_out.html", context, status=403)


def not_allowed(request: HttpRequest, allow: str) -> HttpResponse:
    """An address that takes another kind of request than this one."""
    context = {
        "is_button": "POST" in allow,
        "up": way_up(request),
        **left_behind(request),
    }
    answer = render(request, "core/not_allowed.html", context, status=405)
    answer.headers["Allow"] = allow
    return answer


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    # Without a request context: whatever broke may break again there.
    return HttpResponse(render_to_string("500.html"), status=500)
