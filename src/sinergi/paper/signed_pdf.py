"""A PDF that was signed after it was locked: is it still that PDF, and who signed.

A signature is an increment: the locked bytes stay the first revision of the file, and
what follows may add signatures and nothing else. pyHanko reads; nothing is fetched.
"""

import io
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from asn1crypto import x509
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import CMSExtractionError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from sinergi.paper import certificates, increments

# What pyHanko and the readers below it raise on a file that is not as it should be.
_UNREADABLE = (
    PdfError,
    SignatureValidationError,
    CMSExtractionError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    NotImplementedError,
    RecursionError,
    OSError,
)
_HEX = re.compile(rb"<(?:[0-9a-f]+|[0-9A-F]+)>")


class Fault(StrEnum):
    """Why a file is not the locked PDF with signatures."""

    # Its beginning is not, byte for byte, what was locked.
    NOT_LOCKED = "not_locked"
    # Nothing was signed since.
    UNSIGNED = "unsigned"
    # Something besides signatures was added or changed.
    ALTERED = "altered"
    # A signature does not fit the bytes it covers, or cannot be read.
    BROKEN = "broken"


class Trust(StrEnum):
    """Whether the issuer of a certificate is one this house relies on."""

    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    # No issuer is named in the settings, so nobody looked.
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Signer:
    """One signature, as it and its certificate tell of themselves."""

    fingerprint: str
    name: str
    organisation: str
    issuer: str
    # By the clock of who signed.
    reported_at: datetime | None
    # By the clock of a timestamping authority.
    stamped_at: datetime | None
    trust: Trust


class NotTheLocked(Exception):
    """The file is refused, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def certificates_in(pem: Sequence[bytes]) -> list[x509.Certificate]:
    """Issuers to rely on, from files in PEM or DER."""
    return [cert for each in pem for cert in load_certs_from_pemder_data(each)]


def signers(
    signed: bytes,
    locked: bytes,
    *,
    issuers: Sequence[x509.Certificate] = (),
    key_usage: frozenset[str] = frozenset(),
) -> list[Signer]:
    """Who signed the locked PDF, in the order of signing; refuses any other file."""
    if not signed.startswith(locked):
        raise NotTheLocked(Fault.NOT_LOCKED)
    if len(signed) == len(locked):
        raise NotTheLocked(Fault.UNSIGNED)
    try:
        # pyHanko runs an event loop of its own, which wants a thread without one.
        with ThreadPoolExecutor(max_workers=1) as beside:
            read = beside.submit(lambda: list(_read(signed, issuers, key_usage)))
            return read.result()
    except NotTheLocked:
        raise
    except _UNREADABLE as error:
        raise NotTheLocked(Fault.BROKEN) from error


def _read(
    signed: bytes, issuers: Sequence[x509.Certificate], key_usage: frozenset[str]
) -> Iterator[Signer]:
    reader = PdfFileReader(io.BytesIO(signed))
    found = list(reader.embedded_regular_signatures)
    if not found:
        raise NotTheLocked(Fault.UNSIGNED)
    if not increments.only_sign(reader):
        raise NotTheLocked(Fault.ALTERED)
    for signature in found:
        _refuse_loose_ends(signature, signed)
        status = validate_pdf_signature(
            signature,
            signer_validation_context=ValidationContext(
                trust_roots=list(issuers),
                allow_fetching=False,
                revocation_mode="soft-fail",
            ),
            key_usage_settings=KeyUsageConstraints(key_usage=set(key_usage)),
        )
        _refuse_broken(status)
        yield _signer(signature, status, bool(issuers))


def _refuse_loose_ends(signature: EmbeddedPdfSignature, signed: bytes) -> None:
    """The one gap a signature leaves holds the signature, zeros, and nothing else."""
    start, first, second, _length = (int(each) for each in signature.byte_range)
    gap = signed[first:second]
    if start != 0 or not _HEX.fullmatch(gap):
        raise NotTheLocked(Fault.BROKEN)
    held = bytes.fromhex(gap[1:-1].decode())
    if held.rstrip(b"\0") != certificates.written(held).rstrip(b"\0"):
        raise NotTheLocked(Fault.BROKEN)
    if not certificates.are_consistent(signature):
        raise NotTheLocked(Fault.BROKEN)


def _refuse_broken(status: PdfSignatureStatus) -> None:
    if not (status.intact and status.valid):
        raise NotTheLocked(Fault.BROKEN)
    if status.timestamp_validity is not None and not status.timestamp_validity.valid:
        raise NotTheLocked(Fault.BROKEN)
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        raise NotTheLocked(Fault.ALTERED)


def _signer(
    signature: EmbeddedPdfSignature, status: PdfSignatureStatus, has_issuers: bool
) -> Signer:
    told = certificates.told_by(signature.signer_cert)
    stamped = status.timestamp_validity
    trust = Trust.TRUSTED if status.trusted else Trust.UNTRUSTED
    return Signer(
        fingerprint=certificates.fingerprint(signature.pkcs7_content),
        name=told.name,
        organisation=told.organisation,
        issuer=told.issuer,
        reported_at=status.signer_reported_dt,
        stamped_at=stamped.timestamp if stamped is not None else None,
        trust=trust if has_issuers else Trust.UNCHECKED,
    )
