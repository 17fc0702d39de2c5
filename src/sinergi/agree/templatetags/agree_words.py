"""Locked data as a page shows it: stances and states in words of today."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _

from sinergi.agree import words
from sinergi.agree.rules import Stance, State
from sinergi.convene.rules import Ratification
from sinergi.core.marks import Mark

register = template.Library()


@register.filter
def as_tiles(
    positions: Iterable[Mapping[str, Any]], ratified_by: str = ""
) -> list[dict[str, Any]]:
    """Answers of a locked berita acara as tiles, given in the hall or in writing."""
    in_writing = ratified_by == Ratification.CIRCULATION
    return [
        {
            "name": position["government"],
            "mark": words.STANCE[Stance(position["stance"])],
            "note": " · ".join(
                _notes_in_writing(position) if in_writing else _notes(position)
            ),
        }
        for position in positions
    ]


def _on_behalf(mandate: Mapping[str, str] | None) -> list[str]:
    if not mandate:
        return []
    told = _("on behalf of %(office)s, mandate %(number)s")
    return [told % {"office": mandate["office"], "number": mandate["number"]}]


def _notes(position: Mapping[str, Any]) -> Iterator[str]:
    """Its words, and how a government answered that was not there."""
    if position["note"]:
        yield f"“{position['note']}”"
    if position["stance"] == Stance.ABSENT:
        if position["attended"]:
            yield _("while this text was discussed")
    elif not position["attended"]:
        yield _("absent from the meeting")
    if position["recorded_by_secretariat"]:
        yield _("recorded by the secretariat")
    elif position["is_start"]:
        yield _("not addressed, not asked to answer")
    elif not position["attended"]:
        yield _("given in writing in Sinergi")
    yield from _on_behalf(position.get("mandate"))


def _notes_in_writing(position: Mapping[str, Any]) -> Iterator[str]:
    """Presence in the hall says nothing of an answer given in writing."""
    if position["note"]:
        yield f"“{position['note']}”"
    if position["stance"] == Stance.ABSENT:
        yield _("gave no written answer")
    elif position["recorded_by_secretariat"]:
        yield _("recorded by the secretariat")
    elif position["is_start"]:
        yield _("not addressed, not asked to answer")
    yield from _on_behalf(position.get("mandate"))


@register.filter
def as_day(text: str) -> date:
    """A day as locked data writes it."""
    return date.fromisoformat(text)


@register.filter
def state_mark(state: str) -> Mark:
    return words.STATE[State(state)]
