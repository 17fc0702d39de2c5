"""What is published is open to everyone; a brief is for those it is about.

A brief tells nothing that only some of its readers may know, and is still a paper of
the house: of a government for its own people and for who runs the meeting on behalf of
the coordinating government, of a bidang for everybody in the meeting.
"""

from collections.abc import Mapping

from sinergi.convene.access import WORKERS, chairs, is_secretariat, sees
from sinergi.convene.models import Meeting
from sinergi.convene.rules import CommitteeRole
from sinergi.core.access import Gate, anyone, of_government
from sinergi.core.models import Membership, Place
from sinergi.core.rules import Role

GATES: Mapping[str, Gate] = {
    "publish:home": anyone,
    "publish:progress": anyone,
    "publish:progress_csv": anyone,
    "publish:progress_json": anyone,
    "publish:recommendations_csv": anyone,
    "publish:recommendations_json": anyone,
    "publish:documents": anyone,
    "publish:data": anyone,
    "publish_work:briefs": WORKERS,
    "publish_work:government_brief": WORKERS,
    "publish_work:government_brief_file": WORKERS,
    "publish_work:bidang_brief": WORKERS,
    "publish_work:bidang_brief_file": WORKERS,
}


def may_read_briefs(by: Membership | None, meeting: Meeting) -> bool:
    """Whoever takes part in the meeting, while it is ahead or in session."""
    return sees(by, meeting) and not (meeting.is_over or meeting.is_published)


def may_read_of(by: Membership | None, meeting: Meeting, place: Place) -> bool:
    """The brief of one government."""
    if by is None or not may_read_briefs(by, meeting):
        return False
    return of_government(by, place) or reads_all(by, meeting)


def reads_all(by: Membership | None, meeting: Meeting) -> bool:
    """Secretariat, inspectorate and the chairs, of the coordinating government."""
    if by is None or not of_government(by, meeting.forum.coordinator):
        return False
    leads = meeting.committee.filter(
        person=by.person_id, role=CommitteeRole.GROUP_CHAIR.value
    )
    return (
        is_secretariat(by, meeting.forum)
        or by.is_a(Role.INSPECTORATE)
        or chairs(by, meeting)
        or (WORKERS(by) and leads.exists())
    )
