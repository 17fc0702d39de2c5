"""Open data of aligning: programmes, plans and the matrix, each with its origin."""

from datetime import datetime
from decimal import Decimal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel, ConfigDict

from sinergi.align.grid import Cell
from sinergi.align.matrix import matrix as the_matrix
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import Sums
from sinergi.core.models import Forum
from sinergi.core.questions import must_be_known
from sinergi.core.rules import Provenance

router = Router(tags=["alignment"])

_RELATED = frozenset(
    {"bidang", "pillars", "mandate_documents", "targets", "duties", "provenance"}
)


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MandateOut(Strict):
    number: str
    title: str
    year: int
    link: str
    has_file: bool
    verified: str
    provenance: str


class ProgrammeTargetOut(Strict):
    level: str
    year: int
    value: Decimal
    unit: str
    source: str
    verified: str
    provenance: str


class DutyOut(Strict):
    government: str
    duty: str
    reason: str
    provenance: str


class ProgrammeOut(Strict):
    code: str
    name: str
    national_owner: str
    bidang: list[str]
    pillars: list[str]
    pillars_basis: str
    mandate: str
    mandate_verified: str
    mandate_note: str
    target: str
    target_verified: str
    local_obligation: str
    obligation_verified: str
    responsible_levels: list[str]
    levels_basis: str
    measured_by: str
    source: str
    first_year: int | None
    last_year: int | None
    mandate_documents: list[MandateOut]
    targets: list[ProgrammeTargetOut]
    duties: list[DutyOut]
    provenance: str = "published"


class PlanOut(Strict):
    reference: str
    programme: str
    government: str
    year: int
    activity_code: str
    activity: str
    output: str
    unit: str
    target: Decimal | None
    budget_rupiah: Decimal | None
    fund_source: str
    budget_stage: str
    partners: list[str]
    provenance: str
    changed_at: datetime


class UnitSumOut(Strict):
    unit: str
    sum: Decimal


class SumsOut(Strict):
    plans: int
    plans_without_budget: int
    budget_rupiah: Decimal
    targets: list[UnitSumOut]


class CellOut(Strict):
    government: str
    state: str
    planned_apart: bool
    plans: list[str]
    joined: list[str]
    open_help: int
    sums: SumsOut
    provenance: str | None


class RowOut(Strict):
    programme: str
    cells: list[CellOut]
    sums: SumsOut


class MatrixOut(Strict):
    forum: str
    year: int
    governments: list[str]
    rows: list[RowOut]
    columns: list[SumsOut]
    total: SumsOut
    provenance: str | None


@router.get("/programmes/", response=list[ProgrammeOut], summary="Programmes in force")
def programmes(request: HttpRequest) -> list[ProgrammeOut]:
    found = _forum().programmes.prefetch_related(
        "bidang", "pillars", "mandate_documents", "targets", "obligations__government"
    )
    return [_programme(programme) for programme in found]


@router.get("/plans/", response=list[PlanOut], summary="Standing plans")
def plans(
    request: HttpRequest, year: int | None = None, government: str | None = None
) -> list[PlanOut]:
    forum = _forum()
    must_be_known(government=(government, _governments(forum)))
    found = Plan.objects.standing().filter(programme__forum=forum)
    if year is not None:
        found = found.filter(year=year)
    if government is not None:
        found = found.filter(government__slug=government)
    return [_plan(plan) for plan in found.with_partners()]


@router.get("/matrix/", response=MatrixOut, summary="The alignment matrix of a year")
def matrix(request: HttpRequest, year: int | None = None) -> MatrixOut:
    shown = the_matrix(_forum(), year or timezone.localdate().year)
    return MatrixOut(
        forum=shown.forum.slug,
        year=shown.year,
        governments=[place.slug for place in shown.governments],
        rows=[
            RowOut(
                programme=row.programme.code,
                cells=[_cell(cell, shown.provenance) for cell in row.cells],
                sums=_sums(row.sums),
            )
            for row in shown.rows
        ],
        columns=[_sums(sums) for sums in shown.columns],
        total=_sums(shown.total),
        provenance=shown.provenance,
    )


def _forum() -> Forum:
    return get_object_or_404(Forum.objects.order_by("pk")[:1])


def _governments(forum: Forum) -> list[str]:
    return list(forum.members.values_list("slug", flat=True))


def _programme(programme: Programme) -> ProgrammeOut:
    plain = {
        name: getattr(programme, name)
        for name in ProgrammeOut.model_fields
        if name not in _RELATED
    }
    return ProgrammeOut(
        **plain,
        bidang=[each.code for each in programme.bidang.all()],
        pillars=[each.code for each in programme.pillars.all()],
        mandate_documents=[
            MandateOut(
                number=each.number,
                title=each.title,
                year=each.year,
                link=each.link,
                has_file=each.file_id is not None,
                verified=each.verified,
                provenance=each.provenance,
            )
            for each in programme.mandate_documents.all()
        ],
        targets=[
            ProgrammeTargetOut(
                **{
                    name: getattr(each, name)
                    for name in ProgrammeTargetOut.model_fields
                }
            )
            for each in programme.targets.all()
        ],
        duties=[
            DutyOut(
                government=each.government.slug,
                duty=each.duty,
                reason=each.reason,
                provenance=each.provenance,
            )
            for each in programme.obligations.all()
            if not each.is_by_level
        ],
    )


def _plan(plan: Plan) -> PlanOut:
    return PlanOut(
        reference=plan.reference,
        programme=plan.programme.code,
        government=plan.government.slug,
        year=plan.year,
        activity_code=plan.activity_code,
        activity=plan.activity,
        output=plan.output,
        unit=plan.unit,
        target=plan.target,
        budget_rupiah=plan.budget,
        fund_source=plan.fund_source,
        budget_stage=plan.budget_stage,
        partners=[place.slug for place in plan.accepted],
        provenance=plan.provenance,
        changed_at=plan.changed_at,
    )


def _cell(cell: Cell, otherwise: Provenance | None) -> CellOut:
    """An empty cell comes from where the matrix comes from."""
    return CellOut(
        government=cell.government.slug,
        state=cell.state,
        planned_apart=cell.is_alike,
        plans=[plan.reference for plan in cell.plans],
        joined=[plan.reference for plan in cell.joined],
        open_help=cell.open_help,
        sums=_sums(cell.sums),
        provenance=cell.provenance or otherwise,
    )


def _sums(sums: Sums) -> SumsOut:
    return SumsOut(
        plans=sums.plans,
        plans_without_budget=sums.unpriced,
        budget_rupiah=sums.budget,
        targets=[UnitSumOut(unit=unit, sum=total) for unit, total in sums.targets],
    )
