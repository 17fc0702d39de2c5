"""Following a request for help to its end: accepted, settled, or withdrawn."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.align import access
from sinergi.align.acts.help import NothingSaid
from sinergi.align.acts.plans import NotYours
from sinergi.align.models import HelpAnswer, HelpRequest
from sinergi.align.rules import AnswerState, HelpState, may_become
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class NotNow(Refusal):
    """The request or the offer is in a state from which this does not follow."""


@act
def accept_answer(answer: HelpAnswer, *, by: Membership, at: datetime) -> HelpAnswer:
    """Take up an offer as the government that asked."""
    request = _own(answer, by)
    _turn_answer(answer, AnswerState.ACCEPTED)
    _turn(request, HelpState.ACCEPTED)
    answer.save(update_fields=["state"])
    request.save(update_fields=["state"])
    return _told("accept_help", answer, by=by, at=at)


@act
def decline_answer(
    answer: HelpAnswer, *, reason: str, by: Membership, at: datetime
) -> HelpAnswer:
    """Say no to an offer; without another one the request is open again."""
    request = _own(answer, by)
    if answer.state == AnswerState.ACCEPTED:
        raise NotNow(
            _(
                "This offer was accepted. Say that the help came, or open the request "
                "again."
            )
        )
    answer.reason = _said(reason)
    _turn_answer(answer, AnswerState.DECLINED)
    answer.save(update_fields=["state", "reason"])
    _open_without_offers(request)
    return _told("decline_help", answer, by=by, at=at)


@act
def take_back_answer(
    answer: HelpAnswer, *, reason: str, by: Membership, at: datetime
) -> HelpAnswer:
    """Take back an offer as the government that made it, before it is accepted."""
    if not access.may_take_back(by, answer):
        raise NotYours(
            _("Only %(government)s takes back its offer.")
            % {"government": answer.government}
        )
    answer.reason = _said(reason)
    _turn_answer(answer, AnswerState.TAKEN_BACK)
    answer.save(update_fields=["state", "reason"])
    _open_without_offers(answer.request)
    return _told("take_back_help", answer, by=by, at=at)


@act
def settle_request(
    request: HelpRequest, *, outcome: str, by: Membership, at: datetime
) -> HelpRequest:
    """Say that the accepted help was given, and what came of it."""
    _check_asker(request, by)
    _turn(request, HelpState.SETTLED)
    request.closing_words, request.closed_at = _said(outcome), at
    return _closed("settle_help", request, HelpState.ACCEPTED, by=by, at=at)


@act
def reopen_request(
    request: HelpRequest, *, reason: str, by: Membership, at: datetime
) -> HelpRequest:
    """Say that the accepted help did not come; the request waits again."""
    _check_asker(request, by)
    if request.state != HelpState.ACCEPTED:
        raise NotNow(_("Only a request whose offer was accepted is opened again."))
    words = _said(reason)
    promised = request.answers.filter(state=AnswerState.ACCEPTED)
    promised.update(state=AnswerState.DECLINED, reason=words)
    _turn(request, HelpState.OPEN)
    if request.answers.filter(state=AnswerState.OFFERED).exists():
        _turn(request, HelpState.ANSWERED)
    request.closing_words = words
    return _closed("reopen_help", request, HelpState.ACCEPTED, by=by, at=at)


@act
def withdraw_request(
    request: HelpRequest, *, reason: str, by: Membership, at: datetime
) -> HelpRequest:
    """Take a request back; it and its offers stay on record."""
    _check_asker(request, by)
    before = HelpState(request.state)
    _turn(request, HelpState.WITHDRAWN)
    request.closing_words, request.closed_at = _said(reason), at
    return _closed("withdraw_help", request, before, by=by, at=at)


def _own(answer: HelpAnswer, by: Membership) -> HelpRequest:
    _check_asker(answer.request, by)
    return answer.request


def _check_asker(request: HelpRequest, by: Membership) -> None:
    if not access.may_follow(by, request):
        raise NotYours(
            _("Only an operator or the head of %(government)s decides on %(request)s.")
            % {"government": request.government, "request": request.reference}
        )


def _said(text: str) -> str:
    if not text.strip():
        raise NothingSaid(_("Say why, in a sentence that others can read."))
    return text.strip()


def _turn(request: HelpRequest, wanted: HelpState) -> None:
    if not may_become(HelpState(request.state), wanted):
        raise NotNow(
            _("Request %(request)s is now: %(state)s.")
            % {"request": request.reference, "state": request.state_label}
        )
    request.state = wanted


def _turn_answer(answer: HelpAnswer, wanted: AnswerState) -> None:
    if not may_become(AnswerState(answer.state), wanted):
        raise NotNow(
            _("The offer of %(government)s is now: %(state)s.")
            % {"government": answer.government, "state": answer.state_label}
        )
    answer.state = wanted


def _open_without_offers(request: HelpRequest) -> None:
    if request.state != HelpState.ANSWERED:
        return
    if not request.answers.filter(state=AnswerState.OFFERED).exists():
        _turn(request, HelpState.OPEN)
        request.save(update_fields=["state"])


def _told(
    action: str, answer: HelpAnswer, *, by: Membership, at: datetime
) -> HelpAnswer:
    request = answer.request
    ledger.record(
        action,
        answer,
        reference=request.reference,
        by=by,
        at=at,
        after={
            "state": request.state,
            "offer": answer.state,
            "government": answer.government.slug,
            # Free text may name people.
            "reason_sha256": sha256(answer.reason),
        },
    )
    return answer


def _closed(
    action: str,
    request: HelpRequest,
    before: HelpState,
    *,
    by: Membership,
    at: datetime,
) -> HelpRequest:
    request.save(update_fields=["state", "closing_words", "closed_at"])
    ledger.record(
        action,
        request,
        reference=request.reference,
        by=by,
        at=at,
        before={"state": before},
        after={
            "state": request.state,
            "words_sha256": sha256(request.closing_words),
        },
    )
    return request
