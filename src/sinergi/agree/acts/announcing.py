"""The end of signing: announced with a sheet that says who signed, or declared void."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from sinergi.agree import access, printed, rules, sheets, signing
from sinergi.agree.acts.signing_guards import refuse_signing_step, told
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Guideline, RecordOfAgreement, VoidedRecord
from sinergi.agree.rules import RecordState, SigningAction
from sinergi.agree.signing import Paper
from sinergi.core import documents, ledger, vetoes
from sinergi.core.act import act
from sinergi.core.models import Document, Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready
from sinergi.core.rules import Provenance

SHEET = "lembar-pengesahan"


class SignedAlready(Refusal):
    """What somebody signed is not void; a correction is an addendum."""


class QuotedAlready(Refusal):
    """A guideline quotes the berita acara."""


class NotARecord(Refusal):
    """Only a berita acara that is locked is declared void."""


@act
def announce(document: Document, *, by: Membership, at: datetime) -> Paper:
    """Everyone asked has answered: lock and publish who signed how, and who refused."""
    paper = _to_announce(document, by)
    content = sheets.of_signatures(paper, at)
    paper.sheet = documents.lock(
        kind=SHEET,
        title=f"{printed.SHEET_TITLE} {document.title}"[:200],
        number=paper.number,
        content=content,
        draw=lambda seal: printed.lembar_pengesahan(
            content, seal, origin=settings.PUBLIC_ORIGIN
        ),
        provenance=Provenance(paper.provenance),
        by=by,
        at=at,
    )
    paper.announced_at = at
    paper.save(update_fields=["sheet", "announced_at"])
    ledger.record(
        "announce",
        paper,
        reference=document.code,
        by=by,
        at=at,
        after=told(
            document,
            announced=paper.sheet.code,
            sheet_sha256=paper.sheet.content_sha256,
            signed=len(content["signed"]),
            refused=len(content["refused"]),
        ),
    )
    return paper


@act
def void_record(
    record: RecordOfAgreement, *, reason: str, by: Membership, at: datetime
) -> RecordOfAgreement:
    """Before anybody signed: the locked paper counts no more, and is drafted again.

    Its page says so for good; code and number stay known.
    """
    if not access.keeps_record(by, record.meeting):
        raise NotAllowed(_("The berita acara is kept by the secretariat of the forum."))
    record.hold()
    document = record.document
    if not record.is_locked or document is None:
        raise NotARecord(_("The berita acara is not locked, so nothing is to be void."))
    _paper, standing = refuse_signing_step(document, SigningAction.VOID, by)
    if not rules.may_void(standing.count):
        raise SignedAlready(
            _(
                "Governments have signed this berita acara, so it is not declared "
                "void. Correct it by an addendum."
            )
        )
    if Guideline.objects.filter(record=record).exists():
        raise QuotedAlready(
            _(
                "The guideline quotes this berita acara, so it is not declared void. "
                "Correct it by an addendum."
            )
        )
    vetoes.refuse_vetoed("void_record", record)
    refuse_without_reason(reason)
    document.voided_at, document.voided_because = at, reason.strip()
    document.save(update_fields=["voided_at", "voided_because"])
    VoidedRecord.objects.create(record=record, document=document, by=by, voided_at=at)
    record.state, record.document, record.locked_at = RecordState.DRAFT, None, None
    record.save(update_fields=["state", "document", "locked_at"])
    ledger.record(
        "void_record",
        record,
        reference=record.meeting.slug,
        by=by,
        at=at,
        before={"state": str(RecordState.LOCKED), "code": document.code},
        after={"state": str(RecordState.DRAFT)},
        reason=reason.strip(),
    )
    return record


def _to_announce(document: Document, by: Membership) -> Paper:
    known = signing.paper_of(document)
    if (
        known is not None
        and known.announced_at is not None
        and access.keeps_record(by, known.meeting)
    ):
        raise StandsAlready(_("It is announced already."), known)
    return refuse_signing_step(document, SigningAction.ANNOUNCE, by)[0]
