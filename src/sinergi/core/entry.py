"""Why a page does not open to somebody, and which way is open."""

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from sinergi.core import gates
from sinergi.core.doors import acting, held
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Role


def shut(request: HttpRequest, url_name: str) -> NotAllowed:
    """The one reason that is true for the person, with the way out."""
    by = acting(request)
    if by is None:
        return NotAllowed(
            _(
                "You hold no office today, so this page does not open. Ask the "
                "administrator of your government for one."
            )
        )
    for other in held(request):
        if gates.lets_in(other, url_name):
            return NotAllowed(
                _(
                    "This page opens for your office %(other)s, and you act as "
                    "%(acting)s now. Switch offices under your name, at the top."
                )
                % {"other": other, "acting": by}
            )
    if by.is_a(Role.ADMINISTRATOR):
        return NotAllowed(
            _(
                "The office you hold, %(acting)s, gives offices and ends them, under "
                "“People and offices”. It has no part in the work itself, so it does "
                "not open this page. Ask the secretariat of the forum for what stands "
                "here."
            )
            % {"acting": by}
        )
    return NotAllowed(
        _(
            "The office you hold, %(acting)s, does not open this page. If your work "
            "needs it, ask the administrator of your government."
        )
        % {"acting": by}
    )


def way_up(request: HttpRequest) -> str:
    """The nearest page above this address that opens for the person."""
    parts = request.path.strip("/").split("/")
    for length in range(len(parts) - 1, 0, -1):
        path = f"/{'/'.join(parts[:length])}/"
        try:
            name = resolve(path).view_name
        except Resolver404:
            continue
        if gates.lets_in(acting(request), name):
            return path
    return "/"
