"""Who may do what in a meeting: gates by page, predicates by meeting."""

from collections.abc import Mapping

from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import CommitteeRole
from sinergi.core.access import Gate, anyone, roles
from sinergi.core.models import Forum, Membership
from sinergi.core.rules import Role

# An administrator manages accounts and has no part in a meeting.
WORKERS = roles(*(role for role in Role if role is not Role.ADMINISTRATOR))
SECRETARIAT = roles(Role.SECRETARIAT)
# Who manages accounts, inspects or reviews stands beside the meeting.
SERVING = (Role.SECRETARIAT, Role.HEAD, Role.OPERATOR, Role.STATISTICIAN)

GATES: Mapping[str, Gate] = {
    "convene:list": anyone,
    "convene:meeting": anyone,
    "convene_work:list": WORKERS,
    "convene_work:meeting": WORKERS,
    "convene_work:draft": SECRETARIAT,
    "convene_work:change": SECRETARIAT,
    "convene_work:procedure": SECRETARIAT,
    "convene_work:programme": WORKERS,
    "convene_work:add_session": SECRETARIAT,
    "convene_work:change_session": SECRETARIAT,
    "convene_work:remove_session": SECRETARIAT,
    "convene_work:add_agenda_item": SECRETARIAT,
    "convene_work:change_agenda_item": SECRETARIAT,
    "convene_work:move_agenda_item": SECRETARIAT,
    "convene_work:remove_agenda_item": SECRETARIAT,
    "convene_work:opening": SECRETARIAT,
    "convene_work:move_opening": SECRETARIAT,
    "convene_work:remove_opening": SECRETARIAT,
    "convene_work:committee": SECRETARIAT,
    "convene_work:relieve": SECRETARIAT,
    "convene_work:participants": WORKERS,
    "convene_work:remove_participant": SECRETARIAT,
    "convene_work:invitation": SECRETARIAT,
    "convene_work:discard": SECRETARIAT,
    "convene_work:open": WORKERS,
    "convene_work:close": WORKERS,
    "convene_work:reopen": SECRETARIAT,
    "convene_work:desk": WORKERS,
    "convene_work:check_in": WORKERS,
    "convene_work:undo_check_in": WORKERS,
}


def is_secretariat(by: Membership | None, forum: Forum) -> bool:
    """The secretariat of the government that coordinates the forum."""
    return (
        SECRETARIAT(by) and by is not None and by.government_id == forum.coordinator_id
    )


def forum_of_secretariat(by: Membership | None) -> Forum | None:
    """The forum this secretariat calls meetings of; None for anybody else."""
    if by is None or not by.is_a(Role.SECRETARIAT):
        return None
    return Forum.objects.filter(coordinator=by.government_id).first()


def chairs(by: Membership | None, meeting: Meeting) -> bool:
    return _serves(by, meeting, CommitteeRole.CHAIR)


def chairs_group(by: Membership | None, session: Session) -> bool:
    """Named for this very group; the chair of the meeting is asked for by `chairs`."""
    return _serves(by, session.meeting, CommitteeRole.GROUP_CHAIR, session=session)


def takes_minutes(by: Membership | None, meeting: Meeting) -> bool:
    return _serves(by, meeting, CommitteeRole.MINUTE_TAKER)


def at_desk(by: Membership | None, meeting: Meeting) -> bool:
    """The registration desk; the secretariat can always stand in."""
    return is_secretariat(by, meeting.forum) or _serves(by, meeting, CommitteeRole.DESK)


def takes_part(by: Membership | None, meeting: Meeting) -> bool:
    """A government of the forum, once the invitation is sent."""
    return (
        by is not None
        and not meeting.is_draft
        and meeting.forum.seats.filter(government=by.government_id).exists()
    )


def sees(by: Membership | None, meeting: Meeting) -> bool:
    """Working papers of a meeting; a draft only its committee and the secretariat."""
    return (
        is_secretariat(by, meeting.forum)
        or _serves(by, meeting, *CommitteeRole)
        or (WORKERS(by) and takes_part(by, meeting))
    )


def _serves(
    by: Membership | None,
    meeting: Meeting,
    *wanted: CommitteeRole,
    session: Session | None = None,
) -> bool:
    if by is None or not WORKERS(by):
        return False
    seats = meeting.committee.filter(person=by.person_id, role__in=wanted)
    return (seats if session is None else seats.filter(session=session)).exists()
