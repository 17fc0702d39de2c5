"""Pages of signing in the browser: axe, policy, ruler; a file compared and not sent."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, Request, Route

from sinergi.agree import acts
from sinergi.core import files
from tests.agree.conftest import NOW
from tests.agree.test_look import opened
from tests.papers import pdf
from tests.signatures import sign

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

HERE, ELSEWHERE = "http://127.0.0.1", "http://sinergi.example"


@pytest.fixture
def busy(locked, kadek, head_of_dua, sari, budi, chair):
    """A record with a refusal, a signed PDF, a scan that waits, and an addendum."""
    document = locked.document
    acts.refuse_to_sign(document, reason="Belum.", by=head_of_dua, at=NOW)
    acts.bring_signed_pdf(
        document,
        governments=[chair.government],
        content=sign(files.read(document.file)),
        file_name="ba.pdf",
        by=chair,
        at=NOW,
    )
    acts.bring_scan(
        document,
        governments=[budi.government],
        content=pdf("Pindaian"),
        file_name="pindaian.pdf",
        by=budi,
        at=NOW,
    )
    drafted = acts.draft_addendum(
        locked,
        number="2",
        agreed_on=date(2026, 3, 4),
        subject="Tempat rapat",
        text="Gedung Serbaguna.",
        by=sari,
        at=NOW,
    )
    return locked, drafted


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_of_signing_are_readable_by_everybody(
    page: Page, busy, width, sari, head_of_tiga
):
    record, drafted = busy
    code, slug = record.document.code, record.meeting.slug
    scan = record.document.copies.get(kind="scan")
    pages = [
        (sari, reverse("agree_work:signing", args=[code])),
        (head_of_tiga, reverse("agree_work:signing", args=[code])),
        (sari, reverse("agree_work:bring_scan", args=[code])),
        (sari, reverse("agree_work:bring_signed", args=[code])),
        (sari, reverse("agree_work:compare_scan", args=[code, scan.pk])),
        (head_of_tiga, reverse("agree_work:refuse_to_sign", args=[code])),
        (sari, reverse("agree_work:addenda", args=[slug])),
        (sari, reverse("agree_work:addendum", args=[drafted.pk])),
        (sari, reverse("agree_work:void", args=[slug])),
        (sari, reverse("agree:record", args=[slug])),
        (sari, f"/v/{code}/"),
    ]
    for by, address in pages:
        client = Client()
        client.force_login(by.person)
        answer = client.get(address)
        assert answer.status_code == 200, address

        said = opened(page, answer, width)

        found = Axe().run(page).response["violations"]
        assert [each["id"] for each in found] == [], address
        assert said == [], address
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, address


def verifying(page: Page, code: str, origin: str) -> list[Request]:
    """The page of a code at this origin, and everything it asks for afterwards."""
    answer = Client().get(f"/v/{code}/")

    def give(route: Route) -> None:
        path = route.request.url.split("/", 3)[3]
        if path.startswith("static/"):
            route.fulfill(path=finders.find(path.removeprefix("static/")))
        else:
            route.fulfill(body=answer.content, headers=dict(answer.headers.items()))

    page.route("**/*", give)
    page.goto(f"{origin}/v/{code}/")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    return asked


def test_a_file_is_compared_in_the_browser_and_sent_nowhere(page: Page, busy):
    document = busy[0].document
    locked = files.read(document.file)
    known = files.read(document.copies.get(kind="upload").file)
    changed = locked[:999] + bytes([locked[999] ^ 1]) + locked[1000:]
    asked = verifying(page, document.code, HERE)
    for content, told in [
        (locked, "Berkas yang sama, bita demi bita."),
        (changed, "Ini berkas lain."),
        (known, "Salinan bertanda tangan dari dokumen ini yang sudah diperiksa"),
        (sign(locked, "Lain"), "Berkas ini berawal dengan dokumen ini"),
    ]:
        page.set_input_files(
            "#berkas",
            {"name": "b.pdf", "mimeType": "application/pdf", "buffer": content},
        )

        page.get_by_text(told).wait_for()

    # The browser fetches the icon of the page when it likes.
    assert [each.url for each in asked if "/static/" not in each.url] == []
    assert page.locator("[data-plain]").is_hidden()


def test_over_plain_http_it_says_how_to_compare_by_a_command(page: Page, locked):
    verifying(page, locked.document.code, ELSEWHERE)

    assert page.get_by_text("hanya dapat membandingkan berkas").is_visible()
    assert page.get_by_text("sha256sum berkas.pdf").first.is_visible()
    assert page.locator("[data-compare] code").first.inner_text() == (
        locked.document.file.sha256
    )
    assert not page.locator("#berkas").is_visible()
