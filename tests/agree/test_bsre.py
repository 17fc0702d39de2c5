"""Signing through BSrE: off by default, against a server that answers as theirs does;
NIK and passphrase are kept nowhere."""

import base64
import copy
import json
import logging
import pickle
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from sinergi.agree import signing
from sinergi.agree.models import SignedCopy
from sinergi.agree.rules import Kind
from sinergi.core import bsre, files
from sinergi.core.models import LedgerEvent
from sinergi.core.signing import Credentials, ServiceRefused
from tests.papers import pdf
from tests.signatures import sign

NIK, PASSPHRASE = "5271000000000001", "kata-sandi-#panjang 1"
WAYS = ["pdf", "base64", "download"]


@dataclass
class Service:
    """The eSign client service, as far as an application sees it."""

    address: str = ""
    way: str = "pdf"
    fails: bool = False
    tampers: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    signed: dict[str, bytes] = field(default_factory=dict)


@pytest.fixture
def service() -> Iterator[Service]:
    state = Service()

    class Answers(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Quiet."""

        def do_POST(self) -> None:
            state.logins.append(self.headers["Authorization"])
            body = self.rfile.read(int(self.headers["Content-Length"]))
            head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
            form = {}
            for part in BytesParser().parsebytes(head + body).get_payload():
                name = part.get_param("name", header="content-disposition")
                form[name] = part.get_payload(decode=True)
            paper = form.pop("file")
            state.asked.append({k: v.decode() for k, v in form.items()})
            assert self.path == "/esign/api/sign/pdf"
            if state.fails or form["passphrase"].decode() != PASSPHRASE:
                told = {"error": f"Passphrase {form['passphrase'].decode()} salah"}
                self.tell(400, json.dumps(told).encode(), "application/json")
                return
            done = sign(paper, "Pejabat BSrE")
            if state.tampers:
                done = done[:2000] + bytes([done[2000] ^ 1]) + done[2001:]
            if state.way == "pdf":
                self.tell(200, done, "application/pdf")
            elif state.way == "base64":
                told = {"base64_signed_file": base64.b64encode(done).decode()}
                self.tell(200, json.dumps(told).encode(), "application/json")
            else:
                state.signed["dok/1"] = done
                told = {"id_dokumen": "dok/1", "message": "Proses berhasil"}
                self.tell(200, json.dumps(told).encode(), "application/json")

        def do_GET(self) -> None:
            assert self.path == "/esign/api/sign/download/dok%2F1"
            self.tell(200, state.signed["dok/1"], "application/pdf")

        def tell(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.address = f"http://127.0.0.1:{server.server_port}/esign"
    with override_settings(
        BSRE_URL=state.address, BSRE_USER="sinergi", BSRE_PASSWORD="rahasia"
    ):
        yield state
    server.shutdown()
    server.server_close()


def typed() -> Credentials:
    return Credentials(nik=NIK, passphrase=PASSPHRASE)


def test_without_an_address_it_is_off():
    assert bsre.service() is None


@pytest.mark.parametrize("way", WAYS)
def test_a_pdf_comes_back_signed_whichever_way_it_answers(service, way):
    service.way, paper = way, pdf("Naskah")

    signed = bsre.service().sign(paper, typed())

    assert signed.startswith(paper)
    assert len(signed) > len(paper)
    (asked,) = service.asked
    assert asked["tampilan"] == "invisible"
    assert asked["nik"] == NIK
    login = base64.b64decode(service.logins[0].removeprefix("Basic ")).decode()
    assert login == "sinergi:rahasia"


def test_its_refusal_is_told_without_what_was_typed(service):
    wrong = Credentials(nik=NIK, passphrase="salah-sekali")

    with pytest.raises(ServiceRefused) as refused:
        bsre.service().sign(pdf(), wrong)

    assert "salah-sekali" not in str(refused.value)
    assert "Passphrase … salah" in str(refused.value)


@override_settings(BSRE_URL="http://127.0.0.1:9")
def test_a_service_that_is_not_there_is_a_sentence_without_secrets():
    with pytest.raises(ServiceRefused) as refused:
        bsre.service().sign(pdf(), typed())

    assert PASSPHRASE not in repr(refused.value.__cause__)


def test_what_was_typed_is_neither_shown_nor_kept():
    assert PASSPHRASE not in repr(typed())
    assert NIK not in repr(typed())
    for keep in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            keep(typed())


@pytest.mark.django_db
def test_the_page_is_not_there_where_it_is_off(client, locked, kadek):
    client.force_login(kadek.person)
    code = locked.document.code

    page = client.get(reverse("agree_work:signing", args=[code])).content.decode()

    assert "BSrE</a>" not in page
    address = reverse("agree_work:sign_by_service", args=[code])
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_kadek_signs_through_bsre_and_nothing_typed_is_kept(
    client, locked, kadek, service, caplog
):
    caplog.set_level(logging.DEBUG)
    document = locked.document
    client.force_login(kadek.person)
    address = reverse("agree_work:sign_by_service", args=[document.code])

    answer = client.post(address, {"nik": NIK, "passphrase": PASSPHRASE})

    assert answer.status_code == 302
    copy = SignedCopy.objects.get()
    assert (copy.kind, copy.signers[0]["name"]) == (Kind.BSRE, "Pejabat BSrE")
    assert files.read(copy.file).startswith(files.read(document.file))
    assert signing.standing_of(signing.paper_of(document)).count.signed == 1
    kept = everything_in_the_database()
    for secret in (NIK, PASSPHRASE):
        assert secret not in kept
        assert secret not in caplog.text
        assert secret not in LedgerEvent.objects.latest("seq").body


@pytest.mark.django_db
def test_a_wrong_passphrase_signs_nothing_and_is_not_shown_again(
    client, locked, kadek, service
):
    client.force_login(kadek.person)
    address = reverse("agree_work:sign_by_service", args=[locked.document.code])

    page = client.post(address, {"nik": NIK, "passphrase": "salah sekali"})

    assert page.status_code == 200
    assert "Layanan tanda tangan menolak" in page.content.decode()
    assert "salah sekali" not in page.content.decode()
    assert not SignedCopy.objects.exists()


@pytest.mark.django_db
def test_a_page_that_gives_back_what_was_typed_keeps_the_passphrase(
    client, locked, kadek, budi, service
):
    client.force_login(budi.person)
    address = reverse("agree_work:sign_by_service", args=[locked.document.code])

    page = client.post(address, {"nik": NIK, "passphrase": PASSPHRASE})

    assert page.status_code == 403
    assert PASSPHRASE not in page.content.decode()
    assert not service.asked


@pytest.mark.django_db
def test_the_service_is_asked_only_so_often(client, locked, kadek, service):
    client.force_login(kadek.person)
    address = reverse("agree_work:sign_by_service", args=[locked.document.code])
    service.fails = True
    for _try in range(7):
        page = client.post(address, {"nik": NIK, "passphrase": PASSPHRASE})

    assert len(service.asked) == 5
    assert "Terlalu sering" in page.content.decode()


@pytest.mark.django_db
def test_what_the_service_gives_back_is_checked_as_any_other_file(
    client, locked, kadek, service
):
    client.force_login(kadek.person)
    service.tampers = True
    address = reverse("agree_work:sign_by_service", args=[locked.document.code])

    page = client.post(address, {"nik": NIK, "passphrase": PASSPHRASE})

    assert "tidak berawal dengan dokumen yang dikunci" in page.content.decode()
    assert not SignedCopy.objects.exists()


def everything_in_the_database() -> str:
    """Every row of every table, sessions and cache among them."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [repr(row) for row in cursor.fetchall()]
    return "\n".join(rows)
