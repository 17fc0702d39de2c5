"""Text somebody brings: taken apart into clauses, and read without trust."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.agree import word
from sinergi.agree.rules import MOST_CLAUSES, Line, lines_of, split
from sinergi.agree.word import NotWord, lines_of_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(*paragraphs, head=""):
    body = "".join(paragraphs)
    inside = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return f"<?xml version='1.0'?>{head}{inside}"


def p(text, level=None, number="1"):
    numbering = (
        ""
        if level is None
        else f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        "</w:numPr></w:pPr>"
    )
    return f"<w:p>{numbering}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(xml, name="word/document.xml", how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        archive.writestr(name, xml)
    return out.getvalue()


def test_typed_numbers_make_clauses_and_letters_stay_with_theirs():
    pasted = (
        "RUMUSAN HASIL\n\n"
        "1. Setiap kecamatan menyelenggarakan kelas:\n"
        "a. di balai desa; dan\n"
        "b. di sekolah.\n"
        "2) Hasilnya dilaporkan\nkepada sekretariat.\n\n"
        "Laporan memuat daftar hadir."
    )

    found = split(lines_of(pasted))

    assert found.left_out == ["RUMUSAN HASIL"]
    assert [clause.paragraphs for clause in found.clauses] == [
        [
            "Setiap kecamatan menyelenggarakan kelas:",
            "a. di balai desa; dan",
            "b. di sekolah.",
        ],
        ["Hasilnya dilaporkan kepada sekretariat.", "Laporan memuat daftar hadir."],
    ]


def test_the_ordinals_of_a_decree_are_numbers_too():
    found = split(lines_of("KESATU : Membentuk tim.\n\nKEDUA : Tim melapor."))

    assert [c.text for c in found.clauses] == ["Membentuk tim.", "Tim melapor."]


def test_a_decimal_number_is_of_a_lower_level():
    found = split(lines_of("1. Satu.\n1.1 Rincian.\n2. Dua."))

    assert [c.paragraphs for c in found.clauses] == [
        ["Satu.", "1.1 Rincian."],
        ["Dua."],
    ]


def test_without_any_number_each_paragraph_is_a_clause():
    found = split(lines_of("Kelas diadakan.\n\nHasil dilaporkan."))

    assert [c.text for c in found.clauses] == ["Kelas diadakan.", "Hasil dilaporkan."]


def test_a_year_at_the_start_of_a_line_begins_no_clause():
    found = split(lines_of("1. Dimulai pada tahun\n2026 dan seterusnya.\n2. Lagi."))

    assert len(found.clauses) == 2


def test_the_title_is_the_first_words_and_never_too_long():
    (clause,) = split([Line("kata " * 60)]).clauses

    assert len(clause.title) <= 120
    assert clause.title.split() == ["kata"] * len(clause.title.split())
    assert len(split([Line("x" * 500)]).clauses[0].title) <= 120


@given(st.lists(st.text(max_size=40), max_size=30))
def test_no_word_of_a_pasted_text_is_lost(pieces):
    pasted = "\n".join(pieces)

    found = split(lines_of(pasted))

    kept = " ".join([*found.left_out, *(c.text for c in found.clauses)]).split()
    # The numbers of clauses are taken off; nothing else is.
    for token in " ".join(line.text for line in lines_of(pasted)).split():
        assert token in kept or any(mark in token for mark in ".):")


def test_more_clauses_than_a_meeting_decides_are_not_dropped_in_silence():
    lines = [Line(f"{n}. Butir {n}.") for n in range(1, MOST_CLAUSES + 3)]

    found = split(lines)

    assert len(found.clauses) == MOST_CLAUSES
    assert found.left_out == [
        f"Butir {MOST_CLAUSES + 1}.",
        f"Butir {MOST_CLAUSES + 2}.",
    ]


def test_a_word_file_is_read_with_its_automatic_numbers():
    xml = document(
        p("Rumusan"),
        p("Setiap desa", 0),
        p("di balai", 1),
        p("Hasil dilaporkan", 0),
        p("Penutup tanpa nomor", 0, number="0"),
    )

    found = split(lines_of_word(docx(xml), "rumusan.docx"))

    assert found.left_out == ["Rumusan"]
    assert [c.paragraphs for c in found.clauses] == [
        ["Setiap desa", "a. di balai"],
        ["Hasil dilaporkan", "Penutup tanpa nomor"],
    ]


def test_deleted_text_of_tracked_changes_is_not_text():
    xml = document(
        "<w:p><w:r><w:t>Setiap </w:t></w:r>"
        "<w:del><w:r><w:delText>desa</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>kelurahan</w:t></w:r></w:ins></w:p>"
    )

    assert lines_of_word(docx(xml), "x.docx") == [Line("Setiap kelurahan")]


ENTITY = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan zip",
        b"PK\x03\x04rusak",
        docx("<w:document", how=zipfile.ZIP_STORED),
        docx(document(p("x")), name="xl/workbook.xml"),
        docx(document(p("&b;"), head=ENTITY)),
        docx(document(p("&x;"), head=OUTSIDE)),
        docx(document(p("&b;"))),
        docx(document(p(""))),
        docx(document(p("x")))[:-40],
        docx(b"\xff\xfe\x00\x00"),
    ],
    ids=["empty", "text", "broken", "cut", "sheet", "entity", "outside", "undefined",
         "blank", "truncated", "bytes"],
)  # fmt: skip
def test_what_is_no_safe_word_file_is_refused_by_name(content):
    with pytest.raises(NotWord, match=r"surat\.docx"):
        lines_of_word(content, "surat.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(word, "MOST_BYTES", 100_000)
    bomb = docx(document(p("a" * 5_000_000)))
    assert len(bomb) < 20_000

    with pytest.raises(NotWord, match="MB"):
        lines_of_word(bomb, "bom.docx")


def test_a_book_is_refused(monkeypatch):
    monkeypatch.setattr(word, "MOST_PARAGRAPHS", 3)

    with pytest.raises(NotWord, match="3"):
        lines_of_word(docx(document(*[p("x")] * 5)), "buku.docx")
