"""Whom a government sends: by name, with office, NIP and phone."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import guards, rules
from sinergi.convene.acts.committee import NotOfThisForum
from sinergi.convene.acts.participants import AlreadyExpected, WasPresent
from sinergi.convene.acts.replies import answering
from sinergi.convene.models import Meeting, Participant, Session
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class Nameless(Refusal):
    """A delegate has a name."""


class NoSuchNumber(Refusal):
    """The NIP or the phone number is a slip of the pen."""


class NobodyComes(Refusal):
    """The government answered that nobody comes, or did not answer yet."""


@dataclass(frozen=True)
class Identity:
    """Who somebody is; for the own government and the secretariat only."""

    name: str
    nip: str = ""
    phone: str = ""

    def tidy(self) -> "Identity":
        """Numbers as they are kept: people write them with spaces and strokes."""
        nip = "".join(self.nip.split())
        phone = "".join(sign for sign in self.phone if sign not in " -().")
        return Identity(" ".join(self.name.split()), nip, phone)


@act
def name_delegate(
    meeting: Meeting,
    *,
    office: str,
    identity: Identity,
    session: Session | None = None,
    seat: Participant | None = None,
    by: Membership,
    at: datetime,
) -> Participant:
    """Name somebody for an expected seat, or put one more on the list."""
    answering(meeting, by)
    _check_comes(meeting, by)
    identity = identity.tidy()
    _check(identity)
    if seat is not None:
        _own(seat, meeting, by)
        session = seat.session
    if session is not None and session.meeting_id != meeting.pk:
        raise NotOfThisForum(
            _("“%(session)s” is no session of “%(meeting)s”.")
            % {"session": session, "meeting": meeting}
        )
    _refuse_twin(meeting, office, seat, by)
    before = _described(seat) if seat else None
    delegate = seat or Participant(
        meeting=meeting, government=by.government, session=session, is_own=True
    )
    delegate.office, delegate.name = office, identity.name
    delegate.nip, delegate.phone = identity.nip, identity.phone
    delegate.named_at = at
    delegate.save()
    _record("name_delegate", delegate, by=by, at=at, before=before)
    return delegate


@act
def withdraw_delegate(delegate: Participant, *, by: Membership, at: datetime) -> None:
    """Somebody does not come after all; an expected seat stays, without a name."""
    meeting = delegate.meeting
    answering(meeting, by)
    _own(delegate, meeting, by)
    if delegate.attendances.exists():
        raise WasPresent(
            _("%(office)s was checked in at the desk and stays on the list.")
            % {"office": delegate.office}
        )
    _record("withdraw_delegate", delegate, by=by, at=at, before=_described(delegate))
    reply = meeting.replies.filter(government=by.government_id).first()
    if reply and delegate.is_delegate:
        reply.strike_off(at)
        reply.save(update_fields=["struck_off", "struck_off_at"])
    if delegate.is_own:
        delegate.delete()
        return
    delegate.name = delegate.nip = delegate.phone = ""
    delegate.named_at = None
    delegate.save()


def _check_comes(meeting: Meeting, by: Membership) -> None:
    reply = meeting.replies.filter(government=by.government_id).first()
    if reply is None or not reply.comes:
        raise NobodyComes(
            _("Answer first that %(government)s comes; then name who comes.")
            % {"government": by.government}
        )


def _check(identity: Identity) -> None:
    if not identity.name:
        raise Nameless(_("Write the name of the delegate."))
    if not rules.plausible_nip(identity.nip):
        raise NoSuchNumber(
            _("“%(nip)s” is no NIP: it has 18 digits. Correct it or leave it out.")
            % {"nip": identity.nip}
        )
    if not rules.plausible_phone(identity.phone):
        raise NoSuchNumber(
            _(
                "“%(phone)s” is no phone number: it has 8 to 15 digits. Correct it or "
                "leave it out."
            )
            % {"phone": identity.phone}
        )


def _own(participant: Participant, meeting: Meeting, by: Membership) -> None:
    participant.refresh_from_db()
    if (participant.meeting_id, participant.government_id) != (
        meeting.pk,
        by.government_id,
    ):
        raise NotAllowed(_("You name the delegates of your own government only."))


def _refuse_twin(
    meeting: Meeting, office: str, seat: Participant | None, by: Membership
) -> None:
    same = meeting.participants.filter(government=by.government, office=office)
    if any(each != seat for each in same):
        raise AlreadyExpected(
            _(
                "“%(office)s” is on your list already. Write the office more exactly "
                "when a second person comes."
            )
            % {"office": office}
        )


def _record(
    action: str,
    delegate: Participant,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, str] | None = None,
) -> None:
    ledger.record(
        action,
        delegate,
        reference=f"{delegate.meeting.slug}/{delegate.pk}",
        by=by,
        at=at,
        before=before,
        after=_described(delegate),
    )


def _described(delegate: Participant) -> dict[str, str]:
    # Name, NIP and phone are personal data and stay out of the ledger.
    return guards.text(
        {
            "government": delegate.government.slug,
            "office": delegate.office,
            "session": delegate.session.title if delegate.session else None,
            "named": "yes" if delegate.is_delegate else "no",
        }
    )
