"""Signing what is locked: how a paper is signed, by whom, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# How long ago somebody may have proved again who they are.
FRESH = timedelta(minutes=5)


class Kind(StrEnum):
    """By what a government signed."""

    # Ink on the printed paper, scanned; counts when a second person compared it.
    SCAN = "scan"
    # A PDF signed elsewhere, whose first revision is the locked one.
    UPLOAD = "upload"
    # Stated here after proving again who one is; an uncertified signature.
    ATTESTATION = "attestation"
    # A PDF signed by the service of BSrE.
    BSRE = "bsre"


class SignatureState(StrEnum):
    PENDING = "pending"
    STANDS = "stands"
    REJECTED = "rejected"


# What keeps a government from signing once more.
HELD = frozenset({SignatureState.PENDING, SignatureState.STANDS})


class Stage(StrEnum):
    """How far a paper has come."""

    DRAFT = "draft"
    LOCKED = "locked"
    SIGNING = "signing"
    COMPLETE = "complete"
    ANNOUNCED = "announced"


class SigningAction(StrEnum):
    SIGN = "sign"
    BRING = "bring"
    COMPARE = "compare"
    REFUSE = "refuse_to_sign"
    ANNOUNCE = "announce"
    VOID = "void"


class SigningActor(StrEnum):
    # A head of office asked to sign, or who holds its mandate.
    SIGNER = "signer"
    # An operator of a government asked to sign: brings what its head signed.
    CLERK = "clerk"
    SECRETARIAT = "secretariat"
    # The chair or the minute-taker: with the secretariat, who compares.
    WITNESS = "witness"


_SIGN = {
    SigningAction.SIGN: frozenset({SigningActor.SIGNER}),
    SigningAction.BRING: frozenset(
        {SigningActor.SIGNER, SigningActor.CLERK, SigningActor.SECRETARIAT}
    ),
    SigningAction.REFUSE: frozenset({SigningActor.SIGNER}),
}
_COMPARE = frozenset({SigningActor.SECRETARIAT, SigningActor.WITNESS})
_SECRETARIAT = frozenset({SigningActor.SECRETARIAT})

SIGNING: Mapping[Stage, Mapping[SigningAction, frozenset[SigningActor]]] = {
    Stage.DRAFT: {},
    Stage.LOCKED: {
        **_SIGN,
        SigningAction.COMPARE: _COMPARE,
        SigningAction.VOID: _SECRETARIAT,
    },
    Stage.SIGNING: {
        **_SIGN,
        SigningAction.COMPARE: _COMPARE,
        # Only where everybody who answered refused.
        SigningAction.VOID: _SECRETARIAT,
    },
    # Who refused may still change its mind until it is announced.
    Stage.COMPLETE: {
        **_SIGN,
        SigningAction.COMPARE: _COMPARE,
        SigningAction.ANNOUNCE: _SECRETARIAT,
        SigningAction.VOID: _SECRETARIAT,
    },
    Stage.ANNOUNCED: {},
}


@dataclass(frozen=True)
class Count:
    """Who was asked to sign a locked paper, and what came of it."""

    asked: int
    signed: int
    pending: int
    refused: int

    @property
    def missing(self) -> int:
        return self.asked - self.signed - self.refused


def stage_of(count: Count | None, *, announced: bool) -> Stage:
    """Counted, never set; without a count the paper is not locked."""
    if count is None:
        return Stage.DRAFT
    if announced:
        return Stage.ANNOUNCED
    if not (count.signed or count.refused):
        return Stage.LOCKED
    return Stage.SIGNING if count.missing else Stage.COMPLETE


def may_sign(
    stage: Stage, action: SigningAction, actors: frozenset[SigningActor]
) -> bool:
    return bool(SIGNING[stage].get(action, frozenset()) & actors)


def may_void(count: Count) -> bool:
    """Only before the first signature, and before one that waits to be compared."""
    return not (count.signed or count.pending)


def is_fresh(authenticated_at: datetime | None, now: datetime) -> bool:
    """Whether who acts has just proved who they are."""
    return authenticated_at is not None and (
        timedelta(0) <= now - authenticated_at <= FRESH
    )
