"""What an office replaces on its letters, and that no letter ever fails for it."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from sinergi.core import files
from sinergi.core.files import FileRefused
from sinergi.core.models import LedgerEvent, Membership, Person
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Provenance, Role
from sinergi.core.stale import Overtaken
from sinergi.letters import acts, drafting, heads, numbering, printed
from sinergi.letters.drafting import Dated
from sinergi.letters.models import Letterhead, NumberPattern, Wording
from sinergi.letters.rules import HeldAs, WordingState
from sinergi.letters.signing import signatory_of
from tests.cast import NOW, TODAY, member
from tests.letters.conftest import LETTER, PLAIN
from tests.papers import png

REAL = Provenance.ENTERED
VALUES = {"kepada": "Kepala Dinas", "tamu": [{"nama": "Kabupaten Satu"}]}

pytestmark = pytest.mark.django_db


def set_head(by: Membership, **other: object) -> Letterhead:
    return acts.set_letterhead(
        **{
            "headline": "Pemerintah Provinsi Uji",
            "office": "Dinas Kominfo",
            "address": "Jalan Uji 1",
            "contact": "uji.example",
            "by": by,
            "at": NOW,
            **other,
        }
    )


def set_pattern(by: Membership, text: str, **other: object) -> NumberPattern:
    return acts.set_number_pattern(
        LETTER,
        **{
            "text": text,
            "code": "500",
            "unit": "DKIS",
            "first": 1,
            "by": by,
            "at": NOW,
            **other,
        },
    )


def take(by: Membership, number: str, reference: str) -> None:
    numbering.take(
        by.government,
        LETTER.key,
        by.provenance,
        number=number,
        reference=reference,
        title=f"Rapat {reference}",
        day=TODAY,
        at=NOW,
    )


def proposed(by: Membership, day: date = TODAY) -> str:
    return numbering.proposed(by.government, LETTER.key, by.provenance, day)


def template(words: str = "Kantor kami menulis begini: {{ kepada }}.") -> bytes:
    paper = Document(io.BytesIO(drafting.house_template(LETTER)))
    paper.add_paragraph(words)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def tried(by: Membership, content: bytes | None = None) -> Wording:
    return acts.try_wording(
        LETTER, content=content or template(), name="surat.docx", by=by, at=NOW
    )


def letter(by: Membership) -> str:
    dated = Dated(by.government, by.provenance, "1/2026", TODAY, "Kota Tiga")
    paper = Document(io.BytesIO(drafting.letter(LETTER, dated, VALUES)))
    return "\n".join(each.text for each in paper.paragraphs)


@pytest.fixture
def simulated_sari(sari: Membership) -> Membership:
    twin = member("Sarirekaan", sari.government, Role.SECRETARIAT)
    Person.objects.filter(pk=twin.person_id).update(is_simulated=True)
    return Membership.objects.select_related("person", "government").get(pk=twin.pk)


# Letterhead.


def test_without_an_own_letterhead_nothing_is_made_up(province):
    assert heads.letterhead(province, REAL) == {
        "government": "Pemerintah Provinsi Uji",
        "office": "",
        "address": "",
    }


def test_the_letterhead_stands_on_papers_with_its_logo(sari):
    set_head(sari, logo=png(), logo_name="logo.png", logo_words="Lambang")

    head = heads.letterhead(sari.government, REAL)

    assert (head["office"], head["contact"]) == ("Dinas Kominfo", "uji.example")
    assert head["logo"]["alt"] == "Lambang"
    assert printed.trial_of_head(head, REAL).startswith(b"%PDF")


def test_a_simulated_letterhead_never_stands_on_a_real_paper(simulated_sari, province):
    set_head(simulated_sari, office="Dinas Rekaan")

    assert heads.letterhead(province, REAL)["office"] == ""
    assert heads.letterhead(province, Provenance.SIMULATED)["office"] == "Dinas Rekaan"


@pytest.mark.parametrize(
    ("logo", "refusal"),
    [
        (b"<svg/>", FileRefused),
        (png()[:70], acts.LogoRefused),
        (b"\x89PNG\r\n\x1a\n", acts.LogoRefused),
        (b"\xff\xd8\xff\xe0 tidak ada gambar", acts.LogoRefused),
        (png(1_300), acts.LogoRefused),
        (png() + b"x" * 150_000, acts.LogoRefused),
    ],
)
def test_a_logo_that_cannot_be_printed_is_refused(sari, logo, refusal):
    with pytest.raises(refusal):
        set_head(sari, logo=logo, logo_name="logo.png", logo_words="Lambang")

    assert not Letterhead.objects.exists()


def test_a_logo_without_words_is_refused(sari):
    with pytest.raises(acts.LogoRefused, match="apa yang digambarkan"):
        set_head(sari, logo=png(), logo_name="logo.png")


def test_a_logo_stays_until_it_is_taken_away(sari):
    set_head(sari, logo=png(), logo_name="logo.png", logo_words="Lambang")

    assert set_head(sari, office="Dinas Lain").logo
    assert set_head(sari, without_logo=True).logo is None


def test_a_letterhead_changed_in_another_tab_is_not_overwritten(sari):
    shown = acts.seen_of_head(None)
    set_head(sari)

    with pytest.raises(Overtaken):
        set_head(sari, office="Dinas Lain", seen=shown)


def test_only_the_secretariat_of_the_coordinator_changes_letters(
    budi, kadek, wati, satu
):
    other_secretariat = member("Lina", satu, Role.SECRETARIAT)

    for by in (budi, kadek, wati, other_secretariat):
        with pytest.raises(NotAllowed):
            set_head(by)
        with pytest.raises(NotAllowed):
            set_pattern(by, "{urut}")
        with pytest.raises(NotAllowed):
            tried(by)
        with pytest.raises(NotAllowed):
            acts.use_house_wording(LETTER, by=by, at=NOW)


# Numbers.


def test_the_next_number_is_proposed_and_never_given_twice(sari):
    set_pattern(sari, "{kode}/{urut:3}/{unit}/{bulan_romawi}/{tahun}")

    assert proposed(sari) == "500/001/DKIS/III/2026"
    take(sari, proposed(sari), "satu")
    assert proposed(sari) == "500/002/DKIS/III/2026"
    with pytest.raises(numbering.NumberTaken, match="Rapat satu"):
        take(sari, "500/001/dkis/iii/2026 ", "dua")


def test_the_same_letter_may_bear_its_number_again(sari):
    take(sari, "B/1/2026", "satu")
    take(sari, "B/1/2026", "satu")

    assert sari.government.numbers.count() == 1


def test_a_number_typed_by_hand_in_the_pattern_counts(sari):
    set_pattern(sari, "{urut}/{tahun}")

    take(sari, "41/2026", "satu")

    assert proposed(sari) == "42/2026"


def test_a_number_typed_in_another_way_leaves_the_count_alone(sari):
    set_pattern(sari, "{urut}/{tahun}")

    take(sari, "SRIKANDI-77", "satu")

    assert proposed(sari) == "1/2026"


def test_what_looks_like_the_next_number_is_stepped_over(sari):
    take(sari, "UND-1", "satu")
    set_pattern(sari, "UND-{urut}")

    assert proposed(sari) == "UND-2"


def test_the_serial_begins_anew_each_year_where_the_year_is_in_the_number(sari):
    set_pattern(sari, "{urut}/{tahun}", first=120)

    assert proposed(sari) == "120/2026"
    assert proposed(sari, date(2027, 1, 2)) == "1/2027"


def test_without_a_pattern_nothing_is_proposed(sari):
    assert proposed(sari) == ""


def test_a_wrong_pattern_is_refused_at_the_letter(sari):
    with pytest.raises(acts.BadPattern, match=r"Huruf ke-8: .*\{tahun\}"):
        set_pattern(sari, "{urut}/{tahn}")


def test_numbers_that_would_not_fit_on_record_are_refused(sari):
    with pytest.raises(acts.BadPattern, match="80"):
        set_pattern(sari, "{urut}" + "/{unit}" * 10, unit="DINASKOMINFO")


# Signatories.


def sign(by: Membership, holder: Membership | None) -> None:
    acts.set_signatory(
        LETTER,
        office="Kepala Dinas",
        held_as=HeldAs.PLT,
        on_behalf_of="Gubernur Uji",
        holder=holder,
        by=by,
        at=NOW,
    )


def test_the_signatory_stands_with_name_while_the_office_is_held(sari, wati):
    sign(sari, wati)

    signed = signatory_of(sari.government, LETTER.key, REAL, TODAY)

    assert signed.lines == ["a.n. Gubernur Uji", "Plt. Kepala Dinas,"]
    assert signed.name == "Wati"


def test_the_name_goes_when_the_office_has_ended(sari, wati):
    sign(sari, wati)
    Membership.objects.filter(pk=wati.pk).update(ends_on=date(2026, 2, 1))

    assert signatory_of(sari.government, LETTER.key, REAL, TODAY).name == ""


def test_nobody_of_another_government_signs(sari, kadek):
    with pytest.raises(acts.NotOfThisOffice):
        sign(sari, kadek)


def test_the_ledger_names_the_signatory_by_reference(sari, wati):
    sign(sari, wati)

    body = LedgerEvent.objects.latest("seq").body
    assert str(wati.person.reference) in body
    assert "Wati" not in body


# Wordings.


def test_a_letter_is_made_from_the_template_in_use(sari):
    acts.use_wording(tried(sari), LETTER, by=sari, at=NOW)

    assert "Kantor kami menulis begini: Kepala Dinas." in letter(sari)


def test_a_template_that_is_only_tried_changes_no_letter(sari):
    tried(sari)

    assert "Kantor kami" not in letter(sari)


def test_a_broken_template_is_refused_with_place_and_never_kept(sari):
    with pytest.raises(acts.BrokenTemplate) as refusal:
        tried(sari, template("Yth. {{ kepda }}"))

    [found] = refusal.value.found
    assert (found.written, found.nearest) == ("kepda", "kepada")
    assert not Wording.objects.exists()


def test_macros_are_refused_in_words(sari):
    with pytest.raises(FileRefused):
        acts.try_wording(
            LETTER, content=b"PK\x03\x04", name="surat.docm", by=sari, at=NOW
        )


def test_the_same_file_twice_is_one_version(sari):
    content = template()
    first = tried(sari, content)

    with pytest.raises(acts.AlreadyTried) as already:
        tried(sari, content)

    assert already.value.standing == first


def test_an_earlier_version_is_used_again_at_a_press(sari):
    first = acts.use_wording(tried(sari, template("Satu.")), LETTER, by=sari, at=NOW)
    second = acts.use_wording(tried(sari, template("Dua.")), LETTER, by=sari, at=NOW)

    acts.use_wording(first, LETTER, by=sari, at=NOW)

    second.refresh_from_db()
    assert second.state == WordingState.RESTING
    assert "Satu." in letter(sari)


def test_what_is_in_use_is_not_put_in_use_again(sari):
    used = acts.use_wording(tried(sari), LETTER, by=sari, at=NOW)

    with pytest.raises(acts.NotNow):
        acts.use_wording(used, LETTER, by=sari, at=NOW)


def test_the_template_of_the_house_comes_back(sari):
    acts.use_wording(tried(sari), LETTER, by=sari, at=NOW)

    acts.use_house_wording(LETTER, by=sari, at=NOW)

    assert "Kantor kami" not in letter(sari)
    with pytest.raises(acts.NotNow):
        acts.use_house_wording(LETTER, by=sari, at=NOW)


def test_a_template_that_no_longer_fits_gives_way_to_that_of_the_house(sari):
    used = acts.use_wording(tried(sari), LETTER, by=sari, at=NOW)
    # As if a placeholder had gone since it was put in use.
    broken = files.keep(template("{{ sudah_tiada }}"), kind=files.DOCX, at=NOW)
    Wording.objects.filter(pk=used.pk).update(file=broken)

    said = letter(sari)

    assert "Yth. Kepala Dinas" in said
    assert "Kantor kami" not in said


def test_a_simulated_letter_says_so_whatever_its_template(simulated_sari):
    acts.use_wording(tried(simulated_sari), LETTER, by=simulated_sari, at=NOW)

    assert letter(simulated_sari).startswith("SIMULASI.")


def test_every_act_writes_one_event(sari, wati):
    before = LedgerEvent.objects.count()

    set_head(sari)
    set_pattern(sari, "{urut}")
    sign(sari, wati)
    used = acts.use_wording(tried(sari), LETTER, by=sari, at=NOW)
    acts.use_house_wording(LETTER, by=sari, at=NOW)

    actions = LedgerEvent.objects.order_by("seq").values_list("action", flat=True)
    assert list(actions[before:]) == [
        "set_letterhead",
        "set_number_pattern",
        "set_signatory",
        "try_wording",
        "use_wording",
        "use_house_wording",
    ]
    assert used.number == 1


# Pages.


@pytest.fixture
def page(client, sari):
    client.force_login(sari.person)
    return client


def test_the_sandbox_shows_every_fault_with_its_place(page):
    broken = template("Yth. {{ kepda }} dan {{ nomr }}")

    told = page.post(
        f"/kerja/surat/{LETTER.key}/naskah/",
        {"template": SimpleUploadedFile("surat.docx", broken)},
    )

    said = told.content.decode()
    assert told.status_code == 200
    assert "2 tempat tidak dapat terisi" in said
    assert "Mungkin “kepada”?" in said
    assert "Mungkin “nomor”?" in said
    assert "paragraf" in said


def test_a_template_goes_from_trial_to_use_by_the_pages(page):
    page.post(
        f"/kerja/surat/{LETTER.key}/naskah/",
        {"template": SimpleUploadedFile("surat.docx", template())},
    )

    shown = page.get(f"/kerja/surat/{LETTER.key}/naskah/").content.decode()
    assert "sudah diuji, belum dipakai" in shown
    trial = page.get(f"/kerja/surat/{LETTER.key}/naskah/1/uji.docx")
    assert "Bapak Contoh" in "\n".join(
        each.text for each in Document(io.BytesIO(trial.content)).paragraphs
    )
    page.post(f"/kerja/surat/{LETTER.key}/naskah/1/pakai/")
    assert Wording.objects.get().is_in_force
    page.post(f"/kerja/surat/{LETTER.key}/naskah/bawaan/")
    assert not Wording.objects.get().is_in_force


def test_the_file_comes_back_as_it_was_brought(page, sari):
    content = template()
    tried(sari, content)

    found = page.get(f"/kerja/surat/{LETTER.key}/naskah/1/templat.docx")

    assert found.content == content


def test_head_number_and_signatory_are_saved_by_the_pages(page, wati):
    page.post(
        "/kerja/surat/kop/",
        {
            "headline": "Pemerintah Provinsi Uji",
            "office": "Dinas Kominfo",
            "logo": SimpleUploadedFile("logo.png", png()),
            "logo_words": "Lambang",
        },
    )
    page.post(
        f"/kerja/surat/{LETTER.key}/nomor/",
        {"text": "{urut}/{tahun}", "first": "7"},
    )
    page.post(
        f"/kerja/surat/{LETTER.key}/penanda-tangan/",
        {"office": "Kepala Dinas", "held_as": "plt", "on_behalf_of": "Gubernur"},
    )

    shown = page.get("/kerja/surat/").content.decode()
    for words in ("Dinas Kominfo", "Lambang", "7/", "a.n. Gubernur", "Plt. Kepala"):
        assert words in shown
    assert page.get("/kerja/surat/kop/logo/").content == png()
    assert page.get("/kerja/surat/kop/contoh.pdf").content.startswith(b"%PDF")


def test_a_refused_pattern_keeps_what_was_typed(page):
    told = page.post(
        f"/kerja/surat/{LETTER.key}/nomor/", {"text": "{urut}/{tahn}", "first": "1"}
    ).content.decode()

    assert "Huruf ke-8" in told
    assert "{urut}/{tahn}" in told


def test_what_has_no_words_or_signatory_has_no_page_for_them(page):
    assert page.get(f"/kerja/surat/{PLAIN.key}/naskah/").status_code == 404
    assert page.get(f"/kerja/surat/{PLAIN.key}/penanda-tangan/").status_code == 404
    assert page.get("/kerja/surat/tidak-ada/nomor/").status_code == 404


def test_a_secretariat_that_coordinates_nothing_is_shown_out(client, satu):
    client.force_login(member("Lina", satu, Role.SECRETARIAT).person)

    assert client.get("/kerja/surat/").status_code == 403
