"""A recommendation on the wall: what changed, who answered, and who may read it."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, expect

from sinergi.agree import acts
from sinergi.agree.rules import Edit, Stance
from sinergi.convene import acts as hall
from sinergi.convene import wall
from sinergi.convene.rules import Subject
from tests.cast import NOW


@pytest.fixture
def on_the_day(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return NOW


@pytest.fixture
def shown(in_group, sari):
    """The chair's text is on the wall."""
    return put_up(in_group, sari)


def put_up(recommendation, sari):
    hall.show_on_projector(
        recommendation.meeting,
        Subject("recommendation", recommendation.pk),
        title=recommendation.title,
        by=sari,
        at=NOW,
    )
    return recommendation


def change(recommendation, by):
    base = recommendation.current
    acts.write_version(
        base,
        text=base.as_typed.replace("Setiap kecamatan", "Setiap desa"),
        edit=Edit.SUBSTANTIVE,
        reason="Sampai ke desa.",
        by=by,
        at=NOW + timedelta(minutes=1),
    )


def seen_by(by, recommendation, more=""):
    client = Client()
    if by is not None:
        client.force_login(by.person)
    return client.get(
        reverse("convene:wall", args=[recommendation.meeting.slug]) + more
    ).content.decode()


@pytest.mark.usefixtures("on_the_day")
def test_members_see_the_text_and_the_public_does_not(shown, budi, rini):
    text = shown.current.texts[0]

    assert text in seen_by(budi, shown)
    assert text not in seen_by(None, shown)
    assert shown.title not in seen_by(None, shown)


@pytest.mark.usefixtures("on_the_day")
def test_a_laptop_with_a_link_sees_the_text_without_signing_in(shown, sari):
    key = hall.make_projector_key(
        shown.meeting, last_day=shown.meeting.ends_on, by=sari, at=NOW
    )
    laptop = Client()
    laptop.get(reverse("convene:wall_key", args=[shown.meeting.slug, wall.signed(key)]))
    at = reverse("convene:wall", args=[shown.meeting.slug])

    before = laptop.get(at).content.decode()
    hall.revoke_projector_key(key, by=sari, at=NOW)
    after = laptop.get(at).content.decode()

    assert shown.current.texts[0] in before
    assert shown.current.texts[0] not in after


@pytest.mark.usefixtures("on_the_day")
def test_the_wall_strikes_what_went_out_and_underlines_what_came_in(shown, group_chair):
    change(shown, group_chair)

    page = seen_by(group_chair, shown)

    assert "<del>" in page
    assert "<ins>" in page


@pytest.mark.usefixtures("on_the_day")
def test_answers_fill_the_grid_one_by_one(shown, kadek):
    before = seen_by(kadek, shown, "?isi=1")

    acts.take_position(shown.current, stance=Stance.AGREE, note="", by=kadek, at=NOW)
    after = seen_by(kadek, shown, "?isi=1")

    assert before.count("wall-tile is-good") == 0
    assert after.count("wall-tile is-good") == 1
    assert after.count("wall-tile ") == 4


@pytest.mark.usefixtures("on_the_day")
def test_an_adopted_text_is_public_and_its_answers_wait_for_the_berita_acara(
    adopted, sari
):
    put_up(adopted, sari)

    page = seen_by(None, adopted)

    assert adopted.current.texts[0] in page
    assert "wall-tile" not in page


@pytest.mark.usefixtures("on_the_day")
def test_a_draft_is_not_offered_to_the_operator(drafted, sari):
    client = Client()
    client.force_login(sari.person)
    at = reverse("convene_work:project", args=[drafted.meeting.slug])

    answer = client.post(at, {"subject": f"recommendation:{drafted.pk}"})
    page = client.get(
        reverse("convene_work:projector", args=[drafted.meeting.slug])
    ).content.decode()

    assert answer.status_code == 409
    assert f"recommendation:{drafted.pk}" not in page


@pytest.mark.usefixtures("on_the_day")
def test_words_of_a_text_cannot_break_the_wall(in_group, group_chair, sari, budi):
    acts.write_version(
        in_group.current,
        text='<script>alert(1)</script> dan "><img src=x onerror=alert(2)>',
        edit=Edit.SUBSTANTIVE,
        reason="Uji.",
        by=group_chair,
        at=NOW,
    )
    put_up(in_group, sari)

    page = seen_by(budi, in_group) + seen_by(budi, in_group, "teks/?isi=1")

    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.django_db(transaction=True)
def test_the_wall_follows_the_hall_in_another_browser(
    live_server, browser: Browser, shown, sari, kadek, group_chair, on_the_day
):
    key = hall.make_projector_key(
        shown.meeting, last_day=shown.meeting.ends_on, by=sari, at=NOW
    )
    slug = shown.meeting.slug
    laptop = browser.new_context(viewport={"width": 1920, "height": 1080})
    screen = laptop.new_page()
    complaints: list[str] = []
    screen.on("console", lambda said: complaints.append(said.text))
    screen.goto(
        live_server.url + reverse("convene:wall_key", args=[slug, wall.signed(key)])
    )
    phone = browser.new_context(viewport={"width": 390, "height": 844})
    client = Client()
    client.force_login(kadek.person)
    phone.add_cookies(
        [
            {
                "name": "sessionid",
                "value": client.cookies["sessionid"].value,
                "url": live_server.url,
            }
        ]
    )
    twin = phone.new_page()
    twin.goto(live_server.url + reverse("convene:wall_text", args=[slug]))

    acts.take_position(shown.current, stance=Stance.AGREE, note="", by=kadek, at=NOW)
    expect(screen.locator(".wall-tile.is-good")).to_have_count(1)
    expect(twin.locator("main")).to_contain_text("Kab. Satu: setuju")
    change(shown, group_chair)
    expect(screen.locator("ins").first).to_have_text("desa")
    expect(twin.locator("del").first).to_have_text("kecamatan")

    expect(screen.locator("#lost")).to_be_hidden()
    expect(twin.locator("#lost")).to_be_hidden()
    assert "/kunci/" not in screen.url
    # Everything is on the screen at once, without scrolling.
    assert screen.evaluate("document.documentElement.scrollHeight") <= 1080
    assert (
        float(screen.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
        >= 36
    )
    for page, width in ((screen, 1920), (twin, 390)):
        faults = Axe().run(page)
        assert faults.violations_count == 0, faults.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    laptop.close()
    phone.close()
