"""The port to electronic signatures: reading a signed PDF, and having one signed.

pyHanko reads, in `paper`. Who signs for us is a service that settings may name; without
one nobody is asked for a passphrase.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinergi.core.refusal import Refusal
from sinergi.paper.signed_pdf import Fault, NotTheLocked, certificates_in, signers

FAULTS = {
    Fault.NOT_LOCKED: gettext_lazy(
        "This file does not begin with the locked document, byte for byte. Sign the "
        "PDF downloaded here, not a copy that was printed or saved anew."
    ),
    Fault.UNSIGNED: gettext_lazy(
        "This file has no signature. Sign it first, then upload it."
    ),
    Fault.ALTERED: gettext_lazy(
        "In this file more was changed than signing changes. Sign the PDF downloaded "
        "here and change nothing else in it."
    ),
    Fault.BROKEN: gettext_lazy(
        "A signature in this file does not fit its content: something was changed "
        "after it, or the file was damaged. Upload the file as the signing "
        "application gave it."
    ),
}


class NotThePaper(Refusal):
    """A signed file that is not the locked paper and signatures alone."""


class ServiceRefused(Refusal):
    """The signing service did not sign; it says why."""


@dataclass(frozen=True)
class Credentials:
    """What proves to the service who signs. Never kept, never shown."""

    nik: str = field(repr=False)
    passphrase: str = field(repr=False)

    def __getstate__(self) -> dict[str, Any]:
        raise TypeError("Credentials are not kept.")


class Service(Protocol):
    """Somebody who signs a PDF with the certificate of the one who asks."""

    def sign(self, pdf: bytes, credentials: Credentials) -> bytes: ...


def read(signed: bytes, locked: bytes) -> list[dict[str, Any]]:
    """Who signed the locked PDF, as plain data; any other file is refused in words."""
    try:
        found = signers(
            signed,
            locked,
            issuers=certificates_in(_issuers()),
            key_usage=frozenset(settings.SIGNING_KEY_USAGE),
        )
    except NotTheLocked as fault:
        raise NotThePaper(FAULTS[fault.fault]) from fault
    return [_plain(asdict(each)) for each in found]


def cleaned(message: str, credentials: Credentials) -> str:
    """What a service says, without what was typed to it."""
    for secret in (credentials.passphrase, credentials.nik):
        message = message.replace(secret, "…") if secret else message
    return message[:200]


def unreachable() -> ServiceRefused:
    return ServiceRefused(
        _(
            "The signing service did not answer. Nothing was signed; try again, or "
            "sign in another way."
        )
    )


def _issuers() -> Sequence[bytes]:
    folder: Path | None = settings.SIGNING_ISSUERS
    if folder is None:
        return ()
    return [each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()]


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in told.items()
        if value is not None
    }
