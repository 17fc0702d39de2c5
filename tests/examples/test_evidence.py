"""Evidence of the simulation says what it is wherever it is opened."""

import io
import struct
import zlib

from pypdf import PdfReader

from sinergi.core import files
from sinergi.examples.ntb import evidence


def test_the_pdf_opens_and_says_simulasi() -> None:
    paper = evidence.pdf(["Bukti (contoh)", "garis \\ miring"])

    text = PdfReader(io.BytesIO(paper), strict=True).pages[0].extract_text()

    assert text.splitlines() == ["SIMULASI", "Bukti (contoh)", "garis \\ miring"]


def test_the_picture_is_sound_and_big_enough_to_read() -> None:
    picture = evidence.png(7)

    width, height = struct.unpack(">II", picture[16:24])
    at = picture.index(b"IDAT")
    length = struct.unpack(">I", picture[at - 4 : at])[0]
    dots = zlib.decompress(picture[at + 4 : at + 4 + length])
    assert len(dots) == height * (width + 1)
    assert width > 300
    assert bytes([evidence.INK]) in dots


def test_both_are_taken_as_evidence_and_differ_by_number() -> None:
    for content, name in [(evidence.png(1), "a.png"), (evidence.pdf(["x"]), "a.pdf")]:
        assert files.check(content, name, files.EVIDENCE)
    assert evidence.png(1) != evidence.png(2)
