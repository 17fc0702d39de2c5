"""Every public page of the example: for everybody, on any device, of any origin."""

import re

import pytest

from tests.public.visits import Crawl, Visitor, fetch, weight

pytestmark = pytest.mark.browser

LIMIT = 100_000  # bytes as sent
SIMULATED_RAKOR = "rakor-simulasi-kominfotik-se-ntb"

# What is looked at, as (kind of page, part of its path) or as a path.
PAGES: dict[str, str | tuple[str, str]] = {
    "home": "/",
    "matrix": "/keselarasan/",
    "findings": ("align:findings", ""),
    "changes": ("align:changes", ""),
    "programme": ("align:programme", ""),
    "cell": ("align:cell", ""),
    "meetings": "/rakor/",
    "reported meeting": "/rakor/rakor-kominfotik-ntb-2024/",
    "simulated meeting": ("convene:meeting", SIMULATED_RAKOR),
    "next meeting": ("convene:meeting", "persiapan"),
    "recommendations": "/rekomendasi/",
    "recommendation": ("agree:recommendation", ""),
    "version": ("agree:version", ""),
    "guidelines": "/pedoman/",
    "guideline": ("agree:guideline", ""),
    "consolidated guideline": "/pedoman/terpadu/",
    "berita acara": ("agree:record", ""),
    "addendum": ("agree:addendum", ""),
    "progress": "/pelaksanaan/",
    "follow-up plan": ("act:commitment", ""),
    "index": "/indeks/",
    "government": ("measure:government", "dompu"),
    "release": ("measure:release", ""),
    "difference": ("measure:difference", ""),
    "data": "/data/",
    "documents": "/dokumen/",
    "check a document": "/v/",
    "document": ("core:document", "/v/"),
    "record": "/keutuhan-catatan/",
    "sign in": "/akun/login/",
    "password": "/akun/password/reset/",
    "nothing here": "/tidak-ada/",
}
# These carry the band; the lists among the others mark each simulated entry.
SIMULATED = {
    "matrix",
    "findings",
    "changes",
    "programme",
    "cell",
    "simulated meeting",
    "next meeting",
    "recommendations",
    "recommendation",
    "version",
    "guidelines",
    "addendum",
    "guideline",
    "consolidated guideline",
    "berita acara",
    "progress",
    "follow-up plan",
    "release",
    "difference",
    "document",
}
# Facts stand here too, so the simulated part carries the band and not the page.
MIXED = {"home", "index", "government"}
LISTS = {"meetings", "data", "documents", "record"}


def path_of(name: str, found: Crawl) -> str:
    wanted = PAGES[name]
    return wanted if isinstance(wanted, str) else found.first(*wanted)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_everybody_and_asks_nobody_else(
    visitor: Visitor, found: Crawl, name: str
) -> None:
    visitor.opens(path_of(name, found))
    on_a_laptop = visitor.faults()
    visitor.becomes(390)
    on_a_phone = visitor.faults()

    assert on_a_laptop == []
    assert on_a_phone == []
    assert visitor.sideways <= 0
    # The browser itself says that a page is not there.
    assert [each for each in visitor.said if "404" not in each] == []
    assert visitor.strangers == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_the_same_without_javascript(
    visitor: Visitor, without_javascript: Visitor, found: Crawl, name: str
) -> None:
    path = path_of(name, found)

    visitor.opens(path, width=390)
    without_javascript.opens(path, width=390)

    assert without_javascript.text == visitor.text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_and_strict(origin: str, found: Crawl, name: str) -> None:
    page = fetch(origin + path_of(name, found))

    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["Content-Language"] == "id"
    assert weight(origin, page) < LIMIT


@pytest.mark.parametrize("name", sorted(SIMULATED))
def test_a_page_of_simulation_says_so(origin: str, found: Crawl, name: str) -> None:
    page = fetch(origin + path_of(name, found))

    assert "<strong>SIMULASI</strong>" in page.text
    assert 'data-mark="SIMULASI"' in page.text  # and on paper


@pytest.mark.parametrize("name", sorted(MIXED))
def test_facts_beside_a_simulation_are_not_called_simulated(
    origin: str, found: Crawl, name: str
) -> None:
    page = fetch(origin + path_of(name, found))

    assert "<strong>SIMULASI</strong>" in page.text
    assert "Diterbitkan" in page.main
    assert "data-mark" not in page.text


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_marks_what_is_simulated(origin: str, name: str) -> None:
    page = fetch(origin + str(PAGES[name]))

    assert "SIMULASI" in page.main.upper()


def test_the_reported_meeting_knows_no_simulation(origin: str) -> None:
    page = fetch(origin + str(PAGES["reported meeting"]))

    assert "simulasi" not in page.main.lower()
    assert "data-mark" not in page.text
    assert "tidak ditemukan" in page.main  # the text of its recommendations
    assert "3,44" in page.main


def test_every_link_a_visitor_follows_leads_somewhere(found: Crawl) -> None:
    lost = {path: a.status for path, a in found.answers.items() if a.status != 200}

    assert lost == {}
    assert len(found.answers) > 50
    assert not [kind for kind in found.kinds if kind.endswith("_work")]


def test_every_kind_of_page_is_looked_at(found: Crawl) -> None:
    seen = {
        kind
        for kind, paths in found.kinds.items()
        for path in paths
        if path in found.answers
        and found.answers[path].headers.get_content_type() == "text/html"
    }
    named = {path_of(name, found) for name in PAGES}

    unseen = {kind for kind in seen if not named & set(found.kinds[kind])}

    assert unseen == set()


def test_no_page_writes_a_style_or_a_script_into_itself(found: Crawl) -> None:
    guilty = [
        path
        for path, answer in found.answers.items()
        if answer.headers.get_content_type() == "text/html"
        and re.search(r"<style|\sstyle=|<script(?![^>]*(src=|json))", answer.text)
    ]

    assert guilty == []
