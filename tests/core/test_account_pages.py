"""Signing in and minding one's account, in the look of the house."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page, Route

from sinergi.core.models import Membership
from sinergi.core.views import invitation_path

pytestmark = pytest.mark.django_db

Answer = Callable[[Route], None]


def serving(response: HttpResponse) -> Answer:
    """Gives the browser one page that Django has made, and our static files.

    Playwright runs handlers in another context, where Django has no transaction.
    """

    def answer(route: Route) -> None:
        path = route.request.url.split("/", 3)[3]
        if path.startswith("static/"):
            route.fulfill(path=finders.find(path.removeprefix("static/")))
            return
        route.fulfill(
            status=response.status_code,
            body=response.content,
            headers=dict(response.headers.items()),
        )

    return answer


def violations(page: Page, client: Client, path: str) -> list[str]:
    """What axe and the policy say of a page on a phone, and whether it fits."""
    page.route("**/*", serving(client.get(path, follow=True)))
    page.set_viewport_size({"width": 390, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1{path}")
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    found = [each["id"] for each in Axe().run(page).response["violations"]]
    return [
        *found,
        *(["wider than the screen"] if sideways else []),
        *(each for each in said if "Content Security Policy" in each),
    ]


@pytest.mark.parametrize("path", ["/akun/login/", "/akun/password/reset/", "/v/"])
def test_a_visitor_can_use_the_doors(
    page: Page, client: Client, forum, path: str
) -> None:
    assert violations(page, client, path) == []


@pytest.mark.parametrize(
    "path",
    [
        "/akun/logout/",
        "/akun/password/change/",
        "/akun/2fa/",
        "/akun/2fa/webauthn/",
        "/kerja/profil/",
        "/kerja/orang/",
        "/kerja/orang/undang/",
    ],
)
def test_a_member_can_use_the_account_pages(
    page: Page, client: Client, ayu: Membership, path: str
) -> None:
    client.force_login(ayu.person)

    assert violations(page, client, path) == []


def test_the_invitation_link_sets_the_first_password_in_indonesian(
    client: Client, budi: Membership
) -> None:
    page = client.get(invitation_path(budi.person), follow=True).content.decode()

    assert "Buat kata sandi" in page
    assert 'name="password1"' in page


def test_sign_in_lists_no_accounts_outside_the_example(client: Client, forum) -> None:
    page = client.get("/akun/login/").content.decode()

    assert "Akun contoh" not in page
    assert "undangan" in page


def test_the_language_is_chosen_by_the_person_and_not_by_the_browser(
    client: Client, forum
) -> None:
    before = client.get("/akun/login/", headers={"accept-language": "en"})
    client.post("/bahasa/", {"language": "en", "next": "/akun/login/"})
    after = client.get("/akun/login/")

    assert '<html lang="id">' in before.content.decode()
    assert '<html lang="en">' in after.content.decode()


def test_budi_sees_for_which_government_he_acts(
    client: Client, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = client.get("/kerja/profil/").content.decode()

    assert f"{budi.role_label} · {budi.government.name}" in page
