"""A file is read to its end when it is brought; a bad line is named, nothing breaks."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from sinergi.collect import acts, findings, intake, mapping
from sinergi.collect.acts.confirming import FileStands
from sinergi.collect.acts.imports import FileUnreadable
from sinergi.collect.models import Import, Problem
from sinergi.core import files
from sinergi.core.models import LedgerEvent, StoredFile
from sinergi.core.refusal import NotAllowed
from taksir.errors import UnreadableFile
from taksir.faults import FileFault
from taksir.readers import files as survey_files
from tests.cast import NOW
from tests.collect.conftest import GOOD_ROWS, SMALL_MAPPING, checked, csv_of


def told(content: bytes, kind: str = files.CSV) -> str:
    with override("id"), pytest.raises(intake.Unreadable) as refused:
        intake.columns(content, kind)
    with override("id"):
        [sentence] = findings.sentences([refused.value.finding])
    return sentence


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a;b;c\n1;2;3\n1;2\n", ["ke-3", "2 sel", "3 sel", "“;”"]),
        (b"a;b;c\r\n1;2;3\r\n1;2;3;4;5\r\n", ["ke-3", "5 sel", "3 sel"]),
        (b"a\tb\n1\t2\n1\n", ["ke-3", "“Tab”"]),
        (b'a;b\n1;"2\nx"\n3\n', ["ke-4", "1 sel"]),
        (b'a;b\n1;2\n3;"4\n5;6\n', ["ke-3", "petik"]),
        (b'a;b\n1;"2"x\n', ["ke-2", "petik"]),
        (b"a;B;b\n1;2;3\n", ["ke-2", "ke-3", "“b”"]),
        (b"\n", ["baris kepala"]),
        (b",".join(b"k%d" % n for n in range(401)) + b"\n", ["401", "400"]),
        (b"a;b\n1;2\n3;" + b"x" * 200_000, ["ke-3", "“b”", "200000 huruf"]),
        (b"a;b\n1;2\r\n3;4\n", ["Akhir baris ke-2"]),
        (b"a;b;c\n", ["3 kolom", "tanpa satu pun baris"]),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_what_was_found(content, words):
    sentence = told(content)

    assert all(word in sentence for word in words), sentence
    assert "unggah" in sentence
    assert "/" not in sentence


@pytest.mark.parametrize(
    ("content", "begins"),
    [
        (b"PAR1" + b"\x00" * 40 + b"PAR1", "Isi berkas Parquet ini rusak"),
        (b"PAR1 cut", "Bagian akhir berkas Parquet ini hilang: hanya 8 bita"),
    ],
)
def test_a_damaged_parquet_is_told_as_one_without_words_of_the_engine(content, begins):
    sentence = told(content, files.PARQUET)

    assert sentence.startswith(begins)
    assert "/" not in sentence
    assert "baris" not in sentence


def test_every_fault_of_a_file_has_words_of_ours():
    for fault in FileFault:
        values = {"line": 3, "letters": 9, "column": "a", "first": 1, "second": 2}
        values |= {"found": 1, "wanted": 2, "separator": "\t", "bytes": 8}
        error = UnreadableFile("/srv/rahasia.csv", fault, values)

        with override("id"):
            [sentence] = findings.sentences([intake.complaint(error)])

        assert "rahasia" not in sentence
        assert sentence.endswith(".")


def test_a_parquet_without_rows_is_told(tmp_path):
    survey_files.write_parquet(tmp_path / "a.parquet", {"a": []}, {"a": "DOUBLE"}, [])

    sentence = told((tmp_path / "a.parquet").read_bytes(), files.PARQUET)

    assert "1 kolom" in sentence


@pytest.mark.django_db
def test_a_file_without_rows_is_never_checked_as_all_fine(wave, wati):
    content = csv_of()
    brought = Import.objects.create(
        wave=wave,
        file=files.keep(content, kind=files.CSV, at=NOW),
        file_name="kosong.csv",
        uploaded_at=NOW,
    )

    with override("id"), pytest.raises(FileUnreadable, match=r"kosong\.csv.* 9 kolom"):
        acts.check(brought, mapping=mapping.parse(SMALL_MAPPING), by=wati, at=NOW)

    brought.refresh_from_db()
    assert brought.rows is None


@pytest.mark.parametrize(
    "content",
    [
        b"a;b;c\n1;2;3;\n1;2;3;\n",
        b"a;b;c\n\n1;2;3\n\n",
        b'a;b;c\n1;"2;\n""x""";3\n',
        b"\xef\xbb\xbfa;b;c\r\n1;2;3\r\n",
        b"a;b;c\n1;2;3",
    ],
)
def test_what_a_spreadsheet_writes_is_taken(content):
    assert intake.columns(content, files.CSV) == ["a", "b", "c"]


@pytest.mark.django_db
def test_a_ragged_file_is_refused_at_upload_by_page(client, wave, wati):
    client.force_login(wati.person)
    ragged = b"id;w;q1\n1;2;3\n1;2\n"

    response = client.post(
        reverse("collect:upload", args=[wave.slug]),
        {"file": SimpleUploadedFile("jawaban desa.csv", ragged)},
    )

    assert response.status_code == 200
    [error] = response.context["form"].non_field_errors()
    assert "“jawaban desa.csv”" in error
    assert "ke-3" in error
    assert not Import.objects.exists()


@pytest.mark.django_db
def test_a_late_bad_line_is_found_too(wave, wati):
    content = csv_of(*GOOD_ROWS * 200, "r1,2")

    with pytest.raises(FileUnreadable) as refused:
        acts.upload(wave, content=content, name="u.csv", by=wati, at=NOW)

    assert "8002" in str(refused.value)


@pytest.mark.django_db
def test_a_file_brought_by_mistake_goes_with_its_bytes(client, wave, wati):
    client.force_login(wati.person)
    brought = checked(wave, csv_of("x,1,s,d,99.01,l,20,9,1", *GOOD_ROWS), wati)
    url = reverse("collect:discard", args=[brought.pk])
    for page in ("collect:mapping", "collect:report"):
        assert url in client.get(reverse(page, args=[brought.pk])).text
    wave_page = reverse("collect:wave", args=[wave.slug])
    assert url in client.get(wave_page).text

    asked = client.get(url)
    assert Import.objects.exists()
    done = client.post(url, follow=True)

    assert "uji.csv" in asked.text
    assert done.request["PATH_INFO"] == wave_page
    assert not Import.objects.exists()
    assert not Problem.objects.exists()
    assert not StoredFile.objects.filter(sha256=brought.file.sha256).exists()
    event = LedgerEvent.objects.latest("seq")
    assert event.action == "discard_responses"
    assert brought.file.sha256 in event.body
    assert event.body.count("uji.csv") == 0


@pytest.mark.django_db(transaction=True)
def test_bytes_of_a_discarded_file_leave_the_disk(wave, wati):
    brought = acts.upload(
        wave, content=csv_of(*GOOD_ROWS), name="u.csv", by=wati, at=NOW
    )
    content = brought.file.content

    acts.discard(brought, by=wati, at=NOW)

    assert not content.storage.exists(content.name)


@pytest.mark.django_db
def test_bytes_another_upload_rests_on_stay(wave, wati):
    one, other = (
        acts.upload(wave, content=csv_of(*GOOD_ROWS), name=name, by=wati, at=NOW)
        for name in ("satu.csv", "dua.csv")
    )

    acts.discard(one, by=wati, at=NOW)

    assert Import.objects.get() == other
    assert files.read(other.file) == csv_of(*GOOD_ROWS)


@pytest.mark.django_db
def test_a_confirmed_or_frozen_file_is_not_thrown_away(client, wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    acts.confirm(brought, by=wati, at=NOW)
    client.force_login(wati.person)
    url = reverse("collect:discard", args=[brought.pk])

    assert client.post(url).status_code == 409
    acts.freeze(wave, by=wati, at=NOW)
    with pytest.raises(FileStands):
        acts.discard(brought, by=wati, at=NOW)
    assert url not in client.get(reverse("collect:wave", args=[wave.slug])).text


@pytest.mark.django_db
def test_only_the_walidata_throws_a_file_away(wave, wati, sari):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)

    with pytest.raises(NotAllowed):
        acts.discard(brought, by=sari, at=NOW)
