"""A meeting of the small forum in each of its states."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from sinergi.convene import acts
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import CommitteeRole, MeetingKind, SessionKind
from sinergi.core.models import Bidang, Forum, Membership, Place

# 4 March 2026, 10.00 WITA: the first day of the meeting.
OPENING_DAY = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
BEFORE = OPENING_DAY - timedelta(days=20)
FIRST, LAST = date(2026, 3, 4), date(2026, 3, 6)


def details(host: Place, **other: object) -> dict[str, object]:
    return {
        "title": "Rakor Uji",
        "kind": MeetingKind.MERGED,
        "purpose": "Menyelaraskan program.",
        "host": host,
        "venue": "Aula Kota Tiga",
        "starts_on": FIRST,
        "ends_on": LAST,
        **other,
    }


@pytest.fixture
def draft(forum: Forum, tiga: Place, sari: Membership) -> Meeting:
    return acts.draft_meeting(forum, **details(tiga), by=sari, at=BEFORE)


@pytest.fixture
def plenary(draft: Meeting, sari: Membership) -> Session:
    return acts.add_session(
        draft,
        kind=SessionKind.PLENARY,
        title="Pleno",
        room="Aula",
        starts_at=OPENING_DAY,
        ends_at=OPENING_DAY + timedelta(hours=2),
        by=sari,
        at=BEFORE,
    )


@pytest.fixture
def group(draft: Meeting, ptik: Bidang, sari: Membership) -> Session:
    return acts.add_session(
        draft,
        kind=SessionKind.GROUP,
        title="Kelompok PTIK",
        bidang=ptik,
        starts_at=OPENING_DAY + timedelta(hours=3),
        ends_at=OPENING_DAY + timedelta(hours=5),
        by=sari,
        at=BEFORE,
    )


@pytest.fixture
def ready(
    draft: Meeting,
    plenary: Session,
    group: Session,
    sari: Membership,
    wati: Membership,
    budi: Membership,
) -> Meeting:
    """A complete draft: Wati chairs, Budi sits at the desk."""
    acts.add_agenda_item(plenary, title="Paparan", minutes=90, by=sari, at=BEFORE)
    acts.set_procedure(
        draft,
        quorum_percent=51,
        all_must_answer=False,
        absence_answers=True,
        days_to_plan=60,
        by=sari,
        at=BEFORE,
    )
    for person, role in [
        (wati.person, CommitteeRole.CHAIR),
        (budi.person, CommitteeRole.DESK),
    ]:
        acts.name_committee(draft, person=person, role=role, by=sari, at=BEFORE)
    acts.add_participants(
        draft,
        governments=draft.forum.governments(),
        office="Kepala Dinas",
        by=sari,
        at=BEFORE,
    )
    return draft


@pytest.fixture
def invited(ready: Meeting, sari: Membership) -> Meeting:
    return acts.send_invitation(
        ready, letter_number="500.12/1/2026", by=sari, at=BEFORE
    )


@pytest.fixture
def running(invited: Meeting, wati: Membership) -> Meeting:
    return acts.open_meeting(invited, by=wati, at=OPENING_DAY)


@pytest.fixture
def closed(running: Meeting, wati: Membership) -> Meeting:
    return acts.close_meeting(running, by=wati, at=OPENING_DAY + timedelta(days=2))


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Pages read the clock; this is what it says on the first day."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: OPENING_DAY)
    return OPENING_DAY


@pytest.fixture
def visit(client: Client):
    """Open a page as somebody, or as a visitor."""

    def open_page(by: Membership | None, path: str, data=None, **extra):
        client.logout()
        if by is not None:
            client.force_login(by.person)
        if data is None:
            return client.get(path, **extra)
        return client.post(path, data, **extra)

    return open_page
