"""Who is expected for which government."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from sinergi.convene import access, guards
from sinergi.convene.acts.committee import NotOfThisForum
from sinergi.convene.models import Meeting, Participant, Session
from sinergi.convene.rules import Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Person, Place
from sinergi.core.refusal import Refusal


class AlreadyExpected(Refusal):
    """This office of this government is already on the list."""


class WasPresent(Refusal):
    """Who was checked in stays on the list."""


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
        access.keeps_list(by, meeting),
        _("Only the secretariat and the registration desk add participants."),
    )
    guards.may_change(Part.PEOPLE, meeting, by)


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
    known = meeting.participants.filter(
        government__in=governments, office__iexact=office
    )
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


def _expected(participant: Participant) -> dict[str, str]:
    # The name is personal data and stays out of the ledger.
    return guards.text(
        {
            "government": participant.government.slug,
            "office": participant.office,
            "session": participant.session.title if participant.session else None,
        }
    )
