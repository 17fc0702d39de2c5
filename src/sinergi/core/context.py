"""What every page knows: the forum, the menus, and who is reading."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sinergi.core import gates
from sinergi.core.doors import acting
from sinergi.core.introductions import MenuItem
from sinergi.core.models import Forum

_menus: dict[str, list[MenuItem]] = {"public": [], "turn": []}


def set_menus(public: Iterable[MenuItem], turn: Iterable[MenuItem]) -> None:
    """The two menus in order; called once, by `site`, at start."""
    _menus["public"] = sorted(public, key=lambda item: item.order)
    _menus["turn"] = sorted(turn, key=lambda item: item.order)


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "instance_name": settings.INSTANCE_NAME,
        "forum": Forum.objects.select_related("coordinator").first(),
        "menu": _entries("public", request),
        "turn_menu": _entries("turn", request),
        "acting": acting(request),
        "memberships": getattr(request, "memberships", []),
    }


def _entries(menu: str, request: HttpRequest) -> list[dict[str, Any]]:
    entries = []
    for item in _menus[menu]:
        if not gates.lets_in(acting(request), item.url_name):
            continue
        url = reverse(item.url_name)
        current = request.path == url or (url != "/" and request.path.startswith(url))
        entries.append({"label": item.label, "url": url, "current": current})
    return entries
