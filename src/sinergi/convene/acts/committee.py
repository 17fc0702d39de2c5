"""The committee: who has which task in a meeting."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules, words
from sinergi.convene.models import CommitteeMember, Meeting, Session
from sinergi.convene.rules import CommitteeRole, Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Person
from sinergi.core.refusal import Refusal
from sinergi.core.rules import provenance_of


class NotOfThisForum(Refusal):
    """The person or government has no seat in the forum, or no office today."""


class StandsBeside(Refusal):
    """Administrators, inspectorate and reviewers have no task in a meeting."""


class GroupMisplaced(Refusal):
    """A group chair needs a group of this meeting; nobody else has one."""


class AlreadyNamed(Refusal):
    """The person already serves in this role."""


@act
def name_committee(
    meeting: Meeting,
    *,
    person: Person,
    role: CommitteeRole,
    session: Session | None = None,
    by: Membership,
    at: datetime,
) -> CommitteeMember:
    """Give a person a task in this meeting; the list alone makes a chair."""
    guards.secretariat_changes(Part.PEOPLE, meeting, by)
    _check_holds_office(meeting, person, role, at)
    _check_group(meeting, role, session)
    seats = meeting.committee.filter(person=person, role=role.value, session=session)
    if seats.exists():
        raise AlreadyNamed(
            _("%(name)s already serves as: %(role)s.")
            % {"name": person.name, "role": words.COMMITTEE[role]}
        )
    seat = CommitteeMember.objects.create(
        meeting=meeting, person=person, role=role.value, session=session
    )
    _record("name_committee", seat, by=by, at=at, after=_seat(seat))
    return seat


@act
def relieve_committee(seat: CommitteeMember, *, by: Membership, at: datetime) -> None:
    """Take a task from a person; what was done in it stays on record."""
    guards.secretariat_changes(Part.PEOPLE, seat.meeting, by)
    _record("relieve_committee", seat, by=by, at=at, before=_seat(seat))
    seat.delete()


def _check_holds_office(
    meeting: Meeting, person: Person, role: CommitteeRole, at: datetime
) -> None:
    current = person.memberships.current(meeting.today(at))
    seats = meeting.forum.seats.values("government")
    same_world = provenance_of(simulated=person.is_simulated) == meeting.provenance
    if not same_world or not current.filter(government__in=seats).exists():
        raise NotOfThisForum(
            _("%(name)s holds no office today in a government of %(forum)s.")
            % {"name": person.name, "forum": meeting.forum}
        )
    if not current.filter(government__in=seats, role__in=access.serving(role)).exists():
        held = current.filter(government__in=seats)
        raise StandsBeside(
            _(
                "%(name)s holds the office of %(roles)s, which stands beside the "
                "meeting. Name somebody of the secretariat, a head, an operator or a "
                "statistician."
            )
            % {
                "name": person.name,
                "roles": ", ".join(str(each.role_label) for each in held),
            }
        )


def _check_group(
    meeting: Meeting, role: CommitteeRole, session: Session | None
) -> None:
    if rules.leads_a_group(role):
        fits = session is not None and session.is_group
        fits = fits and session is not None and session.meeting_id == meeting.pk
    else:
        fits = session is None
    if not fits:
        raise GroupMisplaced(
            _(
                "The chair of a group is named for one group of this meeting; the "
                "other tasks are for the whole meeting."
            )
        )


def _record(
    action: str,
    seat: CommitteeMember,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
) -> None:
    ledger.record(
        action,
        seat,
        reference=f"{seat.meeting.slug}/{seat.pk}",
        by=by,
        at=at,
        before=before,
        after=after,
    )


def _seat(seat: CommitteeMember) -> dict[str, str]:
    return guards.text(
        {
            "person": seat.person.reference,
            "role": seat.role,
            "session": seat.session.title if seat.session else None,
        }
    )
