"""What each account of the example finds when it signs in: its tasks, its menu."""

from collections.abc import Iterator

import pytest
from django.urls import resolve
from playwright.sync_api import Browser

from sinergi.examples.ntb.people import listed_emails
from tests.public.visits import Visitor

pytestmark = pytest.mark.browser

# Who reads and manages only, and is asked for nothing.
WITHOUT_TASKS = {"inspektorat", "administrator", "presensi"}
# Who only checks in has no menu of the turn, and nothing to do between two meetings.
AT_THE_DOOR = {"presensi"}
ACCOUNTS = [email.partition("@")[0] for email in listed_emails()]


@pytest.fixture(params=ACCOUNTS)
def worker(
    request: pytest.FixtureRequest, browser: Browser, origin: str
) -> Iterator[Visitor]:
    """Somebody who signed in with the one press the login page offers."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-US", reduced_motion="reduce"
    )
    worker = Visitor(context.new_page(), origin)
    worker.opens("/akun/login/", width=390)
    account = worker.tab.get_by_role("listitem").filter(
        has_text=f"{request.param}@contoh.example"
    )
    with worker.tab.expect_navigation():
        account.get_by_role("button").click()
    worker.key = request.param
    yield worker
    context.close()


def test_an_account_finds_its_tasks_and_every_way_on_is_open(worker: Visitor) -> None:
    assert worker.tab.url == f"{worker.origin}/kerja/"
    tasks = links(worker, "main .task a")
    menu = links(worker, "nav a")

    assert (tasks == []) == (worker.key in WITHOUT_TASKS)
    assert any(path.startswith("/kerja/") for path in menu) == (
        worker.key not in AT_THE_DOOR
    )
    assert ("/kerja/orang/" in menu) == (worker.key == "administrator")
    for path in one_of_each_kind(["/kerja/", *menu, *tasks]):
        worker.opens(path, width=390)

        assert worker.status == 200, path
        assert worker.faults() == [], path
        assert worker.said == [], path
        assert worker.sideways <= 0, path
        assert worker.strangers == [], path


def links(worker: Visitor, where: str) -> list[str]:
    found = worker.tab.locator(where).all()
    return list(dict.fromkeys(each.get_attribute("href") or "" for each in found))


def one_of_each_kind(paths: list[str]) -> list[str]:
    kinds: dict[str, str] = {}
    for path in paths:
        kinds.setdefault(resolve(path.partition("?")[0]).view_name, path)
    return list(kinds.values())
