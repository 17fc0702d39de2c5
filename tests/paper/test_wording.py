"""Templates of letters: what fills in, where a fault is, and what is never opened."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from sinergi.paper.wording import (
    Facts,
    Fault,
    NotFilled,
    Rows,
    Trap,
    Trapped,
    Vocabulary,
    check,
    fill,
    house,
    refuse_traps,
)
from sinergi.paper.wording.fill import environment

HEAD = (
    "logo kop_pemerintah kop_kantor kop_alamat kop_kontak nomor tempat tanggal "
    "penandatangan_jabatan penandatangan_nama kepada"
)
KNOWN = Vocabulary(
    frozenset(HEAD.split()), {"undangan": frozenset({"pemerintah", "jabatan"})}
)
EXAMPLE = {
    **{name: f"contoh <{name}> & lain" for name in KNOWN.names},
    "logo": "",
    "undangan": [{"pemerintah": "Kabupaten Satu", "jabatan": "Kepala Dinas"}] * 2,
}
HOUSE = house(
    "Undangan",
    [
        Facts((("Nomor", "{{ nomor }}"),)),
        "Yth. {{ kepada }}",
        Rows("undangan", (("Pemerintah", "pemerintah"), ("Jabatan", "jabatan"))),
    ],
)


def changed(change: Callable[[Docx], object], base: bytes = HOUSE) -> bytes:
    paper = Document(io.BytesIO(base))
    change(paper)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def saying(*paragraphs: str) -> bytes:
    def change(paper: Docx) -> None:
        for words in paragraphs:
            paper.add_paragraph(words)

    return changed(change)


def with_part(name: str, content: bytes | str) -> bytes:
    """The template with one part added or put in place of another."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(HOUSE)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry.filename))
        new.writestr(name, content)
    return kept.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(HOUSE)) as archive:
        return archive.read(name).decode()


def text_of(letter: bytes) -> str:
    paper = Document(io.BytesIO(letter))
    cells = [c.text for t in paper.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in paper.paragraphs), *cells])


def test_the_template_of_the_house_fills_in_word_for_word() -> None:
    assert check(HOUSE, KNOWN, EXAMPLE).fits

    said = text_of(fill(HOUSE, EXAMPLE))

    assert "Yth. contoh <kepada> & lain" in said
    assert said.count("Kabupaten Satu") == 2
    assert "{" not in said


def test_what_is_filled_in_is_never_read_as_a_template() -> None:
    letter = fill(HOUSE, {**EXAMPLE, "kepada": "{{ nomor }} {% for %} <w:p/>"})

    assert "Yth. {{ nomor }} {% for %} <w:p/>" in text_of(letter)


def test_a_list_of_one_kind_and_of_none_fill_in_too() -> None:
    assert "Kabupaten" not in text_of(fill(HOUSE, {**EXAMPLE, "undangan": []}))


@pytest.mark.parametrize(
    ("words", "fault", "written", "nearest"),
    [
        ("Nomor {{ nomer }}", Fault.UNKNOWN, "nomer", "nomor"),
        ("{{ nomor", Fault.BRACES, "{{", ""),
        ("nomor }}", Fault.BRACES, "}}", ""),
        ("{{ undangan }}", Fault.A_LIST, "undangan", ""),
        ("{% for x in tamu %}{% endfor %}", Fault.NO_LIST, "tamu", ""),
        (
            "{% for x in undangan %}{{ x.jabatn }}{% endfor %}",
            Fault.UNKNOWN_FIELD,
            "x.jabatn",
            "x.jabatan",
        ),
        ("{{ x.jabatan }}", Fault.OUTSIDE_ROW, "x.jabatan", ""),
        ("{% if nomor %}", Fault.UNCLOSED, "{% if nomor %}", ""),
        ("{% endif %}", Fault.UNOPENED, "{% endif %}", ""),
        ("{% else %}", Fault.UNOPENED, "{% else %}", ""),
        (
            "{% for nomor in undangan %}{% endfor %}",
            Fault.TAKEN,
            "nomor",
            "",
        ),
        (
            "{% for a in undangan %}{% for b in undangan %}{% endfor %}{% endfor %}",
            Fault.NESTED,
            "{% for b in undangan %}",
            "",
        ),
        ("{%p if nomor %} dan kata", Fault.CROWDED, "{%p if nomor %}", ""),
        # What would reach beyond the words of the letter, or never end.
        ("{{ nomor.__class__ }}", Fault.FORBIDDEN, "{{ nomor.__class__ }}", ""),
        ("{{ ''.__class__.__mro__ }}", Fault.FORBIDDEN, "", ""),
        ("{{ nomor['x'] }}", Fault.FORBIDDEN, "", ""),
        ("{{ cycler.__init__.__globals__ }}", Fault.FORBIDDEN, "", ""),
        ("{{ nomor|upper }}", Fault.FORBIDDEN, "", ""),
        ("{{ 9**9**9 }}", Fault.FORBIDDEN, "", ""),
        ("{% for x in range(10**9) %}{% endfor %}", Fault.FORBIDDEN, "", ""),
        ("{% set x = 1 %}", Fault.FORBIDDEN, "", ""),
        ("{% include 'x' %}", Fault.FORBIDDEN, "", ""),
        ("{% cellbg nomor %}", Fault.FORBIDDEN, "", ""),
        ("{# diam #}", Fault.FORBIDDEN, "", ""),
    ],
)
def test_a_fault_points_at_its_placeholder(
    words: str, fault: Fault, written: str, nearest: str
) -> None:
    checked = check(saying("Kalimat pertama.", words), KNOWN, EXAMPLE)

    found = checked.found[0]
    assert found.fault is fault
    assert written in (found.written, "")
    assert found.nearest == nearest
    assert found.where
    assert found.where.words == words
    assert (
        found.where.paragraph
        == len([p for p in text_of(saying()).split("\n") if p]) + 2
        or found.where.paragraph > 0
    )


def test_a_fault_in_a_table_names_row_and_column() -> None:
    def change(paper: Docx) -> None:
        paper.tables[0].rows[0].cells[1].text = "{{ nomr }}"

    [found] = check(changed(change), KNOWN, EXAMPLE).found

    assert found.where
    assert (found.where.table, found.where.row, found.where.column) == (1, 1, 2)
    assert found.nearest == "nomor"


def test_a_fault_in_the_head_of_the_page_says_so() -> None:
    def change(paper: Docx) -> None:
        paper.sections[0].header.paragraphs[0].text = "{{ kop_kantr }}"

    [found] = check(changed(change), KNOWN, EXAMPLE).found

    assert found.where
    assert (found.where.part, found.nearest) == ("header", "kop_kantor")


def test_a_placeholder_in_the_foot_of_the_page_is_filled_in() -> None:
    def change(paper: Docx) -> None:
        paper.sections[0].footer.paragraphs[0].text = "{{ nomor }}"

    letter = Document(io.BytesIO(fill(changed(change), EXAMPLE)))

    assert "contoh <nomor>" in letter.sections[0].footer.paragraphs[0].text


def test_a_placeholder_written_in_pieces_is_one() -> None:
    def change(paper: Docx) -> None:
        line = paper.add_paragraph("{{ no")
        line.add_run("mor }").bold = True
        line.add_run("}")

    assert check(changed(change), KNOWN, EXAMPLE).fits


def test_rows_that_open_in_one_table_and_close_in_another_are_refused() -> None:
    def change(paper: Docx) -> None:
        rows = paper.tables[1].rows
        rows[3].cells[0].text = ""
        paper.add_table(1, 1).rows[0].cells[0].text = "{%tr endfor %}"

    found = check(changed(change), KNOWN, EXAMPLE).found

    assert Fault.APART in {each.fault for each in found}


def test_paragraphs_that_open_here_and_close_in_a_cell_are_refused() -> None:
    def change(paper: Docx) -> None:
        paper.add_paragraph("{%p if nomor %}")
        paper.add_table(1, 1).rows[0].cells[0].text = "{%p endif %}"

    found = check(changed(change), KNOWN, EXAMPLE).found

    assert [each.fault for each in found] == [Fault.APART]


def test_open_tracked_changes_are_told() -> None:
    def change(paper: Docx) -> None:
        line = paper.add_paragraph("{{ nomor }}")
        line._p.append(
            parse_xml(
                f"<w:ins {nsdecls('w')} w:id='1' w:author='x'><w:r><w:t>a</w:t></w:r>"
                "</w:ins>"
            )
        )

    found = check(changed(change), KNOWN, EXAMPLE).found

    assert [each.fault for each in found] == [Fault.TRACKED]


@pytest.mark.parametrize(
    "hide",
    [
        lambda paper: setattr(paper.core_properties, "title", "{{ cycler }}"),
        lambda paper: paper.paragraphs[3]._p.set(qn("w:rsidR"), "{{ nomor.x }}"),
        lambda paper: paper.paragraphs[3]._p.set(qn("w:rsidR"), "{{ joiner }}"),
        lambda paper: paper.paragraphs[3]._p.set(qn("w:rsidR"), "{% set a=1 %}"),
    ],
)
def test_what_hides_beside_the_words_is_found(hide: Callable[[Docx], object]) -> None:
    found = check(changed(hide), KNOWN, EXAMPLE).found

    assert found
    assert {each.fault for each in found} == {Fault.HIDDEN}


def test_hundreds_of_placeholders_are_too_many() -> None:
    found = check(saying("{{ nomor }}" * 401), KNOWN, EXAMPLE).found

    assert [each.fault for each in found] == [Fault.TOO_MANY]


EXTERNAL = (
    '<Relationship Id="rX" TargetMode="External" Target="{target}" Type="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)


def related(kind: str, target: str) -> bytes:
    name = "word/_rels/document.xml.rels"
    told = part(name).replace(
        "</Relationships>",
        EXTERNAL.format(kind=kind, target=target) + "</Relationships>",
    )
    return with_part(name, told)


def field(instruction: str) -> bytes:
    told = part("word/document.xml").replace(
        "<w:sectPr",
        f"<w:p><w:r><w:instrText>{instruction}</w:instrText></w:r></w:p><w:sectPr",
        1,
    )
    return with_part("word/document.xml", told)


@pytest.mark.parametrize(
    ("content", "trap"),
    [
        (b"bukan zip", Trap.NO_WORD),
        (b"", Trap.NO_WORD),
        (HOUSE[:-200], Trap.NO_WORD),
        (with_part("word/vbaProject.bin", b"x"), Trap.MACROS),
        (with_part("word/activeX/activeX1.bin", b"x"), Trap.MACROS),
        (with_part("word/embeddings/oleObject1.bin", b"x"), Trap.EMBEDDED),
        (
            with_part(
                "[Content_Types].xml",
                part("[Content_Types].xml").replace(
                    "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                    "vnd.ms-word.document.macroEnabled.main",
                ),
            ),
            Trap.MACROS,
        ),
        (related("attachedTemplate", "http://x.example/a.dotm"), Trap.OUTSIDE),
        (related("image", "http://x.example/a.png"), Trap.OUTSIDE),
        (related("image", "file:///etc/passwd"), Trap.OUTSIDE),
        (related("hyperlink", "file:///etc/passwd"), Trap.OUTSIDE),
        (field("INCLUDETEXT /etc/passwd"), Trap.FIELD),
        (field("DDEAUTO c:\\\\cmd.exe"), Trap.FIELD),
        (field("{{ nomor }}"), Trap.FIELD),
        (with_part("word/media/bom.png", b"\0" * 21_000_000), Trap.TOO_LARGE),
        (with_part("word/comments.xml", "<a>" + " " * 2_100_000), Trap.TOO_LARGE),
        (
            with_part(
                "word/styles.xml",
                '<!DOCTYPE a [<!ENTITY x "lol">]><a>&x;</a>',
            ),
            Trap.ENTITIES,
        ),
        (
            with_part(
                "word/document.xml",
                part("word/document.xml").replace(
                    "<w:sectPr", '<w:altChunk r:id="rX"/><w:sectPr', 1
                ),
            ),
            Trap.EMBEDDED,
        ),
    ],
)
def test_a_trap_is_refused_before_anything_opens_it(content: bytes, trap: Trap) -> None:
    with pytest.raises(Trapped) as refusal:
        refuse_traps(content)

    assert refusal.value.trap is trap


@pytest.mark.parametrize("target", ["https://dinas.example", "mailto:a@dinas.example"])
def test_a_link_that_is_pressed_is_no_trap(target: str) -> None:
    refuse_traps(related("hyperlink", target))


def test_two_parts_of_one_name_are_refused() -> None:
    kept = io.BytesIO(HOUSE)
    with (
        zipfile.ZipFile(kept, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/document.xml", "<a/>")

    with pytest.raises(Trapped):
        refuse_traps(kept.getvalue())


@pytest.mark.parametrize(
    "attack",
    [
        "{{ nomor.__class__.__mro__ }}",
        "{{ nomor.format.__globals__ }}",
        "{{ tak_dikenal }}",
        "{{ nomor|attr('x') }}",
        "{{ range(9) }}",
    ],
)
def test_the_sandbox_itself_lets_nothing_out(attack: str) -> None:
    """Were the reading of tags to fail, this would still stand."""
    with pytest.raises(NotFilled):
        fill(saying(attack), EXAMPLE)


def test_the_sandbox_has_nothing_to_call() -> None:
    assert not environment().globals
    assert not environment().filters


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{ nomor }}",
                "{{ x.jabatan }}",
                "{% for x in undangan %}",
                "{% endfor %}",
                "{% if kepada %}",
                "{% else %}",
                "{% endif %}",
                "{%p if kepada %}",
                "{%p endif %}",
                "kata",
                "{{",
            ]
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_whatever_is_put_in_use_fills_in_with_any_data(
    pieces: list[str], together: bool
) -> None:
    content = saying(" ".join(pieces)) if together else saying(*pieces)

    if check(content, KNOWN, EXAMPLE).fits:
        for rows in (0, 1, 7):
            values = {**EXAMPLE, "undangan": [EXAMPLE["undangan"][0]] * rows}
            text_of(fill(content, {**values, "kepada": "" if rows else "Bapak"}))
