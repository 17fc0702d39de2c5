"""The matrix: what each cell says, what is found, and that it adds up."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sinergi.align import acts
from sinergi.align.matrix import matrix, plans_of, row_of, years_of
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import CellState, MissingPart
from sinergi.core.models import Bidang, Forum, Membership, Pillar, Place
from tests.align.conftest import TRAINING, YEAR, fields
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def states(forum: Forum, programme: Programme) -> dict[str, CellState]:
    row = next(r for r in matrix(forum, YEAR).rows if r.programme == programme)
    return {cell.government.slug: cell.state for cell in row.cells}


def test_every_programme_meets_every_government(
    forum: Forum, literacy: Programme, smart_city: Programme
) -> None:
    shown = matrix(forum, YEAR)

    assert len(shown.rows) == 2
    assert [place.slug for place in shown.governments] == [
        "provinsi-uji",
        "kabupaten-satu",
        "kabupaten-dua",
        "kota-tiga",
    ]
    assert all(len(row.cells) == 4 for row in shown.rows)


def test_an_empty_cell_tells_what_it_means(
    forum: Forum, smart_city: Programme, training: Plan
) -> None:
    assert states(forum, smart_city) == {
        "provinsi-uji": CellState.NOT_OBLIGED,
        "kabupaten-satu": CellState.EMPTY,
        "kabupaten-dua": CellState.NOT_FILLED,
        "kota-tiga": CellState.NOT_FILLED,
    }


def test_joining_another_is_no_filling_in(
    forum: Forum,
    smart_city: Programme,
    training: Plan,
    budi: Membership,
    dewi: Membership,
    dua: Place,
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.accept_partnership(partner, by=dewi, at=NOW)

    assert states(forum, training.programme)["kabupaten-dua"] is CellState.JOINT
    assert states(forum, smart_city)["kabupaten-dua"] is CellState.NOT_FILLED


def test_an_invitation_alone_changes_no_cell(
    forum: Forum, training: Plan, budi: Membership, dua: Place
) -> None:
    acts.invite_partner(training, dua, by=budi, at=NOW)

    said = states(forum, training.programme)
    assert said["kabupaten-satu"] is CellState.PLANNED
    assert said["kabupaten-dua"] is CellState.NOT_FILLED


def test_a_joint_plan_spans_its_partners_and_is_summed_once(
    forum: Forum, training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.accept_partnership(partner, by=dewi, at=NOW)

    shown = matrix(forum, YEAR)

    row = shown.rows[0]
    assert row.cell_of(dua).joined == (training,)
    assert row.cell_of(dua).sums.budget == 0
    assert shown.total.budget == 125_000_000
    assert shown.joint == [training]
    assert shown.counts["joint"] == 2


def test_the_same_output_apart_is_found_with_its_governments(
    forum: Forum, training: Plan, dewi: Membership, satu: Place, dua: Place
) -> None:
    again = fields(output="PELATIHAN literasi digital, bagi guru")
    acts.enter_plan(training.programme, again, year=YEAR, by=dewi, at=NOW)

    shown = matrix(forum, YEAR)

    (found,) = shown.alike
    assert found.governments == [satu, dua]
    assert shown.rows[0].cell_of(dua).is_alike
    assert "terpisah" in str(shown.rows[0].cell_of(dua).mark.label)


def test_governments_stand_in_the_order_of_the_columns(
    forum: Forum, literacy: Programme, budi: Membership, dewi: Membership
) -> None:
    for by in (dewi, budi):
        acts.enter_plan(literacy, TRAINING, year=YEAR, by=by, at=NOW)

    (found,) = matrix(forum, YEAR).alike

    assert [place.slug for place in found.governments] == [
        "kabupaten-satu",
        "kabupaten-dua",
    ]


def test_a_plan_without_money_or_target_is_found(
    forum: Forum, literacy: Programme, budi: Membership, dewi: Membership
) -> None:
    for by, wanting in ((budi, fields(budget=None)), (dewi, fields(target=None))):
        acts.enter_plan(literacy, wanting, year=YEAR, by=by, at=NOW)

    parts = [found.part for found in matrix(forum, YEAR).missing]

    assert parts == [MissingPart.MONEY, MissingPart.TARGET]


def test_a_withdrawn_plan_leaves_the_matrix(
    forum: Forum, training: Plan, budi: Membership
) -> None:
    acts.withdraw_plan(training, reason="Anggaran digeser", by=budi, at=NOW)

    shown = matrix(forum, YEAR)

    assert shown.plans == []
    assert shown.total.plans == 0
    assert years_of(forum) == []


def test_rows_and_columns_sum_to_the_same_total(
    forum: Forum,
    literacy: Programme,
    smart_city: Programme,
    budi: Membership,
    dewi: Membership,
) -> None:
    amounts = [Decimal("10.50"), Decimal(20), None, Decimal(7)]
    for number, amount in enumerate(amounts):
        for by in (budi, dewi):
            acts.enter_plan(
                (literacy, smart_city)[number % 2],
                fields(output=f"Kelas {number}", budget=amount),
                year=YEAR,
                by=by,
                at=NOW,
            )

    shown = matrix(forum, YEAR)

    assert sum(row.sums.budget for row in shown.rows) == shown.total.budget == 75
    assert sum(column.budget for column in shown.columns) == shown.total.budget
    assert sum(column.plans for column in shown.columns) == 8
    assert shown.total.unpriced == 2


def test_filters_leave_out_rows_and_keep_the_meaning_of_cells(
    forum: Forum,
    smart_city: Programme,
    training: Plan,
    ptik: Bidang,
    pillars: list[Pillar],
) -> None:
    by_bidang = matrix(forum, YEAR, bidang=ptik)
    by_pillar = matrix(forum, YEAR, pillar=pillars[0])

    assert [row.programme for row in by_bidang.rows] == [smart_city]
    assert by_bidang.rows[0].cells[1].state is CellState.EMPTY
    assert [row.programme for row in by_pillar.rows] == [training.programme]


def test_a_programme_of_every_bidang_stands_last_in_its_own_group(
    forum: Forum, literacy: Programme, smart_city: Programme, ikp: Bidang, ptik: Bidang
) -> None:
    literacy.bidang.set([ikp, ptik])

    groups = matrix(forum, YEAR).groups

    assert [group.bidang for group in groups] == [ptik, None]


def test_a_government_that_left_the_forum_leaves_no_sum_behind(
    forum: Forum, training: Plan, satu: Place
) -> None:
    forum.seats.filter(government=satu).delete()

    assert matrix(forum, YEAR).total.plans == 0


def test_plans_of_a_government_are_those_it_leads_or_joined(
    training: Plan, budi: Membership, dewi: Membership, satu: Place, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    assert plans_of(dua, YEAR) == []

    acts.accept_partnership(partner, by=dewi, at=NOW)

    assert plans_of(dua, YEAR) == plans_of(satu, YEAR) == [training]
    assert plans_of(dua, YEAR + 1) == []


def test_one_row_says_what_the_matrix_says(forum: Forum, training: Plan) -> None:
    assert row_of(training.programme, YEAR) == matrix(forum, YEAR).rows[0]


def test_the_number_of_questions_does_not_grow_with_the_plans(
    forum: Forum,
    literacy: Programme,
    smart_city: Programme,
    budi: Membership,
    dewi: Membership,
    tiga: Place,
) -> None:
    acts.enter_plan(literacy, TRAINING, year=YEAR, by=budi, at=NOW)
    with CaptureQueriesContext(
        connection,
    ) as few:
        read_all(forum)
    for number in range(8):
        for by in (budi, dewi):
            acts.enter_plan(
                (literacy, smart_city)[number % 2],
                fields(output=f"Kelas {number}"),
                year=YEAR,
                is_joint=True,
                partners=[tiga],
                by=by,
                at=NOW,
            )

    with CaptureQueriesContext(connection) as many:
        read_all(forum)

    assert len(many) <= len(few) + 2  # partners, once there are any
    assert len(many) <= 12


def read_all(forum: Forum) -> None:
    """Everything a page shows of the matrix."""
    shown = matrix(forum, YEAR)
    for cell in shown.cells:
        assert cell.mark
        assert cell.leads_elsewhere is not None
    for plan in shown.plans:
        assert plan.government.short_name
        assert plan.accepted is not None
        assert plan.programme.label
    assert shown.legend
    assert shown.gaps is not None
