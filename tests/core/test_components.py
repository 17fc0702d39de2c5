"""The look of the house: what it promises to eyes, ears, keyboard and slow networks."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.utils import translation
from playwright.sync_api import Page, Route, expect

from sinergi.core.icons import ICONS
from tests.core import gallery

CORE = Path("src/sinergi/core")
PAGES = ("public", "working", "confirm")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self' data:; form-action 'self'"
)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(", re.IGNORECASE)
INLINE = re.compile(r"\sstyle=|<style|\son\w+=\"|<script(?![^>]*(src=|json))")


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    with translation.override("id"):
        yield


def drawn(source: str, **values: Any) -> str:
    return Template("{% load core_format %}" + source).render(Context(values))


def test_a_state_is_told_by_icon_letter_and_word() -> None:
    shown = drawn("{% state mark %}", mark=gallery.REMARK)

    assert "<svg" in shown
    assert ">C</b>" in shown
    assert "setuju dengan catatan" in shown


def test_a_compact_state_keeps_its_word_for_ears() -> None:
    shown = drawn("{% state mark compact=True %}", mark=gallery.REMARK)

    assert '<span class="visually-hidden">setuju dengan catatan</span>' in shown


def test_a_published_figure_shows_year_and_source_under_the_number() -> None:
    shown = drawn(
        '{% include "components/number.html" with value="3,44" label="Indeks" '
        'kind="published" year=2022 source="Laporan" %}'
    )

    assert shown.index("3,44") < shown.index("2022") < shown.index("Laporan")


def test_a_missing_figure_is_a_dash_and_never_zero() -> None:
    shown = drawn("{{ none|angka:2 }}{{ none|rupiah }}{{ none|tanggal }}", none=None)

    assert shown == "–––"


def test_figures_follow_the_language_of_the_reader() -> None:
    source = "{{ value|angka:2 }} {% selang 3.31 3.57 %}"

    with translation.override("en"):
        english = drawn(source, value=3.44)

    assert drawn(source, value=3.44) == "3,44 3,31–3,57"
    assert english == "3.44 3.31–3.57"


def test_an_unknown_icon_is_a_mistake_and_not_an_empty_place() -> None:
    with pytest.raises(KeyError):
        drawn("{% icon 'nothing' %}")
    assert len(ICONS) >= 20


def test_an_error_is_tied_to_its_field_and_listed_on_top() -> None:
    form = gallery.context()["form"]

    shown = str(form)

    assert 'href="#id_target"' in shown
    assert shown.index("error-summary") < shown.index("<input")
    described = re.search(r'<input[^>]*name="target"[^>]*>', shown)
    assert described
    assert 'aria-describedby="id_target_helptext id_target_error"' in described[0]
    assert 'id="id_target_error"' in shown


def test_a_page_of_simulation_says_so_and_carries_it_to_paper() -> None:
    shown = gallery.render("public")

    assert "<strong>SIMULASI</strong>" in shown
    assert 'data-mark="SIMULASI · DRAF"' in shown


def test_a_page_of_facts_carries_no_mark() -> None:
    shown = gallery.render("public", simulated=False, draft=False)

    assert "data-mark" not in shown
    assert 'class="band' not in shown


def test_a_picture_is_drawn_and_not_written_out() -> None:
    class Picture:
        def __html__(self) -> str:
            return "<svg></svg>"

    include = '{% include "components/figure.html" with svg=svg %}'

    assert "<svg></svg>" in drawn(include, svg=Picture())
    assert "&lt;b&gt;" in drawn(include, svg="<b>")


def test_paging_keeps_the_filters_of_the_address() -> None:
    shown = gallery.render("public")

    assert "?page=3&amp;bidang=ikp" in shown


def test_who_holds_one_office_is_offered_no_other() -> None:
    alone = gallery.render("working", memberships=[gallery.SARI])

    assert 'id="act-as"' in gallery.render("working")
    assert 'id="act-as"' not in alone


def test_no_template_writes_style_or_script_inline(root: Path) -> None:
    guilty = [
        f"{path.relative_to(root)}: {found[0].strip()}"
        for path in sorted((root / "src").rglob("templates/**/*.html"))
        if (found := INLINE.search(path.read_text("utf-8")))
    ]

    assert guilty == []


def test_colours_stand_in_the_tokens_file_alone(root: Path) -> None:
    guilty = [
        f"{path.relative_to(root)}: {found[0]}"
        for path in sorted((root / "src").rglob("static/**/*.css"))
        if path.name != "tokens.css"
        and (found := COLOUR.search(path.read_text("utf-8")))
    ]

    assert guilty == []


def test_every_variable_used_in_a_style_sheet_is_defined(root: Path) -> None:
    sheets = {
        path: path.read_text("utf-8")
        for path in (root / "src").rglob("static/**/*.css")
    }
    defined = {
        name for text in sheets.values() for name in re.findall(r"(--[\w-]+)\s*:", text)
    }

    unknown = {
        f"{path.relative_to(root)}: {name}"
        for path, text in sheets.items()
        for name in re.findall(r"var\((--[\w-]+)", text)
        if name not in defined
    }

    assert unknown == set()


def test_the_style_of_the_house_stays_light(root: Path) -> None:
    sheets = (root / CORE / "static/core").glob("*.css")

    assert sum(path.stat().st_size for path in sheets) < 30_000


@pytest.mark.parametrize("tone", ["good", "note", "warn", "bad", "wait", "off"])
def test_words_of_a_state_stand_out_from_its_wash(root: Path, tone: str) -> None:
    tokens = colours(root)

    assert contrast(tokens[tone], tokens[f"{tone}-wash"]) >= 4.5
    assert contrast(tokens[tone], tokens["paper"]) >= 4.5


def test_text_and_actions_stand_out_from_paper(root: Path) -> None:
    tokens = colours(root)

    for ink in ("ink", "ink-soft", "accent", "accent-deep"):
        for ground in ("paper", "wash", "accent-wash"):
            assert contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)


def test_pillars_differ_in_lightness_and_show_on_paper(root: Path) -> None:
    tokens = colours(root)

    light = [contrast(tokens[f"pillar-{n}"], tokens["paper"]) for n in (1, 2, 3, 4)]

    assert min(light) >= 3
    assert all(darker / lighter >= 1.25 for darker, lighter in pairwise(light))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_the_gallery_is_accessible_and_fits(page: Page, name: str, width: int) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.route("**/*", served(gallery.render(name)))
    page.set_viewport_size({"width": width, "height": 900})

    page.goto("http://galeri.invalid/")
    found = Axe().run(page).response["violations"]
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert [each["id"] for each in found] == []
    assert sideways <= 0
    assert complaints == []


def test_a_wide_table_is_reached_and_scrolled_by_keyboard(page: Page) -> None:
    page.route("**/*", served(gallery.render("public")))
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("http://galeri.invalid/")
    table = page.get_by_role("region", name="Program menurut pemerintah")

    table.focus()
    page.keyboard.press("ArrowRight")

    # It waits; a polled script of ours would be the eval that our policy forbids.
    expect(table).not_to_have_js_property("scrollLeft", 0)


def served(html: str) -> Any:
    """Answers the browser with one page and our static files, under our policy."""

    def answer(route: Route) -> None:
        path = route.request.url.split("/", 3)[3]
        if path.startswith("static/"):
            route.fulfill(path=finders.find(path.removeprefix("static/")))
        else:
            route.fulfill(
                body=html,
                content_type="text/html; charset=utf-8",
                headers={"Content-Security-Policy": POLICY},
            )

    return answer


def colours(root: Path) -> dict[str, str]:
    text = (root / CORE / "static/core/tokens.css").read_text("utf-8")
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", text))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
