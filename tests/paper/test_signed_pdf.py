"""A signed PDF is the locked one and signatures, or it is refused."""

import io
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from sinergi.paper import pdf
from sinergi.paper.signed_pdf import (
    Fault,
    NotTheLocked,
    Trust,
    certificates_in,
    signers,
)
from tests.paper import samples
from tests.signatures import authority, sign


@pytest.fixture(scope="module")
def locked() -> bytes:
    """A real berita acara: PDF/A-2a and PDF/UA-1."""
    data = samples.berita_acara()
    return pdf.render("berita_acara", data, title="BA", created_on=date(2026, 3, 4))


@pytest.fixture(scope="module")
def signed(locked: bytes) -> bytes:
    return sign(locked, "Kepala Satu")


def refused(signed: bytes, locked: bytes) -> Fault:
    with pytest.raises(NotTheLocked) as caught:
        signers(signed, locked)
    return caught.value.fault


def test_whoever_signed_is_listed_in_the_order_of_signing(locked, signed):
    twice = sign(signed, "Kepala Dua")

    found = signers(twice, locked)

    assert [each.name for each in found] == ["Kepala Satu", "Kepala Dua"]
    assert {each.issuer for each in found} == {"Otoritas Sertifikat Uji"}
    assert len({each.fingerprint for each in found}) == 2
    assert all(each.reported_at for each in found)


def test_a_personal_number_in_a_certificate_stays_there(locked, signed):
    (found,) = signers(signed, locked)

    assert "5271000000000001" not in repr(found)


def test_an_issuer_is_relied_on_only_where_it_is_named(locked, signed):
    known = certificates_in([authority().pem])
    other = certificates_in([authority("Otoritas Lain").pem])
    usage = frozenset({"non_repudiation"})

    assert signers(signed, locked)[0].trust is Trust.UNCHECKED
    trusted = signers(signed, locked, issuers=known, key_usage=usage)
    assert trusted[0].trust is Trust.TRUSTED
    assert signers(signed, locked, issuers=other)[0].trust is Trust.UNTRUSTED
    unfit = signers(signed, locked, issuers=known, key_usage={"key_agreement"})
    assert unfit[0].trust is Trust.UNTRUSTED


def test_signing_keeps_the_tags_of_the_paper(signed):
    root = PdfReader(io.BytesIO(signed)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


def test_the_locked_file_itself_is_not_signed(locked):
    assert refused(locked, locked) is Fault.UNSIGNED


def test_another_paper_is_refused_though_its_signature_is_valid(locked, signed):
    data = {**samples.berita_acara(), "closing": "Lain."}
    other = pdf.render("berita_acara", data, title="BA", created_on=date(2026, 3, 4))

    assert refused(sign(other), locked) is Fault.NOT_LOCKED
    assert refused(signed, other) is Fault.NOT_LOCKED


def changed(locked: bytes) -> bytes:
    """The locked PDF with an increment that draws over its first page."""
    writer = PdfWriter(io.BytesIO(locked), incremental=True)
    writer.add_annotation(
        0,
        {
            "/Type": "/Annot",
            "/Subtype": "/FreeText",
            "/Rect": [100, 100, 300, 200],
            "/Contents": "Tidak setuju",
        },
    )
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_what_was_changed_before_the_first_signature_is_refused(locked):
    altered = changed(locked)
    assert altered.startswith(locked)

    assert refused(altered, locked) is Fault.UNSIGNED
    assert refused(sign(altered), locked) is Fault.ALTERED


def test_what_was_changed_after_a_signature_is_refused(locked, signed):
    assert refused(changed(signed), locked) in {Fault.ALTERED, Fault.BROKEN}
    assert refused(sign(changed(signed), "Kepala Dua"), locked) is Fault.ALTERED


def test_a_page_drawn_over_and_then_signed_is_refused(locked):
    writer = PdfWriter(io.BytesIO(locked), incremental=True)
    writer.pages[0].rotate(90)
    kept = io.BytesIO()
    writer.write(kept)

    assert refused(sign(kept.getvalue()), locked) is Fault.ALTERED


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_one_bit_anywhere_makes_it_another_file(locked, signed, data):
    part = data.draw(st.sampled_from(["locked", "added", "signature"]))
    start = signed.index(b"/Contents <", len(locked))
    low, high = {
        "locked": (0, len(locked)),
        "added": (len(locked), len(signed)),
        "signature": (start, signed.index(b">", start) + 1),
    }[part]
    place = data.draw(st.integers(low, high - 1))
    tampered = bytearray(signed)
    tampered[place] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(NotTheLocked):
        signers(bytes(tampered), locked)


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7", b"\x00" * 400, b"%%EOF\n"])
def test_junk_after_the_locked_bytes_is_refused(locked, junk):
    refused(locked + junk, locked)


def test_a_signature_cut_off_is_refused(locked, signed):
    for keep in (len(locked) + 1, (len(locked) + len(signed)) // 2, len(signed) - 1):
        refused(signed[:keep], locked)
