"""The matrix on a phone and on a wall: axe, the content policy, and a ruler."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, Route

from sinergi.align import acts
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import level_segment
from sinergi.core.models import Membership, Place
from sinergi.core.rules import Role
from sinergi.examples.ntb.facts_places import load_places
from sinergi.examples.ntb.facts_programmes import load_programmes
from sinergi.examples.ntb.facts_vocabulary import load_vocabulary
from tests.align.conftest import YEAR, fields
from tests.cast import NOW, member

pytestmark = pytest.mark.django_db

MATRIX = f"/keselarasan/?tahun={YEAR}"


def opened(page: Page, response: HttpResponse, width: int) -> list[str]:
    """The page in the browser, and what the console said."""

    def answer(route: Route) -> None:
        path = route.request.url.split("/", 3)[3]
        if path.startswith("static/"):
            route.fulfill(path=finders.find(path.removeprefix("static/")))
        else:
            route.fulfill(
                status=response.status_code,
                body=response.content,
                headers=dict(response.headers.items()),
            )

    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.route("**/*", answer)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("http://127.0.0.1/keselarasan/")
    return said


@pytest.fixture(autouse=True)
def _in_the_year_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def busy(
    training: Plan,
    smart_city: Programme,
    budi: Membership,
    dewi: Membership,
    dua: Place,
) -> None:
    """Every kind of cell: alone, joint, alike, empty, no duty, not filled in."""
    acts.enter_plan(training.programme, fields(), year=YEAR, by=dewi, at=NOW)
    joint = acts.enter_plan(
        smart_city,
        fields(output="Masterplan"),
        year=YEAR,
        is_joint=True,
        partners=[dua],
        by=budi,
        at=NOW,
    )
    acts.accept_partnership(joint.partners.get(), by=dewi, at=NOW)
    acts.ask_help(training.programme, year=YEAR, text="Pelatih", by=budi, at=NOW)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        MATRIX,
        f"/keselarasan/LITERASI/?tahun={YEAR}",
        f"/keselarasan/LITERASI/kabupaten-satu/?tahun={YEAR}",
        "/kerja/rencana/",
        "/kerja/rencana/baru/",
        "/kerja/rencana/KS-2026-0001/",
        "/kerja/dukungan/",
    ],
)
def test_pages_can_be_used_by_everybody(
    page: Page, client: Client, busy: None, budi: Membership, path: str, width: int
) -> None:
    client.force_login(budi.person)

    said = opened(page, client.get(path), width)

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert said == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_programme_and_header_stay_in_sight_while_the_matrix_moves(
    page: Page, client: Client, busy: None
) -> None:
    opened(page, client.get(MATRIX), 390)
    name = page.locator(".align-row th").first
    before = name.bounding_box()

    page.evaluate("document.querySelector('.scroller').scrollLeft = 300")

    assert before
    assert name.bounding_box() == before


def test_a_row_opens_in_place_without_a_script(
    page: Page, client: Client, busy: None
) -> None:
    opened(page, client.get(MATRIX), 1280)
    plans = page.locator(".align-open").first
    assert not plans.is_visible()

    page.locator(".align-row summary").first.click()

    assert plans.is_visible()
    assert page.locator("script").count() == 0


def test_fourteen_programmes_of_eleven_governments_print_on_one_sheet_of_a3(
    page: Page, client: Client, db: None
) -> None:
    forum = load_places(NOW)
    load_vocabulary(forum, NOW)
    for programme in load_programmes(forum, NOW):
        for place in forum.governments():
            segment = level_segment(place.level)
            acts.enter_plan(
                programme,
                fields(
                    activity_code=f"2.16.02.{segment}.01.0024",
                    output=f"Pelatihan literasi digital di {place.name}",
                ),
                year=YEAR,
                by=speaker(place),
                at=NOW,
            )
    opened(page, client.get(MATRIX), 1280)

    sheet = page.pdf(prefer_css_page_size=True)

    assert sheet.count(b"/Type /Page\n") == 1
    width, height = map(
        float, re.search(rb"MediaBox \[0 0 (\S+) (\S+)\]", sheet).groups()
    )
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)


def speaker(place: Place) -> Membership:
    held = Membership.objects.filter(government=place).first()
    return held or member("Operator", place, Role.OPERATOR)
