"""The page on the Rakor of March 2024 tells what was reported, and no more."""

import re
from datetime import date

import pytest

from sinergi.convene.models import Meeting
from sinergi.core import facts
from sinergi.core.facts import PlaceFact
from sinergi.core.models import Forum, LedgerEvent, Membership
from sinergi.core.rules import CodeSystem, Level
from sinergi.examples.ntb.facts_rakor_2024 import load_rakor_2024
from tests.convene.conftest import BEFORE


@pytest.fixture
def rakor(forum: Forum) -> Meeting:
    facts.register_place(
        PlaceFact(
            slug="kota-bima",
            name="Kota Bima",
            short_name="Kota Bima",
            level=Level.CITY,
            codes={CodeSystem.KEMENDAGRI: "52.72"},
            time_zone="Asia/Makassar",
            valid_from=date(2002, 4, 10),
            source="tests",
        ),
        at=BEFORE,
    )
    return load_rakor_2024(forum, BEFORE)


def test_loading_twice_writes_once(forum: Forum, rakor: Meeting):
    events = LedgerEvent.objects.count()

    again = load_rakor_2024(forum, BEFORE)

    assert again == rakor
    assert LedgerEvent.objects.count() == events
    assert rakor.provenance == "published"


def test_every_fact_has_its_source(rakor: Meeting):
    assert rakor.facts.count() >= 8
    assert all(fact.source for fact in rakor.facts.all())


@pytest.mark.parametrize(
    "words",
    [
        "4–6 Maret 2024",
        "Hotel Mutmainnah, Kota Bima",
        "Diterbitkan",
        "3,44",
        "tahun 2022",
        "Teks rekomendasinya tidak ditemukan",
        "Asisten I atas nama Penjabat Wali Kota Bima",
        "kicknews.today",
    ],
)
def test_the_public_page_says(visit, rakor: Meeting, words: str):
    body = visit(None, f"/rakor/{rakor.slug}/").content.decode()

    assert words in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_nothing_can_be_done_in_it(visit, rakor: Meeting, sari: Membership):
    path = f"/kerja/rakor/{rakor.slug}/"

    overview = visit(sari, path).content.decode()

    assert "disusun dari pemberitaan" in overview
    assert '<form method="post" action="/kerja/rakor/' not in overview
    for part in ("ubah/", "panitia/", "buka-kembali/", "sesi/baru/"):
        assert visit(sari, path + part).status_code == 409


def test_the_api_carries_facts_and_provenance(visit, rakor: Meeting):
    answer = visit(None, f"/api/v1/meetings/{rakor.slug}/").json()

    assert answer["provenance"] == "published"
    assert all(fact["source"] for fact in answer["facts"])
    assert answer["attendance"] == []
