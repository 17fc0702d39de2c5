"""A file says where its content comes from, also after it was sent around."""

import re
from pathlib import Path

import pytest

from sinergi.core.downloads import file_name


@pytest.mark.parametrize(
    ("name", "provenance", "called"),
    [
        ("tanda-terima-TT-1.pdf", "simulated", "tanda-terima-TT-1-simulasi.pdf"),
        ("foto ruang.jpeg", "entered", "foto ruang-isian.jpeg"),
        ("tanpa-akhiran", "measured", "tanpa-akhiran-pengukuran"),
        ("../luar.pdf", "published", "luar-terbitan.pdf"),
    ],
)
def test_a_file_is_called_by_its_content_and_its_origin(name, provenance, called):
    assert file_name(name, provenance) == called


def test_no_view_writes_a_provenance_into_a_file_name_by_itself(root: Path):
    own = re.compile(r"filename=.*provenance\}|provenance\}.*\.(pdf|csv|json|xlsx|zip)")

    found = [
        f"{path.name}: {line.strip()}"
        for path in (root / "src/sinergi").rglob("*.py")
        for line in path.read_text().splitlines()
        if own.search(line)
    ]

    assert found == []
