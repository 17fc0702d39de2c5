"""What is typed about a meeting stays text on every page of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sinergi.convene import acts, cards
from sinergi.convene.acts import Identity, Letter
from sinergi.convene.models import Meeting
from sinergi.convene.rules import (
    Answer,
    CommitteeRole,
    MeetingKind,
    Ratification,
    Readers,
    SessionKind,
    Subject,
)
from sinergi.letters.rules import HeldAs
from tests.convene.conftest import BEFORE, FIRST, LAST, OPENING_DAY
from tests.corpus import CORPUS, stays_text

pytestmark = pytest.mark.django_db

CLOSED = OPENING_DAY + timedelta(days=2)
TOKEN = "a" * 32
MANDATE = Letter(content=b"%PDF-1.4\n% surat mandat", name="mandat.pdf")


@pytest.fixture
def on(monkeypatch):
    def turn_to(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return turn_to


@pytest.fixture
def walked(forum, tiga, satu, ptik, sari, wati, budi, kadek):
    """A meeting of which every text field holds the payload, to its approved minutes.

    Yields who looks at which pages, and when.
    """

    def walk(evil):
        told = {
            "kind": MeetingKind.MERGED,
            "purpose": evil,
            "host": tiga,
            "venue": evil,
            "starts_on": FIRST,
            "ends_on": LAST,
        }
        meeting = acts.draft_meeting(forum, title=evil, **told, by=sari, at=BEFORE)
        plenary = acts.add_session(
            meeting, kind=SessionKind.PLENARY, title=evil, room=evil,
            starts_at=OPENING_DAY, ends_at=OPENING_DAY + timedelta(hours=2),
            by=sari, at=BEFORE,
        )  # fmt: skip
        group = acts.add_session(
            meeting, kind=SessionKind.GROUP, title=evil, bidang=ptik, room=f"{evil}2",
            starts_at=OPENING_DAY + timedelta(hours=3),
            ends_at=OPENING_DAY + timedelta(hours=5), by=sari, at=BEFORE,
        )  # fmt: skip
        item = acts.add_agenda_item(
            plenary, title=evil, minutes=30, presenter=evil, by=sari, at=BEFORE
        )
        acts.add_opening(
            meeting, title=evil, office=evil, held_as=HeldAs.PJ, represented_by=evil,
            by=sari, at=BEFORE,
        )  # fmt: skip
        acts.set_procedure(
            meeting, quorum_percent=51, all_must_answer=False, absence_answers=True,
            days_to_plan=60, ratification=Ratification.CIRCULATION, by=sari, at=BEFORE,
        )  # fmt: skip
        for person, role in [
            (wati.person, CommitteeRole.CHAIR),
            (sari.person, CommitteeRole.MINUTE_TAKER),
            (budi.person, CommitteeRole.DESK),
        ]:
            acts.name_committee(meeting, person=person, role=role, by=sari, at=BEFORE)
        acts.add_participant(
            meeting, government=satu, office=evil, name=evil, session=group,
            by=sari, at=BEFORE,
        )  # fmt: skip
        acts.add_document(
            item, title=evil, content=b"%PDF-1.4\n%", name="naskah.pdf",
            readers=Readers.PUBLIC, by=sari, at=BEFORE,
        )  # fmt: skip
        inside, own_item = own_pages(meeting.slug), [meeting.slug, item.pk]
        yield (
            BEFORE,
            sari,
            [
                *inside(
                    "meeting", "programme", "opening", "committee", "participants",
                    "procedure", "change", "invitation",
                ),
                reverse("convene_work:list"),
                reverse("convene_work:documents", args=[meeting.slug, item.pk]),
                reverse("convene_work:change_session", args=[meeting.slug, group.pk]),
                reverse("convene_work:change_agenda_item", args=own_item),
            ],
        )  # fmt: skip
        acts.send_invitation(meeting, letter_number=evil[:80], by=sari, at=BEFORE)
        acts.change_meeting(
            meeting, title=f"{evil} 2", **told, reason=evil, by=sari, at=BEFORE
        )
        acts.answer_invitation(
            meeting, answer=Answer.DECLINES, reason=evil, by=kadek, at=BEFORE
        )
        yield (BEFORE, kadek, inside("reply"))
        yield (BEFORE, sari, inside("replies"))
        acts.answer_invitation(
            meeting, answer=Answer.REPRESENTED, mandate=MANDATE, by=kadek, at=BEFORE
        )
        seat = acts.name_delegate(
            meeting,
            office=f"{evil} 2",
            identity=Identity(name=evil),
            by=kadek,
            at=BEFORE,
        )
        acts.invite_guest(
            meeting, name=evil, office=evil, token=TOKEN, by=sari, at=BEFORE
        )
        card = reverse("convene:card", args=[meeting.slug, cards.token_of(seat)])
        guest = reverse("convene:guest_link", args=[meeting.slug, TOKEN])
        yield (BEFORE, kadek, inside("reply"))
        yield (BEFORE, sari, inside("replies", "guests", "cards", "minutes"))
        yield (BEFORE, None, [card, reverse("convene:list"), f"/rakor/{meeting.slug}/"])
        acts.open_meeting(meeting, by=wati, at=OPENING_DAY)
        acts.check_in(seat, by=budi, at=OPENING_DAY)
        acts.show_on_projector(
            meeting, Subject("agenda", item.pk), title=evil, by=wati, at=OPENING_DAY
        )
        acts.write_minutes(plenary, text=evil, by=sari, at=OPENING_DAY)
        acts.write_minutes(group, text=evil, by=sari, at=OPENING_DAY)
        decision = acts.record_decision(item, text=evil, by=sari, at=OPENING_DAY)
        assert decision.text
        yield (
            OPENING_DAY,
            sari,
            [
                *inside(
                    "meeting", "desk", "scanner", "attendance", "projector", "minutes"
                ),
                reverse("convene_work:write_minutes", args=[meeting.slug, group.pk]),
                reverse("convene_work:show_hall_code", args=[meeting.slug, group.pk]),
                reverse("convene_work:decide", args=[meeting.slug, item.pk]),
                reverse("convene:wall", args=[meeting.slug]),
                reverse("convene:wall_text", args=[meeting.slug]),
            ],
        )
        yield (OPENING_DAY, None, [guest, reverse("convene:wall", args=[meeting.slug])])
        acts.close_meeting(meeting, by=wati, at=CLOSED)
        acts.reopen_meeting(meeting, reason=evil, by=sari, at=CLOSED)
        acts.close_meeting(meeting, by=wati, at=CLOSED)
        comment = acts.comment_minutes(group, text=evil, by=budi, at=CLOSED)
        yield (CLOSED, budi, inside("minutes"))
        acts.answer_comment(comment, answer=evil, by=sari, at=CLOSED)
        yield (
            CLOSED,
            sari,
            [
                *inside("minutes", "meeting", "extend_circulation"),
                reverse("convene_work:decisions"),
                reverse("core:ledger"),
                "/kerja/",
                f"/rakor/{meeting.slug}/",
            ],
        )

    return walk


def own_pages(slug: str):
    def named(*names: str) -> list[str]:
        return [reverse(f"convene_work:{name}", args=[slug]) for name in names]

    return named


@pytest.mark.parametrize("evil", CORPUS)
def test_every_text_of_a_meeting_stays_text_on_every_page(client, walked, on, evil):
    for moment, by, pages in walked(evil):
        on(moment)
        stays_text(client, by, pages)

    assert Meeting.objects.get().title == f"{evil} 2"
