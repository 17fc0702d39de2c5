"""The workbook of plans: out, filled in, back, and what differs."""

import io
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from sinergi.align import acts
from sinergi.align.models import Plan, PlanSheet, Programme
from sinergi.align.planbook import Kind, WrongFile, compare, read, template
from sinergi.align.planbook.columns import COLUMNS, KEY, PLANS
from sinergi.align.rules import BudgetStage, SheetState
from sinergi.core.files import FileRefused
from sinergi.core.models import Forum, LedgerEvent, Membership, Place
from sinergi.core.stale import Overtaken
from sinergi.paper import spreadsheet
from tests.align.conftest import YEAR, fields
from tests.cast import NOW

pytestmark = pytest.mark.django_db

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)
MONEY = st.decimals(
    min_value=0, max_value=Decimal("9999999999999.99"), places=2, allow_nan=False
)
AMOUNT = st.decimals(
    min_value=0, max_value=Decimal("999999999999.99"), places=2, allow_nan=False
)


def opened(content: bytes) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return book, book[PLANS]


def closed(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write(sheet: Worksheet, row: int, **values: object) -> None:
    for name, value in values.items():
        sheet.cell(row, COLUMNS.index(name) + 1).value = value


def filled(sheet: Worksheet, row: int, **other: object) -> None:
    """A whole row, as an operator types it."""
    write(
        sheet,
        row,
        **{
            "kode_program": "LITERASI",
            "kode_sub_kegiatan": "2.16.02.2.01.0020",
            "sub_kegiatan": "Diseminasi informasi",
            "keluaran": "Siaran radio",
            "target": 12,
            "satuan": "siaran",
            "pagu_rupiah": "40.000.000",
            "sumber_dana": "APBD kabupaten",
            "tahap_anggaran": "DPA berjalan",
            **other,
        },
    )


def brought(forum: Forum, content: bytes, by: Membership) -> PlanSheet:
    return acts.bring_sheet(forum, content, "rencana.xlsx", year=YEAR, by=by, at=NOW)


def faults_of(forum: Forum, content: bytes, by: Membership) -> dict[str, str]:
    reading = read(content, forum, by.government, YEAR)
    return {fault.column: fault.why for fault in reading.faults}


def test_a_template_brought_back_unchanged_differs_in_nothing(
    forum: Forum, training: Plan, smart_city: Programme, satu: Place
) -> None:
    content = template(forum, satu, YEAR, at=NOW)

    found = compare(read(content, forum, satu, YEAR), forum, satu, YEAR)

    assert [line.kind for line in found.lines] == [Kind.UNCHANGED]
    assert (found.faults, found.missing) == ([], [])
    assert not found.can_be_taken


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    output=TEXT,
    activity=TEXT,
    unit=TEXT,
    fund=st.one_of(st.just(""), TEXT),
    target=st.none() | AMOUNT,
    budget=st.none() | st.integers(0, 10**13 - 1).map(Decimal),
    stage=st.sampled_from(list(BudgetStage)),
)
def test_whatever_a_plan_says_survives_the_round_trip(
    forum: Forum, training: Plan, satu: Place, output, activity, unit, fund, target,
    budget, stage,
) -> None:  # fmt: skip
    Plan.objects.filter(pk=training.pk).update(
        output=output,
        activity=activity,
        unit=unit,
        fund_source=fund,
        target=target,
        budget=budget,
        budget_stage=stage,
    )
    content = template(forum, satu, YEAR, at=NOW)

    found = compare(read(content, forum, satu, YEAR), forum, satu, YEAR)

    assert found.faults == []
    assert [line.kind for line in found.lines] == [Kind.UNCHANGED]


def test_the_same_plans_give_the_same_bytes(
    forum: Forum, training: Plan, satu: Place
) -> None:
    once = template(forum, satu, YEAR, at=NOW)

    assert template(forum, satu, YEAR, at=NOW) == once


def test_budi_fills_in_a_row_and_confirms_it(
    forum: Forum, training: Plan, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    filled(sheet, 3)
    write(sheet, 2, target=350)
    before = LedgerEvent.objects.count()
    found = brought(forum, closed(book), budi)

    compared = acts.compared(found)
    acts.apply_sheet(found, seen=compared.stamp, by=budi, at=NOW)

    training.refresh_from_db()
    new = Plan.objects.exclude(pk=training.pk).get()
    assert training.target == 350
    assert (new.output, new.budget, new.target) == ("Siaran radio", 40_000_000, 12)
    assert (found.state, found.entered, found.changed) == (SheetState.APPLIED, 1, 1)
    actions = LedgerEvent.objects.order_by("seq")[before:]
    assert [each.action for each in actions] == [
        "bring_plan_sheet",
        "enter_plan",
        "change_plan",
        "apply_plan_sheet",
    ]


def test_a_file_brought_twice_enters_nothing_twice(
    forum: Forum, literacy: Programme, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    filled(sheet, 2)
    content = closed(book)
    first = brought(forum, content, budi)
    acts.apply_sheet(first, seen=acts.compared(first).stamp, by=budi, at=NOW)

    again = acts.compared(brought(forum, content, budi))

    assert [line.kind for line in again.lines] == [Kind.UNCHANGED]
    assert Plan.objects.count() == 1


def test_a_row_taken_out_withdraws_nothing(
    forum: Forum, training: Plan, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    sheet.delete_rows(2)

    compared = acts.compared(brought(forum, closed(book), budi))

    assert compared.missing == [training]
    assert not compared.can_be_taken


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("pagu_rupiah", "=40*1000", "rumus"),
        ("keluaran", "=A1", "rumus"),
        ("pagu_rupiah", "1,5 juta", "angka"),
        ("target", -3, "di bawah nol"),
        ("target", 1.234, "dua angka"),
        ("pagu_rupiah", 10**15, "batas"),
        ("kode_program", "TIADA", "Tidak ada program"),
        ("kode_sub_kegiatan", "2.16.02.1.01.0012", "tingkat lain"),
        ("kode_sub_kegiatan", "literasi", "bukan kode"),
        ("tahap_anggaran", "kelak", "DPA berjalan"),
        ("keluaran", None, "wajib"),
        ("keluaran", "x" * 241, "241"),
        ("satuan", None, "satuan"),
        ("rencana", "KS-2026-9999", "nomornya diubah"),
    ],
)
def test_a_wrong_cell_is_named_with_row_column_value_and_why(
    forum: Forum, literacy: Programme, budi: Membership, satu: Place, column, value, why
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    filled(sheet, 2, **{column: value})

    [fault] = read(closed(book), forum, satu, YEAR).faults

    assert (fault.row, fault.column) == (2, column)
    assert why in fault.why
    assert fault.value == str("" if value is None else value)[:80]


def test_nothing_is_taken_while_a_cell_is_wrong(
    forum: Forum, literacy: Programme, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    filled(sheet, 2)
    filled(sheet, 3, keluaran="Lain", target="dua")
    found = brought(forum, closed(book), budi)

    with pytest.raises(acts.SheetHasFaults):
        acts.apply_sheet(found, seen=acts.compared(found).stamp, by=budi, at=NOW)

    assert not Plan.objects.exists()


@pytest.mark.parametrize("text", ["=1+1", "+62 orang", "-5 desa", "@siaran"])
def test_text_that_looks_like_a_formula_stays_text_both_ways(
    forum: Forum, training: Plan, satu: Place, text: str
) -> None:
    Plan.objects.filter(pk=training.pk).update(output=text)

    content = template(forum, satu, YEAR, at=NOW)

    _book, sheet = opened(content)
    cell = sheet.cell(2, COLUMNS.index("keluaran") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    [entry] = read(content, forum, satu, YEAR).entries
    assert entry.fields.output == text


def test_a_row_copied_with_its_reference_is_refused_by_row(
    forum: Forum, training: Plan, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    filled(sheet, 3, rencana=training.reference, keluaran="Lain")

    assert "Baris 2" in faults_of(forum, closed(book), budi)["rencana"]


def test_a_template_of_another_government_is_refused_with_both_names(
    forum: Forum, training: Plan, budi: Membership, dua: Place
) -> None:
    with pytest.raises(WrongFile, match=r"Kabupaten Dua.*Kabupaten Satu"):
        brought(forum, template(forum, dua, YEAR, at=NOW), budi)


def test_a_template_of_another_year_is_refused_with_both_years(
    forum: Forum, training: Plan, budi: Membership, satu: Place
) -> None:
    with pytest.raises(WrongFile, match=r"2027.*2026"):
        brought(forum, template(forum, satu, YEAR + 1, at=NOW), budi)


def test_a_changed_hidden_key_is_refused(
    forum: Forum, training: Plan, budi: Membership, satu: Place, dua: Place
) -> None:
    book, _sheet = opened(template(forum, dua, YEAR, at=NOW))
    cell = book[KEY].cell(2, 1)
    cell.value = cell.value.replace("kabupaten-dua", "kabupaten-satu")

    with pytest.raises(WrongFile, match="Kunci tersembunyi"):
        brought(forum, closed(book), budi)


def test_what_is_no_workbook_is_refused(
    forum: Forum, literacy: Programme, budi: Membership, satu: Place
) -> None:
    with pytest.raises(FileRefused, match="XLSX"):
        brought(forum, b"PK\x03\x04 nothing more", budi)


@pytest.mark.parametrize("size", [1, 1_000_000], ids=["no workbook", "a packed one"])
def test_an_archive_that_only_has_the_parts_of_a_workbook_is_refused(
    forum: Forum, literacy: Programme, budi: Membership, satu: Place, size: int
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(size))

    with pytest.raises(WrongFile, match="XLSX"):
        brought(forum, out.getvalue(), budi)


def test_a_missing_column_is_named(
    forum: Forum, literacy: Programme, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    write(sheet, 1, pagu_rupiah="anggaran")

    with pytest.raises(WrongFile, match="pagu_rupiah"):
        brought(forum, closed(book), budi)


def test_a_stale_file_shows_what_is_newer_and_overwrites_nothing(
    forum: Forum, training: Plan, budi: Membership, kadek: Membership, satu: Place
) -> None:
    content = template(forum, satu, YEAR, at=NOW)
    acts.change_plan(training, fields(target=Decimal(400)), by=kadek, at=NOW)

    compared = acts.compared(brought(forum, content, budi))

    assert [line.kind for line in compared.lines] == [Kind.NEWER]
    assert not compared.can_be_taken


def test_a_plan_changed_on_both_sides_is_overwritten_only_when_chosen(
    forum: Forum, training: Plan, budi: Membership, kadek: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    write(sheet, 2, target=350)
    acts.change_plan(training, fields(target=Decimal(400)), by=kadek, at=NOW)
    found = brought(forum, closed(book), budi)
    seen = acts.compared(found).stamp

    with pytest.raises(acts.NothingToApply):
        acts.apply_sheet(found, seen=seen, by=budi, at=NOW)
    training.refresh_from_db()
    assert training.target == 400

    acts.apply_sheet(found, seen=seen, instead=[training.reference], by=budi, at=NOW)
    training.refresh_from_db()
    assert training.target == 350


def test_plans_changed_after_the_preview_are_shown_again(
    forum: Forum, training: Plan, budi: Membership, kadek: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    write(sheet, 2, target=350)
    found = brought(forum, closed(book), budi)
    seen = acts.compared(found).stamp
    acts.change_plan(training, fields(target=Decimal(400)), by=kadek, at=NOW)

    with pytest.raises(Overtaken):
        acts.apply_sheet(found, seen=seen, by=budi, at=NOW)


def test_a_plan_withdrawn_meanwhile_stays_withdrawn(
    forum: Forum, training: Plan, budi: Membership, satu: Place
) -> None:
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    same = closed(book)
    write(sheet, 2, target=350)
    changed = closed(book)
    acts.withdraw_plan(training, reason="Dana dialihkan", by=budi, at=NOW)

    untouched = acts.compared(brought(forum, same, budi))
    assert (untouched.lines, untouched.faults) == ([], [])

    [fault] = acts.compared(brought(forum, changed, budi)).faults
    assert "ditarik" in fault.why


def test_another_file_takes_the_place_of_the_one_that_waits(
    forum: Forum, training: Plan, budi: Membership, satu: Place
) -> None:
    content = template(forum, satu, YEAR, at=NOW)
    first = brought(forum, content, budi)

    second = brought(forum, content, budi)

    first.refresh_from_db()
    assert (first.state, first.file) == (SheetState.DISCARDED, None)
    assert second.is_open
    with pytest.raises(acts.SheetClosed):
        acts.discard_sheet(first, by=budi, at=NOW)


def test_dewi_cannot_apply_a_file_of_satu(
    forum: Forum, training: Plan, budi: Membership, dewi: Membership, satu: Place
) -> None:
    found = brought(forum, template(forum, satu, YEAR, at=NOW), budi)

    with pytest.raises(acts.NotYours):
        acts.apply_sheet(found, seen="", by=dewi, at=NOW)


def test_a_workbook_that_unpacks_too_far_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(spreadsheet, "UNPACKED_BYTES", 10)
    book = openpyxl.Workbook()

    with pytest.raises(spreadsheet.TooLarge):
        spreadsheet.cells(closed(book))


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)
def test_libreoffice_opens_saves_and_changes_nothing(
    forum: Forum, training: Plan, satu: Place, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(template(forum, satu, YEAR, at=NOW))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(tmp_path / "out"), str(tmp_path / "a.xlsx")],
        check=True, timeout=120,
    )  # fmt: skip

    saved = (tmp_path / "out" / "a.xlsx").read_bytes()

    found = compare(read(saved, forum, satu, YEAR), forum, satu, YEAR)
    assert [line.kind for line in found.lines] == [Kind.UNCHANGED]
    assert found.faults == []
