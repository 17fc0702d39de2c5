"""Letting someone answer on behalf of a head of office, by letter, for one meeting."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access
from sinergi.agree.acts.guards import refuse_after_announcement
from sinergi.agree.models import Mandate
from sinergi.convene.models import Meeting
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.core.rules import Role


class NoHolder(Refusal):
    """A mandate is held by someone else of a government of this forum."""


class MandateRunning(Refusal):
    """There is one mandate of a person for a meeting."""


class BadLetter(Refusal):
    """A letter has a number, an office, and a day that was."""


class MandateEnded(Refusal):
    """What ended does not end again."""


@act
def give_mandate(
    *,
    meeting: Meeting,
    holder: Membership,
    office: str,
    number: str,
    dated_on: date,
    content: bytes,
    file_name: str,
    by: Membership,
    at: datetime,
) -> Mandate:
    """Enter the letter: the holder answers for its government in this meeting."""
    government = holder.government
    if not access.may_give_mandate(by, meeting, government):
        raise NotAllowed(
            _(
                "A mandate is entered by the head of office it comes from, or by the "
                "secretariat that saw the letter."
            )
        )
    refuse_after_announcement(meeting)
    _refuse_holder(meeting, holder)
    if not (office.strip() and number.strip()):
        raise BadLetter(_("Fill in the office and the number of the letter."))
    if dated_on > meeting.today(at):
        raise BadLetter(
            _("The letter is dated %(day)s, which is not yet. Correct the day.")
            % {"day": date_format(dated_on)}
        )
    kind = files.check(content, file_name, files.EVIDENCE)
    mandate = Mandate.objects.create(
        meeting=meeting,
        government=government,
        holder=holder,
        office=office.strip(),
        number=number.strip(),
        dated_on=dated_on,
        file=files.keep(content, kind=kind, at=at),
        by=by,
        given_at=at,
    )
    ledger.record(
        "give_mandate",
        mandate,
        reference=f"{meeting.slug}/{mandate.pk}",
        by=by,
        at=at,
        after={
            "government": government.slug,
            "number": mandate.number,
            "dated_on": dated_on.isoformat(),
            "file_sha256": mandate.file.sha256,
        },
    )
    return mandate


@act
def end_mandate(
    mandate: Mandate, *, reason: str, by: Membership, at: datetime
) -> Mandate:
    """The holder answers no more; what was answered stays."""
    meeting = mandate.meeting
    if not access.may_give_mandate(by, meeting, mandate.government):
        raise NotAllowed(
            _("A mandate is ended by the head of office it comes from, or secretariat.")
        )
    mandate.refresh_from_db(fields=["ended_at"])
    if not mandate.is_running:
        raise MandateEnded(_("This mandate has ended already."))
    mandate.ended_at = at
    mandate.save(update_fields=["ended_at"])
    ledger.record(
        "end_mandate",
        mandate,
        reference=f"{meeting.slug}/{mandate.pk}",
        by=by,
        at=at,
        after={"government": mandate.government.slug, "number": mandate.number},
        reason=reason,
    )
    return mandate


def _refuse_holder(meeting: Meeting, holder: Membership) -> None:
    seats = meeting.forum.seats.filter(government=holder.government_id)
    if not seats.exists() or not holder.is_a(Role.OPERATOR):
        raise NoHolder(
            _(
                "The holder is an operator of a government of this forum; a head of "
                "office needs no mandate."
            )
        )
    known = Mandate.objects.filter(meeting=meeting, holder=holder, ended_at=None)
    if known.exists():
        raise MandateRunning(
            _("%(person)s holds a mandate for this meeting already. End it first.")
            % {"person": holder.person.name}
        )
