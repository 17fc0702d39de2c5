"""What somebody might type into any text field, and what must never come of it."""

import re
from collections.abc import Iterable
from typing import Any

from django.test import Client
from django.urls import reverse

CORPUS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "</textarea><svg onload=alert(1)>",
    '<a href="javascript:alert(1)">klik</a>',
    "{{ 7*7 }}{% debug %}",
    "<ins onclick=alert(1)>a</ins>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--<style>@import 'x'</style>-->",
]
# As a browser would run them; escaped, none of these is in the page.
RUNS = [
    "<script>alert",
    "<img src=x",
    "<svg onload",
    "<iframe srcdoc",
    '<a href="javascript:',
    "<ins onclick",
    "<!--<style>",
    "' onmouseover='alert",
]
DATA = re.compile(r'<script[^>]+type="application/json">.*?</script>', re.DOTALL)


def stays_text(client: Client, by: Any, pages: Iterable[str]) -> None:
    """Each page opens for this person, and nothing typed runs on it."""
    client.logout()
    if by:
        client.force_login(by.person)
    for page in pages:
        # A personal link leads on to its page; a page that is shut, to signing in.
        answer = client.get(page, follow=True)
        led_to = [where for where, _status in answer.redirect_chain]
        assert not [each for each in led_to if reverse("account_login") in each], page
        assert answer.status_code == 200, f"{page}: {answer.status_code}"
        shown = answer.content.decode()
        # Data for a script is no markup: in it only what ends the element could run.
        marked_up = DATA.sub("", shown)
        assert not [each for each in RUNS if each in marked_up], page
        assert not [each for each in RUNS if each[0] == "<" and each in shown], page
        assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
