"""Who may do what in a meeting: gates by page, predicates by meeting."""

from collections.abc import Mapping

from sinergi.convene.models import AgendaDocument, Meeting, Reply, Session
from sinergi.convene.rules import CommitteeRole
from sinergi.core.access import Gate, anyone, roles
from sinergi.core.models import Forum, Membership
from sinergi.core.rules import Role

# An administrator manages accounts and has no part in a meeting; an attendant checks
# in and sees nothing else of it.
WORKERS = roles(
    *(role for role in Role if role not in (Role.ADMINISTRATOR, Role.ATTENDANT))
)
SECRETARIAT = roles(Role.SECRETARIAT)
# The doors of a meeting are also for who does nothing else.
DOORKEEPERS = roles(*(role for role in Role if role is not Role.ADMINISTRATOR))
# Who manages accounts, inspects or reviews stands beside the meeting.
SERVING = (Role.SECRETARIAT, Role.HEAD, Role.OPERATOR, Role.STATISTICIAN)

_OPERATING = (
    CommitteeRole.CHAIR,
    CommitteeRole.SECRETARY,
    CommitteeRole.MINUTE_TAKER,
    CommitteeRole.PROJECTOR,
)

_KEEPING = (
    CommitteeRole.CHAIR,
    CommitteeRole.SECRETARY,
    CommitteeRole.MINUTE_TAKER,
)

_RUNNING = (
    CommitteeRole.CHAIR,
    CommitteeRole.SECRETARY,
    CommitteeRole.GROUP_CHAIR,
    CommitteeRole.MINUTE_TAKER,
)

GATES: Mapping[str, Gate] = {
    "convene:list": anyone,
    "convene:meeting": anyone,
    "convene:calendar": anyone,
    # Shut to whoever holds no personal link: see views/guests.py.
    "convene:guest": anyone,
    "convene:guest_link": anyone,
    "convene:guest_document": anyone,
    "convene:meeting_calendar": anyone,
    "convene:preview": anyone,
    # What it shows depends on who looks: see views/wall.py.
    "convene:wall": anyone,
    "convene:wall_text": anyone,
    "convene:wall_key": anyone,
    "convene:document": anyone,
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
    "convene_work:order_agenda": SECRETARIAT,
    "convene_work:documents": WORKERS,
    "convene_work:open_document": WORKERS,
    "convene_work:withdraw_document": WORKERS,
    "convene_work:minutes": WORKERS,
    "convene_work:write_minutes": WORKERS,
    "convene_work:decide": WORKERS,
    "convene_work:withdraw_decision": WORKERS,
    "convene_work:comment": WORKERS,
    "convene_work:answer_comment": WORKERS,
    "convene_work:approve_minutes": WORKERS,
    "convene_work:minutes_pdf": WORKERS,
    "convene_work:minutes_docx": WORKERS,
    "convene_work:decisions": WORKERS,
    "convene_work:decisions_pdf": WORKERS,
    "convene_work:decisions_docx": WORKERS,
    "convene_work:opening": SECRETARIAT,
    "convene_work:move_opening": SECRETARIAT,
    "convene_work:remove_opening": SECRETARIAT,
    "convene_work:committee": SECRETARIAT,
    "convene_work:relieve": SECRETARIAT,
    "convene_work:participants": WORKERS,
    "convene_work:remove_participant": SECRETARIAT,
    "convene_work:invitation": SECRETARIAT,
    "convene_work:invitation_docx": SECRETARIAT,
    "convene_work:invitation_pdf": SECRETARIAT,
    "convene_work:reply": WORKERS,
    "convene_work:add_delegate": WORKERS,
    "convene_work:name_delegate": WORKERS,
    "convene_work:withdraw_delegate": WORKERS,
    "convene_work:mandate": WORKERS,
    "convene_work:invitation_calendar": WORKERS,
    "convene_work:cancellation_calendar": WORKERS,
    "convene_work:replies": SECRETARIAT,
    "convene_work:guests": SECRETARIAT,
    "convene_work:renew_guest": SECRETARIAT,
    "convene_work:revoke_guest": SECRETARIAT,
    "convene_work:discard": SECRETARIAT,
    "convene_work:open": WORKERS,
    "convene_work:close": WORKERS,
    "convene_work:reopen": SECRETARIAT,
    "convene_work:extend_circulation": WORKERS,
    "convene:card": anyone,
    "convene:hall": anyone,
    "convene_work:desk": DOORKEEPERS,
    "convene_work:check_in": DOORKEEPERS,
    "convene_work:undo_check_in": DOORKEEPERS,
    "convene_work:arrival": DOORKEEPERS,
    "convene_work:typed_code": DOORKEEPERS,
    "convene_work:scanner": DOORKEEPERS,
    "convene_work:scanner_worker": DOORKEEPERS,
    "convene_work:scans": DOORKEEPERS,
    "convene_work:show_hall_code": DOORKEEPERS,
    "convene_work:switch_hall_code": DOORKEEPERS,
    "convene_work:cards": WORKERS,
    "convene_work:attendance": WORKERS,
    "convene_work:attendance_list": WORKERS,
    "convene_work:spj": WORKERS,
    "convene_work:renew_card": WORKERS,
    "convene_work:projector": WORKERS,
    "convene_work:project": WORKERS,
    "convene_work:timer": WORKERS,
    "convene_work:make_key": WORKERS,
    "convene_work:revoke_key": WORKERS,
}


def serving(role: CommitteeRole) -> tuple[Role, ...]:
    """Offices from which somebody is named for a task in the committee."""
    return (*SERVING, Role.ATTENDANT) if role is CommitteeRole.DESK else SERVING


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
    return (
        is_secretariat(by, meeting.forum)
        or _serves(by, meeting, CommitteeRole.DESK)
        or attends(by, meeting)
    )


def attends(by: Membership | None, meeting: Meeting) -> bool:
    """Named for the desk with an office that does nothing but check in."""
    return (
        by is not None
        and by.is_a(Role.ATTENDANT)
        and meeting.committee.filter(
            person=by.person_id, role=CommitteeRole.DESK.value
        ).exists()
    )


def keeps_list(by: Membership | None, meeting: Meeting) -> bool:
    """Who puts participants on the list and hands out their cards."""
    return at_desk(by, meeting) and WORKERS(by)


def reads_arrivals(by: Membership | None, meeting: Meeting) -> bool:
    """Who came by which door: for who runs the meeting and keeps its list."""
    return keeps_list(by, meeting) or _serves(by, meeting, *_RUNNING)


def prints_lists(by: Membership | None, meeting: Meeting) -> bool:
    """Papers with NIP and phone of all delegates are the secretariat's alone."""
    return is_secretariat(by, meeting.forum)


def operates(by: Membership | None, meeting: Meeting) -> bool:
    """Who chooses what the projector shows and starts the clock of an item."""
    return is_secretariat(by, meeting.forum) or _serves(by, meeting, *_OPERATING)


def keeps_circulation(by: Membership | None, meeting: Meeting) -> bool:
    """Who gives the circulation more days, and closes it: chair and secretariat."""
    return chairs(by, meeting) or is_secretariat(by, meeting.forum)


def keeps_documents(by: Membership | None, meeting: Meeting) -> bool:
    """Who puts documents to agenda items: secretariat, chair, secretary,
    minute-taker."""
    return is_secretariat(by, meeting.forum) or _serves(by, meeting, *_KEEPING)


def may_read_document(by: Membership | None, document: AgendaDocument) -> bool:
    """The public what is public, once invited; the others what is not withdrawn."""
    meeting = document.item.session.meeting
    if document.withdrawn_at:
        return keeps_documents(by, meeting)
    return sees(by, meeting) or (document.is_public and not meeting.is_draft)


def decides_under(by: Membership | None, session: Session) -> bool:
    """Who writes down what a session decided: its chair, secretary, minute-taker."""
    meeting = session.meeting
    leads = chairs_group(by, session) if session.is_group else chairs(by, meeting)
    return (
        leads
        or takes_minutes(by, meeting)
        or _serves(by, meeting, CommitteeRole.SECRETARY)
    )


def comments_for(by: Membership | None, meeting: Meeting) -> bool:
    """Operator or head of a government of the forum, for that government."""
    return (
        by is not None and by.is_a(Role.OPERATOR, Role.HEAD) and takes_part(by, meeting)
    )


def answers_for(by: Membership | None, meeting: Meeting) -> bool:
    """Who answers the invitation and names delegates, for the own government."""
    return comments_for(by, meeting)


def may_read_mandate(by: Membership | None, reply: Reply) -> bool:
    """A mandate names people: for the secretariat and for whose it is."""
    meeting = reply.meeting
    own = by is not None and by.government_id == reply.government_id
    return is_secretariat(by, meeting.forum) or (own and answers_for(by, meeting))


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
