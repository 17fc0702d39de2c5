"""What the tests of aligning share: two programmes and a plan of Kabupaten Satu."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sinergi.align import acts, facts
from sinergi.align.acts import PlanFields
from sinergi.align.facts import ProgrammeFact
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import BudgetStage, Verified
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.rules import Level, Role
from tests.cast import NOW, member

YEAR = 2026

TRAINING = PlanFields(
    activity_code="2.16.02.2.01.0024",
    activity="Penguatan kapasitas SDM komunikasi publik",
    output="Pelatihan literasi digital bagi guru",
    unit="orang",
    target=Decimal(300),
    budget=Decimal(125_000_000),
    fund_source="APBD kabupaten",
    budget_stage=BudgetStage.DPA,
)


def fields(**other: object) -> PlanFields:
    return replace(TRAINING, **other)


@pytest.fixture
def literacy(forum: Forum) -> Programme:
    """Every level has a duty."""
    return facts.register_programme(
        forum,
        ProgrammeFact(
            code="LITERASI",
            name="Gerakan literasi digital",
            short_name="Literasi digital",
            national_owner="Kementerian",
            bidang=("ikp",),
            pillars=("kecakapan", "etika"),
            pillars_basis="Klasifikasi Sinergi, bukan dari mandat",
            mandate="Peta jalan",
            mandate_verified=Verified.VERIFIED,
            target="12 juta orang",
            target_verified=Verified.RECALLED,
            local_obligation="Menyelenggarakan kelas",
            responsible_levels=(Level.PROVINCE, Level.REGENCY, Level.CITY),
            source="suara.com",
        ),
        at=NOW,
    )


@pytest.fixture
def smart_city(forum: Forum) -> Programme:
    """The province has no duty."""
    return facts.register_programme(
        forum,
        ProgrammeFact(
            code="KOTA",
            name="Kota cerdas",
            national_owner="Kementerian",
            bidang=("ptik",),
            responsible_levels=(Level.REGENCY, Level.CITY),
            source="antaranews.com",
        ),
        at=NOW,
    )


@pytest.fixture
def dewi(dua: Place) -> Membership:
    """Operator of Kabupaten Dua."""
    return member("Dewi", dua, Role.OPERATOR)


@pytest.fixture
def putu(province: Place) -> Membership:
    """Operator of the province."""
    return member("Putu", province, Role.OPERATOR)


@pytest.fixture
def training(literacy: Programme, budi: Membership) -> Plan:
    """Kabupaten Satu trains teachers, alone."""
    return acts.enter_plan(literacy, TRAINING, year=YEAR, by=budi, at=NOW)
