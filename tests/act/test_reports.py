"""Quarterly reports: prefilled, received, reviewed, contested, public at last."""

import io
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
from pypdf import PdfReader

from sinergi.act import acts, claims, drafts, queries
from sinergi.act.models import Report
from sinergi.act.rules import EvidenceLevel, Health, Quarter, Verdict
from sinergi.core import files
from sinergi.core.files import FileRefused
from sinergi.core.models import LedgerEvent, Office
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Provenance, last_moment
from sinergi.letters.heads import office_of
from sinergi.paper.typesetter import typeset
from tests.act.conftest import APRIL, JULY
from tests.cast import NOW

pytestmark = pytest.mark.django_db

Q1, Q2 = Quarter(2026, 1), Quarter(2026, 2)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def written(running, budi) -> Report:
    report = drafts.open_report(running, Q1, by=budi)
    activity = running.activities.get()
    return drafts.save_report(
        report,
        narrative="Dua kelas",
        obstacles="",
        values={activity.pk: Decimal(12)},
    )


@pytest.fixture
def sent(written, kadek) -> Report:
    return acts.submit_report(written, by=kadek, at=APRIL, without_evidence=True)


def verdict(report, by, found=Verdict.NOT_YET, note="Belum ada bukti", at=APRIL):
    return acts.review(
        report,
        verdict=found,
        evidence_level=EvidenceLevel.STATEMENT,
        note=note,
        by=by,
        at=at,
    )


def test_a_sent_report_has_a_receipt_with_number_and_hash(sent):
    assert sent.receipt.number == "TT/RTL-2026-PTIK-01-9901/2026-TW1"
    assert len(sent.receipt.content_sha256) == 64
    assert "Dua kelas" in sent.receipt.content
    assert not sent.receipt.is_public
    with sent.receipt.file.content.open("rb") as pdf:
        assert pdf.read(5) == b"%PDF-"


def test_a_report_sent_after_its_day_says_so_and_one_that_came_back_does_not(
    written, kadek, rini
):
    last = last_moment(written.due_at)
    on_time = acts.submit_report(written, by=kadek, at=last, without_evidence=True)
    assert not on_time.is_late

    acts.return_report(on_time, reason="Kurang jelas", by=rini, at=last)
    again = acts.submit_report(
        on_time, by=kadek, at=last + timedelta(days=9), without_evidence=True
    )

    assert not again.is_late
    assert again.receipt.number == "TT/RTL-2026-PTIK-01-9901/2026-TW1/2"
    assert "2026-TW1 (" in json.loads(again.receipt.content)["replaces"]


def test_a_late_report_is_marked_on_its_receipt(written, kadek):
    late = acts.submit_report(
        written, by=kadek, at=written.due_at, without_evidence=True
    )

    assert late.is_late
    page = PdfReader(io.BytesIO(files.read(late.receipt.file))).pages[0]
    assert "laporan ini terlambat" in " ".join(page.extract_text().split())


def test_a_receipt_is_issued_by_the_office_whose_head_it_bears(sent, province):
    assert sent.receipt.issuer == "Pemerintah Provinsi Uji"

    Office.objects.create(government=province, name="Diskominfo")

    assert (
        office_of(province, Provenance.ENTERED) == "Diskominfo, Pemerintah Provinsi Uji"
    )


def test_the_next_report_is_prefilled_with_the_last(sent, running, budi):
    following = drafts.open_report(running, Q2, by=budi)

    assert following.narrative == "Dua kelas"
    assert following.achievements.get().value == Decimal(12)


@pytest.fixture
def lower(sent, running, budi) -> Report:
    """3 since the start, after a first quarter that said 12."""
    report = drafts.open_report(running, Q2, by=budi)
    values = {running.activities.get().pk: Decimal(3)}
    return drafts.save_report(report, narrative="", obstacles="", values=values)


def test_a_value_that_falls_is_sent_only_with_a_word_about_it(lower, running, kadek):
    with pytest.raises(acts.Unexplained, match=r"3 sejak awal .* 12"):
        acts.submit_report(lower, by=kadek, at=JULY, without_evidence=True)

    values = {running.activities.get().pk: Decimal(3)}
    drafts.save_report(
        lower, narrative="", obstacles="Dua kelas dihitung ganda", values=values
    )

    assert acts.submit_report(lower, by=kadek, at=JULY, without_evidence=True)


def test_a_value_that_falls_stands_beside_what_its_reader_may_know_it_was(
    lower, sent, kadek, rini
):
    lower.narrative = "Dua kelas dihitung ganda"
    lower.save()
    acts.submit_report(lower, by=kadek, at=JULY, without_evidence=True)

    (seen,), (hidden,) = claims.told(lower, rini, JULY), claims.told(lower, None, JULY)
    verdict(sent, rini)
    acts.accept_verdict(sent, by=kadek, at=APRIL)
    (public,) = claims.told(Report.objects.get(pk=lower.pk), None, JULY)

    assert (seen.was, seen.was_in) == (Decimal(12), Q1)
    assert not isinstance(hidden, claims.Fallen)
    assert public.was == Decimal(12)


def test_budi_writes_but_only_the_head_sends(written, budi):
    with pytest.raises(NotAllowed):
        acts.submit_report(written, by=budi, at=APRIL, without_evidence=True)


def test_a_report_without_a_number_names_the_activity(running, budi, kadek):
    report = drafts.open_report(running, Q1, by=budi)

    with pytest.raises(acts.NothingReported, match="Pelatihan petugas"):
        acts.submit_report(report, by=kadek, at=APRIL)


def test_evidence_or_the_word_that_there_is_none_is_needed(written, kadek):
    with pytest.raises(acts.NothingReported):
        acts.submit_report(written, by=kadek, at=APRIL)

    drafts.attach(
        written,
        content=PNG,
        name="foto.png",
        page="1",
        level=EvidenceLevel.DOCUMENT,
        is_public=True,
        at=APRIL,
    )
    assert acts.submit_report(written, by=kadek, at=APRIL).state == "submitted"


def test_evidence_that_is_not_what_it_says_is_refused(written):
    with pytest.raises(FileRefused, match=r"foto\.png"):
        drafts.attach(
            written,
            content=b"MZ\x00\x01 a program",
            name="foto.png",
            page="1",
            level=EvidenceLevel.DOCUMENT,
            is_public=False,
            at=APRIL,
        )


def test_nil_is_a_report_when_it_says_why(running, budi, kadek):
    report = drafts.open_report(running, Q1, by=budi)

    with pytest.raises(acts.NothingReported):
        acts.submit_nil(report, reason=" ", by=kadek, at=APRIL)
    acts.submit_nil(report, reason="Anggaran belum cair", by=kadek, at=APRIL)

    assert Report.objects.get().is_nil


def test_nil_carries_nothing_over_from_the_quarter_before(sent, running, budi, kadek):
    following = drafts.open_report(running, Q2, by=budi)

    acts.submit_nil(following, reason="Anggaran belum cair", by=kadek, at=JULY)

    assert following.narrative == "Anggaran belum cair"
    assert not following.achievements.exists()


def test_a_report_is_not_sent_before_its_quarter_has_ended(written, kadek):
    last_hour = datetime(2026, 3, 31, 15, 59, tzinfo=UTC)

    for send in (
        partial(acts.submit_report, without_evidence=True),
        partial(acts.submit_nil, reason="Anggaran belum cair"),
    ):
        with pytest.raises(acts.QuarterRunning, match="1 April 2026"):
            send(written, by=kadek, at=last_hour)
    sent = acts.submit_report(
        written, by=kadek, at=last_hour + timedelta(minutes=1), without_evidence=True
    )

    assert sent.state == "submitted"


def test_a_quarter_that_has_not_begun_takes_no_report(running, budi, kadek):
    report = drafts.open_report(running, Quarter(2026, 4), by=budi)

    with pytest.raises(acts.QuarterClosed, match="2026"):
        acts.submit_nil(report, reason="x", by=kadek, at=APRIL)


def test_no_verdict_by_the_own_government(sent, own_reviewer):
    with pytest.raises(NotAllowed):
        verdict(sent, own_reviewer)


def test_a_verdict_other_than_done_says_what_is_missing(sent, rini):
    with pytest.raises(acts.NothingReported):
        verdict(sent, rini, note="")


def test_red_is_not_public_before_the_days_to_answer_have_passed(sent, rini, running):
    verdict(sent, rini)

    assert queries.last_final_verdict(running, APRIL + timedelta(days=14)) is None
    stands = queries.last_final_verdict(running, APRIL + timedelta(days=15))
    assert stands.verdict == Verdict.NOT_YET


def test_an_accepted_verdict_is_public_at_once(sent, rini, kadek, running):
    verdict(sent, rini)

    acts.accept_verdict(sent, by=kadek, at=APRIL)

    assert queries.last_final_verdict(running, APRIL).verdict == Verdict.NOT_YET


def test_a_contested_verdict_is_settled_by_another_reviewer(
    sent, rini, kadek, second_reviewer, running
):
    verdict(sent, rini)
    acts.contest(sent, reply="Daftar hadir ada", by=kadek, at=APRIL)

    settle = {
        "verdict": Verdict.PARTLY,
        "evidence_level": EvidenceLevel.DOCUMENT,
        "note": "Sebagian terbukti",
        "at": APRIL,
    }
    with pytest.raises(NotAllowed, match="penelaah lain"):
        acts.settle(sent, by=rini, **settle)
    acts.settle(sent, by=second_reviewer, **settle)

    assert queries.last_final_verdict(running, APRIL).verdict == Verdict.PARTLY
    assert sent.reviews.count() == 2
    assert sent.reply == "Daftar hadir ada"


def test_a_verdict_is_not_contested_after_the_days_to_answer(sent, rini, kadek):
    verdict(sent, rini)

    with pytest.raises(acts.WrongState):
        acts.contest(sent, reply="x", by=kadek, at=APRIL + timedelta(days=15))


def test_a_returned_report_keeps_its_reason_and_is_sent_again(sent, rini, kadek):
    acts.return_report(sent, reason="Lampirkan daftar hadir", by=rini, at=APRIL)

    assert Report.objects.get().return_reason == "Lampirkan daftar hadir"
    acts.submit_report(sent, by=kadek, at=APRIL, without_evidence=True)
    assert Report.objects.get().return_reason == ""


def test_every_step_of_a_report_is_one_entry_in_the_ledger(sent, rini, kadek):
    verdict(sent, rini)
    acts.accept_verdict(sent, by=kadek, at=APRIL)

    events = LedgerEvent.objects.filter(object_kind="act.report").order_by("seq")
    assert [e.action for e in events] == ["submit", "review", "accept_verdict"]
    assert "Kadek" not in "".join(event.body for event in events)


def test_health_tells_a_missing_report_from_a_late_target(running, sent, rini, kadek):
    verdict(sent, rini, found=Verdict.DONE)
    acts.accept_verdict(sent, by=kadek, at=APRIL)
    fresh = type(running).objects.for_pages().get()

    assert queries.health(fresh, APRIL) is Health.ON_TRACK
    assert queries.health(fresh, JULY) is Health.NO_REPORT
    assert queries.health(fresh, NOW) is Health.ON_TRACK


def test_a_plan_found_partly_done_is_not_finished_whatever_it_claims(
    running, written, rini, kadek
):
    drafts.save_report(
        written,
        narrative="Semua kelas",
        obstacles="",
        values={running.activities.get().pk: Decimal(40)},
    )
    sent = acts.submit_report(written, by=kadek, at=APRIL, without_evidence=True)
    verdict(sent, rini, found=Verdict.PARTLY)
    acts.accept_verdict(sent, by=kadek, at=APRIL)
    fresh = type(running).objects.for_pages().get()

    assert queries.health(fresh, APRIL) is Health.AT_RISK


def test_a_document_as_evidence_names_its_page(written):
    shown = {"content": PNG, "name": "foto.png", "is_public": False, "at": APRIL}

    with pytest.raises(drafts.PageMissing, match="halaman"):
        drafts.attach(written, page=" ", level=EvidenceLevel.DOCUMENT, **shown)
    drafts.attach(written, page="", level=EvidenceLevel.STATEMENT, **shown)

    assert written.evidence.get().level == EvidenceLevel.STATEMENT


def paper(pages: int) -> bytes:
    return typeset({"main.typ": document(pages)})


def document(pages: int) -> bytes:
    body = "#pagebreak()".join(f"Lembar {number + 1}" for number in range(pages))
    return f'#set document(title: "Bukti")\n{body}'.encode()


def test_a_pdf_that_cannot_be_opened_is_no_evidence(written):
    with pytest.raises(drafts.UnreadablePdf, match=r"palsu\.pdf"):
        drafts.attach(
            written,
            content=b"%PDF-1.4\nhello",
            name="palsu.pdf",
            page="1",
            level=EvidenceLevel.DOCUMENT,
            is_public=False,
            at=APRIL,
        )

    assert not written.evidence.exists()


@pytest.mark.parametrize(
    ("content", "name", "page", "told"),
    [
        (paper(3), "daftar.pdf", "4", "3 halaman, dan halaman 4 tidak ada"),
        (paper(3), "daftar.pdf", "2–17", "halaman 17 tidak ada"),
        (paper(1), "daftar.pdf", "0", "1 halaman, dan halaman 0 tidak ada"),
        (PNG, "foto.png", "2", "1 halaman, dan halaman 2 tidak ada"),
    ],
)
def test_a_page_the_file_does_not_have_is_refused(written, content, name, page, told):
    shown = {"level": EvidenceLevel.DOCUMENT, "is_public": False, "at": APRIL}

    with pytest.raises(drafts.NoSuchPage, match=told):
        drafts.attach(written, content=content, name=name, page=page, **shown)

    assert not written.evidence.exists()


@pytest.mark.parametrize("page", ["3", "hal. 1–3", "sampul"])
def test_a_page_the_file_has_is_taken(written, page):
    drafts.attach(
        written,
        content=paper(3),
        name="daftar.pdf",
        page=page,
        level=EvidenceLevel.DOCUMENT,
        is_public=False,
        at=APRIL,
    )

    assert written.evidence.get().page == page


def test_done_without_any_evidence_is_refused_with_the_way_out(sent, rini):
    with pytest.raises(acts.Unproven, match="kembalikan laporan"):
        acts.review(
            sent,
            verdict=Verdict.DONE,
            evidence_level=EvidenceLevel.NONE,
            note="",
            by=rini,
            at=APRIL,
        )

    assert not sent.reviews.exists()
