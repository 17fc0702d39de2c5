"""Pages of the workbook of plans, of findings and of proposals, in a visitor's eyes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from sinergi.align import acts
from sinergi.align.models import Partner, Plan, PlanSheet, Programme
from sinergi.align.planbook import template
from sinergi.align.rules import PartnerState
from sinergi.core.models import Forum, Membership, Place
from tests.align.conftest import YEAR, fields
from tests.align.test_look import opened as shown
from tests.align.test_pages import said
from tests.align.test_planbook import closed, filled, opened, write
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_the_year_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def alike(training: Plan, dewi: Membership) -> Plan:
    return acts.enter_plan(training.programme, fields(), year=YEAR, by=dewi, at=NOW)


def upload(client: Client, content: bytes) -> str:
    """Where the preview of the file stands."""
    answer = client.post(
        f"/kerja/rencana/berkas/?tahun={YEAR}",
        {"file": SimpleUploadedFile("rencana.xlsx", content)},
    )
    assert answer.status_code == 302, said(answer)
    return answer.headers["Location"]


def test_budi_downloads_fills_in_looks_and_confirms(
    client: Client, training: Plan, budi: Membership
) -> None:
    client.force_login(budi.person)
    got = client.get(f"/kerja/rencana/templat/?tahun={YEAR}")
    assert "rencana-kabupaten-satu-2026-isian.xlsx" in got["Content-Disposition"]
    book, sheet = opened(got.content)
    filled(sheet, 3)
    write(sheet, 2, target=350)

    there = upload(client, closed(book))
    page = said(client.get(there))
    assert "<del>300</del>" in page
    assert "<ins>350</ins>" in page
    assert "Siaran radio" in page
    seen = page.split('name="seen" value="')[1].split('"')[0]
    done = said(client.post(there, {"seen": seen}, follow=True))

    assert "1 rencana ditambahkan dan 1 diubah" in done
    assert Plan.objects.count() == 2
    assert "diterapkan" in said(client.get(there))


def test_wrong_cells_stand_in_a_table_and_there_is_no_button(
    client: Client, training: Plan, budi: Membership, forum: Forum, satu: Place
) -> None:
    client.force_login(budi.person)
    book, sheet = opened(template(forum, satu, YEAR, at=NOW))
    write(sheet, 2, pagu_rupiah="=1+1")

    page = said(client.get(upload(client, closed(book))))

    assert "<code>pagu_rupiah</code>" in page
    assert "Sel berisi rumus" in page
    assert "Pastikan dan simpan" not in page


def test_a_template_of_dua_is_refused_on_the_page(
    client: Client, training: Plan, budi: Membership, forum: Forum, dua: Place
) -> None:
    client.force_login(budi.person)

    page = said(
        client.post(
            f"/kerja/rencana/berkas/?tahun={YEAR}",
            {"file": SimpleUploadedFile("a.xlsx", template(forum, dua, YEAR, at=NOW))},
        )
    )

    assert "Berkas ini templat Kabupaten Dua" in page
    assert not PlanSheet.objects.exists()


def test_a_file_that_waits_is_a_task_and_can_be_discarded(
    client: Client, training: Plan, budi: Membership, forum: Forum, satu: Place
) -> None:
    client.force_login(budi.person)
    there = upload(client, template(forum, satu, YEAR, at=NOW))
    assert "Pastikan berkas rencana" in said(client.get("/kerja/"))

    page = said(client.post(f"{there}batal/", follow=True))

    assert "Berkas dibuang" in page
    assert PlanSheet.objects.get().file is None


def test_dewi_cannot_look_at_a_file_of_satu(
    client: Client,
    training: Plan,
    budi: Membership,
    dewi: Membership,
    forum: Forum,
    satu: Place,
) -> None:
    client.force_login(budi.person)
    there = upload(client, template(forum, satu, YEAR, at=NOW))
    client.force_login(dewi.person)

    assert client.get(there).status_code == 403
    assert client.post(there, {"seen": ""}).status_code == 403


def test_budi_proposes_what_is_planned_apart_and_dewi_hears_what_to_withdraw(
    client: Client, training: Plan, alike: Plan, budi: Membership, dewi: Membership
) -> None:
    client.force_login(budi.person)
    findings = said(client.get(f"/keselarasan/temuan/?tahun={YEAR}"))
    assert f"/kerja/rencana/{training.reference}/gabungkan/" in findings
    assert f"/kerja/rencana/{alike.reference}/gabungkan/" not in findings

    client.post(f"/kerja/rencana/{training.reference}/gabungkan/")

    invited = Partner.objects.get()
    assert (invited.plan, invited.state) == (training, PartnerState.INVITED)
    client.force_login(dewi.person)
    page = said(client.get(f"/kerja/rencana/mitra/{invited.pk}/"))
    assert "tarik rencana itu" in page
    assert alike.reference in page


def test_a_proposal_to_nobody_is_refused_in_words(
    client: Client, training: Plan, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = said(client.post(f"/kerja/rencana/{training.reference}/gabungkan/"))

    assert "Tidak ada daerah lain yang merencanakan" in page


def test_findings_are_explained_and_linked_from_their_cells(
    client: Client, alike: Plan, smart_city: Programme, budi: Membership
) -> None:
    bare = acts.enter_plan(
        alike.programme,
        fields(output="Siaran", target=None, unit=""),
        year=YEAR,
        by=budi,
        at=NOW,
    )

    page = said(client.get(f"/keselarasan/temuan/?tahun={YEAR}"))
    cell = said(client.get(f"/keselarasan/LITERASI/kabupaten-satu/?tahun={YEAR}"))

    assert page.count("Dihitung") == 3
    assert "belum satu pun merencanakan" in page
    assert f'id="tak-lengkap-{bare.reference}"' in page
    assert f"#tak-lengkap-{bare.reference}" in cell
    assert "#terpisah" in cell
    other = said(client.get(f"/keselarasan/KOTA/kabupaten-satu/?tahun={YEAR}"))
    assert "#belum-KOTA" in other


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "address",
    [
        "/keselarasan/temuan/",
        "/keselarasan/perubahan/",
        "/keselarasan/LITERASI/",
        "/kerja/rencana/baru/",
        "/kerja/rencana/berkas/",
        "berkas",
        "/kerja/program/",
        "/kerja/program/LITERASI/",
        "/kerja/program/LITERASI/mandat/",
        "dukungan",
    ],
)
def test_new_pages_are_clean_on_a_phone_and_on_a_wall(
    client: Client,
    page: Page,
    alike: Plan,
    smart_city: Programme,
    budi: Membership,
    sari: Membership,
    dewi: Membership,
    forum: Forum,
    satu: Place,
    width: int,
    address: str,
) -> None:
    acts.enter_plan(alike.programme, fields(), year=YEAR + 1, by=budi, at=NOW)
    by = sari if "program/" in address else budi
    client.force_login(by.person)
    if address == "berkas":
        book, sheet = opened(template(forum, satu, YEAR, at=NOW))
        filled(sheet, 4)
        filled(sheet, 5, keluaran="Lain", target="dua")
        write(sheet, 2, target=350)
        address = upload(client, closed(book))
    elif address == "dukungan":
        asked = acts.ask_help(alike.programme, year=YEAR, text="A", by=budi, at=NOW)
        acts.answer_help(asked, text="Ada", by=dewi, at=NOW)
        address = f"/kerja/dukungan/{asked.reference}/"

    console = shown(page, client.get(address, {"tahun": YEAR + 1}), width)

    assert console == []
    assert Axe().run(page).violations_count == 0, Axe().run(page).generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
