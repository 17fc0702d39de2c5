"""Pages of the pedoman on a phone and a desk: axe, policy, ruler, keyboard."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from sinergi.agree import acts
from tests.agree.conftest import NOW, finished
from tests.agree.test_guidelines import NEXT_YEAR, determine, next_pedoman
from tests.agree.test_look import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(
    locked, meeting, details, budi, kadek, head_of_dua, chair, group_chair, sari,
    group, item, present, monkeypatch,
):  # fmt: skip
    """A pedoman in force and a later one, edited, that withdraws its clause."""
    first = acts.compile_guideline(locked, title="Pedoman Satu", by=sari, at=NOW)
    determine(first, sari, "SE/1/2026", date(2026, 3, 20), NOW)
    later = next_pedoman(
        meeting, details, budi, kadek, head_of_dua, chair, group_chair, sari
    )
    acts.add_chapter(
        later, title="Cara membaca", commentary="Baca dahulu.", by=sari, at=NEXT_YEAR
    )
    acts.edit_commentary(
        later.clauses.get(), commentary="Contoh: kelas.", by=sari, at=NEXT_YEAR
    )
    acts.change_clause(
        later, clause=first.clauses.get(), replacement=None, reason="Kelas selesai.",
        by=sari, at=NEXT_YEAR,
    )  # fmt: skip
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR)
    return first, later


def sound(page: Page, client: Client, by, address, width):
    if by:
        client.force_login(by.person)
    else:
        client.logout()
    said = opened(page, client.get(address), width)
    found = Axe().run(page).response["violations"]
    sideways = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return said, [each["id"] for each in found], sideways <= 0


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_of_the_pedoman_can_be_used_by_everybody(
    page: Page, client: Client, both, sari, budi, width
):
    first, later = both
    slug, chapter, clause = later.slug, later.chapters.last(), later.clauses.get()
    pages = {
        "guideline": [],
        "add_chapter": [],
        "chapter": [chapter.pk],
        "commentary": [clause.pk],
        "place_clause": [clause.pk],
        "changes": [],
        "change": [first.clauses.get().pk],
        "open_review": [],
    }
    for name, more in pages.items():
        address = reverse(f"agree_work:{name}", args=[slug, *more])
        assert sound(page, client, sari, address, width) == ([], [], True), address
    acts.open_review(later, by=sari, at=NEXT_YEAR)
    comment = acts.comment_guideline(later, text="Baik.", by=budi, at=NEXT_YEAR)
    for by, name, more in (
        (budi, "review", []),
        (budi, "comment_guideline", []),
        (sari, "review", []),
        (sari, "answer_guideline_comment", [comment.pk]),
        (sari, "guideline", []),
    ):
        address = reverse(f"agree_work:{name}", args=[slug, *more])
        assert sound(page, client, by, address, width) == ([], [], True), address
    acts.answer_guideline_comment(comment, answer="Ya.", by=sari, at=NEXT_YEAR)
    acts.bring_in_force(
        finished(later, sari, NEXT_YEAR), legal_form="SE", number="SE/1/2027",
        in_force_on=date(2027, 3, 6), by=sari, at=NEXT_YEAR,
    )  # fmt: skip
    repeal = reverse("agree_work:repeal", args=[slug])
    assert sound(page, client, sari, repeal, width) == ([], [], True)
    for address in (
        f"/pedoman/{first.slug}/",
        f"/pedoman/{slug}/",
        "/pedoman/",
        "/pedoman/terpadu/",
    ):
        assert sound(page, client, None, address, width) == ([], [], True), address


@pytest.mark.browser
def test_a_chapter_is_moved_with_the_keyboard_alone(
    page: Page, client: Client, both, sari
):
    _first, later = both
    client.force_login(sari.person)
    address = reverse("agree_work:guideline", args=[later.slug])
    opened(page, client.get(address), 1280)

    button = page.get_by_role("button", name="Naikkan: Cara membaca")
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break

    assert button.evaluate("button => button === document.activeElement")
    form = button.evaluate("button => button.form.getAttribute('action')")
    client.post(form, {"to": button.get_attribute("value")})
    assert later.chapters.all()[0].title == "Cara membaca"
