"""Locking a document: canonical data, hash, bytes and a code anyone can check."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sinergi.core import files
from sinergi.core.act import act
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.models import Document, Membership
from sinergi.core.rules import Provenance

# Crockford's letters and digits: none is mistaken for another when typed by hand.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 10


@dataclass(frozen=True)
class Seal:
    """What a paper prints about itself: its code and the hash of its data."""

    code: str
    sha256: str


def verification(seal: Seal | None, origin: str) -> dict[str, str] | None:
    """Where a reader checks the paper (`paper.shapes.Verification`)."""
    if seal is None:
        return None
    return {
        "code": seal.code,
        "url": f"{origin}/v/{seal.code}/",
        "sha256": seal.sha256,
    }


@act
def lock(
    *,
    kind: str,
    title: str,
    content: Mapping[str, Any],
    draw: Callable[[Seal], bytes],
    provenance: Provenance,
    by: Membership,
    at: datetime,
    number: str = "",
    issuer: str = "",
    is_public: bool = True,
) -> Document:
    """Lock data as a document; `draw` makes the PDF that carries code and hash.

    Called inside the act that locks; that act writes the ledger entry. The issuer is
    who locks it, unless the paper bears the head of another office.
    """
    canonical = canonical_json(content)
    seal = Seal(code=_new_code(), sha256=sha256(canonical))
    paper = files.keep(draw(seal), kind=files.PDF, at=at)
    return Document.objects.create(
        code=seal.code,
        kind=kind,
        title=title,
        number=number,
        content=canonical,
        content_sha256=seal.sha256,
        file=paper,
        provenance=provenance,
        issued_at=at,
        issuer=issuer or f"{by.title or by.role_label}, {by.government.name}",
        is_public=is_public,
    )


def _new_code() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def normalised(code: str) -> str:
    """A code as typed by a person: spaces, dashes and look-alikes forgiven."""
    typed = code.upper().replace(" ", "").replace("-", "")
    return typed.replace("O", "0").replace("I", "1").replace("L", "1")
