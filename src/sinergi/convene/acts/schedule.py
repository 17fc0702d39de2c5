"""Day, time or venue changed after the invitation: calendars take it as newer."""

from collections.abc import Mapping
from datetime import datetime

from sinergi.convene.models import Meeting

# What a calendar shows; a new title alone moves nobody's appointment.
MATERIAL = frozenset({"starts_on", "ends_on", "venue", "host"})
MATERIAL_OF_SESSION = frozenset({"starts_at", "ends_at", "room"})


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether what was described before is now at another time or place."""
    material = MATERIAL | MATERIAL_OF_SESSION
    return any(before.get(name) != after.get(name) for name in material)


def reschedule(meeting: Meeting, at: datetime) -> None:
    """Part of the act that moved it; a draft is in nobody's calendar yet."""
    if meeting.is_draft:
        return
    meeting.sequence += 1
    meeting.rescheduled_at = at
    meeting.save(update_fields=["sequence", "rescheduled_at"])
