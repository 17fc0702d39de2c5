"""Answers, guests and offices by bidang in a browser: heard, narrow, by keyboard."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, Page

from sinergi.convene import acts
from sinergi.convene.models import Guest, Meeting
from sinergi.convene.rules import Answer
from sinergi.core.bidang_offices import offices_by_bidang
from sinergi.core.models import Membership
from tests.convene.conftest import BEFORE

pytestmark = pytest.mark.django_db(transaction=True)

TOKEN = "rahasia-yang-panjang-sekali-0123"
WORK = "/kerja/rakor/rakor-uji"
GUEST = "/rakor/rakor-uji/tamu/"

Opened = Callable[..., Page]


@pytest.fixture(autouse=True)
def _nobody_tried_yet(transactional_db: None) -> None:
    cache.clear()


@pytest.fixture
def opened(live_server: Any, browser: Browser) -> Iterator[Opened]:
    """A page as somebody sees it; without a membership, as a visitor."""
    contexts = []

    def look(
        by: Membership | None, path: str, *, width: int = 1280, status: int = 200
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 844})
        contexts.append(context)
        if by:
            client = Client()
            client.force_login(by.person)
            cookie = client.cookies["sessionid"].value
            context.add_cookies(
                [{"name": "sessionid", "value": cookie, "url": live_server.url}]
            )
        tab = context.new_page()
        answer = tab.goto(live_server.url + path)
        assert answer is not None
        assert answer.status == status, path
        return tab

    yield look
    for context in contexts:
        context.close()


@pytest.fixture
def answered(invited: Meeting, kadek: Membership) -> Meeting:
    """Kadek comes, named a delegate, and struck one off."""
    acts.answer_invitation(invited, answer=Answer.ATTENDS, by=kadek, at=BEFORE)
    for office in ("Pranata Humas", "Kepala Bidang"):
        delegate = acts.name_delegate(
            invited,
            office=office,
            identity=acts.Identity("Ni Luh", nip="198001012005012001"),
            by=kadek,
            at=BEFORE,
        )
    acts.withdraw_delegate(delegate, by=kadek, at=BEFORE)
    return invited


@pytest.fixture
def guest(invited: Meeting, sari: Membership) -> Guest:
    return acts.invite_guest(
        invited, name="Tamu", office="Universitas", token=TOKEN, by=sari, at=BEFORE
    )


def heard_and_narrow(tab: Page, width: int) -> None:
    faults = Axe().run(tab)
    wide = tab.evaluate("document.documentElement.scrollWidth")

    assert faults.violations_count == 0, f"{tab.url}\n{faults.generate_report()}"
    assert wide <= width, tab.url


def reach(tab: Page, name: str, *, most: int = 80) -> None:
    """Walk with the tab key alone until the element of this name has the focus."""
    wanted = tab.get_by_role("button", name=name, exact=True).first
    for _step in range(most):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"{name} is not reached in {most} steps")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_answers_can_be_heard_and_fit(
    opened: Opened,
    answered: Meeting,
    kadek: Membership,
    sari: Membership,
    on_the_day,
    width: int,
) -> None:
    seat = answered.participants.filter(government=kadek.government).first()
    for by, path in (
        (kadek, f"{WORK}/undangan/jawaban/"),
        (kadek, f"{WORK}/undangan/utusan/{seat.pk}/"),
        (sari, f"{WORK}/undangan/daftar/"),
    ):
        heard_and_narrow(opened(by, path, width=width), width)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_guests_can_be_heard_and_fit(
    opened: Opened, guest: Guest, sari: Membership, on_the_day, width: int
) -> None:
    heard_and_narrow(opened(sari, f"{WORK}/tamu/", width=width), width)
    heard_and_narrow(opened(None, f"{GUEST}{TOKEN}/", width=width), width)
    heard_and_narrow(opened(None, GUEST, width=width, status=403), width)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_of_offices_by_bidang_can_be_heard_and_fits(
    opened: Opened, kadek: Membership, ptik, ikp, width: int
) -> None:
    heard_and_narrow(opened(kadek, "/kerja/bidang/", width=width), width)


def test_kadek_answers_by_keyboard(
    opened: Opened, invited: Meeting, kadek: Membership, on_the_day
) -> None:
    tab = opened(kadek, f"{WORK}/undangan/jawaban/")
    tab.locator("input[name=answer]").first.focus()
    tab.keyboard.press("Space")

    reach(tab, "Kirim jawaban")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")

    assert invited.replies.get().answer == Answer.ATTENDS


def test_a_guest_answers_by_keyboard(opened: Opened, guest: Guest, on_the_day) -> None:
    tab = opened(None, f"{GUEST}{TOKEN}/")
    tab.locator("input[name=answer]").first.focus()
    tab.keyboard.press("Space")

    reach(tab, "Kirim jawaban")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")

    guest.refresh_from_db()
    assert guest.answer == Answer.ATTENDS


def test_the_secretariat_makes_a_guest_link_by_keyboard(
    opened: Opened, invited: Meeting, sari: Membership, on_the_day
) -> None:
    tab = opened(sari, f"{WORK}/tamu/")
    tab.locator("input[name=name]").focus()
    tab.keyboard.type("Profesor Tamu")
    tab.keyboard.press("Tab")
    tab.keyboard.type("Rektor, Universitas Uji")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")

    assert Guest.objects.get().office == "Rektor, Universitas Uji"


def test_kadek_names_an_office_by_keyboard(
    opened: Opened, kadek: Membership, ptik, ikp
) -> None:
    tab = opened(kadek, "/kerja/bidang/")
    tab.locator("main input[type=text]").first.focus()
    tab.keyboard.type("Bidang Aptika")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")

    assert "Bidang Aptika" in offices_by_bidang("entered").values()
