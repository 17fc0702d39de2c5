"""The matrix as a sheet: one line a plan, one line an empty cell, with its origin."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from sinergi.align.grid import Cell, Matrix
from sinergi.align.models import Plan
from sinergi.core import words as core_words
from sinergi.core.models import PlaceCode
from sinergi.core.rules import CodeSystem, Provenance

# A spreadsheet would run what begins like this.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Excel reads UTF-8 only behind this mark.
_MARK = "\ufeff"


def csv_name(matrix: Matrix) -> str:
    """The file says what it holds also after it was sent around."""
    origin = Provenance.SIMULATED if matrix.is_simulated else Provenance.ENTERED
    word = core_words.PROVENANCE[origin]
    return f"{_('alignment')}-{matrix.forum.slug}-{matrix.year}-{word}.csv"


def csv_of(matrix: Matrix) -> str:
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(
        [
            _("year"),
            _("programme code"),
            _("programme"),
            _("bidang"),
            _("Kemendagri code"),
            _("BPS code"),
            _("government"),
            _("cell"),
            _("plan"),
            _("sub-kegiatan code"),
            _("sub-kegiatan"),
            _("output"),
            _("target"),
            _("unit"),
            _("budget in rupiah"),
            _("source of funds"),
            _("budget stage"),
            _("lead"),
            _("partners"),
            _("origin"),
            _("last changed"),
        ]
    )
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
                str(cell.mark.label),
            ]
            sheet.writerows([*map(_safe, [*start, *line])] for line in _lines(cell))
    return _MARK + out.getvalue()


def _lines(cell: Cell) -> Iterator[list[object]]:
    """A plan joined from elsewhere repeats no money and no target: sums stay true."""
    for plan in cell.plans:
        yield _line(plan, target=plan.target, budget=plan.budget)
    for plan in cell.joined:
        yield _line(plan, target=None, budget=None)
    if not cell.count:
        yield [""] * 13


def _line(plan: Plan, *, target: object, budget: object) -> list[object]:
    origin = core_words.PROVENANCE[Provenance(plan.provenance)]
    return [
        plan.reference,
        plan.activity_code,
        plan.activity,
        plan.output,
        "" if target is None else target,
        plan.unit,
        "" if budget is None else budget,
        plan.fund_source,
        plan.budget_stage_label,
        plan.government.name,
        "; ".join(place.name for place in plan.accepted),
        str(origin),
        plan.changed_at.date().isoformat(),
    ]


def _codes(matrix: Matrix) -> dict[tuple[int, str], str]:
    """Codes of every government, the newest of each system."""
    codes = PlaceCode.objects.filter(place__in=matrix.governments)
    return {
        (code.place_id, code.system): code.code for code in codes.order_by("valid_from")
    }


def _safe(value: object) -> object:
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else value
