"""What signing needs before it is done: a locked paper, the right office, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.agree import access, signing, words
from sinergi.agree.models import Mandate, Signatory, Signature, SignedCopy
from sinergi.agree.rules import (
    SIGNING,
    Kind,
    SignatureState,
    SigningAction,
    may_sign,
)
from sinergi.agree.signing import Paper, Row, Standing
from sinergi.core.models import Document, Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready


class NotNow(Refusal):
    """The paper is not at the point where this is done."""


class NotAsked(Refusal):
    """The government is not among those asked to sign the paper."""


class AwaitsComparison(Refusal):
    """A scan of this government waits to be compared."""


def ask_to_sign(document: Document, places: Sequence[tuple[Place, str]]) -> None:
    """Part of the act that locks: each government, with the office as it is printed."""
    Signatory.objects.bulk_create(
        Signatory(document=document, government=place, office=office, order=order)
        for order, (place, office) in enumerate(places, start=1)
    )


def refuse_signing_step(
    document: Document, action: SigningAction, by: Membership
) -> tuple[Paper, Standing]:
    """The paper and how far it has come, if this office may do this now."""
    paper = signing.paper_of(document)
    if paper is None or document.voided_at is not None:
        raise NotNow(_("This paper was declared void; nobody signs it."))
    paper.hold()
    standing = signing.standing_of(paper)
    actors = access.signing_actors(by, document, paper.meeting)
    if may_sign(standing.stage, action, actors):
        return paper, standing
    for step in SIGNING.values():
        if step.get(action, frozenset()) & actors:
            raise NotNow(
                _("“%(action)s” does not follow from the state “%(state)s”.")
                % {
                    "action": words.SIGNING_ACTION[action],
                    "state": standing.mark.label,
                }
            )
    wanted = {actor for step in SIGNING.values() for actor in step.get(action, ())}
    raise NotAllowed(
        _("“%(action)s” is for: %(who)s.")
        % {
            "action": words.SIGNING_ACTION[action],
            "who": ", ".join(str(words.SIGNING_ACTOR[each]) for each in sorted(wanted)),
        }
    )


def own_row(standing: Standing, government: Place) -> Row:
    for row in standing.rows:
        if row.signatory.government_id == government.pk:
            return row
    raise NotAsked(
        _("%(name)s is not asked to sign this paper.") % {"name": government.name}
    )


def refuse_signed(row: Row) -> None:
    """A government signs once; the same again is told as done."""
    name = row.signatory.government.name
    if row.stands:
        told = _("%(name)s has signed already.") % {"name": name}
        raise StandsAlready(told, row.signature)
    if row.is_pending:
        raise AwaitsComparison(
            _(
                "A scan with the signature of %(name)s waits to be compared by a "
                "second person. Sign again only if it is rejected."
            )
            % {"name": name}
        )


def write_signature(
    row: Row,
    kind: Kind,
    *,
    by: Membership,
    at: datetime,
    mandate: Mandate | None = None,
    copy: SignedCopy | None = None,
) -> Signature:
    """Part of the act that signs; a refusal before it is taken back."""
    pending = kind is Kind.SCAN
    if row.refusal and not pending:
        row.refusal.taken_back_at = at
        row.refusal.save(update_fields=["taken_back_at"])
    return Signature.objects.create(
        signatory=row.signatory,
        kind=kind,
        state=SignatureState.PENDING if pending else SignatureState.STANDS,
        by=by,
        office=office_of(by, mandate, row),
        mandate=mandate,
        copy=copy,
        signed_at=at,
    )


def office_of(by: Membership, mandate: Mandate | None, row: Row) -> str:
    """The office that signs; one who holds a mandate signs in the name of its head."""
    if mandate is not None:
        return f"a.n. {mandate.office}"
    if by.government_id != row.signatory.government_id or not access.HEADS(by):
        return row.signatory.office
    return by.title or row.signatory.office


def told(document: Document, **more: Any) -> dict[str, Any]:
    """For the ledger: which paper, and what of it; people are in no ledger."""
    return {"paper": document.code, "sha256": document.file.sha256, **more}


def reference(document: Document, government: Place) -> str:
    return f"{document.code}/{government.slug}"
