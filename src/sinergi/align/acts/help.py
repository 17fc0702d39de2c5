"""Asking for help on a cell of the matrix, and answering."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.align import access
from sinergi.align.acts.plans import NotYours, check_seat
from sinergi.align.models import HelpAnswer, HelpRequest, Programme
from sinergi.align.rules import HelpState, may_become
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Forum, Membership
from sinergi.core.refusal import Refusal


class AlreadyAsked(Refusal):
    """An open request of the government stands on this cell."""


class NotWaiting(Refusal):
    """The request has its help, or was withdrawn."""


class NothingSaid(Refusal):
    """A request or an answer without words helps nobody."""


@act
def ask_help(
    programme: Programme, *, year: int, text: str, by: Membership, at: datetime
) -> HelpRequest:
    """Say what one's own government needs on a programme in a year."""
    government = by.government
    if not access.may_enter(by, government):
        raise NotYours(
            _("Only an operator or the head of %(government)s asks for it.")
            % {"government": government}
        )
    check_seat(programme, government)
    if not text.strip():
        raise NothingSaid(_("Write which help is needed, and by when."))
    standing = (
        programme.help_requests.live().filter(government=government, year=year).first()
    )
    if standing:
        raise AlreadyAsked(
            _(
                "Request %(request)s of %(government)s on this programme is still "
                "followed. Settle or withdraw it first."
            )
            % {"request": standing.reference, "government": government}
        )
    Forum.objects.select_for_update().get(pk=programme.forum_id)
    number = HelpRequest.objects.filter(year=year).count() + 1
    request = HelpRequest.objects.create(
        reference=f"KD-{year}-{number:04d}",
        programme=programme,
        government=government,
        year=year,
        text=text.strip(),
        provenance=by.provenance,
        asked_at=at,
    )
    ledger.record(
        "ask_help",
        request,
        reference=request.reference,
        by=by,
        at=at,
        after={
            "programme": programme.code,
            "government": government.slug,
            "year": year,
            # Free text may name people.
            "text_sha256": sha256(request.text),
        },
    )
    return request


@act
def answer_help(
    request: HelpRequest, *, text: str, by: Membership, at: datetime
) -> HelpAnswer:
    """Offer help as the province or as a peer."""
    if not access.may_help(by, request):
        raise NotYours(
            _("The province or another government answers %(request)s, not %(yours)s.")
            % {"request": request.reference, "yours": by.government}
        )
    if not text.strip():
        raise NothingSaid(_("Write what you can offer, and whom to talk to."))
    request.refresh_from_db(from_queryset=HelpRequest.objects.select_for_update())
    if not may_become(HelpState(request.state), HelpState.ANSWERED):
        raise NotWaiting(
            _("Request %(request)s takes no more answers: %(state)s.")
            % {"request": request.reference, "state": request.state_label}
        )
    before = {"state": request.state}
    answer = HelpAnswer.objects.create(
        request=request,
        government=by.government,
        text=text.strip(),
        provenance=by.provenance,
        answered_at=at,
    )
    request.state = HelpState.ANSWERED
    request.save(update_fields=["state"])
    ledger.record(
        "answer_help",
        answer,
        reference=request.reference,
        by=by,
        at=at,
        before=before,
        after={
            "state": request.state,
            "government": by.government.slug,
            "text_sha256": sha256(answer.text),
        },
    )
    return answer
