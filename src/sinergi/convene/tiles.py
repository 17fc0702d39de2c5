"""The governments of a meeting as tiles: here, not yet, or absent."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sinergi.convene import queries
from sinergi.convene.models import Meeting
from sinergi.convene.queries import Presence
from sinergi.core.marks import Mark


def presence(meeting: Meeting, day: date | None = None) -> list[dict[str, Any]]:
    """One tile a government, always in the same place."""
    closed = meeting.is_over
    return [
        {
            "name": row.government.short_name,
            "mark": _mark(row, closed=closed),
            "note": _("%(present)d of %(expected)d participants")
            % {"present": row.present, "expected": row.expected},
        }
        for row in queries.presence(meeting, day)
    ]


def _mark(row: Presence, *, closed: bool) -> Mark:
    if row.present:
        return Mark("good", "check", _("present"))
    if closed:
        return Mark("off", "dash", _("absent"))
    return Mark("wait", "clock", _("not here yet"))
