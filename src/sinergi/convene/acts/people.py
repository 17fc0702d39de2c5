"""The committee, and who is expected for which government."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules, words
from sinergi.convene.models import CommitteeMember, Meeting, Participant, Session
from sinergi.convene.rules import CommitteeRole, Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Person, Place
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


class AlreadyExpected(Refusal):
    """This office of this government is already on the list."""


class WasPresent(Refusal):
    """Who was checked in stays on the list."""


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
    _check_holds_office(meeting, person, at)
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
    _record("name_committee", seat, meeting, by=by, at=at, after=_seat(seat))
    return seat


@act
def relieve_committee(seat: CommitteeMember, *, by: Membership, at: datetime) -> None:
    """Take a task from a person; what was done in it stays on record."""
    guards.secretariat_changes(Part.PEOPLE, seat.meeting, by)
    _record("relieve_committee", seat, seat.meeting, by=by, at=at, before=_seat(seat))
    seat.delete()


@act
def add_participant(
    meeting: Meeting,
    *,
    government: Place,
    office: str,
    name: str = "",
    person: Person | None = None,
    session: Session | None = None,
    by: Membership,
    at: datetime,
) -> Participant:
    """Expect someone of a government, by office; also at the desk, for who comes
    unannounced."""
    _may_add(meeting, by)
    _check_participants(meeting, [government], office, session)
    participant = Participant.objects.create(
        meeting=meeting,
        government=government,
        office=office,
        name=name,
        person=person,
        session=session,
    )
    _record(
        "add_participant",
        participant,
        meeting,
        by=by,
        at=at,
        after=_expected(participant),
    )
    return participant


@act
def add_participants(
    meeting: Meeting,
    *,
    governments: Sequence[Place],
    office: str,
    session: Session | None = None,
    by: Membership,
    at: datetime,
) -> list[Participant]:
    """Expect the same office of several governments at once."""
    _may_add(meeting, by)
    _check_participants(meeting, governments, office, session)
    added = [
        Participant.objects.create(
            meeting=meeting, government=each, office=office, session=session
        )
        for each in governments
    ]
    _record(
        "add_participants",
        meeting,
        meeting,
        by=by,
        at=at,
        after={"office": office, "governments": [each.slug for each in governments]},
    )
    return added


@act
def remove_participant(
    participant: Participant, *, by: Membership, at: datetime
) -> None:
    """Take someone off the list who was never checked in."""
    guards.secretariat_changes(Part.PEOPLE, participant.meeting, by)
    if participant.attendances.exists():
        raise WasPresent(
            _(
                "%(office)s, %(government)s, was checked in at the desk and stays on "
                "the list."
            )
            % {"office": participant.office, "government": participant.government}
        )
    _record(
        "remove_participant",
        participant,
        participant.meeting,
        by=by,
        at=at,
        before=_expected(participant),
    )
    participant.delete()


def _may_add(meeting: Meeting, by: Membership) -> None:
    guards.latest(meeting)
    guards.must(
        access.at_desk(by, meeting),
        _("Only the secretariat and the registration desk add participants."),
    )
    guards.may_change(Part.PEOPLE, meeting, by)


def _check_holds_office(meeting: Meeting, person: Person, at: datetime) -> None:
    current = person.memberships.current(meeting.today(at))
    seats = meeting.forum.seats.values("government")
    same_world = provenance_of(simulated=person.is_simulated) == meeting.provenance
    if not same_world or not current.filter(government__in=seats).exists():
        raise NotOfThisForum(
            _("%(name)s holds no office today in a government of %(forum)s.")
            % {"name": person.name, "forum": meeting.forum}
        )
    if not current.filter(government__in=seats, role__in=access.SERVING).exists():
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


def _check_participants(
    meeting: Meeting,
    governments: Sequence[Place],
    office: str,
    session: Session | None,
) -> None:
    seats = set(meeting.forum.seats.values_list("government", flat=True))
    strangers = [each.name for each in governments if each.pk not in seats]
    if strangers or (session is not None and session.meeting_id != meeting.pk):
        raise NotOfThisForum(
            _("%(names)s: not of %(forum)s.")
            % {"names": ", ".join(strangers) or session, "forum": meeting.forum}
        )
    known = meeting.participants.filter(government__in=governments, office=office)
    if known:
        listed = ", ".join(str(each.government) for each in known)
        raise AlreadyExpected(
            _(
                "Already on the list: %(office)s, %(governments)s. Write the office "
                "more exactly when a second person comes."
            )
            % {"office": office, "governments": listed}
        )


def _record(
    action: str,
    target: models.Model,
    meeting: Meeting,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    reference = meeting.slug if target is meeting else f"{meeting.slug}/{target.pk}"
    ledger.record(
        action, target, reference=reference, by=by, at=at, before=before, after=after
    )


def _seat(seat: CommitteeMember) -> dict[str, str]:
    return guards.text(
        {
            "person": seat.person.reference,
            "role": seat.role,
            "session": seat.session.title if seat.session else None,
        }
    )


def _expected(participant: Participant) -> dict[str, str]:
    # The name is personal data and stays out of the ledger.
    return guards.text(
        {
            "government": participant.government.slug,
            "office": participant.office,
            "session": participant.session.title if participant.session else None,
        }
    )
