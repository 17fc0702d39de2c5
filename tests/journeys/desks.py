"""What somebody at a browser does, and the calendar everybody looks at."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from sinergi.core.models import Membership

LABEL = r"^\s*{}\s*(\(tidak wajib\)\s*)?$"
PATIENCE = 30_000  # milliseconds; the computer of a test may be busy


@dataclass
class Calendar:
    """The moment it is; pages read it where they would read the clock."""

    now: datetime

    def turn_to(self, day: str, hour: int = 9) -> None:
        """A day as 2026-03-04, at an hour of WITA."""
        opened = datetime.fromisoformat(day).replace(tzinfo=UTC)
        self.now = opened.replace(hour=hour - 8)


class Desk:
    """One person's browser: what is opened, filled in, pressed and read there."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.tab: Page = context.new_page()
        self.tab.set_default_timeout(PATIENCE)
        self.origin = origin
        self.context = context

    def opens(self, path: str) -> "Desk":
        answer = self.tab.goto(self.origin + path)
        assert answer
        assert answer.ok, f"{path}: {answer.status}\n{self.text}"
        return self

    def follows(self, name: str, within: Locator | None = None) -> "Desk":
        self._goes_on(_named(within or self.tab, "link", name))
        return self

    def presses(self, name: str, within: Locator | None = None) -> "Desk":
        self._goes_on(_named(within or self.tab, "button", name))
        return self

    def fills_in(self, values: Mapping[str, str]) -> "Desk":
        """Fields by their label; a choice list is chosen from by the words shown."""
        for label, value in values.items():
            box = self.field(label)
            if box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(label=value)
            else:
                box.fill(value)
        return self

    def ticks(self, *labels: str, within: str = "") -> "Desk":
        """Radio buttons and boxes by their label, in the group with this legend."""
        scope: Any = self.tab
        if within:
            scope = self.tab.get_by_role("group", name=_begins(within))
        for label in labels:
            exact = scope.get_by_label(label, exact=True)
            (exact if exact.count() else scope.get_by_label(_begins(label))).check()
        return self

    def attaches(self, label: str, name: str, kind: str, content: bytes) -> "Desk":
        self.field(label).set_input_files(
            {"name": name, "mimeType": kind, "buffer": content}
        )
        return self

    def reads(self, *words: str) -> "Desk":
        for each in words:
            expect(self.tab.locator("main")).to_contain_text(each, timeout=PATIENCE)
        return self

    def does_not_read(self, *words: str) -> "Desk":
        for each in words:
            expect(self.tab.locator("main")).not_to_contain_text(each)
        return self

    def downloads(self, name: str) -> bytes:
        """The file behind a link, fetched with the cookies of this browser."""
        link = _named(self.tab, "link", name)
        address = link.get_attribute("href") or ""
        answer = self.context.request.get(self.origin + address)
        assert answer.ok, f"{address}: {answer.status}"
        return answer.body()

    def field(self, label: str) -> Locator:
        return self.tab.get_by_label(re.compile(LABEL.format(re.escape(label))))

    @property
    def text(self) -> str:
        return " ".join(self.tab.inner_text("body").split())

    @property
    def path(self) -> str:
        return self.tab.url.removeprefix(self.origin)

    def _goes_on(self, where: Locator) -> None:
        with self.tab.expect_navigation():
            where.click()


@dataclass
class Desks:
    """A browser for each of the people of a turn, signed in as long as needed."""

    browser: Browser
    origin: str
    options: Mapping[str, Any]
    taken: dict[int, Desk] = field(default_factory=dict)
    visitors: list[Desk] = field(default_factory=list)

    def of(self, held: Membership, **options: Any) -> Desk:
        """The desk of this person; options of the browser count the first time."""
        if held.pk not in self.taken:
            client = Client()
            client.force_login(held.person)
            desk = self._new(**options)
            cookie = {
                "name": "sessionid",
                "value": client.cookies["sessionid"].value,
                "url": self.origin,
            }
            desk.context.add_cookies([cookie])
            self.taken[held.pk] = desk
        return self.taken[held.pk]

    def of_a_visitor(self, **options: Any) -> Desk:
        """A browser without anybody signed in, open until the end."""
        self.visitors.append(self._new(**options))
        return self.visitors[-1]

    def _new(self, **options: Any) -> Desk:
        context = self.browser.new_context(**{**self.options, **options})
        return Desk(context, self.origin)

    def everybody_goes_home(self) -> None:
        """A session of weeks ago is over anyway."""
        for desk in self.taken.values():
            desk.context.close()
        self.taken.clear()

    def close(self) -> None:
        self.everybody_goes_home()
        for desk in self.visitors:
            desk.context.close()


def _named(scope: Page | Locator, role: Any, name: str) -> Locator:
    """The link or button of this name, else the one whose name begins like this."""
    exact = scope.get_by_role(role, name=name, exact=True)
    if exact.count():
        return exact
    return scope.get_by_role(role, name=_begins(name))


def _begins(name: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(name)}")
