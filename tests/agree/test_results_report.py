"""The report of results: drafted from the record, agreed words untouchable, locked."""

import io
import json
from datetime import UTC, date, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document as Docx
from pypdf import PdfReader

from sinergi.agree import acts, letters, printed, reporting
from sinergi.agree.models import Recommendation, ResultsReport
from sinergi.agree.rules import REPORT_STEPS, ReportLack, ReportState, report_lacks
from sinergi.agree.tasks import due
from sinergi.core import files
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Role
from sinergi.core.stale import Overtaken
from sinergi.letters import acts as of_letters
from sinergi.letters import numbering
from sinergi.letters.numbering import NumberTaken
from tests.agree.conftest import NOW, TEXT
from tests.agree.test_look import opened
from tests.cast import member

LATER = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def write(record, by: Membership, **other: object) -> ResultsReport:
    return acts.write_report(
        record.meeting,
        **{
            "number": "LH/1/2026",
            "cover_number": "",
            "dated_on": date(2026, 3, 9),
            "written_in": "Kota Tiga",
            "addressee": "Gubernur Uji",
            "through": "Sekretaris Daerah",
            **reporting.drafted(record),
            "by": by,
            "at": LATER,
            **other,
        },
    )


@pytest.fixture
def report(locked, sari):
    return write(locked, sari)


@pytest.fixture
def sent(report, sari):
    return acts.send_report(report, by=sari, at=LATER)


def on_paper(document) -> str:
    pages = PdfReader(io.BytesIO(files.read(document.file))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize("state", ReportState)
def test_a_report_goes_one_way(state):
    assert (ReportState.SENT in REPORT_STEPS[state]) == (state is ReportState.DRAFT)


@pytest.mark.parametrize(
    ("other", "lack"),
    [
        ({"record_locked": False}, ReportLack.RECORD_LOCKED),
        ({"written": False}, ReportLack.WRITTEN),
        ({"number": " "}, ReportLack.NUMBER),
        ({"dated_on": None}, ReportLack.DAY),
        ({"dated_on": date(2026, 3, 3)}, ReportLack.DAY),
        ({"dated_on": date(2026, 3, 11)}, ReportLack.DAY),
    ],
)
def test_each_thing_a_report_lacks_is_named(other, lack):
    whole = {
        "record_locked": True,
        "written": True,
        "number": "1",
        "dated_on": date(2026, 3, 9),
        "agreed_on": date(2026, 3, 4),
        "today": date(2026, 3, 10),
    }

    assert report_lacks(**whole) == []
    assert report_lacks(**{**whole, **other}) == [lack]


def test_the_report_says_the_words_of_the_berita_acara(report, locked):
    content = reporting.content_of(report, locked)

    agreed = json.loads(locked.document.content)
    assert content["recommendations"] == agreed["recommendations"]
    assert content["recommendations"][0]["paragraphs"] == TEXT.split("\n\n")
    assert content["record"]["code"] == locked.document.code


def test_words_changed_in_the_tables_do_not_reach_the_report(report, locked):
    Recommendation.objects.update(title="Judul lain")

    content = reporting.content_of(report, locked)

    assert "Judul lain" not in canonical_json(content)


def test_prose_left_as_drafted_follows_the_record(report, locked, meeting):
    meeting.refresh_from_db()
    meeting.venue = "Gedung Baru"
    meeting.save()
    locked.meeting.refresh_from_db()

    assert "Gedung Baru" in reporting.prose(report, locked)["introduction"]


def test_prose_the_secretariat_wrote_stays(locked, sari, meeting):
    report = write(locked, sari, introduction="Kami laporkan sebagai berikut.")

    said = reporting.prose(report, locked)

    assert said["introduction"] == "Kami laporkan sebagai berikut."
    assert report.course == ""
    content = reporting.content_of(report, locked)
    assert content["written_by_secretariat"] == ["introduction"]


def test_an_emptied_text_is_drafted_again(locked, sari):
    write(locked, sari, closing="Sekian.")

    report = write(locked, sari, closing="  ")

    assert reporting.prose(report, locked) == reporting.drafted(locked)


def test_the_sent_report_is_a_document_with_every_part(sent, locked):
    words = on_paper(sent.document)

    assert sent.document.content_sha256 == sha256(sent.document.content)
    assert not sent.document.is_public
    for part in (
        "Gubernur Uji",
        "melalui Sekretaris Daerah",
        locked.number,
        locked.document.code,
        "Diundang",
        "Kabupaten Dua",
        TEXT.split("\n\n")[0],
        "Tanggapan",
        "Tindak lanjut",
        "3 Mei 2026",  # sixty days after the berita acara
        "Notulen belum disahkan",
        sent.document.code,
        "Kota Tiga, 9 Maret 2026",
    ):
        assert part in words, part


def test_its_twin_in_word_says_the_same(sent):
    content = json.loads(sent.document.content)
    drawn = printed.laporan_hasil_docx(content, None, origin="http://x.example")

    paper = Docx(io.BytesIO(drawn))
    said = " ".join(each.text for each in paper.paragraphs)
    cells = " ".join(c.text for t in paper.tables for r in t.rows for c in r.cells)
    for words in TEXT.split("\n\n"):
        assert words in said
    assert "Kabupaten Dua" in cells
    assert "Yth. Gubernur Uji" in said


def test_the_covering_letter_names_the_report(sent, province):
    content = json.loads(sent.document.content)

    letter = letters.cover_letter(content, "SP/1/2026", province)

    paper = Docx(io.BytesIO(letter))
    said = " ".join(each.text for each in paper.paragraphs)
    assert "laporan nomor LH/1/2026" in said
    assert "Yth. Gubernur Uji" in said


def test_what_fills_the_covering_letter_is_what_its_placeholders_say(sent):
    values = letters.values_of(json.loads(sent.document.content))

    known = {each.name for each in (*letters.COVER.placeholders, *letters.COVER.lists)}
    assert set(values) == known


def test_a_sent_report_is_written_no_more(sent, locked, sari):
    with pytest.raises(acts.AlreadySent):
        write(locked, sari, closing="Lain.")
    with pytest.raises(acts.AlreadySent):
        acts.send_report(sent, by=sari, at=LATER)


def test_a_report_of_tomorrow_is_not_sent(locked, sari):
    report = write(locked, sari, dated_on=date(2026, 3, 11))

    with pytest.raises(acts.NotSendable, match="berita acara"):
        acts.send_report(report, by=sari, at=LATER)


def test_before_the_berita_acara_there_is_no_report(meeting, sari):
    with pytest.raises(acts.NoRecordYet):
        acts.write_report(
            meeting,
            number="1",
            cover_number="",
            dated_on=date(2026, 3, 9),
            written_in="Kota Tiga",
            addressee="Gubernur",
            through="",
            introduction="",
            course="",
            closing="",
            by=sari,
            at=LATER,
        )


def test_only_the_secretariat_writes_and_sends(report, locked, budi, kadek, wati):
    for by in (budi, kadek, wati):
        with pytest.raises(NotAllowed):
            write(locked, by)
        with pytest.raises(NotAllowed):
            acts.send_report(report, by=by, at=LATER)


def test_a_report_saved_in_another_tab_is_not_overwritten(report, locked, sari):
    shown = acts.seen_of_report(report)
    write(locked, sari, closing="Dari jendela lain.")

    with pytest.raises(Overtaken):
        write(locked, sari, closing="Dari jendela ini.", seen=shown)


def test_sending_gives_the_number_for_good(sent, locked, sari):
    given = sari.government.numbers.get(kind="laporan-hasil")

    assert given.number == "LH/1/2026"


def test_a_number_of_another_report_is_not_taken(report, sari):

    numbering.take(
        sari.government,
        "laporan-hasil",
        sari.provenance,
        number="LH/1/2026",
        reference="rakor-lain",
        title="Rakor lain",
        day=date(2026, 3, 1),
        at=NOW,
    )

    with pytest.raises(NumberTaken, match="Rakor lain"):
        acts.send_report(report, by=sari, at=LATER)


def test_writing_and_sending_are_on_record_without_their_words(sent):
    found = LedgerEvent.objects.filter(object_kind="agree.resultsreport")

    actions = list(found.order_by("seq").values_list("action", flat=True))
    assert actions == ["write_report", "send_report"]
    assert "Dengan hormat" not in "".join(found.values_list("body", flat=True))


# Pages.


def test_the_page_drafts_saves_and_sends(client, locked, sari, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)
    client.force_login(sari.person)
    url = f"/kerja/rekomendasi/rakor/{locked.meeting.slug}/laporan/"

    page = client.get(url)
    first = page.context["form"].initial
    assert first["addressee"] == "Gubernur Uji"
    client.post(url, {**first, "number": "LH/9/2026", "dated_on": "2026-03-09"})
    client.post(f"{url}kirim/")

    report = ResultsReport.objects.get()
    assert report.is_sent
    assert report.introduction == ""
    assert client.get(f"{url}laporan.pdf").content == files.read(report.document.file)
    for name in ("laporan.docx", "pengantar.docx"):
        assert client.get(url + name).content.startswith(b"PK")
    told = client.post(url, {**first, "dated_on": "2026-03-09"})
    assert told.status_code == 409


def test_the_page_before_the_lock_shows_the_way(client, meeting, sari):
    client.force_login(sari.person)

    page = client.get(f"/kerja/rekomendasi/rakor/{meeting.slug}/laporan/")

    assert f"/kerja/rekomendasi/rakor/{meeting.slug}/berita-acara/" in (
        page.content.decode()
    )


def test_a_draft_is_read_by_the_secretariat_alone(client, report, province, kadek):
    url = f"/kerja/rekomendasi/rakor/{report.meeting.slug}/laporan/laporan.pdf"
    head = member("Putra", province, Role.HEAD)

    for reader in (head, kadek):
        client.force_login(reader.person)
        assert client.get(url).status_code == 404


def test_a_sent_report_is_read_in_its_government(client, sent, province, kadek):
    url = f"/kerja/rekomendasi/rakor/{sent.meeting.slug}/laporan/laporan.pdf"
    head = member("Putra", province, Role.HEAD)

    client.force_login(head.person)
    assert client.get(url).status_code == 200
    client.force_login(kadek.person)
    assert client.get(url).status_code == 404


def test_the_number_of_the_berita_acara_is_proposed(client, meeting, sari):

    of_letters.set_number_pattern(
        letters.RECORD,
        text="BA-{urut}/{tahun}",
        code="",
        unit="",
        first=4,
        by=sari,
        at=NOW,
    )
    client.force_login(sari.person)

    page = client.get(f"/kerja/rekomendasi/rakor/{meeting.slug}/berita-acara/")

    assert page.context["form"].initial["number"].startswith("BA-4/")


def test_the_report_is_due_until_it_is_sent(locked, sari):
    def due_now() -> list[str]:
        return [each.url for each in due(sari, LATER) if "laporan" in each.url]

    assert len(due_now()) == 1
    acts.send_report(write(locked, sari), by=sari, at=LATER)
    assert due_now() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_can_be_used_by_everybody(page, client, report, sari, width):
    client.force_login(sari.person)
    address = f"/kerja/rekomendasi/rakor/{report.meeting.slug}/laporan/"

    said = opened(page, client.get(address), width)

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert said == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
