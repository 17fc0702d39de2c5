"""Bringing what was signed elsewhere: a signed PDF, or a scan to be compared."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.agree import access, signing
from sinergi.agree.acts.signing_guards import (
    own_row,
    refuse_signed,
    refuse_signing_step,
    told,
    write_signature,
)
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Signature, SignedCopy
from sinergi.agree.rules import Kind, SignatureState, SigningAction
from sinergi.agree.signing import Row, Standing
from sinergi.core import files, ledger
from sinergi.core import signing as electronic
from sinergi.core.act import act
from sinergi.core.models import Document, Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal


class TooFewSignatures(Refusal):
    """A file with fewer signatures than it is said to hold."""


class NotSecond(Refusal):
    """Who compares a scan is not who brought it."""


class Compared(Refusal):
    """What was compared is not compared again."""


class NobodyNamed(Refusal):
    """A file is brought for at least one government."""


@act
def bring_signed_pdf(
    document: Document,
    *,
    governments: Sequence[Place],
    content: bytes,
    file_name: str,
    by: Membership,
    at: datetime,
    kind: Kind = Kind.UPLOAD,
) -> SignedCopy:
    """A PDF that is the locked one and electronic signatures, and nothing else."""
    action = SigningAction.SIGN if kind is Kind.BSRE else SigningAction.BRING
    paper, standing = refuse_signing_step(document, action, by)
    rows = _rows(standing, governments, by, document)
    files.check(content, file_name, frozenset({files.PDF}))
    signers = electronic.read(content, signing.locked_bytes(document))
    _refuse_too_few(document, signers, rows)
    copy = SignedCopy.objects.create(
        document=document,
        kind=kind,
        file=files.keep(content, kind=files.PDF, at=at),
        signers=signers,
        by=by,
        brought_at=at,
        state=SignatureState.STANDS,
    )
    mandate = access.mandate_of(by, paper.meeting)
    for row in rows:
        own = row.signatory.government_id == by.government_id
        write_signature(
            row, kind, by=by, at=at, mandate=mandate if own else None, copy=copy
        )
    return _recorded("bring_signed_pdf", copy, rows, by=by, at=at)


def refuse_unable(document: Document, *, by: Membership) -> None:
    """What would refuse a signature of this office now, asked before it is made."""
    _paper, standing = refuse_signing_step(document, SigningAction.SIGN, by)
    refuse_signed(own_row(standing, by.government))


@act
def bring_scan(
    document: Document,
    *,
    governments: Sequence[Place],
    content: bytes,
    file_name: str,
    by: Membership,
    at: datetime,
) -> SignedCopy:
    """A scan of the printed paper signed in ink; it waits for a second person."""
    _paper, standing = refuse_signing_step(document, SigningAction.BRING, by)
    rows = _rows(standing, governments, by, document)
    kind = files.check(content, file_name, files.EVIDENCE)
    copy = SignedCopy.objects.create(
        document=document,
        kind=Kind.SCAN,
        file=files.keep(content, kind=kind, at=at),
        by=by,
        brought_at=at,
        state=SignatureState.PENDING,
    )
    for row in rows:
        write_signature(row, Kind.SCAN, by=by, at=at, copy=copy)
    return _recorded("bring_scan", copy, rows, by=by, at=at)


@act
def compare_scan(
    copy: SignedCopy, *, agrees: bool, reason: str, by: Membership, at: datetime
) -> SignedCopy:
    """A second person holds the scan against the locked paper, page by page."""
    document = copy.document
    refuse_signing_step(document, SigningAction.COMPARE, by)
    copy.hold()
    if not copy.is_pending:
        raise Compared(_("This scan was compared already."))
    if by.person_id == copy.by.person_id:
        raise NotSecond(
            _("You brought this scan, so somebody else compares it with the paper.")
        )
    if not agrees:
        refuse_without_reason(reason)
    copy.state = SignatureState.STANDS if agrees else SignatureState.REJECTED
    copy.compared_by, copy.compared_at = by, at
    copy.reason = "" if agrees else reason.strip()
    copy.save(update_fields=["state", "compared_by", "compared_at", "reason"])
    held = copy.signatures.select_related("signatory__government")
    for signature in held:
        signature.state = copy.state
        signature.save(update_fields=["state"])
        if agrees:
            _take_refusal_back(signature, at)
    ledger.record(
        "compare_scan",
        copy,
        reference=f"{document.code}/{copy.pk}",
        by=by,
        at=at,
        before={"state": str(SignatureState.PENDING)},
        after=told(
            document,
            kind=str(Kind.SCAN),
            state=str(SignatureState(copy.state)),
            governments=[each.signatory.government.slug for each in held],
        ),
        reason=copy.reason,
    )
    return copy


def _rows(
    standing: Standing, governments: Sequence[Place], by: Membership, document: Document
) -> list[Row]:
    """Whose signatures it holds: the own one, or of any for the secretariat."""
    if not governments:
        raise NobodyNamed(_("Choose the governments whose signatures the file holds."))
    paper = signing.paper_of(document)
    keeps = paper is not None and access.keeps_record(by, paper.meeting)
    if not keeps and any(each.pk != by.government_id for each in governments):
        raise NotAllowed(
            _("You bring the signature of your own government; the secretariat, any.")
        )
    rows = [own_row(standing, each) for each in governments]
    for row in rows:
        refuse_signed(row)
    return rows


def _refuse_too_few(
    document: Document, signers: Sequence[dict[str, Any]], rows: Sequence[Row]
) -> None:
    """One signature is not counted for two governments, whatever copies it is on."""
    here = {each["fingerprint"] for each in signers}
    known = here | signing.fingerprints(document)
    if len(here) < len(rows) or len(known) < signing.by_copies(document) + len(rows):
        raise TooFewSignatures(
            _(
                "The file holds %(found)d signatures, of which others are counted for "
                "other governments already; that is too few for %(wanted)d more. Check "
                "that it was signed by each."
            )
            % {"found": len(here), "wanted": len(rows)}
        )


def _take_refusal_back(signature: Signature, at: datetime) -> None:
    signature.signatory.refusals.filter(taken_back_at=None).update(taken_back_at=at)


def _recorded(
    action: str, copy: SignedCopy, rows: Sequence[Row], *, by: Membership, at: datetime
) -> SignedCopy:
    document = copy.document
    ledger.record(
        action,
        copy,
        reference=f"{document.code}/{copy.pk}",
        by=by,
        at=at,
        after=told(
            document,
            kind=str(Kind(copy.kind)),
            state=str(SignatureState(copy.state)),
            copy_sha256=copy.file.sha256,
            signatures=len(copy.signers),
            governments=[row.signatory.government.slug for row in rows],
        ),
    )
    return copy
