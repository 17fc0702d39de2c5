"""What a signature in a PDF carries besides itself: certificates, and their names."""

import hashlib
from dataclasses import dataclass

from asn1crypto import cms, x509
from cryptography import x509 as verifying
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


@dataclass(frozen=True)
class Told:
    """What a certificate says of its holder; a personal number in it is left there."""

    name: str
    organisation: str
    issuer: str


def told_by(certificate: x509.Certificate) -> Told:
    subject, issuer = certificate.subject.native, certificate.issuer.native
    return Told(
        name=_text(subject, "common_name"),
        organisation=_text(subject, "organization_name"),
        issuer=_text(issuer, "common_name") or _text(issuer, "organization_name"),
    )


def fingerprint(signature: bytes) -> str:
    """Of a signature itself: two copies of a paper may carry the same one."""
    return hashlib.sha256(signature.rstrip(b"\0")).hexdigest()


def written(held: bytes) -> bytes:
    """The signature as its content would be written again; junk in it is gone."""
    return bytes(cms.ContentInfo.load(held).copy().dump(force=True))


def are_consistent(signature: EmbeddedPdfSignature) -> bool:
    """Whether what no signature covers still fits together: the versions and the
    algorithms that are named, and the certificates up to the last one inside."""
    used = {signature.signer_info["digest_algorithm"]["algorithm"].native}
    listed = signature.signed_data["digest_algorithms"]
    if {each["algorithm"].native for each in listed} != used:
        return False
    if not (_fit_versions(signature) and _names_its_holder(signature)):
        return False
    inside = [signature.signer_cert, *signature.other_embedded_certs]
    try:
        pool = [verifying.load_der_x509_certificate(each.dump()) for each in inside]
    except (ValueError, verifying.InvalidVersion):
        return False
    return _is_chain(pool)


def _fit_versions(signature: EmbeddedPdfSignature) -> bool:
    """As RFC 5652 numbers them (5.1 and 5.3)."""
    by_key = signature.signer_info["sid"].name == "subject_key_identifier"
    wanted = "v3" if by_key else "v1"
    parts = (signature.signer_info, signature.signed_data)
    return all(str(each["version"].native) == wanted for each in parts)


def _names_its_holder(signature: EmbeddedPdfSignature) -> bool:
    """Whether the signature points to the very certificate that is read."""
    sid, certificate = signature.signer_info["sid"], signature.signer_cert
    if sid.name == "subject_key_identifier":
        return bool(sid.chosen.native == certificate.key_identifier)
    return bool(
        sid.chosen["issuer"].dump() == certificate.issuer.dump()
        and sid.chosen["serial_number"].native == certificate.serial_number
    )


def _is_chain(pool: list[verifying.Certificate]) -> bool:
    """Each was issued by the next. Where the chain ends before a root, the rest is
    elsewhere, and then nothing else is inside."""
    last, *others = pool
    while not _is_root(last):
        above = [each for each in others if each.subject == last.issuer]
        if not above:
            return not others
        issuer = above[0]
        if not _verifies(last, issuer):
            return False
        others.remove(issuer)
        last = issuer
    return _verifies(last, last)


def _is_root(certificate: verifying.Certificate) -> bool:
    """Issued by itself: by its name, or by the name of its key."""
    if certificate.subject == certificate.issuer:
        return True
    try:
        named = certificate.extensions
        own = named.get_extension_for_class(verifying.SubjectKeyIdentifier)
        above = named.get_extension_for_class(verifying.AuthorityKeyIdentifier)
    except (verifying.ExtensionNotFound, ValueError):
        return False
    return own.value.digest == above.value.key_identifier


def _verifies(
    certificate: verifying.Certificate, issuer: verifying.Certificate
) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, UnsupportedAlgorithm, TypeError, ValueError):
        return False
    return True


def _text(named: dict[str, object], part: str) -> str:
    found = named.get(part, "")
    several = found if isinstance(found, list) else [found]
    return ", ".join(str(each) for each in several)
