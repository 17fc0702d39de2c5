"""What a command is given by its path is read, or refused in words with a way out."""

from errno import EACCES, EIO
from pathlib import Path

import pytest
from django.utils.translation import override

from sinergi.core import paths


def refused(path: str) -> str:
    with override("id"), pytest.raises(paths.NotRead) as said:
        paths.text(path)
    return str(said.value)


def test_a_path_that_leads_nowhere_is_told_with_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    sentence = refused("jawaban.csv")

    assert "Tidak ada berkas “jawaban.csv”" in sentence
    assert str(tmp_path) in sentence


def test_a_folder_and_a_path_through_a_file_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a\n")

    assert "adalah folder. Sebutkan satu berkas" in refused(str(tmp_path))
    assert "berupa berkas, bukan folder" in refused(str(file / "b.csv"))


@pytest.mark.parametrize(
    ("number", "told"), [(EACCES, "Minta izin baca"), (EIO, "galat 5")]
)
def test_what_the_system_refuses_is_told_without_its_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def shut(_path: Path) -> bytes:
        raise OSError(number, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", shut)

    sentence = refused(str(tmp_path / "a.csv"))

    assert told in sentence
    assert "denied" not in sentence


def test_a_text_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "indeks.toml"
    file.write_bytes(b"a = 1\nb = '\xe9'\n")

    assert "baris ke-2" in refused(str(file))


def test_the_mark_of_a_text_editor_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "indeks.toml"
    file.write_bytes(b"\xef\xbb\xbfa = 1\n")

    assert paths.text(str(file)) == "a = 1\n"
