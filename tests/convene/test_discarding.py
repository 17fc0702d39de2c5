"""A draft nobody was invited to can be thrown away, and only that."""

import pytest

from sinergi.convene import acts, guards
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Readers
from sinergi.core.models import LedgerEvent, Membership, StoredFile
from sinergi.core.refusal import NotAllowed
from tests.convene.conftest import BEFORE
from tests.convene.test_documents import PDF
from tests.convene.test_pages import DRAFT, WORK, text


def test_sari_discards_a_draft_with_all_that_was_prepared(
    visit, ready: Meeting, sari: Membership
):
    acts.add_opening(ready, title="Doa", office="Kemenag", by=sari, at=BEFORE)
    events = LedgerEvent.objects.count()
    assert f'href="{DRAFT}buang/"' in visit(sari, DRAFT).content.decode()
    assert "tidak dapat dikembalikan" in text(visit(sari, f"{DRAFT}buang/"))
    assert Meeting.objects.exists()

    told = visit(sari, f"{DRAFT}buang/", {}, follow=True)

    assert told.redirect_chain[0][0] == WORK
    assert "Draf “Rakor Uji” dibuang." in text(told)
    assert not Meeting.objects.exists()
    (event,) = LedgerEvent.objects.filter(seq__gt=events)
    assert (event.action, event.object_reference) == ("discard_meeting", "rakor-uji")
    assert "Rakor Uji" in event.body


def test_what_hangs_on_the_agenda_of_a_draft_goes_with_it(
    ready: Meeting, sari: Membership
):
    item = ready.sessions.first().agenda.first()
    acts.add_document(
        item,
        title="Paparan",
        content=PDF,
        name="paparan.pdf",
        readers=Readers.MEMBERS,
        by=sari,
        at=BEFORE,
    )
    assert StoredFile.objects.count() == 1

    acts.discard_meeting(ready, by=sari, at=BEFORE)

    assert not Meeting.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_meeting_with_an_invitation_is_not_discarded(
    visit, invited: Meeting, sari: Membership
):
    with pytest.raises(guards.NotNow, match="Hanya draf"):
        acts.discard_meeting(invited, by=sari, at=BEFORE)

    assert visit(sari, f"{DRAFT}buang/", {}).status_code == 409
    assert "Buang draf" not in text(visit(sari, DRAFT))
    assert Meeting.objects.exists()


def test_the_committee_does_not_discard_a_draft(
    visit, ready: Meeting, wati: Membership
):
    with pytest.raises(NotAllowed):
        acts.discard_meeting(ready, by=wati, at=BEFORE)

    assert visit(wati, f"{DRAFT}buang/", {}).status_code == 403
    assert "Buang draf" not in text(visit(wati, DRAFT))


def test_who_still_works_on_a_discarded_draft_is_told(draft: Meeting, sari: Membership):
    same = Meeting.objects.get()
    acts.discard_meeting(draft, by=sari, at=BEFORE)

    with pytest.raises(guards.NotNow, match="dibuang"):
        acts.send_invitation(same, letter_number="1", by=sari, at=BEFORE)
