"""The card phones show of a link to a meeting: words, and a picture with a size."""

import re
import struct

import pytest

from sinergi.convene import sharing
from sinergi.convene.models import Meeting
from sinergi.paper.preview import HEIGHT, WIDTH, preview

pytestmark = pytest.mark.django_db

MOST = 300_000  # bytes; phones leave out what is larger


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


def card_of(client, meeting: Meeting) -> dict[str, str]:
    page = client.get(f"/rakor/{meeting.slug}/").content.decode()
    return dict(re.findall(r'<meta property="(og:[a-z:]+)" content="([^"]*)">', page))


def test_the_link_shows_a_picture_of_its_own_under_an_absolute_address(
    client, invited, settings
):
    settings.PUBLIC_ORIGIN = "https://rakor.example"

    card = card_of(client, invited)
    answer = client.get(card["og:image"].removeprefix("https://rakor.example"))

    assert card["og:image"].startswith("https://rakor.example/rakor/")
    assert answer["Content-Type"] == "image/png"
    assert size(answer.content) == (WIDTH, HEIGHT)
    assert (card["og:image:width"], card["og:image:height"]) == ("1200", "630")
    assert len(answer.content) < MOST


def test_the_words_of_a_card_keep_to_what_a_phone_shows(client, invited):
    Meeting.objects.update(
        title="Rapat Koordinasi " * 11, venue="Gedung Serbaguna " * 8
    )

    card = card_of(client, invited)

    assert len(card["og:title"]) <= sharing.TITLE
    assert len(card["og:description"]) <= sharing.DESCRIPTION


def test_a_card_names_nobody(client, invited, sari, budi):
    invited.participants.update(name="Utusan Rahasia", phone="081234567890")

    told = " ".join(card_of(client, invited).values())

    assert "Utusan" not in told
    assert not {sari.person.name, budi.person.name} & set(told.split())


def test_a_simulated_meeting_is_marked_in_words_and_in_the_picture(client, invited):
    plain = sharing.picture(invited)
    invited.provenance = "simulated"
    invited.save()

    card = card_of(client, invited)

    assert card["og:title"].startswith("SIMULASI · ")
    assert card["og:image:alt"].startswith("SIMULASI · ")
    assert sharing.picture(invited) != plain


def test_a_draft_has_no_picture(client, ready):
    assert client.get(f"/rakor/{ready.slug}/pratinjau.png").status_code == 404


@pytest.mark.parametrize("title", ["W" * 200, "Rapat " * 33, "😀" * 60])
def test_the_longest_title_still_makes_a_small_picture(title):
    png = preview(
        kicker="Forum", title=title, when="1 Mei 2026", where="W" * 110, mark="SIMULASI"
    )

    assert size(png) == (WIDTH, HEIGHT)
    assert len(png) < MOST
