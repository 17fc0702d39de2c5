"""The matrix as a sheet: one line a plan, one line an empty cell, with its origin.

Column names and fixed words are the same whatever the language of the reader: programs
read them.
"""

from collections.abc import Iterator, Sequence

from sinergi.align.grid import Cell, Matrix
from sinergi.align.models import Plan
from sinergi.align.rules import BudgetStage, CellState
from sinergi.core.downloads import Row, origin
from sinergi.core.models import PlaceCode
from sinergi.core.rules import CodeSystem

COLUMNS = (
    "tahun",
    "kode_program",
    "program",
    "bidang",
    "kode_kemendagri",
    "kode_bps",
    "pemerintah_daerah",
    "sel",
    "rencana",
    "kode_sub_kegiatan",
    "sub_kegiatan",
    "keluaran",
    "target",
    "satuan",
    "pagu_rupiah",
    "sumber_dana",
    "tahap_anggaran",
    "pemimpin",
    "mitra",
    "asal_usul",
    "diubah_pada",
)

_CELL = {
    CellState.PLANNED: "terencana",
    CellState.JOINT: "bersama",
    CellState.EMPTY: "kosong",
    CellState.NOT_OBLIGED: "tidak_diwajibkan",
    CellState.NOT_FILLED: "belum_diisi",
}
# As the page marks it, before what the cell is otherwise.
_ALIKE = "direncanakan_terpisah"
_STAGE = {
    BudgetStage.DPA: "dpa_berjalan",
    BudgetStage.AMENDED: "perubahan_apbd",
    BudgetStage.NEXT_RKPD: "rkpd_tahun_depan",
}


def rows_of(matrix: Matrix) -> Iterator[Row]:
    codes = _codes(matrix)
    for row in matrix.rows:
        bidang = "; ".join(each.name for each in row.programme.bidang.all())
        for cell in row.cells:
            place = cell.government
            start = [
                matrix.year,
                cell.programme.code,
                cell.programme.name,
                bidang,
                codes.get((place.pk, CodeSystem.KEMENDAGRI), ""),
                codes.get((place.pk, CodeSystem.BPS), ""),
                place.name,
                _ALIKE if cell.is_alike else _CELL[cell.state],
            ]
            for line in _lines(cell, origin(matrix.provenance)):
                yield dict(zip(COLUMNS, [*start, *line], strict=True))


def _lines(cell: Cell, said: str) -> Iterator[Sequence[object]]:
    """A plan joined from elsewhere repeats no money and no target: sums stay true."""
    for plan in cell.plans:
        yield _line(plan, target=plan.target, budget=plan.budget)
    for plan in cell.joined:
        yield _line(plan, target=None, budget=None)
    if not cell.count:
        yield [""] * 11 + [said, ""]


def _line(plan: Plan, *, target: object, budget: object) -> list[object]:
    return [
        plan.reference,
        plan.activity_code,
        plan.activity,
        plan.output,
        target,
        plan.unit,
        budget,
        plan.fund_source,
        _STAGE[BudgetStage(plan.budget_stage)],
        plan.government.name,
        "; ".join(place.name for place in plan.accepted),
        origin(plan.provenance),
        plan.changed_at.date().isoformat(),
    ]


def _codes(matrix: Matrix) -> dict[tuple[int, str], str]:
    """Codes of every government, the newest of each system."""
    codes = PlaceCode.objects.filter(place__in=matrix.governments)
    return {
        (code.place_id, code.system): code.code for code in codes.order_by("valid_from")
    }
