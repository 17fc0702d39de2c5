"""Programmes of a forum: mandates, years, targets, duties, and who keeps them."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from sinergi.align import acts, facts
from sinergi.align.facts import ProgrammeFact
from sinergi.align.matrix import matrix, row_of
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import CellState, Duty, Verified, in_force
from sinergi.core.models import Forum, LedgerEvent, Membership, Place, StoredFile
from sinergi.core.rules import Level
from tests.align.conftest import YEAR, fields
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_the_year_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("year", "first", "last", "holds"),
    [
        (2026, None, None, True),
        (2026, 2026, None, True),
        (2026, 2027, None, False),
        (2026, None, 2025, False),
        (2026, 2024, 2026, True),
    ],
)
def test_a_programme_holds_from_its_first_to_its_last_year(
    year, first, last, holds
) -> None:
    assert in_force(year, first, last) is holds


def test_a_plan_outside_the_years_in_force_is_refused(
    smart_city: Programme, sari: Membership, budi: Membership
) -> None:
    acts.set_years(smart_city, first=2020, last=2024, by=sari, at=NOW)

    with pytest.raises(acts.NotInForce, match="2020–2024"):
        acts.enter_plan(smart_city, fields(), year=YEAR, by=budi, at=NOW)


def test_a_programme_out_of_force_leaves_the_matrix_unless_somebody_plans_for_it(
    forum: Forum, training: Plan, smart_city: Programme, sari: Membership
) -> None:
    for each in (training.programme, smart_city):
        acts.set_years(each, first=None, last=YEAR - 1, by=sari, at=NOW)

    assert [row.programme for row in matrix(forum, YEAR).rows] == [training.programme]


def test_years_in_the_wrong_order_are_refused(
    smart_city: Programme, sari: Membership
) -> None:
    with pytest.raises(acts.YearsReversed):
        acts.set_years(smart_city, first=2026, last=2020, by=sari, at=NOW)


def test_sari_frees_one_kabupaten_and_says_why(
    client: Client, training: Plan, smart_city: Programme, sari: Membership, satu: Place
) -> None:
    client.force_login(sari.person)
    assert row_of(smart_city, YEAR).cell_of(satu).state is CellState.EMPTY

    client.post(
        "/kerja/program/KOTA/kewajiban/",
        {"government": satu.pk, "duty": "exempt", "reason": "Tidak termasuk daftar"},
    )

    assert row_of(smart_city, YEAR).cell_of(satu).state is CellState.NOT_OBLIGED
    page = client.get(f"/keselarasan/KOTA/kabupaten-satu/?tahun={YEAR}")
    assert "Tidak termasuk daftar" in page.content.decode()


def test_a_duty_can_be_laid_on_a_level_that_has_none_and_lifted_again(
    smart_city: Programme, sari: Membership, putu: Membership, province: Place
) -> None:
    acts.enter_plan(
        facts.register_programme(
            smart_city.forum,
            ProgrammeFact("LAIN", "Lain", "Kementerian", ("ptik",), "uji"),
            at=NOW,
        ),
        fields(activity_code="2.16.02.1.01.0010"),
        year=YEAR,
        by=putu,
        at=NOW,
    )
    decide = {"by": sari, "at": NOW, "reason": "Surat edaran"}

    acts.decide_obligation(smart_city, province, duty=Duty.OBLIGED, **decide)
    assert row_of(smart_city, YEAR).cell_of(province).state is CellState.EMPTY

    acts.decide_obligation(smart_city, province, duty=Duty.BY_LEVEL, **decide)
    assert row_of(smart_city, YEAR).cell_of(province).state is CellState.NOT_OBLIGED
    with pytest.raises(acts.DutyUnchanged):
        acts.decide_obligation(smart_city, province, duty=Duty.BY_LEVEL, **decide)


def test_a_duty_without_a_reason_is_refused(
    smart_city: Programme, sari: Membership, satu: Place
) -> None:
    with pytest.raises(acts.NoReason):
        acts.decide_obligation(
            smart_city, satu, duty=Duty.EXEMPT, reason=" ", by=sari, at=NOW
        )


@pytest.mark.parametrize("who", ["budi", "kadek", "putu", "wati", "ayu", "rini"])
def test_only_the_secretariat_keeps_programmes(
    request: pytest.FixtureRequest, smart_city: Programme, satu: Place, who: str
) -> None:
    by = request.getfixturevalue(who)

    with pytest.raises(acts.NotTheSecretariat):
        acts.set_years(smart_city, first=2020, last=None, by=by, at=NOW)
    with pytest.raises(acts.NotTheSecretariat):
        acts.decide_obligation(
            smart_city, satu, duty=Duty.EXEMPT, reason="Ya", by=by, at=NOW
        )


def test_a_mandate_is_named_with_its_file_and_everyone_opens_it(
    client: Client, smart_city: Programme, sari: Membership
) -> None:
    client.force_login(sari.person)
    client.post(
        "/kerja/program/KOTA/mandat/",
        {
            "number": "Perpres 95/2018",
            "title": "Sistem Pemerintahan Berbasis Elektronik",
            "year": "2018",
            "link": "",
            "verified": "verified",
            "file": SimpleUploadedFile("perpres.pdf", b"%PDF-1.7 isi"),
        },
    )
    document = smart_city.mandate_documents.get()
    client.logout()

    page = client.get("/keselarasan/KOTA/").content.decode()
    answer = client.get(f"/keselarasan/KOTA/mandat/{document.pk}/")

    assert "Perpres 95/2018" in page
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 isi"
    assert "perpres-952018-2018-isian.pdf" in answer["Content-Disposition"]


def test_a_mandate_needs_a_file_or_a_link_and_only_a_pdf_is_taken(
    smart_city: Programme, sari: Membership
) -> None:
    said = {
        "number": "UU 14/2008",
        "title": "KIP",
        "year": 2008,
        "verified": Verified.VERIFIED,
        "by": sari,
        "at": NOW,
    }

    with pytest.raises(acts.NoDocument):
        acts.add_mandate(smart_city, **said)
    with pytest.raises(Exception, match="PDF"):
        acts.add_mandate(smart_city, **said, upload=acts.Upload(b"kode;nama", "a.pdf"))
    acts.add_mandate(smart_city, **said, link="https://jdih.example/uu")
    with pytest.raises(acts.KnownAlready):
        acts.add_mandate(smart_city, **said, link="https://jdih.example/uu")


def test_a_mandate_taken_out_leaves_the_record_and_lets_its_file_go(
    smart_city: Programme,
    sari: Membership,
    django_capture_on_commit_callbacks,
) -> None:
    document = acts.add_mandate(
        smart_city,
        number="X",
        title="Y",
        year=2020,
        verified=Verified.RECALLED,
        upload=acts.Upload(b"%PDF-1.7", "x.pdf"),
        by=sari,
        at=NOW,
    )

    acts.remove_mandate(document, by=sari, at=NOW)

    assert not smart_city.mandate_documents.exists()
    assert not StoredFile.objects.exists()
    assert LedgerEvent.objects.latest("seq").action == "remove_mandate"


def test_targets_stand_by_level_and_year(
    client: Client, smart_city: Programme, sari: Membership, budi: Membership
) -> None:
    client.force_login(sari.person)
    client.post(
        "/kerja/program/KOTA/target/",
        {
            "level": "regency",
            "year": str(YEAR),
            "value": "1.200",
            "unit": "orang",
            "source": "Peta jalan hlm. 3",
            "verified": "partly",
        },
    )

    target = smart_city.targets.get()
    assert (target.level, target.value) == (Level.REGENCY, Decimal(1200))
    page = client.get(f"/keselarasan/KOTA/kabupaten-satu/?tahun={YEAR}")
    assert "1.200 orang" in page.content.decode()
    other = client.get(f"/keselarasan/KOTA/kota-tiga/?tahun={YEAR}")
    assert "1.200 orang" not in other.content.decode()


def test_sari_enters_a_programme_by_page(
    client: Client, forum: Forum, sari: Membership
) -> None:
    client.force_login(sari.person)
    sent = {
        "code": "BARU1",
        "name": "Program baru",
        "national_owner": "Kementerian",
        "bidang": [forum.bidang.first().pk],
        "responsible_levels": ["regency"],
        "first_year": "2025",
        "source": "Surat menteri",
    }

    client.post("/kerja/program/baru/", sent)
    again = client.post("/kerja/program/baru/", sent)

    found = Programme.objects.get(code="BARU1")
    assert (found.years, found.responsible_levels) == ("2025–…", ["regency"])
    assert "sudah memiliki program BARU1" in again.content.decode()


def test_a_programme_cannot_take_the_address_of_a_page(
    forum: Forum, sari: Membership
) -> None:
    fact = ProgrammeFact("temuan", "X", "Y", ("ptik",), "uji")

    with pytest.raises(facts.BadProgrammeFile):
        facts.enter_programme(forum, fact, by=sari, at=NOW)
