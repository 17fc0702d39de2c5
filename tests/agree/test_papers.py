"""Berita acara and pedoman: the same words, hashed, locked, on paper."""

import io
import json
from collections import defaultdict
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from docx import Document as Docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sinergi.agree import acts, printed, rules, snapshots
from sinergi.agree.models import (
    Guideline,
    Position,
    Recommendation,
    RecordOfAgreement,
)
from sinergi.agree.rules import GuidelineState, RecordState, Stance
from sinergi.convene.models import Attendance
from sinergi.core import files
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.documents import Seal
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from tests.agree.conftest import NOW, TEXT, another, later_meeting, lock, reviewed

AFTERWARDS = datetime(2027, 3, 6, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def guideline(locked, sari):
    return acts.compile_guideline(
        locked, title="Pedoman Uji", foreword="Pengantar.", by=sari, at=NOW
    )


@pytest.fixture
def in_force(guideline, sari):
    return acts.bring_in_force(
        reviewed(guideline, sari),
        legal_form="Surat Edaran",
        number="SE/1/2026",
        in_force_on=date(2026, 3, 20),
        by=sari,
        at=NOW,
    )


def words_on(document):
    pages = PdfReader(io.BytesIO(files.read(document.file))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_draft_offers_no_code_to_verify_it_by(locked):
    content = json.loads(locked.document.content)

    drawn = printed.berita_acara(content, None, origin="https://sinergi.example")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(drawn)).pages)

    assert "belum dikunci" in text
    assert "Pindai kode QR" not in text
    assert "/v/" not in text


def test_the_docx_of_record_and_pedoman_say_the_words_that_were_locked(
    client, locked, in_force
):
    told = json.loads(locked.document.content)["recommendations"]
    for address in (
        f"/berita-acara/{locked.meeting.slug}/docx/",
        f"/pedoman/{in_force.slug}/docx/",
    ):
        answer = client.get(address)

        assert answer["Content-Disposition"].endswith('-isian.docx"')
        paper = Docx(io.BytesIO(answer.content))
        written = [each.text for each in paper.paragraphs]
        for text in told:
            for words in text["paragraphs"]:
                assert words in written
    footer = paper.sections[0].footer.paragraphs[0].text
    assert in_force.document.code in footer


def test_nobody_downloads_what_is_not_locked(client, meeting, adopted, sari):
    acts.draft_record(meeting, number="1", agreed_on=NOW.date(), by=sari, at=NOW)

    assert client.get(f"/berita-acara/{meeting.slug}/docx/").status_code == 404


def test_an_old_tab_of_foreword_or_commentary_overwrites_nothing(
    client, guideline, sari
):
    client.force_login(sari.person)
    clause = guideline.clauses.get()
    pages = {
        reverse("agree_work:guideline", args=[guideline.record.meeting.slug]): {
            "title": guideline.title,
            "foreword": "Kedua.",
        },
        reverse(
            "agree_work:commentary", args=[guideline.record.meeting.slug, clause.pk]
        ): {"commentary": "Kedua."},
    }
    for address, typed in pages.items():
        shown = client.get(address).context["form"]["seen"].value()
        first = {**typed, list(typed)[-1]: "Pertama.", "seen": shown}
        client.post(address, first)

        old = client.post(address, {**typed, "seen": shown})

        told = old.content.decode()
        assert "Sekarang tertulis: “" in told
        assert "Pertama.”" in told
        assert "Kedua." in told
        again = old.context["form"]["seen"].value()
        assert client.post(address, {**typed, "seen": again}).status_code == 302
    guideline.refresh_from_db()
    clause.refresh_from_db()
    assert (guideline.foreword, clause.commentary) == ("Kedua.", "Kedua.")


def test_locking_freezes_words_answers_and_hashes(locked, adopted):
    content = json.loads(locked.document.content)
    (text,) = content["recommendations"]

    assert locked.state == RecordState.LOCKED
    assert text["paragraphs"] == TEXT.split("\n\n")
    assert text["sha256"] == adopted.current.sha256
    assert {p["government"]: p["stance"] for p in text["positions"]} == {
        "Provinsi Uji": "not_concerned",
        "Kabupaten Satu": "agree",
        "Kabupaten Dua": "agree",
        "Kota Tiga": "not_concerned",
    }
    assert locked.document.content_sha256 == sha256(locked.document.content)


def test_the_paper_says_the_words_the_day_and_the_code(locked):
    paper = words_on(locked.document)

    assert "Rabu tanggal empat bulan Maret tahun dua ribu dua puluh enam" in paper
    assert "Setiap kecamatan menyelenggarakan kelas literasi digital" in paper
    assert "REK-2026-PTIK-01" in paper
    assert locked.document.code in paper.replace(" ", "")


def test_the_paper_says_who_attended_and_how_who_did_not_has_answered(
    client, adopted, meeting, sari, kadek, pillars, satu, tiga
):
    adopted.pillars.add(pillars[0])
    Attendance.objects.filter(participant__government__in=[satu, tiga]).delete()
    meeting.procedure.quorum_percent = 50
    meeting.procedure.save()
    locked = lock(meeting, sari)

    paper = words_on(locked.document)
    page = client.get(f"/berita-acara/{meeting.slug}/").content.decode()

    assert "dihadiri 2 (dua) dari 4 (empat) pemerintah daerah anggota" in paper
    assert "sebagai berikut" not in paper
    attended, absent = paper.split("yang tidak hadir:")
    assert "Kabupaten Satu" not in attended
    assert "Kabupaten Satu" in absent.split("Hadir 2 dari 4")[0]
    # Satu answered itself before; Tiga is not addressed and said nothing.
    given = "setuju (tidak hadir dalam rapat; disampaikan tertulis melalui Sinergi)"
    assert given in paper
    assert "(tidak hadir dalam rapat; bukan yang dituju, tidak diminta" in paper
    assert "Bukti yang diharapkan Daftar hadir kelas" in paper
    assert f"Pilar {pillars[0].name}" in paper
    for told in ("disampaikan tertulis melalui Sinergi", "Daftar hadir kelas"):
        assert told in page
    assert pillars[0].name in page
    assert "Pemerintah daerah yang tidak hadir" in page


def test_who_came_but_was_not_there_for_a_text_is_told_so(
    client, in_plenary, meeting, sari, tiga, chair, present
):
    acts.record_position(
        in_plenary.current, government=tiga, stance=Stance.ABSENT, by=sari, at=NOW
    )
    acts.adopt(in_plenary, by=chair, at=NOW)
    locked = lock(meeting, sari)

    paper = words_on(locked.document)
    page = client.get(f"/berita-acara/{meeting.slug}/").content.decode()

    assert "tidak hadir (saat naskah ini dibahas; dicatat sekretariat)" in paper
    assert "saat naskah ini dibahas" in page


def test_a_meeting_everyone_attended_says_so(locked):
    paper = words_on(locked.document)

    assert "dihadiri seluruh 4 (empat) pemerintah daerah anggota" in paper
    assert "yang tidak hadir" not in paper


def test_adopted_text_is_the_text_of_record_guideline_and_page(in_force, adopted):
    record = json.loads(in_force.record.document.content)
    printed = json.loads(in_force.document.content)
    clause = in_force.clauses.get()

    hashes = {
        adopted.pinned.sha256,
        record["recommendations"][0]["sha256"],
        printed["chapters"][0]["clauses"][0]["sha256"],
        clause.version.sha256,
        rules.text_hash(record["recommendations"][0]["paragraphs"]),
        rules.text_hash(printed["chapters"][0]["clauses"][0]["paragraphs"]),
        rules.text_hash(clause.version.texts),
    }
    assert len(hashes) == 1


def rules_take(typed):
    """A text without a word is refused, which another test says."""
    return bool(rules.paragraphs_of("\n\n".join(typed)))


TYPED = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]),
    min_size=1,
    max_size=80,
)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(TYPED, min_size=1, max_size=3).filter(rules_take))
def test_whatever_was_typed_the_same_words_are_locked_and_quoted(
    meeting, group, details, budi, sari, typed
):
    drafted = acts.draft(
        meeting=meeting,
        session=group,
        details=another(details, Recommendation.objects.count()),
        text="\n\n".join(typed),
        by=budi,
        at=NOW,
    )
    version = drafted.current
    content = snapshots.of_adopted(version)

    again = json.loads(canonical_json(content))

    assert version.sha256 == rules.text_hash(again["paragraphs"]) == again["sha256"]
    assert again["paragraphs"] == version.texts == rules.paragraphs_of(version.as_typed)


def test_a_record_is_not_locked_while_something_is_open(
    in_plenary, adopted, meeting, group, details, budi, kadek, sari
):
    left = acts.submit(
        acts.draft(
            meeting=meeting,
            session=group,
            details=another(details),
            text="B",
            by=budi,
            at=NOW,
        ),
        by=kadek,
        at=NOW,
    )

    with pytest.raises(acts.NotLockable):
        lock(meeting, sari)

    acts.withdraw(left, by=kadek, at=NOW)
    assert acts.lock_record(meeting.record, by=sari, at=NOW).is_locked


def test_a_draft_nobody_submitted_does_not_hold_the_record_up(
    adopted, meeting, group, details, budi, sari
):
    acts.draft(
        meeting=meeting,
        session=group,
        details=another(details),
        text="B",
        by=budi,
        at=NOW,
    )

    assert lock(meeting, sari).is_locked


@pytest.mark.parametrize("number", ["BA/1/2026", " ba/1 /2026"])
def test_a_number_belongs_to_one_berita_acara_of_the_forum(
    locked, meeting, sari, number
):
    RecordOfAgreement.objects.filter(pk=locked.pk).update(number="BA/1/2026")
    later = later_meeting(meeting)

    with pytest.raises(acts.NumberTaken, match=meeting.title):
        acts.draft_record(
            later, number=number, agreed_on=later.starts_on, by=sari, at=AFTERWARDS
        )


def test_a_number_belongs_to_one_pedoman_of_the_forum(in_force, meeting, sari):
    later = RecordOfAgreement.objects.create(
        meeting=later_meeting(meeting),
        number="2",
        agreed_on=date(2027, 3, 5),
        state=in_force.record.state,
        document=in_force.record.document,
        locked_at=NOW,
        provenance=in_force.provenance,
    )
    second = acts.compile_guideline(
        later, title="Pedoman Kedua", foreword="", by=sari, at=AFTERWARDS
    )

    reviewed(second, sari, AFTERWARDS)
    with pytest.raises(acts.NumberTaken, match="Pedoman Uji"):
        acts.bring_in_force(
            second,
            legal_form="Surat Edaran",
            number="SE/1/2026",
            in_force_on=date(2027, 3, 20),
            by=sari,
            at=AFTERWARDS,
        )


def test_a_record_is_not_locked_before_the_meeting_is_closed(adopted, meeting, sari):
    record = acts.draft_record(
        meeting, number="1", agreed_on=date(2026, 3, 4), by=sari, at=NOW
    )

    with pytest.raises(acts.NotLockable):
        acts.lock_record(record, by=sari, at=NOW)


def test_a_record_without_a_quorum_or_a_number_is_not_locked(adopted, meeting, sari):
    Attendance.objects.all().delete()
    meeting.state = "closed"
    meeting.save()
    record = acts.draft_record(
        meeting, number=" ", agreed_on=date(2026, 3, 4), by=sari, at=NOW
    )

    with pytest.raises(acts.NotLockable) as refusal:
        acts.lock_record(record, by=sari, at=NOW)

    assert str(refusal.value).count(".") >= 3


def test_only_the_secretariat_keeps_the_record(adopted, meeting, chair, budi):
    for by in (chair, budi):
        with pytest.raises(NotAllowed):
            acts.draft_record(
                meeting, number="1", agreed_on=date(2026, 3, 4), by=by, at=NOW
            )


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 3, 5)])
def test_the_day_of_agreement_lies_between_opening_and_today(meeting, sari, day):
    with pytest.raises(acts.BadDay, match=f"{day.day} Maret 2026"):
        acts.draft_record(meeting, number="1", agreed_on=day, by=sari, at=NOW)


def test_a_locked_record_is_locked_once_and_nothing_moves_after(
    locked, meeting, submitted, kadek, sari
):
    with pytest.raises(acts.AlreadyLocked):
        acts.lock_record(locked, by=sari, at=NOW)
    with pytest.raises(acts.AlreadyLocked):
        acts.draft_record(
            meeting, number="2", agreed_on=date(2026, 3, 4), by=sari, at=NOW
        )
    with pytest.raises(acts.WordsStandStill):
        acts.write_version(submitted.current, text="Lain", reason="x", by=kadek, at=NOW)


def test_what_is_with_a_locked_record_is_asked_for_by_one_question(locked, adopted):
    assert list(Recommendation.objects.with_locked_record()) == [adopted]


def test_before_locking_nothing_is_with_a_locked_record(adopted):
    assert not Recommendation.objects.with_locked_record().exists()


def test_the_same_record_gives_the_same_bytes_but_for_its_code(locked):
    content = json.loads(locked.document.content)
    seal = Seal("AAAAAAAAAA", "0" * 64)
    draw = printed.berita_acara

    once = draw(content, seal, origin="http://x.example")
    again = draw(content, seal, origin="http://x.example")

    assert once == again


def test_a_guideline_quotes_only_a_locked_record(adopted, meeting, sari):
    record = acts.draft_record(
        meeting, number="1", agreed_on=date(2026, 3, 4), by=sari, at=NOW
    )

    with pytest.raises(acts.NotLockedYet):
        acts.compile_guideline(record, title="P", by=sari, at=NOW)


def test_a_guideline_is_compiled_once(guideline, sari):
    with pytest.raises(acts.AlreadyCompiled):
        acts.compile_guideline(guideline.record, title="P", by=sari, at=NOW)


def test_commentary_changes_and_the_clause_does_not(guideline, sari, chair):
    clause = guideline.clauses.get()
    before = clause.version.sha256
    acts.edit_commentary(clause, commentary="Contoh.", by=sari, at=NOW)

    clause.refresh_from_db()
    assert (clause.commentary, clause.version.sha256) == ("Contoh.", before)
    with pytest.raises(NotAllowed):
        acts.edit_commentary(clause, commentary="x", by=chair, at=NOW)


def test_title_and_foreword_change_until_it_is_in_force(guideline, sari, chair):
    acts.edit_guideline(guideline, title="Baru", foreword="Satu.", by=sari, at=NOW)

    guideline.refresh_from_db()
    assert (guideline.title, guideline.foreword) == ("Baru", "Satu.")
    with pytest.raises(NotAllowed):
        acts.edit_guideline(guideline, title="x", foreword="", by=chair, at=NOW)


def test_a_guideline_is_not_in_force_before_what_it_quotes_was_agreed(guideline, sari):
    reviewed(guideline, sari)
    with pytest.raises(acts.TooEarly, match=r"3 Maret 2026 .* 4 Maret 2026"):
        acts.bring_in_force(
            guideline,
            legal_form="Surat Edaran",
            number="SE/1/2026",
            in_force_on=date(2026, 3, 3),
            by=sari,
            at=NOW,
        )

    guideline.refresh_from_db()
    assert not guideline.is_determined


def test_a_guideline_of_a_mistyped_year_is_not_in_force_for_good(guideline, sari):
    reviewed(guideline, sari)
    with pytest.raises(acts.TooLate):
        acts.bring_in_force(
            guideline,
            legal_form="Surat Edaran",
            number="SE/1/2026",
            in_force_on=date(9999, 12, 31),
            by=sari,
            at=NOW,
        )


def determining(guideline, sari, **stated):
    return acts.bring_in_force(
        reviewed(guideline, sari),
        legal_form="Surat Edaran",
        number="SE/1/2026",
        in_force_on=date(2026, 3, 20),
        by=sari,
        at=NOW,
        **stated,
    )


DETERMINED = {
    "signing_office": "Sekretaris Daerah Provinsi Uji",
    "determined_in": "Mataram",
    "determined_on": date(2026, 3, 4),
}


def test_who_determined_the_guideline_is_printed_as_it_was_stated(guideline, sari):
    paper = words_on(determining(guideline, sari, **DETERMINED).document)

    assert "Ditetapkan di Mataram pada tanggal 4 Maret 2026" in paper
    assert "Sekretaris Daerah Provinsi Uji" in paper


def test_without_a_signatory_none_is_made_up(guideline, sari):
    paper = words_on(determining(guideline, sari).document)

    assert "Ditetapkan" not in paper
    assert "Kepala" not in paper
    assert "..." not in paper.split("Daftar isi")[0]


@pytest.mark.parametrize("left_out", DETERMINED)
def test_a_determination_is_stated_wholly_or_not_at_all(guideline, sari, left_out):
    stated = {k: v for k, v in DETERMINED.items() if k != left_out}

    with pytest.raises(acts.NotDetermined):
        determining(guideline, sari, **stated)


@pytest.mark.parametrize("day", [date(2026, 3, 3), date(2026, 3, 5)])
def test_a_guideline_is_determined_after_the_agreement_and_not_in_the_future(
    guideline, sari, day
):
    with pytest.raises(acts.NotDetermined, match=f"4 Maret 2026.*{day.day} Maret 2026"):
        determining(guideline, sari, **DETERMINED | {"determined_on": day})


def test_in_force_is_final_and_printed(in_force, sari):
    assert in_force.state == GuidelineState.DETERMINED
    paper = words_on(in_force.document)
    assert "Setiap kecamatan menyelenggarakan kelas literasi digital" in paper
    assert "SE/1/2026" in paper
    with pytest.raises(acts.AlreadyDetermined):
        acts.edit_guideline(in_force, title="x", foreword="", by=sari, at=NOW)
    with pytest.raises(acts.AlreadyDetermined):
        acts.edit_commentary(in_force.clauses.get(), commentary="x", by=sari, at=NOW)


def test_every_act_of_the_papers_leaves_one_entry(in_force):
    actions = LedgerEvent.objects.filter(object_reference="rakor-uji")

    assert [e.action for e in actions.order_by("seq")] == [
        "draft_record",
        "lock_record",
        "compile_guideline",
        "open_review",
        "bring_in_force",
    ]


def test_replaying_the_ledger_rebuilds_every_state_and_answer(
    in_force, adopted, meeting
):
    states, stances, papers = {}, defaultdict(dict), {}
    for event in LedgerEvent.objects.order_by("seq"):
        body = json.loads(event.body)
        kind, reference = body["object"]["kind"], body["object"]["reference"]
        after = body["after"]
        if kind == "agree.recommendation":
            if "state" in after:
                states[reference] = after["state"]
            for slug, told in after.get("positions", {}).items():
                stances[reference, after["version"]][slug] = told["stance"]
        elif kind.startswith("agree.") and "state" in after:
            papers[kind] = after["state"]

    assert states == {r.ledger_reference: r.state for r in Recommendation.objects.all()}
    stated = Position.objects.filter(is_start=False)
    assert stated.count() == sum(len(told) for told in stances.values())
    for position in stated:
        version = position.version
        told = stances[version.recommendation.ledger_reference, version.number]
        assert told[position.government.slug] == position.stance
    assert papers == {
        "agree.recordofagreement": RecordState.LOCKED,
        "agree.guideline": Guideline.objects.get().state,
    }
