"""The turn of an office that has no survey: published figures, plans, a meeting.

Pages are asked without a browser; facts come by the commands that load them.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sinergi.act.models import Commitment, Report
from sinergi.agree.models import Recommendation, RecordOfAgreement
from sinergi.align.models import Plan, Programme
from sinergi.collect.models import Wave
from sinergi.convene.models import AgendaItem, Meeting, Session
from sinergi.core.models import Forum, Membership, Place
from sinergi.measure.models import MethodVersion, PublishedValue, Release
from sinergi.site.command import main
from tests.journeys.desks import Calendar
from tests.papers import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_programme")]

PROGRAMMES = """
[[programme]]
code = "spbe"
name = "Sistem Pemerintahan Berbasis Elektronik"
national_owner = "Kementerian"
mandate = "Perpres 95/2018"
mandate_verified = "verified"
bidang = ["ptik"]
responsible_levels = ["province", "regency", "city"]
source = "peraturan.go.id"
"""
TEXT = "Setiap pemerintah daerah menilai diri per domain sebelum penilaian nasional."
BOARD = "/kerja/rekomendasi/rakor/rakor-spbe/"
MEETING = "/kerja/rakor/rakor-spbe/"

Sends = Callable[..., str]


@pytest.fixture
def sends(client: Client) -> Sends:
    """Somebody sends the form of a page, which must take it; returns where it leads."""

    def send(by: Membership, path: str, /, **fields: object) -> str:
        client.cookies.clear()
        client.force_login(by.person)
        # A form of ours always sends its token, so a post is never empty.
        answer = client.post(path, {"csrfmiddlewaretoken": "uji", **fields})
        assert answer.status_code == 302, _said(answer.content.decode())
        return str(answer["Location"])

    return send


@pytest.fixture
def _programme(forum: Forum, pillars: None, tmp_path: Path) -> None:
    file = tmp_path / "program.toml"
    file.write_text(PROGRAMMES, "utf-8")
    assert main(["align", "load-programmes", str(file)]) == 0


def test_a_turn_needs_no_survey(
    client: Client,
    calendar: Calendar,
    sends: Sends,
    capsys: pytest.CaptureFixture[str],
    sari: Membership,
    wati: Membership,
    budi: Membership,
    kadek: Membership,
    rini: Membership,
    made: Membership,
    putu: Membership,
    satu: Place,
    tiga: Place,
) -> None:
    calendar.turn_to("2026-02-02")
    a_published_value_is_entered(sends, wati, satu)
    a_plan_is_entered(sends, budi)

    a_meeting_is_called(sends, sari, tiga, made, putu)
    calendar.turn_to("2026-03-03")
    sends(made, f"{MEETING}buka/")
    everybody_is_checked_in(sends, sari)
    text = a_recommendation_is_drafted(sends, kadek, satu)
    the_published_value_and_the_plan_carry_it(sends, kadek, text)
    sends(kadek, f"/kerja/rekomendasi/{text.pk}/langkah/ajukan/")
    sends(putu, f"/kerja/rekomendasi/{text.pk}/langkah/bahas/")
    sends(
        kadek,
        f"/kerja/rekomendasi/{text.pk}/tanggapan/",
        version=text.current.number,
        stance="agree",
    )
    item = AgendaItem.objects.get().pk
    for by, step, fields in [
        (putu, "sepakati-kelompok", {}),
        (putu, "teruskan", {"agenda_item": item}),
        (made, "buka-pleno", {}),
        (made, "sepakati", {}),
    ]:
        sends(by, f"/kerja/rekomendasi/{text.pk}/langkah/{step}/", **fields)
    sends(made, f"{MEETING}tutup/")
    the_record_is_locked_and_the_pedoman_sent(sends, sari)
    calendar.turn_to("2026-03-14")
    the_pedoman_is_in_force(sends, sari)

    plan = a_follow_up_plan_runs(sends, kadek, rini, text)
    calendar.turn_to("2026-04-02")
    a_report_is_sent_reviewed_and_accepted(sends, budi, kadek, rini, plan)

    everybody_reads_it(client, text, plan)
    assert not Wave.objects.exists()
    assert not Release.objects.exists()
    assert main(["ledger", "verify"]) == 0
    assert "Utuh" in capsys.readouterr().out


def a_published_value_is_entered(sends: Sends, wati: Membership, satu: Place) -> None:
    sends(
        wati,
        "/kerja/indeks/seri/baru/",
        name="Indeks SPBE",
        short_name="SPBE",
        slug="spbe",
        owner="Kementerian PANRB",
        scale_min="1",
        scale_max="5",
        direction="higher",
        measures="Kematangan penerapan SPBE",
        limits="Tidak mengukur kepuasan warga",
    )
    sends(wati, "/kerja/indeks/seri/spbe/metode/", code="2020", name="Metode 2020")
    sends(
        wati,
        "/kerja/indeks/seri/spbe/nilai/",
        method=MethodVersion.objects.get().pk,
        place=satu.pk,
        measure="index",
        year=2024,
        value="2,87",
        source="Kepmen PANRB 663/2024",
    )


def a_plan_is_entered(sends: Sends, budi: Membership) -> None:
    sends(
        budi,
        "/kerja/rencana/baru/",
        programme=Programme.objects.get().pk,
        year=2026,
        activity_code="2.16.03.2.02.0011",
        activity="Koordinasi penyelenggaraan SPBE",
        output="Penilaian mandiri SPBE",
        target="1",
        unit="dokumen",
        budget="60.000.000",
        fund_source="APBD",
        budget_stage="dpa",
        together="alone",
    )


def a_meeting_is_called(
    sends: Sends, sari: Membership, tiga: Place, made: Membership, putu: Membership
) -> None:
    sends(
        sari,
        "/kerja/rakor/baru/",
        title="Rakor SPBE",
        kind="merged",
        purpose="Menyelaraskan program.",
        host=tiga.pk,
        venue="Aula",
        starts_on="2026-03-03",
        ends_on="2026-03-03",
    )
    sends(
        sari,
        f"{MEETING}tata-tertib/",
        quorum_percent=51,
        all_must_answer="no",
        absence_answers="yes",
        days_to_plan=60,
        days_to_report=15,
        days_to_reply=14,
        days_to_comment=3,
        ratification="plenary",
        days_to_circulate=14,
        days_to_review=10,
    )
    meeting = Meeting.objects.get()
    ptik = meeting.forum.bidang.get(code="ptik")
    for kind, bidang, title, starts, ends in [
        ("plenary", "", "Pleno", "09:00", "10:00"),
        ("group", ptik.pk, "Kelompok PTIK", "10:00", "12:00"),
    ]:
        sends(
            sari,
            f"{MEETING}sesi/baru/",
            kind=kind,
            bidang=bidang,
            title=title,
            day="2026-03-03",
            starts=starts,
            ends=ends,
        )
    plenary = Session.objects.get(kind="plenary")
    sends(sari, f"{MEETING}sesi/{plenary.pk}/acara/", title="Paparan", minutes=60)
    group = Session.objects.get(kind="group")
    for held, role, session in [
        (made, "chair", ""),
        (putu, "group_chair", group.pk),
    ]:
        sends(
            sari,
            f"{MEETING}panitia/",
            person=held.person_id,
            role=role,
            session=session,
        )
    sends(
        sari,
        f"{MEETING}peserta/",
        office="Kepala Dinas",
        governments=[place.pk for place in meeting.forum.governments()],
    )
    sends(sari, f"{MEETING}undangan/", letter_number="500/1/2026")


def everybody_is_checked_in(sends: Sends, sari: Membership) -> None:
    for participant in Meeting.objects.get().participants.all():
        sends(sari, f"{MEETING}meja/{participant.pk}/hadir/")


def a_recommendation_is_drafted(
    sends: Sends, kadek: Membership, satu: Place
) -> Recommendation:
    sends(
        kadek,
        f"{BOARD}baru/",
        session=Session.objects.get(kind="group").pk,
        title="Penilaian mandiri SPBE",
        text=TEXT,
        programme=Programme.objects.get().pk,
        addressees=[satu.pk],
        indicator="Penilaian mandiri",
        target="1",
        unit="dokumen",
        due_year=2026,
        due_quarter=4,
        evidence_expected="Laporan penilaian",
    )
    return Recommendation.objects.get()


def the_published_value_and_the_plan_carry_it(
    sends: Sends, kadek: Membership, text: Recommendation
) -> None:
    keys = [
        f"value-{PublishedValue.objects.get().pk}",
        f"plan-{Plan.objects.get().pk}",
    ]
    sends(kadek, f"/kerja/rekomendasi/{text.pk}/dasar/", shown=keys, cite=keys)


def the_record_is_locked_and_the_pedoman_sent(sends: Sends, sari: Membership) -> None:
    sends(sari, f"{BOARD}berita-acara/", number="500/2/2026", agreed_on="2026-03-03")
    sends(sari, f"{BOARD}berita-acara/kunci/")
    sends(sari, f"{BOARD}pedoman/", title="Pedoman SPBE", foreword="Pengantar.")
    sends(sari, f"{BOARD}pedoman/telaah/kirim/")


def the_pedoman_is_in_force(sends: Sends, sari: Membership) -> None:
    """Nobody said anything within the ten days."""
    sends(
        sari,
        f"{BOARD}pedoman/berlaku/",
        legal_form="Surat Edaran",
        number="2",
        in_force_on="2026-03-03",
    )


def a_follow_up_plan_runs(
    sends: Sends, kadek: Membership, rini: Membership, text: Recommendation
) -> Commitment:
    page = sends(
        kadek,
        f"/kerja/pelaksanaan/susun/{text.pk}/",
        plan=Plan.objects.get().reference,
        title="Penilaian mandiri",
        output="Laporan",
        unit="dokumen",
        budget="60.000.000",
        budget_stage="dpa",
        **{"target-2026-1": "1"},
    )
    sends(kadek, f"{page}ajukan/")
    sends(rini, f"{page}periksa/", run="1")
    return Commitment.objects.get()


def a_report_is_sent_reviewed_and_accepted(
    sends: Sends,
    budi: Membership,
    kadek: Membership,
    rini: Membership,
    plan: Commitment,
) -> None:
    activity = plan.activities.get()
    page = f"/kerja/rtl/{plan.reference}/laporan/2026-1/"
    sends(
        budi,
        page,
        narrative="Laporan selesai.",
        file=SimpleUploadedFile("laporan.pdf", pdf("laporan")),
        level="2",
        page="1",
        is_public="on",
        keep="1",
        **{f"value-{activity.pk}": "1"},
    )
    report = Report.objects.get()
    sends(kadek, f"/kerja/laporan/{report.pk}/kirim/")
    sends(
        rini,
        f"/kerja/laporan/{report.pk}/telaah/",
        verdict="done",
        evidence_level="2",
        give="1",
    )
    sends(kadek, f"/kerja/laporan/{report.pk}/tanggapi/", accept="1")


def everybody_reads_it(client: Client, text: Recommendation, plan: Commitment) -> None:
    client.logout()
    text.refresh_from_db()
    record = RecordOfAgreement.objects.get()
    home, page, progress, index, paper = pages(
        client,
        "/",
        f"/rekomendasi/{text.reference}/",
        "/pelaksanaan/",
        "/indeks/",
        f"/v/{record.document.code}/",
    )

    assert "Rakor SPBE" in home
    assert TEXT in page
    assert "2,87" in page
    assert "Kepmen PANRB 663/2024" in page
    assert "Penilaian mandiri SPBE" in page
    assert "ditelaah" in page
    assert "Sudah" in progress
    assert "2,87" in index
    assert "selang" not in re.sub(r"(?s)<svg.*?</svg>", "", index).split("<main")[1]
    assert "Dokumen ini diterbitkan di sini" in paper
    assert "laporan.pdf" in next(pages(client, f"/rtl/{plan.reference}/"))


def pages(client: Client, *paths: str) -> Iterator[str]:
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        yield answer.content.decode()


def _said(html: str) -> str:
    """The text of a page, for the message of a failed test."""
    main_part = html.partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main_part).split())[:2000]
