"""A locked berita acara is signed by each government, in any order and any of four
ways; a refusal is recorded; then it is announced."""

import io
import json
from datetime import date, timedelta
from random import Random

import pytest
from django.urls import reverse
from pypdf import PdfReader

from sinergi.agree import acts, rules, signing
from sinergi.agree.models import Refusal as Refused
from sinergi.agree.models import Signature, SignedCopy
from sinergi.agree.rules import (
    SIGNING,
    Count,
    Kind,
    SigningAction,
    SigningActor,
    Stage,
    may_sign,
    stage_of,
)
from sinergi.agree.tasks import due
from sinergi.core import files, ledger
from sinergi.core import signing as electronic
from sinergi.core.models import Document, LedgerEvent, Membership
from sinergi.core.refusal import NotAllowed, Refusal
from tests.agree.conftest import LETTER, NOW
from tests.papers import pdf
from tests.signatures import sign

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def document(locked) -> Document:
    return locked.document


def attest(document: Document, by: Membership):
    return acts.attest(document, authenticated_at=NOW, by=by, at=NOW)


def stage(document: Document) -> Stage:
    return signing.standing_of(signing.paper_of(document)).stage


def count(document: Document) -> Count:
    return signing.standing_of(signing.paper_of(document)).count


def bring(document, *, by, governments=None, content=None, **more):
    return acts.bring_signed_pdf(
        document,
        governments=governments or [by.government],
        content=content or sign(files.read(document.file)),
        file_name="ba.pdf",
        by=by,
        at=NOW,
        **more,
    )


def scan(document, *, by, governments=None):
    return acts.bring_scan(
        document,
        governments=governments or [by.government],
        content=pdf("Pindaian"),
        file_name="pindaian.pdf",
        by=by,
        at=NOW,
    )


@pytest.fixture
def everyone(chair, kadek, head_of_dua, head_of_tiga) -> list[Membership]:
    return [chair, kadek, head_of_dua, head_of_tiga]


# The table


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("action", SigningAction)
@pytest.mark.parametrize("actor", SigningActor)
def test_the_table_alone_says_who_does_what_when(stage, action, actor):
    expected = actor in SIGNING[stage].get(action, ())

    assert may_sign(stage, action, frozenset({actor})) is expected
    if stage in {Stage.DRAFT, Stage.ANNOUNCED}:
        assert not expected
    if action is SigningAction.ANNOUNCE and stage is not Stage.COMPLETE:
        assert not expected


@pytest.mark.parametrize(
    ("signed", "refused", "expected"),
    [
        (0, 0, Stage.LOCKED),
        (1, 0, Stage.SIGNING),
        (0, 1, Stage.SIGNING),
        (3, 0, Stage.SIGNING),
        (4, 0, Stage.COMPLETE),
        (3, 1, Stage.COMPLETE),
        (0, 4, Stage.COMPLETE),
    ],
)
def test_how_far_it_has_come_is_counted(signed, refused, expected):
    found = Count(asked=4, signed=signed, pending=0, refused=refused)

    assert stage_of(found, announced=False) is expected
    assert stage_of(found, announced=True) is Stage.ANNOUNCED
    assert stage_of(None, announced=False) is Stage.DRAFT
    assert rules.may_void(found) is (signed == 0)


# Signing by attestation


def test_locking_asks_every_government_that_is_printed(document, forum):
    asked = [row.signatory.government for row in signing.rows_of(document)]

    assert asked == forum.governments()
    assert stage(document) is Stage.LOCKED


def test_four_of_four_sign_in_any_order_and_the_locked_bytes_stay(document, everyone):
    before = files.read(document.file)

    for signed, by in enumerate(reversed(everyone), start=1):
        attest(document, by)
        assert count(document).signed == signed

    assert stage(document) is Stage.COMPLETE
    assert files.read(document.file) == before
    assert {each.kind for each in Signature.objects.all()} == {Kind.ATTESTATION}
    assert ledger.verify() is None


@pytest.mark.parametrize("ago", [None, timedelta(minutes=6), timedelta(seconds=-1)])
def test_who_has_not_just_proved_who_they_are_does_not_sign(document, kadek, ago):
    with pytest.raises(acts.NotAuthenticated):
        acts.attest(document, authenticated_at=ago and NOW - ago, by=kadek, at=NOW)

    assert stage(document) is Stage.LOCKED


def test_signing_in_is_not_proving_again(client, document, kadek):
    client.force_login(kadek.person)
    address = reverse("agree_work:attest", args=[document.code])

    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_reauthenticate"))


def test_kadek_proves_again_and_signs(client, document, kadek):
    kadek.person.set_password("rahasia-sekali")
    kadek.person.save()
    client.force_login(kadek.person)
    address = reverse("agree_work:attest", args=[document.code])
    prove = client.get(address).url

    wrong = client.post(prove, {"password": "salah"})
    assert wrong.status_code == 200
    assert client.get(address).status_code == 302
    proved = client.post(prove, {"password": "rahasia-sekali"})
    assert proved.url == address
    page = client.get(address).content.decode()
    assert "tidak tersertifikasi" in page
    assert document.file.sha256 in page
    client.post(address, {"agreed": "on"})

    assert count(document).signed == 1
    assert (
        "tidak tersertifikasi"
        in client.get(
            reverse("agree_work:signing", args=[document.code])
        ).content.decode()
    )


def test_a_government_signs_once_and_is_told_so(document, kadek):
    first = attest(document, kadek)

    with pytest.raises(acts.StandsAlready) as again:
        attest(document, kadek)

    assert again.value.standing == first
    assert Signature.objects.count() == 1


def test_budi_signs_only_with_a_mandate_of_his_head(document, meeting, budi, kadek):
    with pytest.raises(NotAllowed):
        attest(document, budi)
    mandate = acts.give_mandate(
        meeting=meeting,
        holder=budi,
        office="Kepala Dinas Kominfo",
        number="800/7",
        dated_on=date(2026, 3, 4),
        content=LETTER,
        file_name="surat.pdf",
        by=kadek,
        at=NOW,
    )

    signature = attest(document, budi)

    assert signature.mandate == mandate
    assert signature.office == "a.n. Kepala Dinas Kominfo"


def test_the_office_held_then_stays_on_record(document, kadek):
    signature = attest(document, kadek)
    kadek.title = "Kepala Dinas lain"
    kadek.save()

    signature.refresh_from_db()
    assert signature.office == "Kepala Dinas Kominfo"


@pytest.mark.parametrize("who", ["sari", "wati", "rini", "gede", "ayu", "budi"])
def test_nobody_but_a_head_or_its_mandate_signs_or_refuses(request, document, who):
    by = request.getfixturevalue(who)

    with pytest.raises(NotAllowed):
        attest(document, by)
    with pytest.raises(NotAllowed):
        acts.refuse_to_sign(document, reason="Tidak.", by=by, at=NOW)


# Refusing


def test_a_refusal_says_why_counts_as_answered_and_may_be_taken_back(
    document, everyone, kadek
):
    for by in everyone:
        if by != kadek:
            attest(document, by)
    with pytest.raises(acts.NoReason):
        acts.refuse_to_sign(document, reason=" ", by=kadek, at=NOW)

    acts.refuse_to_sign(document, reason="Anggaran belum ada.", by=kadek, at=NOW)

    assert stage(document) is Stage.COMPLETE
    assert count(document).refused == 1
    event = LedgerEvent.objects.latest("seq")
    assert (event.action, event.reason) == ("refuse_to_sign", "Anggaran belum ada.")
    attest(document, kadek)
    assert count(document) == Count(asked=4, signed=4, pending=0, refused=0)
    assert Refused.objects.get().taken_back_at == NOW


def test_who_signed_does_not_refuse_afterwards(document, kadek):
    attest(document, kadek)

    with pytest.raises(acts.HasSigned):
        acts.refuse_to_sign(document, reason="Berubah pikiran.", by=kadek, at=NOW)


# Uploaded PDF


def test_an_uploaded_pdf_is_read_and_its_signer_listed(document, budi):
    copy = bring(document, by=budi)

    assert copy.signers[0]["name"] == "Kepala Dinas Uji"
    assert count(document).signed == 1
    assert Signature.objects.get().kind == Kind.UPLOAD
    assert "Kepala Dinas Uji" not in LedgerEvent.objects.latest("seq").body


def test_one_bit_changed_in_a_signed_pdf_is_refused(document, budi):
    whole = bytearray(sign(files.read(document.file)))
    for place in (1000, len(whole) // 2, len(whole) - 600):
        whole[place] ^= 1

        with pytest.raises(electronic.NotThePaper):
            bring(document, by=budi, content=bytes(whole))
        whole[place] ^= 1
    assert not SignedCopy.objects.exists()


def test_another_signed_pdf_is_refused_with_the_way_out(client, document, kadek):
    client.force_login(kadek.person)
    other = io.BytesIO(sign(pdf("Lain")))
    other.name = "lain.pdf"

    answer = client.post(
        reverse("agree_work:bring_signed", args=[document.code]), {"file": other}
    )

    assert answer.status_code == 200
    assert "tidak berawal dengan dokumen yang dikunci" in answer.content.decode()


def test_signatures_are_added_one_after_another_on_one_file(
    document, kadek, head_of_dua
):
    first = sign(files.read(document.file), "Kepala Satu")
    bring(document, by=kadek, content=first)
    assert files.read(signing.last_copy(document)) == first

    copy = bring(document, by=head_of_dua, content=sign(first, "Kepala Dua"))

    assert [each["name"] for each in copy.signers] == ["Kepala Satu", "Kepala Dua"]
    assert count(document).signed == 2


def test_one_signature_is_not_counted_for_two_governments(
    document, kadek, head_of_dua, sari, satu, dua
):
    signed = sign(files.read(document.file), "Kepala Satu")
    with pytest.raises(acts.TooFewSignatures):
        bring(document, by=sari, governments=[satu, dua], content=signed)
    bring(document, by=kadek, content=signed)

    with pytest.raises(acts.TooFewSignatures):
        bring(document, by=head_of_dua, content=signed)

    bring(document, by=head_of_dua, content=sign(signed, "Kepala Dua"))
    assert count(document).signed == 2


def test_who_signed_first_may_bring_its_copy_after_the_next(
    document, kadek, head_of_dua
):
    first = sign(files.read(document.file), "Kepala Satu")
    bring(document, by=head_of_dua, content=sign(first, "Kepala Dua"))

    bring(document, by=kadek, content=first)

    assert count(document).signed == 2


def test_an_operator_brings_only_what_its_own_government_signed(document, budi, dua):
    with pytest.raises(NotAllowed):
        bring(document, by=budi, governments=[dua])


# Scan


def test_a_scan_counts_when_a_second_person_compared_it(
    document, sari, chair, satu, dua
):
    copy = scan(document, by=sari, governments=[satu, dua])
    assert count(document) == Count(asked=4, signed=0, pending=2, refused=0)
    with pytest.raises(acts.NotSecond):
        acts.compare_scan(copy, agrees=True, reason="", by=sari, at=NOW)

    acts.compare_scan(copy, agrees=True, reason="", by=chair, at=LATER)

    assert count(document).signed == 2
    with pytest.raises(acts.Compared):
        acts.compare_scan(copy, agrees=True, reason="", by=chair, at=LATER)


def test_a_scan_that_differs_is_rejected_with_a_reason_and_brought_again(
    document, budi, sari
):
    copy = scan(document, by=budi)
    with pytest.raises(acts.AwaitsComparison):
        scan(document, by=budi)
    with pytest.raises(acts.NoReason):
        acts.compare_scan(copy, agrees=False, reason="", by=sari, at=NOW)
    acts.compare_scan(copy, agrees=False, reason="Halaman 2 lain.", by=sari, at=NOW)

    again = scan(document, by=budi)

    assert again.is_pending
    assert count(document).pending == 1


def test_a_scan_is_read_by_few_and_compared_by_none_of_another_government(
    client, document, budi, sari, head_of_dua, gede
):
    copy = scan(document, by=budi)
    address = reverse("agree_work:copy", args=[document.code, copy.pk])
    read = {}
    for by in (budi, sari, gede, head_of_dua):
        client.force_login(by.person)
        read[by.person.name] = client.get(address).status_code

    assert read == {"Budi": 200, "Sari": 200, "Gede": 200, "Lina": 404}
    with pytest.raises(NotAllowed):
        acts.compare_scan(copy, agrees=True, reason="", by=head_of_dua, at=NOW)


# Announcing


@pytest.fixture
def complete(document, everyone, kadek) -> Document:
    for by in everyone:
        if by != kadek:
            attest(document, by)
    acts.refuse_to_sign(document, reason="Anggaran belum ada.", by=kadek, at=NOW)
    return document


def test_it_is_announced_only_when_everybody_answered(document, everyone, sari):
    attest(document, everyone[0])

    with pytest.raises(acts.NotNow, match="menunggu tanda tangan: 1 dari 4"):
        acts.announce(document, by=sari, at=NOW)


def test_announcing_prints_who_signed_how_and_who_refused_why(complete, sari, locked):
    before = files.read(complete.file)

    acts.announce(complete, by=sari, at=LATER)

    locked.refresh_from_db()
    assert stage(complete) is Stage.ANNOUNCED
    drawn = PdfReader(io.BytesIO(files.read(locked.sheet.file)))
    printed = " ".join(" ".join(page.extract_text().split()) for page in drawn.pages)
    assert "tanda tangan elektronik tidak tersertifikasi" in printed
    assert "Anggaran belum ada." in printed
    assert "3 (tiga) telah menandatangani" in printed
    assert complete.code in printed
    assert files.read(complete.file) == before
    told = json.loads(locked.sheet.content)
    assert told["paper"]["file_sha256"] == complete.file.sha256


def test_after_it_nobody_signs_refuses_or_brings(complete, sari, kadek):
    acts.announce(complete, by=sari, at=LATER)

    for deed in (
        lambda: attest(complete, kadek),
        lambda: acts.refuse_to_sign(complete, reason="x", by=kadek, at=NOW),
        lambda: bring(complete, by=kadek),
        lambda: scan(complete, by=kadek),
    ):
        with pytest.raises(acts.NotNow):
            deed()
    with pytest.raises(acts.StandsAlready):
        acts.announce(complete, by=sari, at=LATER)


def test_only_the_secretariat_announces(complete, chair, kadek):
    for by in (chair, kadek):
        with pytest.raises(NotAllowed):
            acts.announce(complete, by=by, at=NOW)


def test_the_public_reads_signatures_at_once_and_refusals_once_announced(
    client, complete, locked, sari
):
    pages = (
        f"/berita-acara/{locked.meeting.slug}/",
        f"/v/{complete.code}/",
    )
    for page in pages:
        told = client.get(page).content.decode()
        assert "tanda tangan elektronik tidak tersertifikasi" in told
        assert "Anggaran belum ada." not in told

    acts.announce(complete, by=sari, at=LATER)

    for page in pages:
        assert "Anggaran belum ada." in client.get(page).content.decode()


# Void


def test_before_the_first_signature_it_is_declared_void_and_drafted_again(
    client, locked, document, sari, meeting
):
    acts.void_record(locked, reason="Nomor keliru.", by=sari, at=NOW)

    page = client.get(f"/v/{document.code}/").content.decode()
    assert "dinyatakan batal" in page
    assert "Nomor keliru." in page
    assert client.get(f"/berita-acara/{meeting.slug}/").status_code == 404
    again = acts.lock_record(locked, by=sari, at=NOW)
    assert again.document.code != document.code
    assert client.get(f"/berita-acara/{meeting.slug}/").status_code == 200


def test_nobody_signs_what_is_void(locked, document, sari, kadek):
    acts.void_record(locked, reason="Nomor keliru.", by=sari, at=NOW)

    with pytest.raises(acts.NotNow):
        attest(document, kadek)


def test_after_a_signature_or_a_scan_it_is_not_void(locked, document, sari, kadek):
    scan(document, by=kadek)

    with pytest.raises(acts.SignedAlready):
        acts.void_record(locked, reason="Keliru.", by=sari, at=NOW)


def test_a_refusal_alone_does_not_keep_it(locked, document, sari, kadek):
    acts.refuse_to_sign(document, reason="Naskah keliru.", by=kadek, at=NOW)

    acts.void_record(locked, reason="Naskah keliru.", by=sari, at=NOW)

    assert not locked.is_locked


def test_what_a_guideline_quotes_is_not_void(locked, sari):
    acts.compile_guideline(locked, title="Pedoman", by=sari, at=NOW)

    with pytest.raises(acts.QuotedAlready):
        acts.void_record(locked, reason="Keliru.", by=sari, at=NOW)


def test_voiding_says_why_and_is_for_the_secretariat(locked, sari, chair):
    with pytest.raises(acts.NoReason):
        acts.void_record(locked, reason=" ", by=sari, at=NOW)
    with pytest.raises(NotAllowed):
        acts.void_record(locked, reason="Keliru.", by=chair, at=NOW)


# Addenda


@pytest.fixture
def addendum(locked, sari):
    drafted = acts.draft_addendum(
        locked,
        number="500/2/2026",
        agreed_on=date(2026, 3, 4),
        subject="Tempat rapat",
        text="Tempat rapat terbaca: Gedung Serbaguna.\n\nSelebihnya tetap.",
        by=sari,
        at=NOW,
    )
    return acts.lock_addendum(drafted, by=sari, at=NOW)


def test_an_addendum_refers_to_the_locked_record_and_leaves_it_alone(
    client, addendum, locked
):
    told = json.loads(addendum.document.content)
    before = locked.document.content_sha256

    assert told["record"]["code"] == locked.document.code
    assert told["record"]["sha256"] == before
    page = client.get(f"/berita-acara/{locked.meeting.slug}/adendum/1/")
    assert "Gedung Serbaguna" in page.content.decode()
    assert client.get(
        f"/berita-acara/{locked.meeting.slug}/adendum/1/docx/"
    ).content.startswith(b"PK")
    record = client.get(f"/berita-acara/{locked.meeting.slug}/").content.decode()
    assert "Tempat rapat" in record


def test_an_addendum_is_signed_and_announced_as_the_record_was(
    addendum, everyone, sari
):
    for by in everyone:
        attest(addendum.document, by)

    acts.announce(addendum.document, by=sari, at=LATER)

    assert stage(addendum.document) is Stage.ANNOUNCED


def test_an_addendum_has_its_own_number_and_a_day_after_the_record(
    locked, addendum, sari
):
    said = {"subject": "x", "text": "y", "by": sari, "at": NOW}
    for number in ("500/1/2026", "500/2/2026"):
        with pytest.raises(acts.NumberTaken):
            acts.draft_addendum(
                locked, number=number, agreed_on=date(2026, 3, 4), **said
            )
    with pytest.raises(acts.BadDay):
        acts.draft_addendum(locked, number="3", agreed_on=date(2026, 3, 3), **said)


def test_what_is_locked_in_an_addendum_stays(addendum, sari):
    with pytest.raises(acts.AlreadyLocked):
        acts.change_addendum(
            addendum,
            number="9",
            agreed_on=date(2026, 3, 4),
            subject="x",
            text="y",
            by=sari,
            at=NOW,
        )
    with pytest.raises(acts.StandsAlready):
        acts.lock_addendum(addendum, by=sari, at=NOW)


def test_a_draft_record_is_corrected_itself(adopted, meeting, sari):
    record = acts.draft_record(
        meeting, number="1", agreed_on=date(2026, 3, 4), by=sari, at=NOW
    )

    with pytest.raises(acts.NothingToCorrect):
        acts.draft_addendum(
            record,
            number="2",
            agreed_on=date(2026, 3, 4),
            subject="x",
            text="y",
            by=sari,
            at=NOW,
        )


# Tasks


def titles(by: Membership) -> list[str]:
    return [str(task.title) for task in due(by, NOW)]


def test_each_head_is_asked_until_it_signs_or_refuses(document, kadek, head_of_dua):
    assert "Tandatangani berita acara" in titles(kadek)
    assert "Tandatangani berita acara" in titles(head_of_dua)

    attest(document, kadek)
    acts.refuse_to_sign(document, reason="Tidak.", by=head_of_dua, at=NOW)

    assert "Tandatangani berita acara" not in titles(kadek)
    assert "Tandatangani berita acara" not in titles(head_of_dua)


def test_the_secretariat_compares_and_announces(document, everyone, sari, budi):
    scan(document, by=budi)
    assert "Bandingkan pindaian dengan dokumen yang dikunci" in titles(sari)
    acts.compare_scan(SignedCopy.objects.get(), agrees=True, reason="", by=sari, at=NOW)
    for by in everyone:
        if by.government_id != budi.government_id:
            attest(document, by)

    assert "Umumkan tanda tangan" in titles(sari)


# The ledger


def test_the_ledger_tells_every_signature_and_refusal_again(
    document, everyone, sari, kadek, head_of_dua
):
    attest(document, everyone[0])
    copy = scan(document, by=kadek)
    acts.compare_scan(copy, agrees=True, reason="", by=sari, at=NOW)
    bring(document, by=head_of_dua)
    acts.refuse_to_sign(document, reason="Tidak.", by=everyone[3], at=NOW)

    told: dict[str, tuple[str, str]] = {}
    for event in LedgerEvent.objects.order_by("seq"):
        after = json.loads(event.body)["after"]
        if after.get("paper") != document.code or "state" not in after:
            continue
        for slug in after.get("governments", [event.object_reference.split("/")[-1]]):
            told[slug] = (after.get("kind", ""), after["state"])

    assert told == {
        row.signatory.government.slug: (row.signature.kind, row.signature.state)
        if row.signature
        else ("", "refused")
        for row in signing.rows_of(document)
    }
    assert ledger.verify() is None


@pytest.mark.parametrize("seed", range(6))
def test_a_random_course_of_signing_keeps_its_promises(
    document, everyone, sari, chair, seed
):
    """Whatever happens in whatever order: nobody is counted twice, the bytes stay, and
    the stage is what the ledger says."""
    draw = Random(seed)
    locked = files.read(document.file)
    state = {by.government.slug: "" for by in everyone}
    for _step in range(14):
        by, slug = (one := draw.choice(everyone)), one.government.slug
        deed = draw.choice(["attest", "refuse", "upload", "scan"])
        pending = document.copies.filter(state="pending").first()
        if pending and draw.random() < 0.4:
            agrees = draw.random() < 0.6
            acts.compare_scan(pending, agrees=agrees, reason="Lain.", by=sari, at=LATER)
            held = pending.signatures.get().signatory.government.slug
            refused = Refused.objects.filter(
                signatory__government__slug=held, taken_back_at=None
            )
            state[held] = "signed" if agrees else "refused" if refused else ""
            continue
        try:
            if deed == "attest":
                attest(document, by)
            elif deed == "refuse":
                acts.refuse_to_sign(document, reason="Tidak.", by=by, at=NOW)
            elif deed == "upload":
                bring(document, by=by, content=sign(locked, f"Kepala {slug}"))
            else:
                scan(document, by=by)
        except Refusal:
            assert state[slug] in {"signed", "pending"} or (
                deed == "refuse" and state[slug] == "refused"
            )
            continue
        assert state[slug] not in {"signed", "pending"}
        state[slug] = {"refuse": "refused", "scan": "pending"}.get(deed, "signed")

    found = count(document)
    told = list(state.values())
    assert found.signed == told.count("signed")
    assert found.pending == told.count("pending")
    assert stage(document) is stage_of(found, announced=False)
    assert files.read(document.file) == locked
    assert ledger.verify() is None
    if stage(document) is Stage.COMPLETE:
        acts.announce(document, by=sari, at=LATER)
        assert stage(document) is Stage.ANNOUNCED
