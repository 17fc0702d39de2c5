"""Briefs: what they say and to whom, one sheet for every government, the same bytes."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sinergi.act import acts, drafts
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict
from sinergi.agree.models import Recommendation
from sinergi.align.covering import covering
from sinergi.align.models import HelpRequest, Plan
from sinergi.convene.models import CommitteeMember, Meeting, Session
from sinergi.core.rules import Provenance
from sinergi.measure.models import MethodVersion, PublishedValue, Series
from sinergi.publish.briefs import (
    Brief,
    Line,
    Listing,
    Part,
    of_bidang,
    of_government,
    printed,
)
from sinergi.publish.briefs.shortening import STEPS, WHOLE, cut, shortened
from tests.cast import NOW

pytestmark = pytest.mark.django_db

ADDRESS = "https://sinergi.example/kerja/bahan/rakor/pemda/kabupaten-satu/"
JULY = NOW.replace(month=7)


@pytest.fixture
def ahead(meeting, forum, province) -> Meeting:
    """The next meeting, invited, after the one that promised."""
    return Meeting.objects.create(
        forum=forum,
        slug="rakor-depan",
        title="Rakor Depan",
        kind="merged",
        purpose="Uji",
        host=province,
        venue="Aula",
        starts_on=meeting.starts_on + timedelta(days=200),
        ends_on=meeting.starts_on + timedelta(days=201),
        state="invited",
        provenance="entered",
    )


@pytest.fixture
def published(province) -> PublishedValue:
    series = Series.objects.create(
        slug="ild",
        name="Indeks Literasi Digital",
        short_name="ILD",
        owner="Kementerian",
        scale_min=1,
        scale_max=5,
        direction="higher",
    )
    method = MethodVersion.objects.create(series=series, code="m", name="Metode")
    return PublishedValue.objects.create(
        method=method,
        place=province,
        measure="index",
        year=2022,
        value=Decimal("3.44"),
        source="Laporan kementerian",
    )


def plan_of(programme, place, **other) -> Plan:
    return Plan.objects.create(
        **{
            "reference": f"KS-2026-{Plan.objects.count():04d}",
            "programme": programme,
            "government": place,
            "year": 2026,
            "activity_code": "2.16",
            "activity": "Pelatihan",
            "output": f"Kelas {place.slug}",
            "budget_stage": "dpa",
            "provenance": "entered",
            "entered_at": NOW,
            "changed_at": NOW,
            **other,
        }
    )


def tabled(meeting, programme, bidang, place, state: str) -> Recommendation:
    session = Session.objects.create(
        meeting=meeting,
        kind="group",
        bidang=bidang,
        title=f"Kelompok {state}",
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=1),
    )
    made = Recommendation.objects.create(
        reference="" if state == "draft" else f"REK-2026-PTIK-{state}",
        meeting=meeting,
        session=session,
        bidang=bidang,
        programme=programme,
        proposer=place,
        title=f"Judul {state}",
        state=state,
        provenance="entered",
        created_at=NOW,
    )
    made.addressees.add(place)
    return made


def everything(brief: Brief) -> str:
    lines = [
        f"{line.text} | {line.said} | {line.origin}"
        for part in brief.parts
        for each in part.lists
        for line in each.lines
    ]
    return "\n".join([*lines, *(words for part in brief.parts for words in part.said)])


def drawn(ahead, place, at=JULY) -> Brief:
    return of_government(ahead, place, year=2026, at=at)


def text_of(pdf: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text().split())
        for page in PdfReader(io.BytesIO(pdf)).pages
    )


def test_a_published_value_has_no_error_and_none_for_a_kabupaten(
    ahead, satu, published
):
    told = everything(drawn(ahead, satu))

    assert "ILD Provinsi: 3,44 | tidak ada nilai untuk Kab. Satu; galatnya" in told
    assert "Diterbitkan · 2022 · Laporan kementerian" in told
    assert "perubahan kecil dapat terjadi karena kebetulan" in told
    assert "Belum ada survei yang mengukur Kabupaten Satu." in told


def test_a_verdict_is_told_once_it_stands(ahead, running, satu, budi, kadek, rini):
    april = NOW.replace(month=4)
    report = drafts.open_report(running, Quarter(2026, 1), by=budi)
    drafts.save_report(
        report,
        narrative="Satu kelas",
        obstacles="",
        values={running.activities.get().pk: Decimal(3)},
    )
    acts.submit_report(report, by=kadek, at=april, without_evidence=True)
    acts.review(
        report,
        verdict=Verdict.NOT_YET,
        evidence_level=EvidenceLevel.NONE,
        note="Tanpa bukti",
        by=rini,
        at=april,
    )

    within = everything(drawn(ahead, satu, april))
    after = everything(drawn(ahead, satu))

    assert "Berjalan" in within
    assert "Belum" not in within.splitlines()[0]
    assert "Belum · " in after.splitlines()[0]
    assert "laporan Triwulan I 2026, bukti 0: tanpa bukti" in after


def test_an_addressee_without_a_plan_is_awaited_with_its_day(
    ahead, recommendation, satu, dua
):
    own, other = (everything(drawn(ahead, place)) for place in (satu, dua))

    assert "REK-2026-PTIK-01 Latih petugas desa | RTL terlambat" in own
    assert "disepakati untuk Triwulan IV 2026: 40" in own
    assert "REK-2026-PTIK-01" not in other


def test_what_was_deferred_comes_back_until_it_is_taken_up(
    ahead, meeting, programme, ptik, satu
):
    earlier = tabled(meeting, programme, ptik, satu, "deferred")

    before = everything(drawn(ahead, satu))
    again = tabled(ahead, programme, ptik, satu, "submitted")
    Recommendation.objects.filter(pk=again.pk).update(carried_from=earlier)
    after = everything(drawn(ahead, satu))

    assert "Judul deferred" in before
    assert "Judul deferred" not in after
    assert "Judul submitted" in after


def test_a_draft_is_in_no_brief(ahead, programme, ptik, satu):
    tabled(ahead, programme, ptik, satu, "draft")

    assert "Judul draft" not in everything(drawn(ahead, satu))
    assert "Judul draft" not in everything(of_bidang(ahead, ptik, year=2026, at=JULY))


def test_gaps_and_likenesses_of_the_year_are_named(ahead, programme, satu, dua):
    second = type(programme).objects.get(pk=programme.pk)
    second.pk, second.code, second.name, second.order = None, "gnld", "GNLD", 2
    second.save()
    plan_of(programme, satu, output="Kelas desa", budget=Decimal(5_000_000))
    plan_of(programme, dua, output="kelas  desa")

    own = drawn(ahead, satu)
    told, titles = everything(own), [e.title for p in own.parts for e in p.lists]

    assert "GNLD | belum ada rencana · tidak ada pemerintah daerah" in told
    assert "Keluaran sama direncanakan terpisah: gabungkan?" in titles
    assert "SPBE: Kab. Satu, Kab. Dua" in told
    assert "Kab. Satu: Pelatihan | ada " in told
    assert "Pagu 1 rencana yang dipimpin: Rp5 juta." in told


def test_who_plans_for_the_same_could_help_and_never_who_asks(
    ahead, forum, programme, satu, dua, tiga
):
    asked = HelpRequest.objects.create(
        reference="KD-1",
        programme=programme,
        government=satu,
        year=2026,
        text="Pelatih",
        provenance="entered",
        asked_at=NOW,
    )
    plan_of(programme, satu)
    plan_of(programme, dua)
    plan_of(programme, tiga, state="withdrawn")

    could = covering(forum, [asked])

    assert could == {asked.pk: [dua]}
    assert "(merencanakan hal yang sama): Kab. Dua; Pelatih" in everything(
        drawn(ahead, satu)
    )
    assert "Dapat mendukung" in [
        each.title for part in drawn(ahead, dua).parts for each in part.lists
    ]


def test_a_bidang_names_every_government_by_where_it_stands(
    ahead, recommendation, ptik, dua
):
    recommendation.addressees.add(dua)

    told = everything(of_bidang(ahead, ptik, year=2026, at=JULY))

    assert "RTL terlambat: Kab. Satu, Kab. Dua" in told


def test_one_simulated_line_marks_the_whole_paper(ahead, programme, satu):
    assert drawn(ahead, satu).provenance is Provenance.ENTERED

    plan_of(programme, satu, provenance="simulated")
    paper = printed.as_pdf(lambda: drawn(ahead, satu), ADDRESS)

    assert drawn(ahead, satu).provenance is Provenance.SIMULATED
    assert "SIMULASI" in text_of(paper)


def test_the_paper_says_its_moment_and_the_same_moment_gives_the_same_bytes(
    ahead, recommendation, satu
):
    first, again = (
        printed.as_pdf(lambda: drawn(ahead, satu), ADDRESS) for _ in range(2)
    )
    later = printed.as_pdf(
        lambda: drawn(ahead, satu, JULY + timedelta(minutes=1)), ADDRESS
    )

    assert first == again
    assert first != later
    assert "Keadaan pada 4 Juli 2026 pukul 10.00 WITA" in text_of(first)


def test_the_office_document_says_what_the_sheet_says(ahead, recommendation, satu):
    paper = Document(io.BytesIO(printed.as_docx(lambda: drawn(ahead, satu), ADDRESS)))

    cells = [
        cell.text for table in paper.tables for row in table.rows for cell in row.cells
    ]
    assert "REK-2026-PTIK-01 Latih petugas desa" in cells
    assert ADDRESS in "\n".join(each.text for each in paper.paragraphs)


# Of each part of the brief of a government: sentences, lists, and minor lists.
FULLEST = [(1, 2, 0), (1, 1, 0), (1, 1, 1), (3, 3, 1), (2, 2, 2)]


def full(meeting: Meeting, subject: str, text: str, count: int) -> Brief:
    """Every sentence and every list a brief can have, full of such lines."""
    line = Line(text, text, Provenance.SIMULATED, source=text)
    parts = tuple(
        Part(
            "Bagian yang mungkin ada",
            (text,) * sentences,
            (
                *((Listing(text[:160], (line,) * count),) * lists),
                *((Listing(text[:160], (line,) * count, is_minor=True),) * minor),
            ),
        )
        for sentences, lists, minor in FULLEST
    )
    return Brief(meeting, subject, True, 2026, NOW, parts)


def pages(brief: Brief) -> int:
    return len(PdfReader(io.BytesIO(printed.as_pdf(lambda: brief, ADDRESS))).pages)


@pytest.mark.parametrize(
    "text",
    [
        "W" * 400,
        "Pelatihan literasi digital bagi guru desa " * 12,
        "😀" * 200,
        "baris\n" * 90,
    ],
)
def test_the_fullest_brief_is_one_sheet(ahead, text):
    Meeting.objects.filter(pk=ahead.pk).update(title="Rapat " * 33)
    ahead.refresh_from_db()

    assert pages(full(ahead, "W" * 120, text, 40)) == 1


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(st.characters(codec="latin-1"), min_size=1, max_size=400),
    count=st.integers(min_value=1, max_value=60),
)
def test_whatever_is_said_a_government_has_one_sheet(ahead, text, count):
    assert pages(full(ahead, "Kabupaten Satu", text, count)) == 1


@given(text=st.text(max_size=300), letters=st.integers(min_value=2, max_value=80))
@settings(deadline=None)
def test_a_text_is_cut_to_its_letters_and_says_so(text, letters):
    found = cut(text, letters)

    assert len(found) <= letters
    assert "\n" not in found


@given(
    count=st.integers(min_value=1, max_value=40), step=st.sampled_from([*STEPS, WHOLE])
)
def test_nothing_is_left_out_without_a_number(count, step):
    brief = full(Meeting(), "Satu", "teks", count)

    short = shortened(brief, step)

    for whole, part in zip(brief.parts, short.parts, strict=True):
        kept = {each.title for each in part.lists}
        for each in part.lists:
            assert len(each.lines) + each.left_out == count
            assert each.lines
        if len(part.lists) < len(whole.lists):
            assert f"({count})" in part.said[-1]
        assert kept <= {each.title for each in whole.lists}


def test_a_brief_is_read_by_its_government_and_by_the_secretariat(
    client, ahead, satu, budi, rini, sari, wati, tono
):
    address = f"/kerja/bahan/{ahead.slug}/pemda/{satu.slug}/"
    found = {}
    for name, who in [("budi", budi), ("rini", rini), ("sari", sari), ("wati", wati)]:
        client.force_login(who.person)
        found[name] = client.get(address).status_code
    client.force_login(tono)
    outside = client.get(address).status_code

    assert found == {"budi": 200, "rini": 403, "sari": 200, "wati": 403}
    assert outside != 200


def test_a_chair_of_the_province_reads_every_brief_and_one_of_elsewhere_does_not(
    client, ahead, satu, wati, rini
):
    for who in (wati, rini):
        CommitteeMember.objects.create(meeting=ahead, person=who.person, role="chair")
    address = f"/kerja/bahan/{ahead.slug}/pemda/{satu.slug}/"

    client.force_login(wati.person)
    of_the_province = client.get(address).status_code
    client.force_login(rini.person)
    elsewhere = client.get(address).status_code

    assert (of_the_province, elsewhere) == (200, 403)


def test_a_paper_of_a_bidang_is_for_everybody_in_the_meeting(client, ahead, rini):
    client.force_login(rini.person)
    address = f"/kerja/bahan/{ahead.slug}/bidang/ptik/"

    page = client.get(address)
    files = {kind: client.get(f"{address}{kind}/") for kind in ("pdf", "docx")}
    other = client.get(f"{address}odt/")

    assert page.status_code == 200
    assert files["pdf"].content.startswith(b"%PDF")
    assert files["docx"].content.startswith(b"PK")
    assert "bahan-rakor-depan-ptik-isian.pdf" in files["pdf"]["Content-Disposition"]
    assert other.status_code == 404


def test_the_meeting_page_leads_to_its_briefs_until_it_is_over(client, ahead, budi):
    client.force_login(budi.person)
    page = f"/kerja/rakor/{ahead.slug}/"
    way = f"/kerja/bahan/{ahead.slug}/"

    invited = client.get(page).content.decode()
    Meeting.objects.filter(pk=ahead.pk).update(state="running")
    in_session = client.get(page).content.decode()
    Meeting.objects.filter(pk=ahead.pk).update(state="closed")
    over, refused = client.get(page).content.decode(), client.get(way)

    assert f"{way}pemda/kabupaten-satu/" in invited
    assert way in in_session
    assert way not in over
    assert refused.status_code == 409


def test_a_year_is_looked_at_only_where_somebody_planned(
    client, ahead, programme, satu, budi
):
    plan_of(programme, satu, year=2027)
    client.force_login(budi.person)
    address = f"/kerja/bahan/{ahead.slug}/pemda/{satu.slug}/"

    looked = [
        client.get(f"{address}?tahun={year}").context["brief"].year
        for year in ("2027", "1999", "x")
    ]

    assert looked == [2027, 2026, 2026]


def test_a_draft_meeting_has_briefs_for_its_secretariat_only(client, ahead, sari, budi):
    Meeting.objects.filter(pk=ahead.pk).update(state="draft")
    address = f"/kerja/bahan/{ahead.slug}/"

    client.force_login(sari.person)
    prepared = client.get(address).status_code
    client.force_login(budi.person)
    early = client.get(address).status_code

    assert (prepared, early) == (200, 404)
