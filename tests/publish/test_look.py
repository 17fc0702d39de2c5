"""The pages of briefs in a browser: heard, narrow, and their files by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser

from tests.publish.test_briefs import ahead

__all__ = ["ahead"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_briefs_can_be_heard_and_fit(
    live_server, browser: Browser, ahead, recommendation, budi, width
):
    client = Client()
    client.force_login(budi.person)
    context = browser.new_context(viewport={"width": width, "height": 844})
    cookie = client.cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    tab = context.new_page()
    way = f"{live_server.url}/kerja/bahan/{ahead.slug}/"

    for address in (way, f"{way}pemda/kabupaten-satu/", f"{way}bidang/ptik/"):
        answer = tab.goto(address)
        faults = Axe().run(tab)

        assert answer is not None
        assert answer.status == 200
        assert faults.violations_count == 0, faults.generate_report()
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    with tab.expect_download() as drawn:
        tab.get_by_role("link", name="PDF").press("Enter")
    assert drawn.value.suggested_filename == "bahan-rakor-depan-ptik-isian.pdf"
    context.close()
