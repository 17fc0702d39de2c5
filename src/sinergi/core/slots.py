"""Named slots of earlier pages, filled by panels that later stages offer."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from sinergi.core.introductions import Panel

_panels: dict[str, list[Panel]] = defaultdict(list)


def fill(panels: Iterable[Panel]) -> None:
    """Put the panels in their slots; called once, by `site`, at start."""
    _panels.clear()
    for panel in sorted(panels, key=lambda panel: panel.order):
        _panels[panel.slot].append(panel)


def show(slot: str, request: HttpRequest, subject: Any) -> SafeString:
    """What the slot's panels show for this subject; each renders a template."""
    shown = (panel.render(request, subject) for panel in _panels[slot])
    return mark_safe("".join(shown))  # noqa: S308 - panels return rendered templates
