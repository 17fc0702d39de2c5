"""Two waves of a small survey over the same villages, and an index definition."""

import random
from datetime import date

import pytest

from sinergi.collect import acts as collect
from sinergi.collect.mapping import parse
from sinergi.collect.models import FormVersion, Survey, Wave
from sinergi.collect.rules import Method
from sinergi.core.models import Membership
from sinergi.measure import acts
from sinergi.measure.models import IndexDefinition, Release
from tests.cast import NOW
from tests.collect import conftest as collecting
from tests.collect.conftest import HEADER, SMALL_MAPPING

survey, form, wave = collecting.survey, collecting.form, collecting.wave

DEFINITION = """
[index]
name = "index"
scale = [1, 5]
reversed = ["q2"]
[minimum]
indicator = 1
[pillars.kecakapan]
cari = ["q1"]
[pillars.etika]
santun = ["q2"]
"""


def answers(seed: int, *, lift: int = 0, few: int = 12) -> bytes:
    """Villages in two kabupaten with many respondents, and a kota with few."""
    draw = random.Random(seed)
    rows, number = [HEADER], 0
    for code, villages, each in (
        ("99.01", 8, 20),
        ("9902", 8, 20),
        ("99.71", 2, few // 2),
    ):
        for village in range(villages):
            level = 2 + village % 3 + lift
            for _ in range(each):
                number += 1
                q1 = min(5, max(1, level + draw.choice([-1, 0, 0, 1])))
                q2 = min(5, max(1, 6 - level + draw.choice([-1, 0, 1])))
                rows.append(
                    f"r{number},{draw.choice(['1.5', '2', '3.25'])},{code},d{village},"
                    f"{code},{draw.choice('lp')},{draw.randint(15, 70)},{q1},{q2}"
                )
    return "\n".join([*rows, ""]).encode()


def frozen_wave(
    survey: Survey,
    form: FormVersion,
    wati: Membership,
    *,
    slug: str,
    content: bytes,
    starts_on: date,
    method: Method = Method.PROBABILITY,
) -> Wave:
    wave = collect.open_wave(
        survey,
        form_version=form,
        slug=slug,
        title=slug.replace("-", " ").title(),
        method=method,
        starts_on=starts_on,
        ends_on=starts_on,
        by=wati,
        at=NOW,
    )
    mapping = dict(SMALL_MAPPING)
    if method is Method.SELF_SELECTED:
        mapping |= {"weight": "", "strata": "", "psu": ""}
    brought = collect.upload(wave, content=content, name="u.csv", by=wati, at=NOW)
    collect.check(brought, mapping=parse(mapping), by=wati, at=NOW)
    collect.confirm(brought, by=wati, at=NOW)
    return collect.freeze(wave, by=wati, at=NOW)


@pytest.fixture
def first_wave(survey: Survey, form: FormVersion, wati: Membership) -> Wave:
    return frozen_wave(
        survey,
        form,
        wati,
        slug="putaran-satu",
        content=answers(1),
        starts_on=date(2025, 2, 1),
    )


@pytest.fixture
def second_wave(survey: Survey, form: FormVersion, wati: Membership) -> Wave:
    return frozen_wave(
        survey,
        form,
        wati,
        slug="putaran-dua",
        content=answers(2, lift=1),
        starts_on=date(2026, 2, 1),
    )


@pytest.fixture
def definition(wati: Membership) -> IndexDefinition:
    return acts.publish_definition(
        slug="literasi",
        title="Literasi digital",
        definition=DEFINITION,
        by=wati,
        at=NOW,
    )


@pytest.fixture
def draft(first_wave: Wave, definition: IndexDefinition, wati: Membership) -> Release:
    return acts.compute_release(
        definition=definition,
        wave=first_wave,
        slug="rilis-satu",
        title="Rilis Satu",
        by=wati,
        at=NOW,
    )


@pytest.fixture
def released(draft: Release, wati: Membership) -> Release:
    return acts.release(draft, by=wati, at=NOW)


@pytest.fixture
def later(second_wave: Wave, definition: IndexDefinition, wati: Membership) -> Release:
    made = acts.compute_release(
        definition=definition,
        wave=second_wave,
        slug="rilis-dua",
        title="Rilis Dua",
        by=wati,
        at=NOW,
    )
    return acts.release(made, by=wati, at=NOW)
