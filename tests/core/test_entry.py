"""A page that does not open says the one reason that is true, and the way out."""

from datetime import date

import pytest
from django.test import Client

from sinergi.core import acts
from sinergi.core.models import Membership, Person
from sinergi.core.rules import Role
from tests.cast import NOW

pytestmark = pytest.mark.django_db

PEOPLE = "/kerja/orang/"


def test_who_has_one_office_is_told_which_and_whom_to_ask(
    client: Client, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = client.get(PEOPLE)

    assert page.status_code == 403
    assert "Jabatan Anda, Operator · Kabupaten Satu, tidak membuka" in page.text
    assert "administrator pemerintah daerah Anda" in page.text
    assert "Ganti jabatan" not in page.text


def test_who_holds_an_office_that_opens_it_is_told_to_switch(
    client: Client, budi: Membership
) -> None:
    acts.invite(
        email=budi.person.email,
        name="Budi",
        government=budi.government,
        role=Role.ADMINISTRATOR,
        title="",
        starts_on=date(2026, 1, 2),
        by=None,
        at=NOW,
    )
    client.force_login(budi.person)
    client.post("/kerja/sebagai/", {"membership": budi.pk, "next": "/kerja/"})

    page = client.get(PEOPLE)

    assert page.status_code == 403
    assert "jabatan Anda Administrator · Kabupaten Satu" in page.text
    assert "bertindak sebagai Operator · Kabupaten Satu" in page.text
    assert "hubungi administrator" not in page.text


def test_who_holds_no_office_is_told_so(client: Client, tono: Person, forum) -> None:
    client.force_login(tono)

    page = client.get(PEOPLE)

    assert page.status_code == 403
    assert "Hari ini Anda tidak memegang jabatan apa pun" in page.text
