"""The matrix as a workbook: plans, sums, what changed, and what is found."""

from collections.abc import Iterator, Sequence

from sinergi.align.changes import Changes
from sinergi.align.grid import Matrix
from sinergi.align.models import Plan
from sinergi.align.rules import Change, MissingPart, Sums
from sinergi.align.sheet import COLUMNS, rows_of
from sinergi.core.downloads import ORIGIN_COLUMN, origin
from sinergi.paper.workbook import Column, Sheet, workbook

_WIDE = {"program": 36, "pemerintah_daerah": 24, "sub_kegiatan": 36, "keluaran": 40}

_SUM_COLUMNS = (
    "tahun",
    "kode_program",
    "program",
    "pemerintah_daerah",
    "banyak_rencana",
    "tanpa_pagu",
    "pagu_rupiah",
    "target",
    "satuan",
    ORIGIN_COLUMN,
)
_CHANGE_COLUMNS = (
    "kode_program",
    "program",
    "pemerintah_daerah",
    "tahun_sebelum",
    "tahun",
    "satuan",
    "sebelum",
    "sesudah",
    "selisih",
    ORIGIN_COLUMN,
)
_FINDING_COLUMNS = (
    "tahun",
    "temuan",
    "kode_program",
    "program",
    "pemerintah_daerah",
    "rencana",
    "keluaran",
    ORIGIN_COLUMN,
)
_RUPIAH = "rupiah"
_ALL = "jumlah"
_PARTS = {MissingPart.TARGET: "target", MissingPart.MONEY: "pagu"}


def as_workbook(shown: Matrix, changed: Changes) -> bytes:
    """Every sheet has the column of origin; the same matrix gives the same bytes."""
    plans = [[row[name] for name in COLUMNS] for row in rows_of(shown)]
    return workbook(
        f"keselarasan {shown.forum.slug} {shown.year}",
        [
            _sheet("Rencana", COLUMNS, plans),
            _sheet("Jumlah", _SUM_COLUMNS, list(_sums(shown))),
            _sheet("Perubahan", _CHANGE_COLUMNS, list(_changes(changed))),
            _sheet("Temuan", _FINDING_COLUMNS, list(_findings(shown))),
        ],
    )


def _sheet(title: str, names: Sequence[str], rows: Sequence[Sequence[object]]) -> Sheet:
    return Sheet(title, [Column(name, _WIDE.get(name, 16)) for name in names], rows)


def _sums(shown: Matrix) -> Iterator[list[object]]:
    """One line a unit of a cell with plans; then of rows, columns, and of all."""
    said = origin(shown.provenance)
    for row in shown.rows:
        name = [shown.year, row.programme.code, row.programme.name]
        for cell in row.cells:
            if cell.plans:
                place = cell.government.name
                own = origin(cell.provenance)
                yield from _lines([*name, place], cell.sums, own)
        if row.plans:
            yield from _lines([*name, _ALL], row.sums, said)
    for government, sums in zip(shown.governments, shown.columns, strict=True):
        yield from _lines([shown.year, "", _ALL, government.name], sums, said)
    yield from _lines([shown.year, "", _ALL, _ALL], shown.total, said)


def _lines(start: list[object], sums: Sums, said: str) -> Iterator[list[object]]:
    """Money once, then each unit in a line of its own."""
    units = sums.targets or (("", None),)
    for number, (unit, total) in enumerate(units):
        money = [sums.plans, sums.unpriced, sums.budget] if not number else [None] * 3
        yield [*start, *money, total, unit, said]


def _changes(changed: Changes) -> Iterator[list[object]]:
    years = [changed.before.year, changed.after.year]
    said = origin(changed.provenance)
    for row in changed.rows:
        name = [row.programme.code, row.programme.name]
        for cell in row.cells:
            if cell.change and not cell.change.is_empty:
                place = cell.government.name
                yield from _differences([*name, place, *years], cell.change, said)
        if not row.total.is_empty:
            yield from _differences([*name, _ALL, *years], row.total, said)
    for cell in changed.columns:
        if cell.change:
            place = cell.government.name
            yield from _differences(["", _ALL, place, *years], cell.change, said)
    yield from _differences(["", _ALL, _ALL, *years], changed.total, said)


def _differences(
    start: list[object], change: Change, said: str
) -> Iterator[list[object]]:
    money = [change.before.budget, change.after.budget, change.budget]
    yield [*start, _RUPIAH, *money, said]
    for each in change.targets:
        yield [*start, each.unit, each.before, each.after, each.difference, said]


def _findings(shown: Matrix) -> Iterator[list[object]]:
    said = origin(shown.provenance)
    for gap in shown.gaps:
        word = "tidak_ada_yang_merencanakan" if gap.nobody else "belum_merencanakan"
        for place in gap.governments:
            yield [
                shown.year,
                word,
                gap.programme.code,
                gap.programme.name,
                place.name,
                "",
                "",
                said,
            ]
    for alike in shown.alike:
        for plan in alike.plans:
            yield [shown.year, "direncanakan_terpisah", *_plan(plan)]
    for missing in shown.missing:
        yield [shown.year, f"tanpa_{_PARTS[missing.part]}", *_plan(missing.plan)]


def _plan(plan: Plan) -> list[object]:
    return [
        plan.programme.code,
        plan.programme.name,
        plan.government.name,
        plan.reference,
        plan.output,
        origin(plan.provenance),
    ]
