"""Word files as LibreOffice writes them, not as our own library does."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from sinergi.agree.rules import split
from sinergi.agree.word import lines_of_word

CLAUSES = [
    "Setiap kecamatan menyelenggarakan kelas literasi digital.",
    "Hasil kelas dilaporkan kepada sekretariat “per triwulan” & dimuat.",
    "Provinsi menyiapkan bahan ajar.",
]

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


def typed() -> bytes:
    paper = Document()
    paper.add_heading("Rumusan hasil", 1)
    for clause in CLAUSES:
        paper.add_paragraph(clause, style="List Number")
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def through_office(content: bytes, folder: Path, ending: str) -> bytes:
    (folder / "naskah.docx").write_bytes(content)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder / "out"),
            str(folder / "naskah.docx"),
        ],
        check=True,
        timeout=120,
        capture_output=True,
    )
    return (folder / "out" / f"naskah.{ending}").read_bytes()


def test_clauses_saved_again_by_libreoffice_are_the_same_clauses(
    tmp_path: Path,
) -> None:
    saved = through_office(typed(), tmp_path, "docx")

    found = split(lines_of_word(saved, "naskah.docx"))

    assert [clause.text for clause in found.clauses] == CLAUSES
    assert found.left_out == ["Rumusan hasil"]
