"""The workbook a government fills in: its plans, and a row for every programme."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sinergi.align.matrix import plans_of
from sinergi.align.models import NomenclatureCode, Plan, Programme
from sinergi.align.plan_fields import seen_of
from sinergi.align.planbook import key
from sinergi.align.planbook.columns import (
    BELOW,
    CODES,
    COLUMNS,
    HELP,
    KEY,
    PLANS,
    PROGRAMME,
    PROGRAMMES,
    REFERENCE,
    SAID,
    SHOWN,
    STAGES,
)
from sinergi.align.rules import BudgetStage
from sinergi.core.downloads import origin
from sinergi.core.models import Forum, Place
from sinergi.paper.workbook import Choice, Column, Numbers, Sheet, workbook

# Rows below the last one that are checked like it.
SPARE = 100
_DIGITS = 15

_WIDTHS = {
    REFERENCE: 15,
    "program": 30,
    "kode_sub_kegiatan": 22,
    "sub_kegiatan": 40,
    "keluaran": 40,
    "pagu_rupiah": 18,
    "tahap_anggaran": 18,
    "mitra": 24,
}


def template(forum: Forum, government: Place, year: int, *, at: datetime) -> bytes:
    """The workbook as bytes; the same for the same plans and the same moment."""
    plans = own_plans(forum, government, year)
    programmes = list(forum.programmes.in_force(year).order_by("order"))
    codes = list(
        NomenclatureCode.objects.sub_activities(government).values_list("code", "name")
    )
    signed = key.written(
        key.Key(
            forum=forum.slug,
            government=government.slug,
            year=year,
            made_at=at.isoformat(timespec="seconds"),
            plans={plan.reference: seen_of(plan) for plan in plans},
        )
    )
    return workbook(
        file_name(government, year),
        [
            Sheet(
                PLANS,
                _columns(len(programmes), len(codes)),
                list(_rows(plans, programmes)),
                spare=SPARE,
            ),
            Sheet(HELP, [Column("petunjuk", width=100)], _advice(government, year)),
            Sheet(
                PROGRAMMES,
                [Column("kode_program"), Column("program", width=60), *_stages()],
                _programmes(programmes),
            ),
            Sheet(
                CODES,
                [Column("kode_sub_kegiatan", width=22), Column("nama", width=90)],
                codes,
            ),
            Sheet(KEY, [Column("kunci")], [[each] for each in signed], is_hidden=True),
        ],
    )


def own_plans(forum: Forum, government: Place, year: int) -> list[Plan]:
    """Standing plans the government leads; joined ones are the lead's to change."""
    return [
        plan
        for plan in plans_of(government, year)
        if plan.government_id == government.pk and plan.programme.forum_id == forum.pk
    ]


def file_name(government: Place, year: int) -> str:
    return f"rencana-{government.slug}-{year}"


def _columns(programmes: int, codes: int) -> list[Column]:
    takes: dict[str, Choice | Numbers] = {
        PROGRAMME: Choice(
            PROGRAMMES, 1, programmes, _("Choose a code of the sheet “Program”.")
        ),
        SAID["budget_stage"]: Choice(
            PROGRAMMES, 3, len(STAGES), _("Choose one of the three budget stages.")
        ),
        **{
            SAID[name]: Numbers(below, _("Write a number without letters."))
            for name, below in BELOW.items()
        },
    }
    if codes:
        takes[SAID["activity_code"]] = Choice(
            CODES,
            1,
            codes,
            _("This code is not in the nomenclature. See the sheet “Kode”."),
            strict=False,
        )
    notes = {
        REFERENCE: _("Leave it as it is. For a new plan leave it empty."),
        SAID["output"]: _("What will be there when it is done."),
        SAID["budget"]: _(
            "In full. 0 when no money of its own is needed; empty when it is not "
            "decided."
        ),
    }
    return [
        Column(
            name,
            width=_WIDTHS.get(name, 14),
            is_fixed=name in (REFERENCE, *SHOWN),
            takes=takes.get(name),
            note=notes.get(name, ""),
        )
        for name in COLUMNS
    ]


def _stages() -> list[Column]:
    return [Column(SAID["budget_stage"], width=18)]


def _programmes(programmes: Sequence[Programme]) -> list[list[object]]:
    """Programmes, and beside them the words of the budget stages."""
    stages = list(STAGES.values())
    return [
        [
            programmes[at].code if at < len(programmes) else None,
            programmes[at].name if at < len(programmes) else None,
            stages[at] if at < len(stages) else None,
        ]
        for at in range(max(len(programmes), len(stages)))
    ]


def _rows(
    plans: Sequence[Plan], programmes: Sequence[Programme]
) -> Iterator[list[object]]:
    """Plans in the order of their programmes; an empty row where there is none."""
    shown = list(programmes)
    shown += [plan.programme for plan in plans if plan.programme not in shown]
    for programme in dict.fromkeys(shown):
        own = [plan for plan in plans if plan.programme == programme]
        for plan in own:
            yield _row(plan)
        if not own:
            blank = [None] * (len(SAID) + 2)
            yield [None, programme.code, programme.label, *blank]


def _row(plan: Plan) -> list[object]:
    said = {name: _exact(getattr(plan, name)) for name in SAID}
    said["budget_stage"] = STAGES[BudgetStage(plan.budget_stage)]
    return [
        plan.reference,
        plan.programme.code,
        plan.programme.label,
        *said.values(),
        "; ".join(place.name for place in plan.accepted),
        origin(plan.provenance),
    ]


def _exact(value: object) -> object:
    """A spreadsheet keeps 15 digits; a longer number is written as text."""
    if isinstance(value, Decimal) and len(value.as_tuple().digits) > _DIGITS:
        return f"{value:f}".replace(".", ",")
    return value


def _advice(government: Place, year: int) -> list[list[object]]:
    lines = (
        _("Plans of %(government)s for %(year)s.")
        % {"government": government, "year": str(year)},
        _(
            "Fill in the sheet “Rencana”, one row for each sub-kegiatan. Rows that "
            "only have a programme are passed over."
        ),
        _(
            "Leave the grey columns as they are. For one more plan of a programme "
            "write its code in a new row and leave “rencana” empty."
        ),
        _("Write values, not formulas; a cell with a formula is refused."),
        _(
            "A row you take out withdraws nothing. Withdraw a plan on its page, with "
            "the reason."
        ),
        _(
            "Bring the file back on the page “Plans of my government”. You see every "
            "difference before anything is changed."
        ),
    )
    return [[line] for line in lines]
