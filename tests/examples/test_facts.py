"""What the example calls a fact is what the sources say."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from sinergi.core.models import Forum, LedgerEvent, Person, Place
from sinergi.examples.loader import RealPeople, load_ntb
from sinergi.examples.ntb import facts_figures as figures
from sinergi.examples.ntb.facts_places import GOVERNMENTS
from sinergi.measure.models import PublishedValue
from tests.cast import NOW

PILLARS = {
    "index": "index",
    "kecakapan": "digital_skill",
    "etika": "digital_ethics",
    "keamanan": "digital_safety",
    "budaya": "digital_culture",
}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def facts(db: None) -> None:
    load_ntb(at=NOW, facts_only=True)


def value(place: str, measure: str, year: int, series: str) -> Decimal | None:
    found = PublishedValue.objects.filter(
        place__slug=place, measure=measure, year=year, method__series__slug=series
    ).first()
    return found.value if found else None


def test_national_figures_are_those_of_the_table(facts: None, shared: Path) -> None:
    for row in table(shared / "data/published/ild_national.csv"):
        for measure, column in PILLARS.items():
            printed = Decimal(row[column]) if row[column] else None

            assert value("indonesia", measure, int(row["year"]), "ild") == printed


def test_spbe_of_every_government_is_that_of_the_register(
    facts: None, shared: Path
) -> None:
    slugs = {each.kemendagri: each.slug for each in GOVERNMENTS}
    for row in table(shared / "data/register/ntb_governments.csv"):
        for year in (2022, 2023, 2024):
            printed = row[f"spbe_{year}"]

            assert value(slugs[row["code_kemendagri"]], "index", year, "spbe") == (
                Decimal(printed) if printed else None
            )


def test_codes_and_names_are_those_of_the_register(facts: None, shared: Path) -> None:
    forum = Forum.objects.get()

    assert [
        (place.kemendagri_code, place.bps_code, place.name)
        for place in forum.governments()
    ] == [
        (row["code_kemendagri"], row["code_bps"], row["name"])
        for row in table(shared / "data/register/ntb_governments.csv")
    ]


def test_the_province_stood_at_3_45_and_3_44(facts: None) -> None:
    province = figures.PROVINCE

    assert value(province, "index", 2021, "ild") == Decimal("3.45")
    assert value(province, "index", 2022, "ild") == Decimal("3.44")
    assert value(province, "index", 2023, "ild") is None


def test_what_was_not_published_is_absent(facts: None) -> None:
    kabupaten = Place.objects.filter(parent__slug=figures.PROVINCE)

    assert value("indonesia", "budaya", 2023, "ild") is None
    assert not PublishedValue.objects.filter(
        place__in=kabupaten, method__series__slug="ild"
    ).exists()
    assert value("kota-bima", "index", 2022, "spbe") is None
    assert value("kota-bima", "index", 2023, "spbe") is None


def test_2020_stands_in_a_method_of_its_own(facts: None) -> None:
    methods = PublishedValue.objects.filter(method__series__slug="ild").values_list(
        "year", "method__code"
    )

    assert {code for year, code in methods if year == 2020} == {figures.RESTATED}
    assert {code for year, code in methods if year > 2020} == {figures.FOUR_PILLARS}


def test_every_value_is_published_and_names_its_source(facts: None) -> None:
    for each in PublishedValue.objects.all():
        assert each.provenance == "published"
        assert each.source.strip()


def test_facts_alone_bring_no_account_and_no_plan(facts: None) -> None:
    assert not Person.objects.exists()
    assert not Forum.objects.get().programmes.first().plans.exists()


def test_facts_load_twice_without_a_change(facts: None) -> None:
    before = LedgerEvent.objects.count()

    load_ntb(at=NOW, facts_only=True)

    assert LedgerEvent.objects.count() == before


def test_an_instance_with_real_accounts_takes_no_simulation(facts: None) -> None:
    Person.objects.create_person("sari@ntb.example", "Sari")
    before = LedgerEvent.objects.count()

    with pytest.raises(RealPeople, match="--facts-only"):
        load_ntb(at=NOW)

    assert LedgerEvent.objects.count() == before
    load_ntb(at=NOW, facts_only=True)
