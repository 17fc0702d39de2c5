"""A government signs a locked paper by stating so here, or refuses and says why."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, rules
from sinergi.agree.acts.signing_guards import office_of as _office_of
from sinergi.agree.acts.signing_guards import (
    own_row,
    reference,
    refuse_signed,
    refuse_signing_step,
    told,
    write_signature,
)
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Refusal as Refused
from sinergi.agree.models import Signature
from sinergi.agree.rules import Kind, SignatureState, SigningAction
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Document, Membership
from sinergi.core.refusal import Refusal, StandsAlready


class NotAuthenticated(Refusal):
    """Whoever signs proves right before that it is them."""


class HasSigned(Refusal):
    """What was signed is not refused afterwards."""


@act
def attest(
    document: Document,
    *,
    authenticated_at: datetime | None,
    by: Membership,
    at: datetime,
) -> Signature:
    """Sign by stating it here, right after proving who one is: an uncertified
    electronic signature under the hash of the locked file."""
    paper, standing = refuse_signing_step(document, SigningAction.SIGN, by)
    row = own_row(standing, by.government)
    refuse_signed(row)
    if not rules.is_fresh(authenticated_at, at):
        raise NotAuthenticated(
            _(
                "To sign, prove again that it is you: enter your password or use your "
                "passkey, then sign within five minutes."
            )
        )
    signature = write_signature(
        row,
        Kind.ATTESTATION,
        by=by,
        at=at,
        mandate=access.mandate_of(by, paper.meeting),
    )
    ledger.record(
        "attest",
        signature,
        reference=reference(document, by.government),
        by=by,
        at=at,
        before={"refused": row.refusal is not None},
        after=told(
            document, kind=str(Kind.ATTESTATION), state=str(SignatureState.STANDS)
        ),
    )
    return signature


@act
def refuse_to_sign(
    document: Document, *, reason: str, by: Membership, at: datetime
) -> Refused:
    """The government does not sign; its reason is recorded, and printed."""
    paper, standing = refuse_signing_step(document, SigningAction.REFUSE, by)
    row = own_row(standing, by.government)
    if row.signature is not None:
        raise HasSigned(
            _("%(name)s has signed; what was signed is not refused afterwards.")
            % {"name": by.government.name}
        )
    refuse_without_reason(reason)
    if row.refusal is not None:
        raise StandsAlready(
            _("The refusal of %(name)s is recorded already.")
            % {"name": by.government.name},
            row.refusal,
        )
    mandate = access.mandate_of(by, paper.meeting)
    refused = Refused.objects.create(
        signatory=row.signatory,
        reason=reason.strip(),
        by=by,
        office=_office_of(by, mandate, row),
        mandate=mandate,
        refused_at=at,
    )
    ledger.record(
        "refuse_to_sign",
        refused,
        reference=reference(document, by.government),
        by=by,
        at=at,
        after=told(document, state="refused"),
        reason=reason.strip(),
    )
    return refused
