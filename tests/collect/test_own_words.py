"""What other programs say of a file is told in our words, with its values."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from sinergi.collect import (
    converter,
    finding_words,
    findings,
    itemlist,
    tomlfile,
)
from sinergi.collect.xlsform import FormRefused


def indonesian(*found) -> str:
    with override("id"):
        return " ".join(findings.sentences(found))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "[row : 19] On the 'survey' sheet, the 'relevant' value is invalid. "
            "Reference variables must contain a name from the 'survey' sheet. Could "
            "not find the name 'klster'.",
            ["Baris 19", "relevant", "klster"],
        ),
        (
            "[row : 35] On the 'survey' sheet, the 'name' value 'kd01' is invalid. "
            "Questions, groups, and repeats must be unique within their nearest "
            "parent group or repeat.",
            ["Baris 35", "kd01", "lebih dari sekali"],
        ),
        ("[row : 34] List name not in choices sheet: setuju7", ["34", "setuju7"]),
        ("Unknown question type 'slect_one setuju5'.", ["slect_one setuju5"]),
        (
            "[row : 8] Unmatched 'begin_group'. No matching 'end_group' was found for "
            "the name 'diri'.",
            ["Baris 8", "begin_group", "diri"],
        ),
        (
            "Language 'Basa Jawa (jv)' is missing the survey columns hint, label.",
            ["Basa Jawa (jv)", "hint, label"],
        ),
    ],
)
def test_the_converter_is_told_in_our_words(said, told):
    sentence = indonesian(converter.told(said, blocks=True))

    assert all(part in sentence for part in told), sentence
    assert "must" not in sentence
    assert "bahasa Inggris" not in sentence


def test_what_is_not_known_is_quoted_as_the_converter_s():
    sentence = indonesian(converter.told("[row : 3] Something new.", blocks=True))

    assert sentence.startswith("Baris 3: ")
    assert "bahasa Inggris: “[row : 3] Something new.”" in sentence


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [
        ('title = "a"\nversion 1\n', "ke-2", "version 1"),
        ('title = "a"\n[[items]\n', "ke-2", "[[items]"),
        ('title = "a', "ke-1", 'title = "a'),
        ('title = "a"\ntitle = "b"\n', "ke-2", "mengulang"),
        ("[scale]\nmin = 1\n[scale]\nmax = 2\n", "ke-3", "mengulang"),
    ],
)
def test_a_slip_in_toml_is_told_by_its_line(text, line, shown):
    with pytest.raises(FormRefused) as refused:
        itemlist.read_toml(text.encode())

    sentence = indonesian(*refused.value.findings)
    assert line in sentence
    assert shown in sentence
    assert "Expected" not in sentence


def test_good_toml_is_data():
    assert tomlfile.loads("a = 1\n") == {"a": 1}


def test_a_ragged_list_of_items_is_told_by_its_line():
    with pytest.raises(FormRefused) as refused:
        itemlist.read_csv(
            b"name;label;pillar\nq1;A;etika\nq2;B\n", title="", version=""
        )

    sentence = indonesian(*refused.value.findings)
    assert "ke-3" in sentence
    assert "2 sel" in sentence


def test_every_finding_has_its_indonesian():
    with override("en"):
        english = {code: str(text) for code, text in finding_words.FINDING.items()}
    with override("id"):
        same = [
            c for c, text in finding_words.FINDING.items() if str(text) == english[c]
        ]

    assert same == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("id;nama;q1\n1;Andi;3\n2;José;4\n".encode("latin-1"), "ke-3"),
        ("id;q1\r\né;4\r\n".encode("latin-1"), "ke-2"),
        ("id;q1\n1;4\n".encode("utf-16"), "ke-1"),
    ],
)
def test_a_file_in_another_encoding_is_told_by_its_line(
    client, wave, wati, content, line
):
    client.force_login(wati.person)

    response = client.post(
        reverse("collect:upload", args=[wave.slug]),
        {"file": SimpleUploadedFile("jawaban.csv", content)},
    )

    [error] = response.context["form"].non_field_errors()
    assert "“jawaban.csv”" in error
    assert f"baris {line}" in error
    assert "CSV UTF-8" in error


@pytest.mark.django_db
def test_a_file_that_is_no_text_is_not_called_text(client, wave, wati):
    client.force_login(wati.person)

    response = client.post(
        reverse("collect:upload", args=[wave.slug]),
        {"file": SimpleUploadedFile("lama.xls", b"\xd0\xcf\x11\xe0\x00\x01")},
    )

    [error] = response.context["form"].non_field_errors()
    assert "UTF-8" not in error
    assert "Parquet" in error
