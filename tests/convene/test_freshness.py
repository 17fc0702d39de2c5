"""Two people, one meeting: a page opened before a change overwrites nothing."""

from sinergi.convene import acts
from sinergi.convene.models import Meeting, RulesOfProcedure, Session
from sinergi.core.models import Membership, Place
from tests.convene.conftest import BEFORE
from tests.convene.test_pages import DRAFT, text


def seen(visit, by: Membership, path: str) -> str:
    return str(visit(by, path).context["form"]["seen"].value())


def test_an_old_tab_of_the_details_overwrites_nothing_and_keeps_what_was_typed(
    visit, draft: Meeting, sari: Membership, tiga: Place
):
    path = f"{DRAFT}ubah/"
    first = {
        "seen": seen(visit, sari, path),
        "title": "Rakor Uji",
        "kind": "rakor",
        "purpose": "Selaras",
        "host": tiga.pk,
        "venue": "Aula",
        "starts_on": "2026-03-04",
        "ends_on": "2026-03-05",
    }
    visit(sari, path, first)

    # The same once more, as a double click sends it, is no quarrel.
    assert visit(sari, path, first).status_code == 302
    old = visit(sari, path, {**first, "venue": "Hotel", "ends_on": "2026-03-06"})

    assert "Tempat: Aula; Hari terakhir: 5 Maret 2026." in text(old)
    assert 'value="Hotel"' in old.content.decode()
    draft.refresh_from_db()
    assert draft.venue == "Aula"
    again = {**first, "seen": old.context["form"]["seen"].value(), "venue": "Hotel"}
    visit(sari, path, again)
    draft.refresh_from_db()
    assert draft.venue == "Hotel"


def test_an_old_tab_of_a_session_overwrites_nothing(
    visit, plenary: Session, sari: Membership
):
    path = f"{DRAFT}sesi/{plenary.pk}/ubah/"
    typed = {"title": "Pleno", "day": "2026-03-05", "starts": "08:00", "ends": "09:00"}
    typed["seen"] = seen(visit, sari, path)
    visit(sari, path, typed)

    old = visit(sari, path, {**typed, "ends": "11:00", "room": "Ruang 2"})

    assert "Selesai: 5 Maret 2026, 09.00; Ruang: –." in text(old)
    plenary.refresh_from_db()
    assert plenary.minutes == 60
    typed["seen"] = old.context["form"]["seen"].value()
    visit(sari, path, {**typed, "ends": "11:00"})
    plenary.refresh_from_db()
    assert plenary.minutes == 180


def test_an_old_tab_of_an_agenda_item_overwrites_nothing(
    visit, plenary: Session, sari: Membership
):
    item = acts.add_agenda_item(
        plenary, title="Paparan", minutes=30, by=sari, at=BEFORE
    )
    path = f"{DRAFT}acara/{item.pk}/ubah/"
    typed = {"title": "Paparan", "minutes": 45, "seen": seen(visit, sari, path)}
    visit(sari, path, typed)

    old = visit(sari, path, {**typed, "minutes": 60})

    assert "“Paparan” sudah diubah" in text(old)
    assert "Menit: 45." in text(old)
    item.refresh_from_db()
    assert item.minutes == 45


def test_an_old_tab_of_the_tata_tertib_overwrites_nothing(
    visit, ready: Meeting, sari: Membership
):
    path = f"{DRAFT}tata-tertib/"
    typed = {
        "seen": seen(visit, sari, path),
        "quorum_percent": 60,
        "all_must_answer": "no",
        "absence_answers": "yes",
        "days_to_plan": 60,
        "days_to_report": 15,
        "days_to_reply": 14,
        "days_to_comment": 3,
        "ratification": "plenary",
        "days_to_circulate": 14,
        "days_to_review": 10,
    }
    visit(sari, path, typed)

    old = visit(sari, path, {**typed, "quorum_percent": 75})

    assert "sedikitnya 60%" in text(old)
    assert 'value="75"' in old.content.decode()
    assert RulesOfProcedure.objects.get().quorum_percent == 60
