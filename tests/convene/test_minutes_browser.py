"""The operator page, documents and minutes in a browser, on a phone and on a laptop."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser

from sinergi.convene import acts
from sinergi.convene.rules import CommitteeRole, Subject
from tests.convene.conftest import BEFORE, OPENING_DAY

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_the_hall_fit_and_can_be_heard(
    live_server, browser: Browser, invited, plenary, wati, sari, on_the_day, width
):
    acts.name_committee(
        invited,
        person=wati.person,
        role=CommitteeRole.MINUTE_TAKER,
        by=sari,
        at=BEFORE,
    )
    meeting = acts.open_meeting(invited, by=wati, at=OPENING_DAY)
    item = plenary.agenda.get()
    acts.record_decision(item, text="Disetujui.", by=wati, at=OPENING_DAY)
    acts.write_minutes(plenary, text="Satu.", by=wati, at=OPENING_DAY)
    acts.write_minutes(plenary, text="Dua.", by=wati, at=OPENING_DAY)
    for subject in (Subject("session", plenary.pk), Subject("agenda", item.pk)):
        acts.show_on_projector(meeting, subject, title="Acara", by=wati, at=OPENING_DAY)
    acts.start_timer(item, by=wati, at=OPENING_DAY)
    acts.make_projector_key(meeting, last_day=meeting.ends_on, by=wati, at=OPENING_DAY)
    client = Client()
    client.force_login(wati.person)
    cookie = client.cookies["sessionid"].value
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text))

    at = f"/kerja/rakor/{meeting.slug}"
    for path in (
        f"{at}/layar/",
        f"{at}/notulen/",
        f"{at}/notulen/sidang/{plenary.pk}/",
        f"{at}/notulen/acara/{item.pk}/",
        f"{at}/acara/{item.pk}/bahan/",
        "/kerja/rakor/notulen/",
        f"/rakor/{meeting.slug}/layar/",
        f"/rakor/{meeting.slug}/layar/teks/",
    ):
        tab.goto(live_server.url + path)
        faults = Axe().run(tab)
        wide = tab.evaluate("document.documentElement.scrollWidth")

        assert faults.violations_count == 0, path + faults.generate_report()
        assert wide <= width, path
    assert complaints == []
    context.close()
