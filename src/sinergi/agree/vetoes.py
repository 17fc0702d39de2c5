"""What agreeing forbids the stages before it."""

from django.utils.translation import gettext as _

from sinergi.agree import access
from sinergi.convene.models import Meeting
from sinergi.core.introductions import Veto


def against_reopening(meeting: Meeting) -> str:
    """A locked berita acara is about a meeting that has ended."""
    record = access.record_of(meeting)
    if record is None or not record.is_locked:
        return ""
    return _(
        "The berita acara %(number)s of this meeting is locked, so the meeting stays "
        "closed. What is still to be agreed belongs to the next meeting: draft it "
        "there."
    ) % {"number": record.number}


VETOES = (Veto("reopen_meeting", against_reopening),)
