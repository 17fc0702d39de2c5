"""Facts of NTB: as the register says, each once, two code systems apart."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sinergi.align.models import Programme
from sinergi.align.rules import Verified
from sinergi.core.models import Forum, LedgerEvent, Office, Place
from sinergi.core.rules import CodeSystem
from sinergi.examples.ntb.facts_places import load_places
from sinergi.examples.ntb.facts_programmes import load_programmes
from sinergi.examples.ntb.facts_vocabulary import load_vocabulary
from tests.cast import NOW

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 4)


@pytest.fixture
def ntb(db: None) -> Forum:
    forum = load_places(NOW)
    load_vocabulary(forum, NOW)
    load_programmes(forum, NOW)
    return forum


def register(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "data" / "register" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_loading_again_changes_nothing(ntb: Forum) -> None:
    events = LedgerEvent.objects.count()

    load_vocabulary(load_places(NOW), NOW)
    load_programmes(ntb, NOW)

    assert LedgerEvent.objects.count() == events
    assert Programme.objects.count() == 14


def test_places_and_codes_are_those_of_the_register(ntb: Forum, shared: Path) -> None:
    rows = register(shared, "ntb_governments.csv")

    assert len(rows) == len(ntb.governments()) == 11
    for row in rows:
        by_kemendagri = Place.objects.by_code(
            CodeSystem.KEMENDAGRI, row["code_kemendagri"], TODAY
        )
        by_bps = Place.objects.by_code(CodeSystem.BPS, row["code_bps"], TODAY)
        assert by_kemendagri == by_bps
        assert by_kemendagri.name == row["name"]


def test_an_office_whose_name_was_recalled_says_so(ntb: Forum, shared: Path) -> None:
    recalled = {
        row["name"]
        for row in register(shared, "ntb_governments.csv")
        if "recall" in row["kominfo_office"]
    }

    offices = Office.objects.filter(name_verified=False)

    assert {office.government.name for office in offices} == recalled


def test_programmes_are_those_of_the_register(ntb: Forum, shared: Path) -> None:
    rows = register(shared, "programmes.csv")

    assert list(ntb.programmes.values_list("code", flat=True)) == [
        row["code"] for row in rows
    ]


def test_nothing_recalled_is_told_as_read(ntb: Forum, shared: Path) -> None:
    known = {programme.code: programme for programme in ntb.programmes.all()}
    for row in register(shared, "programmes.csv"):
        status, programme = row["legal_basis_status"], known[row["code"]]
        if "recall" in status:
            assert programme.mandate_verified != Verified.VERIFIED
        else:
            assert programme.mandate_verified == Verified.VERIFIED
        if row["figures_status"] != "verified":
            assert programme.target_verified == Verified.NONE


def test_every_classification_of_ours_says_whose_it_is(ntb: Forum) -> None:
    for programme in ntb.programmes.all():
        assert programme.levels_basis
        assert bool(programme.pillars_basis) == programme.pillars.exists()


def test_the_tile_map_has_lombok_in_the_west(ntb: Forum) -> None:
    tiles = {
        place.slug: (place.tile_row, place.tile_column) for place in ntb.governments()
    }
    assert tiles.pop("nusa-tenggara-barat") == (None, None)
    lombok = {
        slug for slug in tiles if slug.startswith("lombok") or slug == "kota-mataram"
    }

    assert len(set(tiles.values())) == 10
    assert max(tiles[slug][1] for slug in lombok) < min(
        column for slug, (_, column) in tiles.items() if slug not in lombok
    )
