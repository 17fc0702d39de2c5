"""Correcting a locked berita acara: a further one that refers to it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access, addenda, printed
from sinergi.agree.acts.numbers import refuse_taken
from sinergi.agree.acts.records import AlreadyLocked, BadDay
from sinergi.agree.acts.signing_guards import ask_to_sign
from sinergi.agree.models import Addendum, RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.core import documents, ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready
from sinergi.core.rules import Provenance
from sinergi.core.stale import Overtaken, stamp

ADDENDUM = "adendum-berita-acara"


class NothingToCorrect(Refusal):
    """An addendum refers to a locked berita acara."""


class Incomplete(Refusal):
    """An addendum has a number, a subject and a text."""


def seen_of_addendum(addendum: Addendum) -> str:
    return stamp(_described(addendum))


@act
def draft_addendum(
    record: RecordOfAgreement,
    *,
    number: str,
    agreed_on: date,
    subject: str,
    text: str,
    by: Membership,
    at: datetime,
) -> Addendum:
    """Begin an addendum; its words may change until it is locked."""
    _refuse_others(by, record)
    record.hold()
    if not record.is_locked:
        raise NothingToCorrect(
            _("The berita acara is not locked. Correct the draft itself.")
        )
    last = record.addenda.order_by("-order").first()
    addendum = Addendum(
        record=record,
        order=last.order + 1 if last else 1,
        provenance=by.provenance,
    )
    if last and _same(last, number, agreed_on, subject, text):
        raise StandsAlready(_("This addendum is drafted already."), last)
    return _write(
        addendum,
        number=number,
        agreed_on=agreed_on,
        subject=subject,
        text=text,
        by=by,
        at=at,
        before={},
    )


@act
def change_addendum(
    addendum: Addendum,
    *,
    number: str,
    agreed_on: date,
    subject: str,
    text: str,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> Addendum:
    _refuse_others(by, addendum.record)
    addendum.hold()
    _refuse_locked(addendum)
    if _same(addendum, number, agreed_on, subject, text):
        raise StandsAlready(_("The addendum says this already."), addendum)
    if seen and seen != seen_of_addendum(addendum):
        raise Overtaken(
            _("The addendum was changed after you opened the page: “%(subject)s”.")
            % {"subject": addendum.subject}
        )
    return _write(
        addendum,
        number=number,
        agreed_on=agreed_on,
        subject=subject,
        text=text,
        by=by,
        at=at,
        before=_described(addendum),
    )


@act
def lock_addendum(addendum: Addendum, *, by: Membership, at: datetime) -> Addendum:
    """Lock its words; the governments asked to sign the berita acara sign it too."""
    record = addendum.record
    _refuse_others(by, record)
    addendum.hold()
    if addendum.is_locked:
        raise StandsAlready(_("The addendum is locked already."), addendum)
    if not (addendum.number.strip() and addendum.text.strip()):
        raise Incomplete(_("Fill in number, subject and text before locking."))
    content = addenda.of_addendum(addendum)
    addendum.document = documents.lock(
        kind=ADDENDUM,
        title=f"{printed.ADDENDUM_TITLE} {addendum.meeting.title}"[:200],
        number=addendum.number,
        content=content,
        draw=lambda seal: printed.adendum(content, seal, origin=settings.PUBLIC_ORIGIN),
        provenance=Provenance(addendum.provenance),
        by=by,
        at=at,
    )
    addendum.state, addendum.locked_at = RecordState.LOCKED, at
    addendum.save(update_fields=["document", "state", "locked_at"])
    ask_to_sign(addendum.document, addenda.signatories_of(record))
    ledger.record(
        "lock_addendum",
        addendum,
        reference=_reference(addendum),
        by=by,
        at=at,
        before={"state": str(RecordState.DRAFT)},
        after={
            **_described(addendum),
            "code": addendum.document.code,
            "sha256": addendum.document.content_sha256,
        },
    )
    return addendum


def _write(
    addendum: Addendum,
    *,
    number: str,
    agreed_on: date,
    subject: str,
    text: str,
    by: Membership,
    at: datetime,
    before: dict[str, str],
) -> Addendum:
    record = addendum.record
    today = at.astimezone(ZoneInfo(record.meeting.host.time_zone)).date()
    if not record.agreed_on <= agreed_on <= today:
        raise BadDay(
            _(
                "The day of an addendum lies between the berita acara, %(agreed)s, and "
                "today; %(day)s does not."
            )
            % {"agreed": date_format(record.agreed_on), "day": date_format(agreed_on)}
        )
    forum = record.meeting.forum_id
    refuse_taken(number, RecordOfAgreement.objects.filter(meeting__forum=forum))
    others = Addendum.objects.filter(record__meeting__forum=forum)
    refuse_taken(number, others.exclude(pk=addendum.pk))
    addendum.number, addendum.agreed_on = number.strip(), agreed_on
    addendum.subject, addendum.text = subject.strip(), text.strip()
    addendum.save()
    ledger.record(
        "draft_addendum",
        addendum,
        reference=_reference(addendum),
        by=by,
        at=at,
        before=before,
        after=_described(addendum),
    )
    return addendum


def _same(
    known: Addendum, number: str, agreed_on: date, subject: str, text: str
) -> bool:
    return (known.number, known.agreed_on, known.subject, known.text) == (
        number.strip(),
        agreed_on,
        subject.strip(),
        text.strip(),
    )


def _refuse_others(by: Membership, record: RecordOfAgreement) -> None:
    if not access.keeps_record(by, record.meeting):
        raise NotAllowed(_("The berita acara is kept by the secretariat of the forum."))


def _refuse_locked(addendum: Addendum) -> None:
    if addendum.is_locked:
        raise AlreadyLocked(
            _("The addendum is locked; what it says stays. Draft a further one.")
        )


def _reference(addendum: Addendum) -> str:
    return f"{addendum.meeting.slug}/{addendum.order}"


def _described(addendum: Addendum) -> dict[str, str]:
    return {
        "state": str(RecordState(addendum.state)),
        "number": addendum.number,
        "agreed_on": addendum.agreed_on.isoformat(),
        "subject": addendum.subject,
        "text_sha256": sha256(addendum.text),
    }
