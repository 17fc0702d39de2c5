"""Guests: a personal link made, renewed, revoked, and answered through."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules, words
from sinergi.convene.models import Guest, Meeting
from sinergi.convene.rules import Answer, MeetingState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.again import refuse_again
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import PersonalLink, Provenance


class AlreadyGuest(Refusal):
    """This guest has a link already."""


class LinkExpired(Refusal):
    """The link is revoked, or its meeting is over."""


class NoGuestAnswer(Refusal):
    """A guest comes or does not come; nobody is sent instead."""


@act
def invite_guest(
    meeting: Meeting,
    *,
    name: str,
    office: str,
    token: str,
    by: Membership,
    at: datetime,
) -> Guest:
    """Make a link for a named guest; whoever holds it may read and answer."""
    _may_invite(meeting, by)
    if meeting.guests.filter(
        name__iexact=name, office__iexact=office, revoked_at=None
    ).exists():
        raise AlreadyGuest(
            _("“%(name)s” is a guest already. Make a new link there instead.")
            % {"name": name}
        )
    guest = Guest.objects.create(
        meeting=meeting,
        name=name,
        office=office,
        token_sha256=sha256(token),
        by=by,
        made_at=at,
    )
    _record("invite_guest", guest, by=by, at=at)
    return guest


@act
def renew_guest_link(
    guest: Guest, *, token: str, by: Membership, at: datetime
) -> Guest:
    """Another link in place of a lost one, which opens nothing from now on."""
    _may_invite(guest.meeting, by)
    _refuse_revoked(guest)
    guest.token_sha256 = sha256(token)
    guest.save(update_fields=["token_sha256"])
    _record("renew_guest_link", guest, by=by, at=at)
    return guest


@act
def revoke_guest_link(guest: Guest, *, by: Membership, at: datetime) -> Guest:
    """From now on the link opens nothing; that there was one stays on record."""
    guards.latest(guest.meeting)
    guards.must(
        access.is_secretariat(by, guest.meeting.forum), guards.secretariat_only()
    )
    guards.of_this_world(by, guest.meeting)
    guest.refresh_from_db()
    if guest.revoked_at:
        refuse_again(guest, f"{guest.meeting.slug}/{guest.pk}", "revoke_guest_link")
    guest.revoked_at = at
    guest.save(update_fields=["revoked_at"])
    _record("revoke_guest_link", guest, by=by, at=at)
    return guest


@act
def answer_as_guest(guest: Guest, *, answer: Answer, at: datetime) -> Guest:
    """The holder of the link says whether the guest comes; there is no account."""
    guards.latest(guest.meeting)
    guest.refresh_from_db()
    if not guest.may_enter(at):
        raise LinkExpired(link_expired())
    if answer is Answer.REPRESENTED:
        raise NoGuestAnswer(_("A guest comes or does not come. Choose one of the two."))
    guest.answer, guest.answered_at = answer.value, at
    guest.save(update_fields=["answer", "answered_at"])
    ledger.record(
        "answer_as_guest",
        guest,
        reference=f"{guest.meeting.slug}/{guest.pk}",
        by=None,
        through=PersonalLink(
            guest.meeting.forum.coordinator.slug,
            Provenance(guest.meeting.provenance),
        ),
        at=at,
        after={"answer": guest.answer},
    )
    return guest


def link_expired() -> str:
    return _(
        "This link has expired or was revoked. Ask the secretariat of the meeting for "
        "a new one."
    )


def _may_invite(meeting: Meeting, by: Membership) -> None:
    guards.latest(meeting)
    guards.must(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    guards.of_this_world(by, meeting)
    state = MeetingState(meeting.state)
    if not rules.takes_guests(state):
        raise guards.NotNow(
            _(
                "“%(meeting)s” is %(state)s. Guests get their links from the "
                "invitation until the meeting is closed."
            )
            % {"meeting": meeting, "state": words.STATE[state]}
        )


def _refuse_revoked(guest: Guest) -> None:
    guest.refresh_from_db()
    if guest.revoked_at:
        raise LinkExpired(_("This link was revoked already."))


def _record(action: str, guest: Guest, *, by: Membership, at: datetime) -> None:
    # The name is personal data and stays out of the ledger.
    ledger.record(
        action,
        guest,
        reference=f"{guest.meeting.slug}/{guest.pk}",
        by=by,
        at=at,
        after=guards.text(
            {"office": guest.office, "revoked": "yes" if guest.revoked_at else "no"}
        ),
    )
