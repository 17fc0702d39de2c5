"""What agreeing forbids the meeting it is about."""

from datetime import timedelta

import pytest

from sinergi.agree.models import Recommendation, RecordOfAgreement
from sinergi.convene import acts
from sinergi.convene.cards import token_of
from sinergi.convene.models import Meeting, Participant
from sinergi.core.models import Membership
from sinergi.core.vetoes import Vetoed
from tests.agree.conftest import NOW

pytestmark = pytest.mark.django_db


def test_a_meeting_whose_record_is_locked_stays_closed(
    client, locked: RecordOfAgreement, sari: Membership
):
    meeting = locked.meeting
    client.force_login(sari.person)
    page = f"/kerja/rakor/{meeting.slug}/"

    with pytest.raises(Vetoed, match="berikutnya"):
        acts.reopen_meeting(meeting, reason="Terlewat", by=sari, at=NOW)

    meeting.refresh_from_db()
    assert meeting.state == "closed"
    assert "Buka kembali" not in client.get(page).content.decode()
    refused = client.get(f"{page}buka-kembali/")
    assert refused.status_code == 409
    assert locked.number in refused.content.decode()


def test_a_closed_meeting_without_a_locked_record_is_opened_again(
    client, locked: RecordOfAgreement, sari: Membership
):
    locked.state, locked.document, locked.locked_at = "draft", None, None
    locked.save()

    meeting = acts.reopen_meeting(locked.meeting, reason="Lupa", by=sari, at=NOW)

    assert meeting.is_running


def test_a_draft_meeting_something_was_drafted_for_is_not_discarded(
    client, drafted: Recommendation, sari: Membership
):
    meeting = drafted.meeting
    meeting.state = "draft"
    meeting.save()
    client.force_login(sari.person)
    page = f"/kerja/rakor/{meeting.slug}/"

    with pytest.raises(Vetoed, match="1 rekomendasi"):
        acts.discard_meeting(meeting, by=sari, at=NOW)

    assert "Buang draf" not in client.get(page).content.decode()
    assert client.get(f"{page}buang/").status_code == 409
    assert Recommendation.objects.get() == drafted


def test_a_scan_sent_after_the_lock_does_not_change_who_was_present(locked, satu, sari):
    meeting = locked.meeting
    Meeting.objects.filter(pk=meeting.pk).update(closed_at=NOW)
    delegate = Participant.objects.create(
        meeting=meeting, government=satu, office="Sekretaris"
    )

    with pytest.raises(Vetoed, match=r"Berita acara 500/1/2026"):
        acts.take_scan(
            meeting,
            token_of(delegate),
            scanned_at=NOW - timedelta(minutes=1),
            by=sari,
            at=NOW,
        )

    assert not delegate.attendances.exists()
