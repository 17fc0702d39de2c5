"""Who is about to close the meeting is told what would be left undecided."""

from django.test import Client

from sinergi.agree.models import Recommendation
from sinergi.core.models import Membership

CLOSING = "/kerja/rakor/rakor-uji/tutup/"


def test_the_chair_is_told_what_is_not_decided_before_closing(
    client: Client, in_plenary: Recommendation, chair: Membership
) -> None:
    client.force_login(chair.person)

    page = client.get(CLOSING).content.decode()

    assert "1 rekomendasi di hadapan rakor ini belum diputuskan." in page
    assert f'href="/kerja/rekomendasi/{in_plenary.pk}/">{in_plenary.reference}' in page


def test_nothing_is_said_when_all_is_decided(
    client: Client, adopted: Recommendation, chair: Membership
) -> None:
    client.force_login(chair.person)

    page = client.get(CLOSING).content.decode()

    assert "Tutup rakor" in page
    assert "belum diputuskan" not in page
