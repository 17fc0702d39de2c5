"""The invitation as a letter: number, signatory, the words of the office."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from sinergi.convene import acts, attendance_papers, letters
from sinergi.letters import acts as of_letters
from sinergi.letters import drafting
from sinergi.letters.acts.wordings import refuse_broken
from sinergi.letters.models import GivenNumber
from sinergi.letters.numbering import NumberTaken
from sinergi.letters.rules import HeldAs
from tests.convene.conftest import BEFORE

pytestmark = pytest.mark.django_db


def text_of(letter: bytes) -> str:
    paper = Document(io.BytesIO(letter))
    cells = [c.text for t in paper.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in paper.paragraphs), *cells])


@pytest.fixture
def numbered(sari):
    of_letters.set_number_pattern(
        letters.INVITATION,
        text="UND-{urut:2}/{tahun}",
        code="",
        unit="",
        first=1,
        by=sari,
        at=BEFORE,
    )


@pytest.fixture
def signed(sari, wati):
    of_letters.set_signatory(
        letters.INVITATION,
        office="Kepala Dinas",
        held_as=HeldAs.PLH,
        on_behalf_of="Gubernur Uji",
        holder=wati,
        by=sari,
        at=BEFORE,
    )


def test_the_letter_says_what_the_meeting_is_and_who_is_invited(ready):
    said = text_of(letters.invitation_letter(ready, BEFORE))

    for words in (ready.title, ready.purpose, "Kabupaten Satu", "Pleno", "Aula"):
        assert words in said


def test_what_fills_the_letter_is_what_its_placeholders_say(ready):
    known = {
        each.name
        for each in (*letters.INVITATION.placeholders, *letters.INVITATION.lists)
    }
    values = letters.values_of(ready)

    assert set(values) == known
    for listed in letters.INVITATION.lists:
        for row in values[listed.name]:
            assert set(row) == {field.name for field in listed.fields}


def test_the_standard_words_fill_in(ready):
    kind = letters.INVITATION

    refuse_broken(kind, drafting.house_template(kind), "baku")


def test_the_next_number_is_proposed_and_given_when_sent(client, ready, sari, numbered):
    client.force_login(sari.person)
    page = client.get(f"/kerja/rakor/{ready.slug}/undangan/")
    proposed = page.context["form"].initial["letter_number"]

    acts.send_invitation(ready, letter_number=proposed, by=sari, at=BEFORE)

    assert proposed.startswith("UND-01/")
    assert GivenNumber.objects.get().reference == ready.slug


def test_another_number_may_be_typed(ready, sari, numbered):
    acts.send_invitation(ready, letter_number="SRIKANDI/9", by=sari, at=BEFORE)

    assert GivenNumber.objects.get().serial is None


def test_the_number_of_another_invitation_is_refused(ready, sari):
    GivenNumber.objects.create(
        government=ready.forum.coordinator,
        provenance=ready.provenance,
        kind="undangan",
        number="005/1/2026",
        plain="005/1/2026",
        year=2026,
        reference="rakor-lain",
        title="Rakor Lain",
        given_at=BEFORE,
    )

    with pytest.raises(NumberTaken, match="Rakor Lain"):
        acts.send_invitation(ready, letter_number="005/1/2026", by=sari, at=BEFORE)


def test_the_signatory_stands_on_letter_and_paper(ready, signed):
    ready.invited_at = BEFORE
    said = text_of(letters.invitation_letter(ready, BEFORE))
    pages = PdfReader(io.BytesIO(attendance_papers.undangan(ready))).pages

    printed = " ".join(page.extract_text() for page in pages)
    for words in ("a.n. Gubernur Uji", "Plh. Kepala Dinas,", "Wati"):
        assert words in said
        assert words in printed


def test_the_secretariat_takes_the_letter_before_and_after_it_is_sent(
    client, ready, sari
):
    client.force_login(sari.person)
    for name, begins in (("surat.docx", b"PK"), ("surat.pdf", b"%PDF")):
        taken = client.get(f"/kerja/rakor/{ready.slug}/undangan/{name}")

        assert taken.content.startswith(begins)
        assert "undangan-" in taken["Content-Disposition"]


def test_nobody_else_takes_the_letter(client, ready, budi):
    client.force_login(budi.person)

    taken = client.get(f"/kerja/rakor/{ready.slug}/undangan/surat.docx")

    assert taken.status_code in (403, 404)
