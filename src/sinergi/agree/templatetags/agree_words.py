"""Locked data as a page shows it: stances and states in words of today."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _

from sinergi.agree import words
from sinergi.agree.rules import Stance, State
from sinergi.core.marks import Mark

register = template.Library()


@register.filter
def as_tiles(positions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Answers of a locked berita acara as tiles."""
    return [
        {
            "name": position["government"],
            "mark": words.STANCE[Stance(position["stance"])],
            "note": " · ".join(
                [
                    *([f"“{position['note']}”"] if position["note"] else []),
                    *(
                        [_("recorded by the secretariat")]
                        if position["recorded_by_secretariat"]
                        else []
                    ),
                ]
            ),
        }
        for position in positions
    ]


@register.filter
def state_mark(state: str) -> Mark:
    return words.STATE[State(state)]
