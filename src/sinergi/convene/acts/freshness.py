"""Two pages, one text: a change form overwrites nothing newer than what it showed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sinergi.convene import words
from sinergi.convene.models import AgendaItem, Meeting, Session
from sinergi.core.stale import Overtaken, stamp

Shown = Meeting | Session | AgendaItem

LABELS: Mapping[type[Shown], Mapping[str, str | Promise]] = {
    Meeting: words.MEETING_FIELD,
    Session: words.SESSION_FIELD,
    AgendaItem: words.AGENDA_FIELD,
}


def seen_of(row: Shown) -> str:
    """The stamp of what the change form of this row is filled in from."""
    return stamp({name: str(getattr(row, name)) for name in LABELS[type(row)]})


def refuse_overtaken(
    row: Shown, wanted: Mapping[str, Any], *, seen: str, zone: str
) -> None:
    """`seen` is the stamp of the row as the page showed it; empty asks nothing."""
    labels = LABELS[type(row)]
    now = {name: getattr(row, name) for name in labels}
    differing = [name for name in labels if now[name] != wanted[name]]
    if seen and differing and seen != seen_of(row):
        told = [f"{labels[name]}: {_told(name, now[name], zone)}" for name in differing]
        raise overtaken(row, "; ".join(told))


def overtaken(what: object, now: str) -> Overtaken:
    return Overtaken(
        _(
            "“%(what)s” was changed after your page was opened. It now says: "
            "%(now)s. What you typed stands below and is not saved; save once more to "
            "put it in its place."
        )
        % {"what": what, "now": now.rstrip(".")}
    )


def _told(name: str, value: Any, zone: str) -> str:
    if isinstance(value, datetime):
        local = timezone.localtime(value, ZoneInfo(zone))
        return str(date_format(local, "DATETIME_FORMAT"))
    if isinstance(value, date):
        return str(date_format(value))
    return str(words.KIND[value] if name == "kind" else value) or "–"
