"""Sums and their change from year to year: always by sign, never across units."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from sinergi.align import acts
from sinergi.align.changes import changes
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import Change, Sums, Work, added, sums_of
from sinergi.core.models import Forum, Membership, Place
from tests.align.conftest import YEAR, fields
from tests.cast import NOW

UNITS = st.sampled_from(["orang", "Orang", "desa", "", "dokumen"])
AMOUNTS = st.none() | st.decimals(0, 10**9, places=2, allow_nan=False)
WORKS = st.lists(
    st.builds(
        Work,
        reference=st.just("KS"),
        government=st.sampled_from("abc"),
        output=st.just("Kelas"),
        unit=UNITS,
        target=AMOUNTS,
        budget=AMOUNTS,
    ),
    max_size=12,
)


@given(WORKS, WORKS)
def test_a_change_is_the_later_sum_less_the_earlier(old, new) -> None:
    change = Change(sums_of(old), sums_of(new))

    assert change.budget == sum((w.budget or 0 for w in new), Decimal(0)) - sum(
        (w.budget or 0 for w in old), Decimal(0)
    )
    for each in change.targets:
        of = [
            sum(
                (
                    w.target or 0
                    for w in works
                    if w.unit.casefold() == each.unit.casefold()
                ),
                Decimal(0),
            )
            for works in (old, new)
        ]
        assert each.difference == of[1] - of[0]


@given(WORKS, WORKS)
def test_changes_of_governments_add_up_to_the_change_of_all(old, new) -> None:
    parts = [
        Change(
            sums_of(w for w in old if w.government == place),
            sums_of(w for w in new if w.government == place),
        )
        for place in "abc"
    ]
    whole = Change(sums_of(old), sums_of(new))

    assert sum((part.budget for part in parts), Decimal(0)) == whole.budget
    for each in whole.targets:
        same = [
            unit.difference
            for part in parts
            for unit in part.targets
            if unit.unit.casefold() == each.unit.casefold()
        ]
        assert sum(same, Decimal(0)) == each.difference


@given(WORKS, WORKS)
def test_turning_the_years_around_turns_every_sign(old, new) -> None:
    there, back = Change(sums_of(old), sums_of(new)), Change(sums_of(new), sums_of(old))

    assert there.budget == -back.budget
    assert [each.difference for each in there.targets] == [
        -each.difference for each in back.targets
    ]


def test_nothing_beside_nothing_is_no_change() -> None:
    assert Change(Sums(), Sums()).is_empty


@pytest.fixture
def grown(training: Plan, budi: Membership, dewi: Membership) -> Plan:
    """Satu plans more next year and in one more unit; Dua plans next year only."""
    programme = training.programme
    for by, output, unit, target in [
        (budi, "Pelatihan literasi digital bagi guru", "orang", 500),
        (budi, "Siaran", "siaran", 12),
        (dewi, "Kelas", "orang", 90),
    ]:
        acts.enter_plan(
            programme,
            fields(
                output=output,
                unit=unit,
                target=Decimal(target),
                budget=Decimal(100_000_000),
            ),
            year=YEAR + 1,
            by=by,
            at=NOW,
        )
    return training


@pytest.mark.django_db
def test_a_government_that_entered_nothing_is_not_compared(
    forum: Forum, grown: Plan, satu: Place, dua: Place
) -> None:
    found = changes(forum, YEAR + 1)

    by_place = {each.government: each.change for each in found.columns}
    assert by_place[dua] is None
    assert by_place[satu].budget == Decimal(75_000_000)
    assert [(each.unit, each.difference) for each in by_place[satu].targets] == [
        ("orang", 200),
        ("siaran", 12),
    ]
    # What Dua plans is new to the page, not new in the world: no sum holds it.
    assert found.total == by_place[satu]
    assert found.rows[0].total.budget == Decimal(75_000_000)


@given(WORKS)
def test_sums_of_governments_added_are_the_sum_of_all(works) -> None:
    parts = [sums_of(w for w in works if w.government == place) for place in "abc"]

    whole, put_together = sums_of(works), added(parts)

    assert (put_together.plans, put_together.budget, put_together.unpriced) == (
        whole.plans,
        whole.budget,
        whole.unpriced,
    )
    assert [(unit.casefold(), total) for unit, total in put_together.targets] == [
        (unit.casefold(), total) for unit, total in whole.targets
    ]


@pytest.mark.django_db
def test_the_page_shows_signs_and_what_is_new(client: Client, grown: Plan) -> None:
    page = client.get(f"/keselarasan/perubahan/?tahun={YEAR + 1}").content.decode()

    assert "+75" in page
    assert "+200 orang" in page
    assert "+12 siaran (baru)" in page
    assert "Kab. Dua" in page
    assert "tidak dibandingkan" in page


@pytest.mark.django_db
def test_a_year_after_a_silent_one_is_compared_with_nothing(
    client: Client, training: Plan
) -> None:
    page = client.get(f"/keselarasan/perubahan/?tahun={YEAR}").content.decode()

    assert f"untuk {YEAR - 1} sekaligus {YEAR}" in page
    assert "<table" not in page


@pytest.mark.django_db
def test_the_workbook_holds_plans_sums_changes_and_findings_with_their_origin(
    client: Client, grown: Plan, smart_city: Programme
) -> None:
    address = f"/keselarasan/matriks.xlsx?tahun={YEAR + 1}"
    answer = client.get(address)

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Rencana", "Jumlah", "Perubahan", "Temuan"]
    for sheet in book:
        head = [cell.value for cell in sheet[1]]
        origins = {row[head.index("asal_usul")].value for row in sheet.iter_rows(2)}
        assert origins == {"isian"}, sheet.title
    assert answer.content == client.get(address).content
    assert answer["Content-Disposition"].endswith('2027-isian.xlsx"')
    sums = list(book["Jumlah"].values)
    assert sums[-2][6] == 300_000_000  # all programmes, all governments
