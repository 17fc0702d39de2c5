"""Pages of amendments and lists on a phone and a desk: axe, policy, ruler, keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, Route

from sinergi.agree import acts
from tests.agree.conftest import NOW

pytestmark = pytest.mark.django_db


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
    page.goto("http://127.0.0.1/kerja/")
    return said


@pytest.fixture
def busy(
    in_group, propose, kadek, head_of_dua, head_of_tiga, group_chair, meeting, holder,
    sari,
):  # fmt: skip
    """A text with amendments of every kind, a mandate, a handling."""
    one = propose(
        kadek, "kecamatan", "desa", submitted_by=kadek, discussed_by=group_chair
    )
    propose(
        head_of_dua,
        "kecamatan",
        "kelurahan",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )
    propose(
        head_of_tiga,
        "Hasilnya dilaporkan kepada sekretariat.",
        "Laporan dikirim setiap akhir tahun.\n\nSekretariat mengumumkannya.",
        submitted_by=head_of_tiga,
        discussed_by=group_chair,
    )
    acts.object_to(one, note="Belum siap.", by=head_of_tiga, at=NOW)
    acts.propose_handling(
        in_group, handling="Bahas bersama.", visible_at=NOW, by=sari, at=NOW
    )
    return {"pk": in_group.pk, "one": one.pk, "slug": meeting.slug}


PAGES = {
    "group_chair": [
        "recommendation pk",
        "amendments pk",
        "amendment one",
        "amendment one ?tampilan=bersih",
        "amendment one ?tampilan=berdampingan",
        "combine one",
        "board slug",
        "consent slug",
        "from_text slug",
        "carry slug",
    ],
    "kadek": ["amend pk", "rewrite_amendment one", "position pk", "mandates slug"],
    "sari": ["handling pk"],
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("who", "where"), [(who, each) for who, pages in PAGES.items() for each in pages]
)
def test_pages_can_be_used_by_everybody(
    request, page: Page, client: Client, busy, who: str, where: str, width: int
) -> None:
    name, key, *query = where.split()
    client.force_login(request.getfixturevalue(who).person)
    address = reverse(f"agree_work:{name}", args=[busy[key]]) + "".join(query)

    said = opened(page, client.get(address), width)

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert said == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_change_is_told_without_colour(page: Page, client: Client, busy, kadek):
    client.force_login(kadek.person)
    opened(page, client.get(reverse("agree_work:amendment", args=[busy["one"]])), 1280)

    def line(name: str) -> str:
        style = f"getComputedStyle(document.querySelector('{name}'))"
        return str(page.evaluate(f"{style}.textDecorationLine"))

    assert (line("ins"), line("del")) == ("underline", "line-through")


def test_the_chair_combines_with_the_keyboard_alone(
    page: Page, client: Client, busy, group_chair
):
    client.force_login(group_chair.person)
    opened(page, client.get(reverse("agree_work:combine", args=[busy["one"]])), 1280)

    page.locator("input[name=choice-0]").first.focus()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("input[name=choice-0]:checked")

    assert chosen.get_attribute("value") == "U1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "own-0"
