"""A meeting begins with what the last one agreed, and with what came of it."""

from datetime import timedelta

import pytest

from sinergi.act.models import Commitment
from sinergi.agree.models import RecordOfAgreement
from sinergi.convene.models import Meeting, Session


@pytest.fixture
def next_meeting(meeting: Meeting) -> Meeting:
    """Invited, a year later, with one session."""
    begins = meeting.starts_on + timedelta(days=365)
    made = Meeting.objects.create(
        forum=meeting.forum,
        slug="rakor-berikut",
        title="Rakor Berikut",
        kind=meeting.kind,
        purpose="Menilai pelaksanaan.",
        host=meeting.host,
        venue="Aula",
        starts_on=begins,
        ends_on=begins,
        state="invited",
        provenance=meeting.provenance,
    )
    Session.objects.create(
        meeting=made,
        kind="plenary",
        title="Pleno",
        starts_at=f"{begins}T09:00+08:00",
        ends_at=f"{begins}T10:00+08:00",
    )
    return made


def page(client, meeting: Meeting) -> str:
    return client.get(f"/rakor/{meeting.slug}/").content.decode()


def test_the_next_meeting_begins_with_the_last_record_and_its_fulfilment(
    client, running: Commitment, next_meeting: Meeting
):
    record = RecordOfAgreement.objects.get()

    body = page(client, next_meeting)

    assert str(record) in body
    assert "kesepakatan rapat terakhir dan pelaksanaannya" in body
    assert "tindak lanjut daerah berasal darinya" in body
    assert "<span>Berjalan</span>" in body
    assert body.index("kesepakatan rapat terakhir") < body.index("Pleno")


def test_a_meeting_does_not_begin_with_its_own_record(client, running, meeting):
    assert "kesepakatan rapat terakhir" not in page(client, meeting)


def test_a_record_of_the_simulation_opens_no_real_meeting(
    client, running, next_meeting: Meeting
):
    RecordOfAgreement.objects.update(provenance="simulated")

    assert "kesepakatan rapat terakhir" not in page(client, next_meeting)
