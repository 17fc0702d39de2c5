"""Asking for pages, with a browser and without one."""

import gzip
import html
import re
from collections import Counter
from dataclasses import dataclass, field
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import Page

A_FEW = 3
ASSET = re.compile(r'(?:<link[^>]*? href|<script[^>]*? src|<img[^>]*? src)="([^"]+)"')
LINK = re.compile(r'<a\b[^>]*? href="(/[^"#]*)')


@dataclass(frozen=True)
class Answer:
    """What a server sent: the bytes as sent are what a phone pays for."""

    status: int
    headers: Message
    content: bytes
    sent: int

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def main(self) -> str:
        """The page's own content, without menu, bands and footer."""
        return self.text.partition("<main")[2].partition("</main>")[0]


def fetch(address: str) -> Answer:
    """Any answer of the server; errors are answers too."""
    wanted = Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        with urlopen(wanted, timeout=60) as answer:
            return _read(answer.status, answer.headers, answer.read())
    except HTTPError as error:
        return _read(error.code, error.headers, error.read())


def _read(status: int, headers: Message, raw: bytes) -> Answer:
    packed = headers.get("Content-Encoding") == "gzip"
    return Answer(status, headers, gzip.decompress(raw) if packed else raw, len(raw))


@dataclass
class Crawl:
    """Answers by path, and the paths of each kind of page in the order met."""

    answers: dict[str, Answer] = field(default_factory=dict)
    kinds: dict[str, list[str]] = field(default_factory=dict)

    def first(self, kind: str, part: str = "") -> str:
        """The first page of a kind whose path contains this part."""
        return next(path for path in self.kinds[kind] if part in path)


def crawl(origin: str) -> Crawl:
    found, queue, known = Crawl(), ["/"], {"/"}
    asked: Counter[str] = Counter()
    while queue:
        path = queue.pop(0)
        kind = resolve(path.partition("?")[0]).view_name
        found.kinds.setdefault(kind, []).append(path)
        asked[kind] += 1
        if asked[kind] > A_FEW:
            continue
        answer = fetch(origin + path)
        found.answers[path] = answer
        if answer.headers.get_content_type() != "text/html":
            continue
        for link in map(html.unescape, LINK.findall(answer.text)):
            if link not in known and not link.startswith("/static/"):
                known.add(link)
                queue.append(link)
    return found


def weight(origin: str, page: Answer) -> int:
    """The page and everything it asks for, compressed as it is sent."""
    assets = {html.unescape(each) for each in ASSET.findall(page.text)}
    return page.sent + sum(fetch(origin + each).sent for each in sorted(assets))


class Visitor:
    """A tab that writes down what it complained about and whom it asked."""

    def __init__(self, tab: Page, origin: str) -> None:
        self.tab = tab
        self.origin = origin
        self.said: list[str] = []
        self.asked: list[str] = []
        self.key = ""
        self.status = 0
        tab.set_default_timeout(60_000)
        tab.on("console", lambda message: self.said.append(message.text))
        tab.on("pageerror", lambda error: self.said.append(str(error)))
        tab.on("request", lambda request: self.asked.append(request.url))

    def opens(self, path: str, *, width: int = 1280) -> None:
        self.said.clear()
        self.asked.clear()
        self.becomes(width)
        answer = self.tab.goto(self.origin + path)
        self.status = answer.status if answer else 0

    def becomes(self, width: int) -> None:
        self.tab.set_viewport_size({"width": width, "height": 900})

    def faults(self) -> list[str]:
        """What axe finds: the rule and the first element that breaks it."""
        violations = Axe().run(self.tab).response["violations"]
        return [
            f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in violations
        ]

    @property
    def sideways(self) -> int:
        return int(
            self.tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        )

    @property
    def strangers(self) -> list[str]:
        """Other hosts that were asked for something."""
        own = (self.origin, "data:")
        return [url for url in self.asked if not url.startswith(own)]

    @property
    def text(self) -> str:
        """Menu and content as they are read."""
        parts = [self.tab.inner_text(part) for part in ("header", "main", "footer")]
        return " ".join(" ".join(parts).split())
