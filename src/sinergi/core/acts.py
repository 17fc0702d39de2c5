"""Every way the core changes the world."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from sinergi.core import ledger, words
from sinergi.core.act import act
from sinergi.core.formats import tanggal
from sinergi.core.models import Membership, Office, Person, Place
from sinergi.core.refusal import Refusal
from sinergi.core.rules import YEARS_OF_OFFICE, Role, plausible_office


class AlreadyHeld(Refusal):
    """The person already holds this role for this government."""


class AlreadyEnded(Refusal):
    """The membership has ended before the day asked for."""


class SenselessDays(Refusal):
    """Nobody holds an office from or until such a day."""


@act
def invite(
    *,
    email: str,
    name: str,
    government: Place,
    role: Role,
    starts_on: date,
    by: Membership | None,
    at: datetime,
    office: Office | None = None,
    title: str = "",
    mandate: str = "",
    ends_on: date | None = None,
    simulated: bool = False,
) -> Membership:
    """Give a person an office; a person new to Sinergi gets an account without a
    password, which only the invitation link can set."""
    if not plausible_office(starts_on, ends_on, at.date()):
        raise SenselessDays(
            _(
                "From %(start)s until %(end)s nobody holds an office. Check both "
                "days: the first comes before the last, and neither is more than "
                "%(years)s years away."
            )
            % {
                "start": tanggal(starts_on),
                "end": tanggal(ends_on) if ends_on else "…",
                "years": YEARS_OF_OFFICE,
            }
        )
    email = email.strip().lower()
    person = Person.objects.filter(email=email).first()
    if person is None:
        person = Person.objects.create_person(email, name)
        # What a simulated administrator invites is simulated too.
        person.is_simulated = simulated or bool(by and by.person.is_simulated)
        person.save(update_fields=["is_simulated"])
    held = person.memberships.current(starts_on)
    if held.filter(government=government, role=role).exists():
        raise AlreadyHeld(
            _("%(name)s already is %(role)s of %(government)s. End that office first.")
            % {
                "name": person.name,
                "role": words.ROLE[role],
                "government": government,
            }
        )
    membership = Membership.objects.create(
        person=person,
        government=government,
        office=office,
        role=role,
        title=title,
        mandate=mandate,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    ledger.record(
        "invite",
        membership,
        reference=str(person.reference),
        by=by,
        at=at,
        after=described(membership),
    )
    return membership


@act
def end_membership(
    membership: Membership, *, ends_on: date, reason: str, by: Membership, at: datetime
) -> Membership:
    """The person holds the office until this day; what was done in it stays."""
    if membership.ends_on and membership.ends_on <= ends_on:
        raise AlreadyEnded(
            _("This office already ended on %(day)s.") % {"day": membership.ends_on}
        )
    if ends_on < membership.starts_on:
        raise AlreadyEnded(
            _("The office began on %(day)s; choose that day or a later one.")
            % {"day": membership.starts_on}
        )
    before = described(membership)
    membership.ends_on = ends_on
    membership.save(update_fields=["ends_on"])
    ledger.record(
        "end_membership",
        membership,
        reference=str(membership.person.reference),
        by=by,
        at=at,
        before=before,
        after=described(membership),
        reason=reason,
    )
    return membership


def described(membership: Membership) -> Mapping[str, str]:
    """A membership for the ledger: offices and days, no personal data."""
    return {
        "government": membership.government.slug,
        "role": str(membership.role),
        "starts_on": membership.starts_on.isoformat(),
        "ends_on": membership.ends_on.isoformat() if membership.ends_on else "",
    }
