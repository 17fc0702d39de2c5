"""Surveys for tests: the wiki4HE items, and a small probability sample."""

from datetime import date
from pathlib import Path

import pytest

from sinergi.collect import acts, itemlist
from sinergi.collect.mapping import parse
from sinergi.collect.models import FormVersion, Survey, Wave
from sinergi.collect.rules import Method
from sinergi.core.models import Forum, Membership
from tests.cast import NOW

HERE = Path(__file__).parent
WIKI4HE = HERE / "wiki4he.toml"

SMALL_FORM = b"""
title = "Survei Uji"
version = "1"
[scale]
min = 1
max = 5
labels = ["Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju"]
[[items]]
name = "q1"
pillar = "kecakapan"
label = "Bisa mencari"
[[items]]
name = "q2"
pillar = "etika"
label = "Berkata kasar"
reverse = true
"""

SMALL_MAPPING = {
    "respondent": "id",
    "weight": "w",
    "strata": "strat",
    "psu": "desa",
    "items": {"q1": "q1", "q2": "q2"},
    "domains": {"kabupaten": "kab", "sex": "jk", "age": "umur"},
    "recode": {"items": {"Setuju": "4"}},
    "blank": ["99"],
}

HEADER = "id,w,strat,desa,kab,jk,umur,q1,q2"


@pytest.fixture
def survey(forum: Forum, wati: Membership) -> Survey:
    return acts.create_survey(
        forum=forum, slug="survei-uji", title="Survei Uji", by=wati, at=NOW
    )


@pytest.fixture
def form(survey: Survey, wati: Membership) -> FormVersion:
    return acts.publish_form(
        survey,
        questionnaire=itemlist.read_toml(SMALL_FORM),
        content=SMALL_FORM,
        kind="application/toml",
        by=wati,
        at=NOW,
    )


@pytest.fixture
def wave(survey: Survey, form: FormVersion, wati: Membership) -> Wave:
    return acts.open_wave(
        survey,
        form_version=form,
        slug="putaran-satu",
        title="Putaran Satu",
        method=Method.PROBABILITY,
        starts_on=date(2026, 1, 5),
        ends_on=date(2026, 2, 5),
        by=wati,
        at=NOW,
    )


def csv_of(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows, ""]).encode()


def checked(wave: Wave, content: bytes, wati: Membership, **changes: object):
    """A file brought to the wave and checked with the small mapping."""
    brought = acts.upload(wave, content=content, name="uji.csv", by=wati, at=NOW)
    mapping = parse({**SMALL_MAPPING, **changes})
    return acts.check(brought, mapping=mapping, by=wati, at=NOW)


GOOD_ROWS = [
    f"r{n},1.5,s{n % 2},d{n % 8},99.0{1 + n % 2},{'lp'[n % 2]},{20 + n},"
    f"{1 + n % 5},{5 - n % 5}"
    for n in range(40)
]
