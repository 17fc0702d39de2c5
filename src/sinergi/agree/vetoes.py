"""What agreeing forbids the stages before it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sinergi.agree import access
from sinergi.agree.models import Recommendation
from sinergi.agree.rounds import going_round
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


def against_late_scans(meeting: Meeting) -> str:
    """The locked berita acara says who was present."""
    record = access.record_of(meeting)
    if record is None or not record.is_locked:
        return ""
    return _(
        "The berita acara %(number)s of this meeting is locked and says who was "
        "present. A scan sent now changes nothing."
    ) % {"number": record.number}


def against_extending(meeting: Meeting) -> str:
    """Without a text that goes round nobody needs more days."""
    if going_round(meeting).exists():
        return ""
    return _("No recommendation of this meeting goes round in writing.")


def against_discarding(meeting: Meeting) -> str:
    """What a government has drafted for a meeting is not thrown away with it."""
    drafted = Recommendation.objects.filter(meeting=meeting).count()
    if not drafted:
        return ""
    return ngettext(
        "%(drafted)d recommendation has been drafted for this meeting, so the meeting "
        "stays. Change its title, place and days instead.",
        "%(drafted)d recommendations have been drafted for this meeting, so the "
        "meeting stays. Change its title, place and days instead.",
        drafted,
    ) % {"drafted": drafted}


VETOES = (
    Veto("reopen_meeting", against_reopening),
    Veto("take_scan", against_late_scans),
    Veto("extend_circulation", against_extending),
    Veto("discard_meeting", against_discarding),
)
