"""The cast of every test: one small forum and the people who work in it.

Sari (secretariat of the province), Budi (operator) and Kadek (head) of a kabupaten,
Wati (statistician of the province), Rini (reviewer of another kabupaten), Gede
(inspectorate of the province), Ayu (administrator), and Tono, who holds no office.
"""

from datetime import UTC, date, datetime

import pytest

from sinergi.core import acts, facts
from sinergi.core.facts import PlaceFact
from sinergi.core.models import Bidang, Forum, Membership, Person, Pillar, Place
from sinergi.core.rules import CodeSystem, Level, Role

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
TODAY = date(2026, 3, 4)
ZONE = "Asia/Makassar"

PLACES = [
    ("provinsi-uji", "Provinsi Uji", "Provinsi", Level.PROVINCE, "99"),
    ("kabupaten-satu", "Kabupaten Satu", "Kab. Satu", Level.REGENCY, "99.01"),
    ("kabupaten-dua", "Kabupaten Dua", "Kab. Dua", Level.REGENCY, "99.02"),
    ("kota-tiga", "Kota Tiga", "Kota Tiga", Level.CITY, "99.71"),
]


@pytest.fixture
def forum(db: None) -> Forum:
    """A province with two kabupaten and a kota, two bidang and four pillars."""
    governments = [
        facts.register_place(
            PlaceFact(
                slug=slug,
                name=name,
                short_name=short,
                level=level,
                codes={
                    CodeSystem.KEMENDAGRI: code,
                    CodeSystem.BPS: "8" + code.replace(".", "")[1:],
                },
                time_zone=ZONE,
                valid_from=date(2000, 1, 1),
                source="tests",
                parent=None if level is Level.PROVINCE else "provinsi-uji",
                tile=(0, index),
            ),
            at=NOW,
        )
        for index, (slug, name, short, level, code) in enumerate(PLACES)
    ]
    forum = facts.register_forum(
        slug="uji", name="Forum Uji", governments=governments, at=NOW
    )
    for code, name in [("ptik", "Bidang PTIK"), ("ikp", "Bidang IKP")]:
        facts.register_bidang(forum, code=code, name=name, at=NOW)
    for code, name, name_en in [
        ("kecakapan", "Kecakapan Digital", "Digital Skill"),
        ("etika", "Etika Digital", "Digital Ethics"),
        ("keamanan", "Keamanan Digital", "Digital Safety"),
        ("budaya", "Budaya Digital", "Digital Culture"),
    ]:
        facts.register_pillar(code=code, name=name, name_en=name_en, at=NOW)
    return forum


@pytest.fixture
def province(forum: Forum) -> Place:
    return Place.objects.get(slug="provinsi-uji")


@pytest.fixture
def satu(forum: Forum) -> Place:
    return Place.objects.get(slug="kabupaten-satu")


@pytest.fixture
def dua(forum: Forum) -> Place:
    return Place.objects.get(slug="kabupaten-dua")


@pytest.fixture
def tiga(forum: Forum) -> Place:
    return Place.objects.get(slug="kota-tiga")


@pytest.fixture
def ptik(forum: Forum) -> Bidang:
    return Bidang.objects.get(code="ptik")


@pytest.fixture
def ikp(forum: Forum) -> Bidang:
    return Bidang.objects.get(code="ikp")


@pytest.fixture
def pillars(forum: Forum) -> list[Pillar]:
    return list(Pillar.objects.all())


def member(name: str, government: Place, role: Role, *, title: str = "") -> Membership:
    """A person of this name holds the role from the first day of the year."""
    return acts.invite(
        email=f"{name.lower()}@{government.slug}.example",
        name=name,
        government=government,
        role=role,
        title=title,
        starts_on=date(2026, 1, 1),
        by=None,
        at=NOW,
    )


@pytest.fixture
def sari(province: Place) -> Membership:
    return member("Sari", province, Role.SECRETARIAT)


@pytest.fixture
def wati(province: Place) -> Membership:
    return member("Wati", province, Role.STATISTICIAN)


@pytest.fixture
def gede(province: Place) -> Membership:
    return member("Gede", province, Role.INSPECTORATE)


@pytest.fixture
def ayu(province: Place) -> Membership:
    return member("Ayu", province, Role.ADMINISTRATOR)


@pytest.fixture
def budi(satu: Place) -> Membership:
    return member("Budi", satu, Role.OPERATOR)


@pytest.fixture
def kadek(satu: Place) -> Membership:
    return member("Kadek", satu, Role.HEAD, title="Kepala Dinas Kominfo")


@pytest.fixture
def rini(dua: Place) -> Membership:
    return member("Rini", dua, Role.REVIEWER)


@pytest.fixture
def tono(forum: Forum) -> Person:
    return Person.objects.create_person("tono@luar.example", "Tono")
