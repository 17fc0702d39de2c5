"""A certification authority of tests, and people who really sign a PDF with it."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from asn1crypto import keys, x509
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

_SINCE, _UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Holder:
    """A certificate, and the key to it."""

    certificate: made.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


@cache
def authority(name: str = "Otoritas Sertifikat Uji") -> Holder:
    return _issue(name, None)


@cache
def holder(name: str) -> Holder:
    """A person with a certificate of the authority."""
    return _issue(name, authority())


def sign(pdf: bytes, name: str = "Kepala Dinas Uji", field: str = "") -> bytes:
    """The PDF with one more signature, as an increment."""
    who, issuer = holder(name), authority()
    chain = SimpleCertificateStore()
    chain.register(_plain(issuer))
    signer = signers.SimpleSigner(
        signing_cert=_plain(who),
        signing_key=keys.PrivateKeyInfo.load(
            who.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
        cert_registry=chain,
    )
    about = signers.PdfSignatureMetadata(
        field_name=field or f"TTD {name}", subfilter=fields.SigSeedSubFilter.PADES
    )
    written = IncrementalPdfFileWriter(io.BytesIO(pdf))
    # Beside a browser this thread runs an event loop already.
    with ThreadPoolExecutor(max_workers=1) as beside:
        done = beside.submit(signers.sign_pdf, written, about, signer=signer)
        return bytes(done.result().getbuffer())


def _issue(name: str, issuer: Holder | None) -> Holder:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = made.Name(
        [
            made.NameAttribute(NameOID.COMMON_NAME, name),
            made.NameAttribute(NameOID.ORGANIZATION_NAME, "Pemerintah Uji"),
            made.NameAttribute(NameOID.SERIAL_NUMBER, "5271000000000001"),
        ]
    )
    above = issuer or Holder(None, key)  # type: ignore[arg-type] # itself
    named = issuer.certificate.subject if issuer else subject
    is_authority = issuer is None
    own_id = made.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = (
        made.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(made.random_serial_number())
        .not_valid_before(_SINCE)
        .not_valid_after(_UNTIL)
        .add_extension(made.BasicConstraints(is_authority, None), critical=True)
        .add_extension(_usage(is_authority), critical=True)
        .add_extension(own_id, critical=False)
        .add_extension(
            made.AuthorityKeyIdentifier.from_issuer_public_key(above.key.public_key()),
            critical=False,
        )
    )
    return Holder(builder.sign(above.key, hashes.SHA256()), key)


def _usage(is_authority: bool) -> made.KeyUsage:
    return made.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _plain(holder: Holder) -> x509.Certificate:
    return x509.Certificate.load(holder.certificate.public_bytes(Encoding.DER))
