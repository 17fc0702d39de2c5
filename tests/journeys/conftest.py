"""The people of a whole turn beyond the usual cast, and what they sit at."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sinergi.align import facts
from sinergi.align.facts import ProgrammeFact
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.rules import Level, Role
from tests.cast import NOW, member
from tests.journeys import aligning
from tests.journeys.desks import Calendar, Desks


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    calendar = Calendar(datetime(2026, 2, 2, 1, 0, tzinfo=UTC))
    monkeypatch.setattr("django.utils.timezone.now", lambda: calendar.now)
    return calendar


@pytest.fixture
def desks(
    browser: Browser, browser_context_args: dict[str, Any], live_server: LiveServer
) -> Iterator[Desks]:
    desks = Desks(browser, live_server.url, browser_context_args)
    yield desks
    desks.close()


@pytest.fixture
def made(province: Place) -> Membership:
    """Head of the office of the province; chairs the meeting."""
    return member("Made", province, Role.HEAD, title="Kepala Dinas Kominfotik")


@pytest.fixture
def putu(province: Place) -> Membership:
    """Operator of the province; chairs a group, sits at the desk."""
    return member("Putu", province, Role.OPERATOR, title="Kepala Bidang PTIK")


@pytest.fixture
def dewi(dua: Place) -> Membership:
    """Operator of Kabupaten Dua."""
    return member("Dewi", dua, Role.OPERATOR)


@pytest.fixture
def lina(dua: Place) -> Membership:
    """Head of the office of Kabupaten Dua."""
    return member("Lina", dua, Role.HEAD, title="Kepala Dinas Kominfo")


@pytest.fixture
def nyoman(tiga: Place) -> Membership:
    """Head of the office of Kota Tiga."""
    return member("Nyoman", tiga, Role.HEAD, title="Kepala Dinas Kominfo")


@pytest.fixture
def komang(tiga: Place) -> Membership:
    """Operator of Kota Tiga; chairs the group IKP."""
    return member("Komang", tiga, Role.OPERATOR, title="Kepala Bidang IKP")


@pytest.fixture
def programme(forum: Forum, pillars: None) -> None:
    """Reference facts are loaded by a command and not made by a page."""
    facts.register_programme(
        forum,
        ProgrammeFact(
            code="LITERASI",
            name=aligning.PROGRAMME,
            national_owner="Kementerian",
            bidang=("ptik",),
            pillars=("kecakapan", "etika"),
            pillars_basis="Klasifikasi Sinergi",
            responsible_levels=(Level.PROVINCE, Level.REGENCY, Level.CITY),
            source="tests",
        ),
        at=NOW,
    )
