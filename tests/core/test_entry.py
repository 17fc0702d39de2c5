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


def test_the_address_of_a_button_says_so_and_leads_to_its_page(
    client: Client, kadek: Membership
) -> None:
    client.force_login(kadek.person)

    page = client.get("/kerja/rtl/RTL-1/ajukan/")

    assert page.status_code == 405
    assert page.headers["Allow"] == "POST"
    assert "tekan tombolnya sekali lagi" in page.text
    assert 'href="/kerja/rtl/RTL-1/"' in page.text


def test_a_form_sent_after_the_session_ended_gives_the_text_back_and_the_way_in(
    client: Client, forum
) -> None:
    typed = "Satuan keluaran belum disebut."

    page = client.post(
        "/kerja/rtl/RTL-1/periksa/",
        {"reason": typed, "return": "1"},
        headers={"referer": "http://testserver/kerja/rtl/RTL-1/?dari=tugas"},
    )

    assert page.status_code == 403
    assert "tidak masuk lagi" in page.text
    assert "Yang Anda ketik" in page.text
    assert typed in page.text
    assert "next=%2Fkerja%2Frtl%2FRTL-1%2F%3Fdari%3Dtugas" in page.text


def test_a_page_of_others_is_never_where_signing_in_leads(
    client: Client, forum
) -> None:
    page = client.post(
        "/kerja/orang/undang/", {}, headers={"referer": "https://lain.example/x"}
    )

    assert 'href="/akun/login/?next=%2Fkerja%2Forang%2Fundang%2F"' in page.text


def test_an_administrator_is_not_sent_to_the_administrator(
    client: Client, ayu: Membership
) -> None:
    client.force_login(ayu.person)

    page = client.get("/kerja/rakor/")

    assert page.status_code == 403
    assert "Administrator · Provinsi Uji" in page.text
    assert "tanyakan kepada sekretariat" in page.text
    assert "hubungi administrator" not in page.text
