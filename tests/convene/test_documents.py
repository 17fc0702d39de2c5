"""Documents of agenda items, and the order of an agenda."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Browser

from sinergi.convene import acts
from sinergi.convene.models import AgendaItem
from sinergi.convene.rules import Readers
from sinergi.core import files
from sinergi.core.files import FileRefused
from sinergi.core.refusal import NotAllowed, StandsAlready
from tests.convene.conftest import BEFORE, OPENING_DAY

PDF = b"%PDF-1.7 paparan"


def office(*parts: str, mimetype: str = "") -> bytes:
    """An archive with these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for part in parts:
            archive.writestr(part, "<x/>")
    return kept.getvalue()


@pytest.fixture
def item(plenary) -> AgendaItem:
    return plenary.agenda.get()


@pytest.fixture
def items(ready, plenary, sari) -> list[AgendaItem]:
    for title in ("Dua", "Tiga"):
        acts.add_agenda_item(plenary, title=title, minutes=5, by=sari, at=BEFORE)
    return list(plenary.agenda.all())


def add(item, by, *, readers=Readers.MEMBERS, content=PDF, name="paparan.pdf"):
    return acts.add_document(
        item,
        title="Paparan",
        content=content,
        name=name,
        readers=readers,
        by=by,
        at=OPENING_DAY,
    )


def fetch(visit, by, document):
    slug = document.item.session.meeting.slug
    return visit(by, f"/rakor/{slug}/bahan/{document.pk}/")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (office("word/document.xml"), files.DOCX),
        (office("ppt/presentation.xml"), files.PPTX),
        (office("xl/workbook.xml"), files.XLSX),
        (office("content.xml", mimetype=files.ODT), files.ODT),
        (office("word/document.xml", "word/vbaProject.bin"), None),
        (office("Basic/Standard/x.xml", mimetype=files.ODS), None),
        (office("a.exe"), None),
        (office("x", mimetype="application/java-archive"), None),
        (b"PK\x03\x04 broken", None),
    ],
)
def test_an_office_document_is_known_by_its_parts_and_has_no_macros(content, kind):
    assert files.media_type(content) == kind


def test_a_document_for_members_is_read_by_members_only(
    running, item, sari, kadek, visit, on_the_day
):
    document = add(item, sari)

    assert fetch(visit, kadek, document).status_code == 200
    assert fetch(visit, None, document).status_code == 404


def test_a_public_document_is_an_attachment_that_says_where_it_comes_from(
    running, item, sari, visit, on_the_day
):
    answer = fetch(visit, None, add(item, sari, readers=Readers.PUBLIC))

    assert answer["Content-Disposition"] == 'attachment; filename="paparan-isian.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == PDF


def test_a_public_document_of_a_draft_waits_for_the_invitation(
    ready, item, sari, visit, on_the_day
):
    document = add(item, sari, readers=Readers.PUBLIC)

    assert fetch(visit, None, document).status_code == 404


def test_a_withdrawn_document_is_read_by_nobody_in_the_hall(
    running, item, sari, kadek, visit, on_the_day
):
    document = add(item, sari, readers=Readers.PUBLIC)

    acts.withdraw_document(document, by=sari, at=OPENING_DAY)

    assert fetch(visit, kadek, document).status_code == 404
    assert fetch(visit, None, document).status_code == 404
    with pytest.raises(StandsAlready):
        acts.withdraw_document(document, by=sari, at=OPENING_DAY)


def test_kadek_does_not_hand_out_documents(running, item, kadek):
    with pytest.raises(NotAllowed):
        add(item, kadek)


def test_the_same_file_is_there_once_and_may_come_back(running, item, sari):
    document = add(item, sari)
    with pytest.raises(acts.AlreadyThere):
        add(item, sari)

    acts.withdraw_document(document, by=sari, at=OPENING_DAY)
    add(item, sari)

    assert item.documents.standing().count() == 1


def test_a_program_is_refused(running, item, sari):
    with pytest.raises(FileRefused):
        add(item, sari, content=b"MZ\x90\x00\x03", name="paparan.exe")


def test_an_item_with_a_document_stays_on_the_agenda(running, item, sari):
    add(item, sari)

    with pytest.raises(acts.HasDocuments):
        acts.remove_agenda_item(item, by=sari, at=OPENING_DAY)


def test_sari_uploads_opens_and_withdraws(running, item, sari, visit, on_the_day):
    at = f"/kerja/rakor/{running.slug}"
    visit(
        sari,
        f"{at}/acara/{item.pk}/bahan/",
        {
            "title": "Paparan",
            "file": SimpleUploadedFile("paparan.pdf", PDF),
            "readers": "members",
        },
    )
    document = item.documents.get()

    visit(sari, f"{at}/bahan/{document.pk}/baca/", {"readers": "public"})
    page = visit(None, f"/rakor/{running.slug}/").content.decode()
    visit(sari, f"{at}/bahan/{document.pk}/tarik/", {})
    after = visit(None, f"/rakor/{running.slug}/").content.decode()

    assert f"/bahan/{document.pk}/" in page
    assert f"/bahan/{document.pk}/" not in after


def test_a_refused_file_keeps_the_title_that_was_typed(
    running, item, sari, visit, on_the_day
):
    answer = visit(
        sari,
        f"/kerja/rakor/{running.slug}/acara/{item.pk}/bahan/",
        {"title": "Judul saya", "file": SimpleUploadedFile("x.exe", b"MZ\x90\x00")},
    )

    assert "Judul saya" in answer.content.decode()
    assert item.documents.count() == 0


def test_an_agenda_takes_the_order_it_is_given(plenary, items, sari):
    order = [items[2].pk, items[0].pk, items[1].pk]

    acts.order_agenda(plenary, order=order, by=sari, at=BEFORE)

    assert [each.pk for each in plenary.agenda.all()] == order


@pytest.mark.parametrize("wrong", [[], [1], ["twice"]])
def test_an_order_of_another_agenda_changes_nothing(plenary, items, sari, wrong):
    keys = [each.pk for each in items]
    order = [keys[0], *keys] if wrong == ["twice"] else wrong

    with pytest.raises(acts.AgendaChanged):
        acts.order_agenda(plenary, order=order, by=sari, at=BEFORE)

    assert [each.pk for each in plenary.agenda.all()] == keys


@pytest.mark.django_db(transaction=True)
def test_an_item_is_dragged_and_moved_by_keyboard(
    live_server, browser: Browser, invited, plenary, items, sari
):
    client = Client()
    client.force_login(sari.person)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    cookie = client.cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": live_server.url}]
    )
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text))
    tab.goto(f"{live_server.url}/kerja/rakor/{invited.slug}/susunan/")

    with tab.expect_navigation():
        tab.locator(f"[data-key='{items[2].pk}']").drag_to(
            tab.locator(f"[data-key='{items[0].pk}']"),
            target_position={"x": 20, "y": 2},
        )
    dragged = [each.title for each in plenary.agenda.all()]
    tab.get_by_role("button", name="Naikkan: Dua").press("Enter")
    tab.wait_for_load_state()

    assert dragged == ["Tiga", "Paparan", "Dua"]
    assert [each.title for each in plenary.agenda.all()] == ["Tiga", "Dua", "Paparan"]
    assert complaints == []
    context.close()
