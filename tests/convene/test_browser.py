"""The overview and the desk in a real browser, on a phone and on a laptop."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser

from sinergi.convene import acts
from sinergi.convene.models import Meeting
from sinergi.core.models import Membership
from tests.convene.conftest import OPENING_DAY

LINES = """element => {
  const text = document.createRange();
  text.selectNodeContents(element);
  return text.getClientRects().length;
}"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_hall_and_the_desk_fit_and_can_be_heard(
    live_server,
    browser: Browser,
    running: Meeting,
    sari: Membership,
    budi: Membership,
    on_the_day,
    width: int,
):
    acts.check_in(running.participants.all()[0], by=budi, at=OPENING_DAY)
    client = Client()
    client.force_login(sari.person)
    cookie = client.cookies["sessionid"].value
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text))

    for path in (
        f"/rakor/{running.slug}/",
        f"/kerja/rakor/{running.slug}/",
        f"/kerja/rakor/{running.slug}/susunan/",
        f"/kerja/rakor/{running.slug}/peserta/",
        f"/kerja/rakor/{running.slug}/meja/",
    ):
        tab.goto(live_server.url + path)
        faults = Axe().run(tab)
        wide = tab.evaluate("document.documentElement.scrollWidth")

        assert faults.violations_count == 0, faults.generate_report()
        assert wide <= width
        for clock in tab.locator(".convene-clock").all():
            assert clock.evaluate(LINES) == 1
    assert complaints == []
    context.close()


def test_the_desk_works_without_javascript_by_keyboard(
    live_server, browser: Browser, running: Meeting, budi: Membership, on_the_day
):
    client = Client()
    client.force_login(budi.person)
    cookie = client.cookies["sessionid"].value
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    tab = context.new_page()
    tab.goto(f"{live_server.url}/kerja/rakor/{running.slug}/meja/")

    tab.get_by_label("Pemerintah daerah atau jabatan").fill("dua")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Hadir").press("Enter")

    assert "1 dari 4 peserta hadir hari ini" in tab.inner_text("main")
    assert "q=dua" in tab.url
    context.close()
