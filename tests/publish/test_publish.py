"""The public pages across stages: order, progress, story, open data."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from sinergi.act import acts, drafts, words
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict, Waiting
from sinergi.agree.models import Guideline, Paragraph, RecordOfAgreement, Version
from sinergi.agree.rules import GuidelineState
from sinergi.convene.models import Meeting
from sinergi.core.rules import Provenance
from sinergi.publish import rows
from sinergi.publish.grid import grid
from sinergi.publish.story import story
from tests.cast import NOW

pytestmark = pytest.mark.django_db

APRIL = NOW.replace(month=4)


@pytest.fixture
def worded(recommendation, kadek):
    """The recommendation with its adopted words."""
    version = Version.objects.create(
        recommendation=recommendation,
        number=1,
        edit="substantive",
        sha256="a" * 64,
        written_at=NOW,
        by=kadek,
    )
    Paragraph.objects.create(
        version=version, key="p1", order=1, text="=HYPERLINK(1) Latih petugas."
    )
    recommendation.pinned = version
    recommendation.save()
    return recommendation


@pytest.fixture
def reviewed(running, budi, kadek, rini):
    """A report that rini found not yet done; its verdict may still be answered."""
    report = drafts.open_report(running, Quarter(2026, 1), by=budi)
    drafts.save_report(
        report,
        narrative="Satu kelas",
        obstacles="",
        values={running.activities.get().pk: Decimal(3)},
    )
    acts.submit_report(report, by=kadek, at=APRIL, without_evidence=True)
    acts.review(
        report,
        verdict=Verdict.NOT_YET,
        evidence_level=EvidenceLevel.NONE,
        note="Tanpa bukti",
        by=rini,
        at=APRIL,
    )
    return report


def marks(forum, at) -> list[str]:
    return [
        str(cell.mark.label)
        for row in grid(forum, at).rows
        for cell in row.cells
        if cell.mark
    ]


def test_an_empty_instance_teaches_the_first_step(client):
    page = client.get("/")

    assert page.status_code == 200
    assert "load-ntb" in page.content.decode()


def test_a_forum_without_a_meeting_says_so_and_shows_no_number(client, forum):
    page = client.get("/").content.decode()

    assert "Belum ada rakor" in page
    assert "Belum ada rencana" in page
    assert "Belum ada angka terbitan" in page


def test_the_meeting_stands_before_the_matrix_and_the_index(client, worded):
    page = client.get("/").content.decode()

    places = [
        page.index(text)
        for text in (
            "Rakor Uji",
            "Rencana semua pemerintah daerah",
            "Apa yang dapat dan tidak dapat",
            "Siapa melakukan apa",
            "Dokumen dan data",
        )
    ]
    assert places == sorted(places)


def test_an_addressee_is_awaited_then_running_then_judged(
    client, forum, recommendation, complete, kadek, rini
):
    assert marks(forum, NOW) == ["Menunggu RTL"]

    acts.submit_commitment(complete, by=kadek, at=NOW)
    assert marks(forum, NOW) == ["RTL diajukan"]
    acts.start_running(complete, by=rini, at=NOW)

    assert marks(forum, NOW) == ["Berjalan"]


def test_a_draft_nobody_may_see_does_not_make_a_late_plan_look_in_time(
    client, forum, worded, draft
):
    due_on = NOW + timedelta(days=61)

    assert marks(forum, due_on) == ["RTL terlambat"]
    assert [(mark.label, n) for mark, n in grid(forum, due_on).counted] == [
        ("RTL terlambat", 1)
    ]
    (row,) = client.get("/data/pelaksanaan.json").json()
    assert row["ditunggu_sampai"] == "2026-05-03"
    assert row["rtl"] == ""
    (told,) = [
        event
        for event in story(worded, due_on)
        if event.mark == words.WAITING[Waiting.OVERDUE]
    ]
    assert told.who == "Kab. Satu"


def test_no_red_before_the_days_to_answer_have_passed(forum, reviewed):
    assert marks(forum, APRIL) == ["Berjalan"]
    assert marks(forum, APRIL + timedelta(days=15)) == ["Belum"]


def test_who_is_not_addressed_does_not_count(forum, recommendation):
    (row,) = grid(forum, NOW).rows

    assert row.summary == "0/1"
    assert grid(forum, NOW).columns == ["–", "0/1", "–", "–"]


def test_progress_takes_the_same_queries_however_many_governments_answer(
    forum, recommendation, running, province, dua, django_assert_max_num_queries
):
    recommendation.addressees.add(province, dua)

    with django_assert_max_num_queries(30):
        grid(forum, NOW)


def test_the_story_is_told_in_the_order_it_happened(worded, reviewed, kadek):
    acts.accept_verdict(reviewed, by=kadek, at=APRIL)

    told = story(worded, APRIL)

    titles = [event.title for event in told]
    assert titles.index("Diusulkan") < titles.index("Berita acara dikunci")
    assert titles.index("RTL berjalan: 1 dari 1") < titles.index(
        "Laporan Triwulan I 2026 telah ditelaah"
    )
    assert [event.when for event in told] == sorted(event.when for event in told)


@pytest.mark.parametrize(
    ("state", "told"),
    [("invited", "Berikutnya"), ("running", "Sedang berlangsung"), ("closed", "")],
)
def test_home_calls_a_meeting_what_it_is_today(client, worded, state, told):
    held = worded.meeting
    today = timezone.localdate()
    Meeting.objects.create(
        forum=held.forum,
        slug="rakor-hari-ini",
        title="Rakor Hari Ini",
        kind=held.kind,
        purpose="Meninjau.",
        host=held.host,
        venue="Aula",
        starts_on=today,
        ends_on=today,
        state=state,
        provenance=held.provenance,
    )

    page = " ".join(client.get("/").content.decode().split())

    words = {"Berikutnya", "Sedang berlangsung"}
    asides = {each for each in words if f"{each}: <a" in page}
    assert asides == ({told} if told else set())


def test_home_names_the_guideline_in_force_beside_one_that_is_still_to_come(
    client, worded
):
    held, today = worded.meeting, timezone.localdate()
    later = Meeting.objects.create(
        forum=held.forum,
        slug="rakor-kemudian",
        title="Rakor Kemudian",
        kind=held.kind,
        purpose="Meninjau.",
        host=held.host,
        venue="Aula",
        starts_on=today,
        ends_on=today,
        state="closed",
        provenance=held.provenance,
    )
    signed = RecordOfAgreement.objects.create(
        meeting=later,
        number="2",
        agreed_on=today,
        state=held.record.state,
        document=held.record.document,
        locked_at=held.record.locked_at,
        provenance=held.provenance,
    )
    for slug, record, days in (("lama", held.record, -1), ("baru", signed, 9)):
        Guideline.objects.create(
            slug=slug,
            record=record,
            title=f"Pedoman {slug}",
            state=GuidelineState.DETERMINED,
            in_force_on=today + timedelta(days=days),
            provenance=Provenance.ENTERED,
        )

    page = " ".join(client.get("/").content.decode().split())

    assert 'Pedoman berlaku: <a href="/pedoman/lama/">' in page
    assert 'Pedoman berlaku: <a href="/pedoman/baru/">' not in page
    assert 'href="/pedoman/baru/"' in page


def test_a_guideline_that_does_not_bind_yet_lies_ahead_in_the_story(worded):
    Guideline.objects.create(
        slug="pedoman",
        record=worded.meeting.record,
        title="Pedoman",
        state=GuidelineState.DETERMINED,
        in_force_on=APRIL.date() + timedelta(days=10),
        provenance=Provenance.ENTERED,
    )

    before = {event.title: event.future for event in story(worded, APRIL)}
    after = {e.title: e.future for e in story(worded, APRIL + timedelta(days=11))}

    assert before["Pedoman mulai berlaku"] is True
    assert after["Pedoman berlaku"] is False


def test_the_story_does_not_tell_a_verdict_that_may_be_answered(worded, reviewed):
    assert not any("telah ditelaah" in event.title for event in story(worded, APRIL))


def test_downloads_carry_provenance_in_column_and_name_and_run_no_formula(
    client, worded
):
    answer = client.get(reverse("publish:recommendations_csv"))

    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["asal_usul"] == "isian"
    assert row["naskah"].startswith("'=HYPERLINK")
    assert "rekomendasi-isian.csv" in answer["Content-Disposition"]


def test_downloads_speak_indonesian_also_in_their_cells(forum, worded, reviewed):
    (adopted,) = rows.recommendations()
    (judged,) = rows.progress(APRIL + timedelta(days=15))

    assert adopted["status"] == "disepakati"
    assert judged["hasil_telaah"] == "belum"
    assert judged["keadaan"] == "berisiko"


def test_what_is_awaited_says_so_in_the_download(forum, worded, draft):
    standing = [
        row["keadaan"]
        for days in (0, 61)
        for row in rows.progress(NOW + timedelta(days=days))
    ]

    assert standing == ["menunggu_rtl", "rtl_terlambat"]


def test_json_says_the_same_as_csv(client, worded):
    found = client.get(reverse("publish:recommendations_json")).json()

    assert found[0]["nomor"] == "REK-2026-PTIK-01"
    assert found[0]["ditujukan_kepada"] == "kabupaten-satu"


def test_a_document_that_is_not_public_is_not_listed(client, reviewed):
    page = client.get(reverse("publish:documents")).content.decode()

    assert reviewed.receipt.code not in page
    assert client.get("/api/v1/documents/").json() != []
    assert reviewed.receipt.code not in str(client.get("/api/v1/documents/").json())


def test_the_data_page_lists_every_download(client, worded):
    page = client.get(reverse("publish:data")).content.decode()

    for name in ("recommendations_csv", "progress_json"):
        assert reverse(f"publish:{name}") in page


def test_the_story_and_the_home_say_that_a_guideline_is_repealed(client, worded):
    day = APRIL.date()
    Guideline.objects.create(
        slug="pedoman",
        record=worded.meeting.record,
        title="Pedoman",
        state=GuidelineState.WITHDRAWN,
        in_force_on=day - timedelta(days=10),
        withdrawn_on=day - timedelta(days=1),
        withdrawn_because="Peraturan baru.",
        provenance=Provenance.ENTERED,
    )

    told = {event.title: event.future for event in story(worded, APRIL)}

    assert told["Pedoman berlaku"] is False
    assert told["Pedoman dicabut"] is False
    assert "Pedoman yang memuatnya dicabut." in client.get("/").content.decode()
