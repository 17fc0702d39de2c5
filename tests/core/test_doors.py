"""What every page answers: an empty instance, a HEAD, a senseless setting."""

import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.utils import translation

from sinergi.core import files

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["/", "/keselarasan/", "/indeks/", "/pelaksanaan/"])
def test_an_empty_instance_teaches_the_next_step(client, page):
    answer = client.get(page)

    assert answer.status_code == 200
    assert "load-ntb" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/robots.txt", "text/plain"), ("/favicon.ico", "image/x-icon")],
)
def test_what_every_browser_and_every_crawler_asks_for_is_there(client, path, kind):
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer["Content-Type"].partition(";")[0] == kind
    assert b"".join(answer.streaming_content)


def test_a_monitor_that_asks_for_the_head_alone_is_answered(client, forum):
    assert client.head("/").status_code == 200


@override_settings(MAX_UPLOAD_BYTES=10)
def test_an_upload_too_large_is_refused_before_it_is_read():
    upload = SimpleUploadedFile("besar.pdf", b"%PDF-" + b"x" * 20)

    with pytest.raises(files.FileRefused, match=r"besar\.pdf"):
        files.content_of(upload)
    assert upload.tell() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAX_UPLOAD_MB", "banyak"),
        ("TIME_ZONE", "Mars/X"),
        ("DATABASE_URL", "mysql://x"),
        ("DEBUG", "yes"),
        ("SINERGI_VAR", "/proc/nope"),
    ],
)
def test_a_setting_that_cannot_be_meant_stops_the_start_and_says_what_can(
    name, value, root, tmp_path
):
    environment = {"PYTHONPATH": str(root / "src"), "SINERGI_VAR": str(tmp_path)}

    started = subprocess.run(
        [sys.executable, "-m", "sinergi", "ledger", "verify"],
        env={**environment, name: value},
        capture_output=True,
        text=True,
        check=False,
    )

    assert started.returncode == 2
    assert value.split(":")[0] in started.stderr
    assert "Traceback" not in started.stderr


def test_a_form_without_its_token_is_told_in_words_and_gives_the_text_back(forum):
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(
        "/akun/login/",
        {"note": "Dua kalimat yang diketik. <b>", "password": "kata sandi rahasia"},
        headers={"referer": "http://testserver/akun/login/"},
    )

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Formulir ini tidak terkirim" in page
    assert "Dua kalimat yang diketik. &lt;b&gt;" in page
    assert "rahasia" not in page
    assert 'href="http://testserver/akun/login/"' in page


@override_settings(MAX_UPLOAD_BYTES=20_000_000)
@pytest.mark.parametrize(
    ("size", "told"), [(22_000_000, "22 MB"), (20_060_000, "20,1")]
)
def test_sizes_are_told_as_they_are_written_here(size, told):
    upload = SimpleUploadedFile("besar.pdf", b"")
    upload.size = size

    with translation.override("id"), pytest.raises(files.FileRefused, match=told):
        files.content_of(upload)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a,b\n1,2\n3,\x00\n", ["baris ke-3", "huruf ke-3", "NUL"]),
        (b"\xef\xbb\xbfa,\x00\r\n1,2\r\n", ["baris ke-1", "huruf ke-3", "NUL"]),
        ("a,b\n1,2\n".encode("utf-16-le"), ["tidak disimpan sebagai UTF-8"]),
        (b"\x7fELF\x02\x01\x01\x00", ["bukan jenis berkas", "CSV, Parquet"]),
    ],
)
def test_a_table_that_is_no_text_is_told_where_it_is_not(content, told):
    with translation.override("id"), pytest.raises(files.FileRefused) as refused:
        files.check(content, "data.csv", files.SURVEY_DATA)

    assert all(part in str(refused.value) for part in told), str(refused.value)


def test_a_form_speaks_our_indonesian_and_not_djangos(client, forum):
    page = client.post("/akun/login/", {}).content.decode()

    assert "Isian ini wajib." in page
