"""A questionnaire is refused with the row and the way out, before it spoils answers."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.collect import expressions, findings, itemlist, xlsform
from sinergi.collect.questionnaire import edits, near
from sinergi.collect.rules import ItemRole
from sinergi.collect.xlsform import FormRefused
from tests.collect.conftest import WIKI4HE

PILLARS = ("kecakapan", "etika", "keamanan", "budaya")
OWN_FORM = "src/sinergi/examples/ntb/litdig_ntb.xlsx"


@pytest.fixture(scope="session")
def own_form(root):
    return (root / OWN_FORM).read_bytes()


def changed(content: bytes, sheet: str, change) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book[sheet])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_own_form_has_32_items_of_four_pillars_and_no_finding(own_form):
    questionnaire = xlsform.read(own_form, pillars=PILLARS)

    items = questionnaire.items
    assert questionnaire.findings == ()
    assert len(items) == 32
    assert {item.pillar for item in items} == set(PILLARS)
    assert {i.name for i in items if i.is_reversed} == {
        "kd06",
        "bd04",
        "ed02",
        "ed04",
        "ka02",
    }
    assert {(i.scale_min, i.scale_max) for i in items} == {(1, 5)}
    assert items[0].label_en


def test_the_regions_of_the_own_form_are_those_of_the_register(own_form, shared):
    register = shared / "data" / "register" / "ntb_wilayah_kemendagri2025.csv"
    known = register.read_text().casefold()
    book = openpyxl.load_workbook(io.BytesIO(own_form), read_only=True)
    rows = list(book["choices"].iter_rows(values_only=True))

    regions = [row for row in rows if row[0] in ("kabupaten", "kecamatan")]
    assert len(regions) == 127
    for _, code, name, *_rest in regions:
        code = str(code)
        dotted = ".".join(code[at : at + 2] for at in range(0, len(code), 2))
        line = next(x for x in known.splitlines() if x.startswith(f"{dotted},"))
        assert name.casefold().removeprefix("kabupaten ") in line


@pytest.mark.parametrize(
    ("name", "code", "row"),
    [
        ("bad_reference", "xlsform_no_reference", 19),
        ("duplicate_name", "xlsform_same_name", 35),
        ("missing_choice_list", "xlsform_no_list", 34),
        ("unknown_type", "xlsform_unknown_type", 0),
        ("item_without_pillar", "item_without_pillar", 36),
        ("misspelt_relevant_column", "column_spelling", 1),
        ("reverse_on_text", "reverse_on_other", 82),
        ("unknown_pillar_spelling", "pillar_spelling", 36),
    ],
)
def test_a_broken_form_is_not_published(shared, name, code, row):
    content = (shared / "forms" / "broken" / f"{name}.xlsx").read_bytes()

    try:
        errors = xlsform.read(content, pillars=PILLARS).errors
    except FormRefused as refused:
        errors = refused.findings

    assert [(error.code, error.row) for error in errors] == [(code, row)]
    assert all(findings.sentences(errors))


def test_a_missing_translation_is_remarked_and_does_not_block(shared):
    content = (shared / "forms/broken/missing_translation_cell.xlsx").read_bytes()

    questionnaire = xlsform.read(content, pillars=PILLARS)

    assert questionnaire.errors == ()
    assert [(r.code, r.row) for r in questionnaire.remarks] == [
        ("translation_missing", 69)
    ]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("survey", "W36", "itm", "unknown_role"),
        ("survey", "V36", "maybe", "unclear_reverse"),
        ("survey", "T16", "etika", "pillar_on_other"),
        ("survey", "A36", "select_multiple setuju5", "item_not_choice"),
        ("survey", "A36", "select_one gender", "scale_not_whole"),
        ("survey", "B36", "Weight", "reserved_name"),
        ("settings", "B2", "../../etc", "bad_form_id"),
        ("settings", "C2", None, "no_version"),
    ],
)
def test_what_the_converter_lets_pass_is_found(own_form, sheet, cell, value, code):
    def change(page):
        page[cell] = value
        if cell == "B36":  # the score names the item it adds up
            for row in page.iter_rows():
                for each in row:
                    if isinstance(each.value, str):
                        each.value = each.value.replace("${kd03}", "${Weight}")

    content = changed(own_form, sheet, change)

    questionnaire = xlsform.read(content, pillars=PILLARS)

    assert code in {error.code for error in questionnaire.errors}


BROKEN = {
    "bad_xpath": ("expression_order", 23, "and and"),
    "unbalanced_quote": ("expression_quote", None, "'"),
    "cycle": ("expression_circle", None, "→"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_expression_no_phone_can_read_is_refused_by_row(shared, name):
    code, row, said = BROKEN[name]
    content = (shared / "forms/broken" / f"{name}.xlsx").read_bytes()

    questionnaire = xlsform.read(content, pillars=PILLARS)

    found = [error for error in questionnaire.errors if error.code == code]
    assert len(found) == 1
    assert found[0].row == row if row else found[0].row > 1
    assert said in findings.sentences(found)[0]


@pytest.mark.parametrize(
    "expression",
    [
        "(${a} = 'u18' and . >= 18) or not(selected(${b}, 'x'))",
        "round(((${a} + (6 - ${b})) div 8), 2)",
        "regex(., '^[0-9]{6}$')",
        "if(starts-with(${d}, 'collect:'), \"it's\", '')",
        "instance('kab')/root/item[name = current()/../kab]/label",
        "-1 < ${a} and /data/b[position() = 2]/c != ../d",
        "count(${r}) * 2 - -3",
        "coalesce(., today())",
        "jr:choice-name(${a}, '${a}')",
        "kabupaten = ${kabupaten}",
        "self::node() | child::*",
        "yes",
        ". = 'and'",
    ],
)
def test_an_expression_as_people_write_it_is_read(expression):
    assert expressions.fault_of(expression) is None


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("'a", "expression_quote"),
        ('${a} = "x', "expression_quote"),
        ("(${a} > 1", "expression_brackets"),
        ("${a} > 1)", "expression_brackets"),
        ("${a} ==", "expression_order"),
        ("${a} >", "expression_order"),
        ("and ${a} = 1", "expression_order"),
        ("${a} tidak ada", "expression_order"),
        ("${a} = 1, 2", "expression_order"),
        ("${a} & ${b}", "expression_sign"),
        ("${a", "expression_sign"),
        ("round(, 2)", "expression_order"),
    ],
)
def test_an_expression_with_a_slip_is_told(expression, code):
    assert expressions.fault_of(expression).code == code


def test_questions_that_need_each_other_are_one_circle():
    needs = {
        "a": frozenset("b"),
        "b": frozenset("c"),
        "c": frozenset("a"),
        "d": frozenset("a"),
        "e": frozenset("e"),
    }

    assert list(expressions.circles(needs)) == [("a", "b", "c"), ("e",)]


def test_a_form_may_not_send_answers_elsewhere(own_form):
    def change(page):
        page["H1"], page["H2"] = "submission_url", "https://elsewhere.example"

    questionnaire = xlsform.read(changed(own_form, "settings", change))

    assert [error.code for error in questionnaire.errors] == ["submission_url"]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 31_000_000)
    return out.getvalue()


def endless() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    for _ in range(5_002):
        sheet.append(["text", "a", "b"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bomb(), "xlsform_too_large"),
        (endless(), "xlsform_too_large"),
        (b"PK\x03\x04 not a workbook", "xlsform_unreadable"),
    ],
)
def test_a_workbook_that_would_choke_us_is_refused(content, code):
    with pytest.raises(FormRefused) as refused:
        xlsform.read(content)

    assert [finding.code for finding in refused.value.findings] == [code]


def test_a_converter_that_dies_is_a_refusal(monkeypatch, tmp_path, own_form):
    dying = tmp_path / "dying.py"
    dying.write_text("raise SystemExit(9)")
    monkeypatch.setattr(xlsform, "CONVERTER", dying)

    with pytest.raises(FormRefused, match="too_large"):
        xlsform.read(own_form)


def test_the_wiki4he_list_has_43_items_of_13_constructs():
    questionnaire = itemlist.read_toml(WIKI4HE.read_bytes())

    assert questionnaire.findings == ()
    assert len(questionnaire.items) == 43
    assert len({item.pillar for item in questionnaire.items}) == 13
    assert [i.name for i in questionnaire.items if i.is_reversed] == ["Qu4"]


def test_a_list_of_items_as_csv():
    content = b"name,label,pillar,scale_min,scale_max,reverse\nq1,Satu,etika,1,4,ya\n"

    questionnaire = itemlist.read_csv(content, title="Daftar", version="2")

    [item] = questionnaire.questions
    assert questionnaire.findings == ()
    assert (item.role, item.scale_max, item.is_reversed) == (ItemRole.ITEM, 4, True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"name,pilar,scale_min,scale_max\nq,etika,1,5\n", "column_spelling"),
        (b"name,pillar,scale_min,scale_max\nq,etika,5,1\n", "no_scale"),
        (b"name,pillar,scale_min,scale_max\nq,,1,5\n", "item_without_pillar"),
        (b"name,pillar,scale_min,scale_max\nq,a,1,5\nQ,a,1,5\n", "same_name"),
        (b"name,pillar,scale_min,scale_max\n1q,a,1,5\n", "bad_name"),
    ],
)
def test_a_list_with_a_slip_says_where(content, code):
    questionnaire = itemlist.read_csv(content, title="D", version="1")

    assert code in {error.code for error in questionnaire.errors}
    assert all(error.row > 1 for error in questionnaire.errors)


@pytest.mark.parametrize("content", [b"[[items]", b"\xff\xfe", b"items = 3"])
def test_a_list_that_is_none_is_refused(content):
    with pytest.raises(FormRefused):
        itemlist.read_toml(content)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_edits_are_symmetric_and_zero_only_for_equals(one, other):
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)


def test_short_names_must_be_nearer():
    assert near("relevent", ("relevant",)) == "relevant"
    assert near("typo", ("type",)) == "type"
    assert near("tips", ("type",)) == ""
