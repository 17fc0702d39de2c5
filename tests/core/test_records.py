"""Files by their hash, documents by their code, and the page about the ledger."""

import contextlib
import io
import tracemalloc
import zipfile
import zlib

import pytest
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from sinergi.core import documents, files
from sinergi.core.canonical import canonical_json
from sinergi.core.models import Document, LedgerEvent, StoredFile
from sinergi.core.rules import Provenance
from sinergi.site.command import _run
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def packed(name: str, content: bytes, packing: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def document(sari) -> Document:
    return documents.lock(
        kind="berita-acara",
        title="Berita Acara Uji",
        content={"butir": ["satu"]},
        draw=lambda seal: b"%PDF-1.7 " + seal.sha256.encode(),
        provenance=Provenance.ENTERED,
        by=sari,
        at=NOW,
    )


def test_the_same_bytes_are_kept_once():
    first = files.keep(b"%PDF-1", kind=files.PDF, at=NOW)

    assert files.keep(b"%PDF-1", kind=files.PDF, at=NOW) == first
    assert StoredFile.objects.count() == 1
    assert files.read(first) == b"%PDF-1"


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00", b"<html><script>alert(1)</script>", b"\xff\xfe\x00a"],
)
def test_what_is_not_evidence_is_refused_by_its_bytes(content):
    with pytest.raises(files.FileRefused) as refusal:
        files.check(content, "bukti.pdf", files.EVIDENCE)

    assert "bukti.pdf" in str(refusal.value)


def test_a_packed_kind_is_not_unpacked_whole():
    bomb = packed("mimetype", bytes(50_000_000), zipfile.ZIP_DEFLATED)
    tracemalloc.start()

    with pytest.raises(files.FileRefused):
        files.check(bomb, "paparan.odt", files.HANDOUT)

    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]
)
def test_a_damaged_archive_is_refused_wherever_it_is_damaged(packing):
    whole = packed("mimetype", files.ODT.encode(), packing)

    for place in range(4, len(whole)):
        for damage in (0x00, 0xFF, whole[place] ^ 0x01):
            damaged = whole[:place] + bytes([damage]) + whole[place + 1 :]
            with contextlib.suppress(files.FileRefused):
                files.check(damaged, "paparan.odt", files.HANDOUT)


@pytest.mark.parametrize(
    "error", [zlib.error, EOFError, OSError, ValueError], ids=lambda kind: kind.__name__
)
def test_what_unpacking_raises_is_told_as_a_refusal(error, monkeypatch):
    def broken(*_said: object) -> None:
        raise error

    content = packed("mimetype", files.ODT.encode(), zipfile.ZIP_STORED)
    monkeypatch.setattr(zipfile.ZipFile, "open", broken)

    with pytest.raises(files.FileRefused, match=r"paparan\.odt"):
        files.check(content, "paparan.odt", files.HANDOUT)


@override_settings(MAX_UPLOAD_BYTES=10)
def test_a_file_too_large_is_refused_with_both_sizes():
    with pytest.raises(files.FileRefused, match="MB"):
        files.check(b"%PDF-" + b"x" * 20, "besar.pdf", files.EVIDENCE)


def test_a_float_is_not_hashed():
    with pytest.raises(TypeError, match=r"3\.44"):
        canonical_json({"indeks": 3.44})


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}".lower()])
def test_a_code_is_found_as_people_type_it(client, document, typed):
    code = typed.format(document.code)
    code = f"{code[:4]}-{code[4:]}" if typed == "{}" else code

    page = client.get(reverse("core:verify"), {"kode": code.lower()}, follow=True)

    assert document.content_sha256 in page.content.decode()


def test_an_unknown_code_says_so_kindly(client):
    page = client.get(reverse("core:document", args=["0000000000"]))

    assert page.status_code == 404
    assert "Traceback" not in page.content.decode()


def test_a_public_document_is_served_and_another_is_not(client, document):
    address = reverse("core:document_file", args=[document.code])

    served = client.get(address)
    assert b"".join(served.streaming_content).startswith(b"%PDF-1.7")
    assert "-isian.pdf" in served["Content-Disposition"]

    Document.objects.update(is_public=False)
    assert client.get(address).status_code == 404


def test_the_command_and_the_page_say_the_same_of_the_ledger(client, sari, capsys):
    last = LedgerEvent.objects.order_by("-seq").first()

    assert _run(["ledger", "verify"]) == 0
    assert last.hash in capsys.readouterr().out
    assert last.hash[:12] in client.get(reverse("core:ledger")).content.decode()


def test_a_kept_hash_tells_that_the_end_was_cut_off(client, sari, budi, capsys):
    kept = LedgerEvent.objects.order_by("-seq").first()
    assert _run(["ledger", "verify", "--contains", kept.hash]) == 0
    assert f"peristiwa {kept.seq}" in capsys.readouterr().out
    if connection.vendor != "sqlite":
        pytest.skip("the triggers of SQLite are removed by name")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_refuses_DELETE")

    LedgerEvent.objects.filter(seq=kept.seq).delete()

    assert _run(["ledger", "verify"]) == 0  # what is left is whole
    assert _run(["ledger", "verify", "--contains", kept.hash]) == 1
    assert kept.hash in capsys.readouterr().err
    page = client.get(reverse("core:ledger")).content.decode()
    assert "dipotong di ujung" in page


def test_a_broken_chain_is_told_by_the_command_and_by_the_page(client, sari, capsys):
    if connection.vendor != "sqlite":
        pytest.skip("the triggers of SQLite are removed by name")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_refuses_UPDATE")
    LedgerEvent.objects.filter(seq=3).update(body="{}")

    assert _run(["ledger", "verify"]) == 1
    assert "3" in capsys.readouterr().err
    page = client.get(reverse("core:ledger")).content.decode()
    assert "putus" in page.lower() or "tidak utuh" in page.lower()


def test_the_ledger_page_names_nobody(client, sari, budi):
    page = client.get(reverse("core:ledger")).content.decode()

    assert "Budi" not in page
    assert "Sari" not in page
