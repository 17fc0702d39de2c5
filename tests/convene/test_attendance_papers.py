"""Invited against present, the attendance list and the bundle for the travel claim."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from sinergi.convene import acts, attendance_papers, headcount, travel_claim
from sinergi.convene.headcount import Count
from sinergi.convene.models import Meeting, Participant
from sinergi.convene.rules import CommitteeRole, Door
from sinergi.core.canonical import sha256
from tests.convene.conftest import OPENING_DAY

NIP, PHONE = "198001012005011001", "081234567890"
DAY = date(2026, 3, 4)


@pytest.fixture
def held(running: Meeting, group, satu, dua, budi, sari) -> Meeting:
    """One head came by card, one was taken back, of the group nobody came."""
    acts.add_participants(
        running,
        governments=[satu, dua],
        office="Kabid",
        session=group,
        by=sari,
        at=OPENING_DAY,
    )
    Participant.objects.filter(government=satu, office="Kepala Dinas").update(
        name="Made Suarta", nip=NIP, phone=PHONE
    )
    came = running.participants.get(government=satu, office="Kepala Dinas")
    wrong = running.participants.get(government=dua, office="Kepala Dinas")
    acts.check_in(came, door=Door.SCAN, by=budi, at=OPENING_DAY)
    mistaken = acts.check_in(wrong, by=budi, at=OPENING_DAY)
    acts.undo_check_in(mistaken, reason="Salah", by=budi, at=OPENING_DAY)
    return running


def words_of(drawn: bytes) -> str:
    return " ".join(
        " ".join(
            page.extract_text() for page in PdfReader(io.BytesIO(drawn)).pages
        ).split()
    )


def test_who_was_taken_back_does_not_count_as_present(held, satu, dua):
    rows = {row.label: row for row in headcount.presence(held).by_government()}

    assert rows[satu.name].total == Count(2, 1)
    assert rows[dua.name].total == Count(2, 0)
    assert rows[satu.name].total.absent == 1


def test_a_group_is_expected_on_the_day_of_its_session_only(held, group):
    known = headcount.presence(held)

    rows = {row.label: row for row in known.by_group()}

    assert [count.expected for count in rows[str(group)].days] == [2, 0, 0]
    (heads,) = [row for label, row in rows.items() if label != str(group)]
    assert [count.expected for count in heads.days] == [4, 4, 4]


def test_every_attendance_is_counted_at_one_door(held):
    counts = headcount.presence(held).by_door()

    assert sum(sum(by_day) for _door, by_day in counts) == 1
    assert dict(counts)["kartu"] == [1, 0, 0]


def test_the_list_has_names_numbers_and_who_did_not_come(held):
    drawn = attendance_papers.daftar_hadir(held, DAY)

    said = words_of(drawn)
    assert NIP in said
    assert PHONE in said
    assert "10.00 WITA" in said
    assert "tidak hadir" in said
    assert "1 dari 6 peserta" in said
    assert "memuat data pribadi" in said
    assert drawn == attendance_papers.daftar_hadir(held, DAY)


def test_the_list_is_tagged_and_archivable(held):
    reader = PdfReader(io.BytesIO(attendance_papers.daftar_hadir(held, DAY)))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_a_list_of_a_session_leaves_out_other_groups(held, plenary, group, satu):
    said = words_of(attendance_papers.daftar_hadir(held, DAY, plenary))

    assert "Kabid" not in said
    assert "Kabid" in words_of(attendance_papers.daftar_hadir(held, DAY, group))


def test_the_bundle_is_what_its_manifest_says_and_the_same_twice(held):
    packed = travel_claim.bundle(held)

    archive = zipfile.ZipFile(io.BytesIO(packed))
    manifest = json.loads(archive.read("manifest.json"))
    listed = {each["nama"]: each["sha256"] for each in manifest["berkas"]}
    assert set(archive.namelist()) == {*listed, "manifest.json"}
    for name, digest in listed.items():
        assert sha256(archive.read(name)) == digest
    assert [name.rpartition("-")[0] for name in listed] == [
        "undangan",
        "susunan-acara",
        "daftar-hadir-2026-03-04",
    ]
    assert travel_claim.bundle(held) == packed


def test_approved_minutes_are_in_the_bundle_as_they_were_locked(
    held, wati, kadek, sari
):
    acts.name_committee(
        held,
        person=kadek.person,
        role=CommitteeRole.MINUTE_TAKER,
        by=sari,
        at=OPENING_DAY,
    )
    closing = OPENING_DAY + timedelta(days=2)
    acts.close_meeting(held, by=wati, at=closing)
    for session in held.sessions.all():
        acts.write_minutes(
            session, text="Sidang berjalan.", seen="", by=kadek, at=closing
        )
    acts.approve_minutes(held, by=wati, at=closing + timedelta(days=5))
    held.refresh_from_db()

    archive = zipfile.ZipFile(io.BytesIO(travel_claim.bundle(held)))

    (name,) = [each for each in archive.namelist() if each.startswith("notulen")]
    with held.approved_minutes.document.file.content.open("rb") as locked:
        assert archive.read(name) == locked.read()


def test_numbers_of_people_are_printed_by_the_secretariat_only(
    visit, held, sari, wati, budi, kadek, on_the_day
):
    base = f"/kerja/rakor/{held.slug}/kehadiran/"

    for path in (f"{base}2026-03-04/daftar-hadir.pdf", f"{base}spj.zip"):
        assert visit(sari, path).status_code == 200
        for by in (wati, budi, kadek):
            assert visit(by, path).status_code == 403
        assert "no-store" in visit(sari, path)["Cache-Control"]


@pytest.mark.parametrize("who", [None, "kadek", "budi", "sari"])
def test_no_page_shows_nip_or_phone(visit, held, request, who, on_the_day):
    by = request.getfixturevalue(who) if who else None
    pages = [f"/rakor/{held.slug}/", "/rakor/"]
    if by:
        pages += [f"/kerja/rakor/{held.slug}/kehadiran/"]

    for path in pages:
        page = visit(by, path).content.decode()
        assert NIP not in page
        assert PHONE not in page


def test_who_came_by_which_door_is_read_by_who_runs_the_meeting(
    visit, held, sari, rini, kadek, on_the_day
):
    path = f"/kerja/rakor/{held.slug}/kehadiran/"

    secretariat, other = (visit(by, path).content.decode() for by in (sari, rini))

    assert "Yang hadir pada" in secretariat
    assert "dibatalkan 10.00" in secretariat
    assert "Yang hadir pada" not in other
    assert "Diundang dan hadir" in other


@pytest.mark.parametrize("day", ["2026-03-09", "kemarin", "2026-13-40"])
def test_a_list_of_a_day_there_was_not_is_not_there(visit, held, sari, day):
    path = f"/kerja/rakor/{held.slug}/kehadiran/{day}/daftar-hadir.pdf"

    assert visit(sari, path).status_code == 404


def test_a_simulated_list_says_so_on_paper_and_in_its_name(held):
    Meeting.objects.filter(pk=held.pk).update(provenance="simulated")
    held.refresh_from_db()

    archive = zipfile.ZipFile(io.BytesIO(travel_claim.bundle(held)))

    for name in archive.namelist():
        if name.endswith(".pdf"):
            assert name.endswith("-simulasi.pdf")
            assert "SIMULASI" in words_of(archive.read(name))


def test_nobody_is_expected_before_anybody_is_on_the_list(draft):
    known = headcount.presence(draft)

    assert known.together().total == Count(0, 0)
