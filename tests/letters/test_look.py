"""Pages of letters on a phone and a desk: axe, policy, ruler."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from docx import Document
from playwright.sync_api import Page

from sinergi.letters import acts, drafting
from tests.agree.test_look import opened
from tests.cast import NOW
from tests.letters.conftest import LETTER
from tests.papers import png

pytestmark = pytest.mark.django_db

KOP = "/kerja/surat/kop/"
OF_LETTER = f"/kerja/surat/{LETTER.key}/"


@pytest.fixture
def sari_at_work(client: Client, sari) -> Client:
    """A logo, a pattern and a version in use."""
    acts.set_letterhead(
        headline="Pemerintah Provinsi Uji",
        office="Dinas Kominfo",
        address="Jalan Uji 1",
        contact="uji.example",
        logo=png(),
        logo_name="logo.png",
        logo_words="Lambang",
        by=sari,
        at=NOW,
    )
    acts.set_number_pattern(
        LETTER, text="{urut}/{tahun}", code="", unit="", first=1, by=sari, at=NOW
    )
    tried = acts.try_wording(
        LETTER,
        content=drafting.house_template(LETTER),
        name="surat.docx",
        by=sari,
        at=NOW,
    )
    acts.use_wording(tried, LETTER, by=sari, at=NOW)
    client.force_login(sari.person)
    return client


def broken(client: Client) -> HttpResponse:
    paper = Document(io.BytesIO(drafting.house_template(LETTER)))
    paper.add_paragraph("Yth. {{ kepda }}")
    kept = io.BytesIO()
    paper.save(kept)
    upload = SimpleUploadedFile("surat.docx", kept.getvalue())
    return client.post(f"{OF_LETTER}naskah/", {"template": upload})


PAGES = {
    "letters": lambda client: client.get("/kerja/surat/"),
    "head": lambda client: client.get(KOP),
    "number": lambda client: client.get(f"{OF_LETTER}nomor/"),
    "signatory": lambda client: client.get(f"{OF_LETTER}penanda-tangan/"),
    "wording": lambda client: client.get(f"{OF_LETTER}naskah/"),
    "faults": broken,
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("which", PAGES)
def test_pages_of_letters_can_be_used_by_everybody(
    page: Page, sari_at_work: Client, which: str, width: int
) -> None:
    said = opened(page, PAGES[which](sari_at_work), width)

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    # The logo is asked of the application, which answers with the page here.
    assert [each for each in said if "logo" not in each] == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
