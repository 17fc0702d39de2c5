"""A meeting in calendars: for all, and for those who are invited."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from sinergi.convene import acts, calendar
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Answer, SessionKind
from tests.convene.conftest import BEFORE, OPENING_DAY, details

WITA = ZoneInfo("Asia/Makassar")


def move_session(session, by, **other):
    values = {
        "title": session.title,
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "room": session.room,
        **other,
    }
    return acts.change_session(session, **values, by=by, at=OPENING_DAY)


def change(meeting, by, **other):
    values = details(meeting.host, **other)
    return acts.change_meeting(
        meeting, **values, reason="Aula dipakai", by=by, at=OPENING_DAY
    )


def events(content: bytes):
    return Calendar.from_ical(content).walk("VEVENT")


@pytest.mark.parametrize(
    "path", ["/rakor/rakor-uji/kalender.ics", "/rakor/kalender.ics"]
)
def test_a_calendar_knows_nothing_of_a_draft(ready: Meeting, visit, path):
    answer = visit(None, path)

    assert answer.status_code == 404 or not events(answer.content)


def test_before_the_invitation_nobody_downloads_one(ready: Meeting, kadek, visit):
    answer = visit(kadek, "/kerja/rakor/rakor-uji/undangan/kalender.ics")

    assert answer.status_code == 404


def test_everybody_subscribes_to_the_sessions_in_the_zone_of_the_meeting(
    invited: Meeting, visit
):
    answer = visit(None, "/rakor/rakor-uji/kalender.ics")

    read = Calendar.from_ical(answer.content)
    first = read.walk("VEVENT")[0]
    assert answer["Content-Type"].startswith("text/calendar")
    assert (read["METHOD"], len(read.walk("VTIMEZONE"))) == ("PUBLISH", 1)
    assert first.start == datetime(2026, 3, 4, 10, tzinfo=WITA)
    assert first["DTSTART"].params["TZID"] == "Asia/Makassar"
    assert first["LOCATION"] == "Aula, Aula Kota Tiga, Kota Tiga"
    assert read.walk("VTIMEZONE")[0].walk("STANDARD")[0]["TZNAME"] == "WITA"


def test_a_public_calendar_does_not_say_who_comes(invited: Meeting, visit):
    text = visit(None, "/rakor/kalender.ics").content

    assert b"BEGIN:VEVENT" in text
    assert b"ATTENDEE" not in text
    assert b"ORGANIZER" not in text


def test_the_invitation_asks_kadek_and_the_delegates_of_his_government(
    invited: Meeting, kadek, budi, rini, visit
):
    acts.answer_invitation(invited, answer=Answer.ATTENDS, by=budi, at=BEFORE)
    acts.name_delegate(
        invited,
        office="Pranata Humas",
        identity=acts.Identity("Ni Luh"),
        by=budi,
        at=BEFORE,
    )

    answer = visit(kadek, "/kerja/rakor/rakor-uji/undangan/kalender.ics")
    refused = visit(rini, "/kerja/rakor/rakor-uji/undangan/kalender.ics")

    read = Calendar.from_ical(answer.content)
    (event,) = read.walk("VEVENT")
    assert (read["METHOD"], refused.status_code) == ("REQUEST", 403)
    assert [str(each) for each in event["ATTENDEE"]] == [
        f"mailto:{kadek.person.email}",
        "invalid:nomail",
    ]
    assert event["ATTENDEE"][1].params["CN"] == "Ni Luh"
    assert (event["UID"].split("@")[0], event["SEQUENCE"]) == ("rakor-uji", 0)
    assert event.start == datetime(2026, 3, 4, 10, tzinfo=WITA)
    assert event.end == datetime(2026, 3, 4, 15, tzinfo=WITA)


def test_a_new_venue_or_day_makes_the_invitation_newer(invited: Meeting, kadek, sari):
    before = events(calendar.invitation(invited, kadek))[0]

    change(invited, sari, venue="Gedung Serbaguna")

    after = events(calendar.invitation(invited, kadek))[0]
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_a_new_title_or_agenda_moves_nobodys_appointment(
    invited: Meeting, plenary, sari
):
    change(invited, sari, title="Rakor Uji Coba")
    acts.add_agenda_item(plenary, title="Doa", minutes=5, by=sari, at=BEFORE)
    move_session(plenary, sari, title="Pleno I")

    assert Meeting.objects.get().sequence == 0


def test_another_time_or_room_another_session_or_one_less_count(
    invited: Meeting, plenary, sari, ikp
):
    later = plenary.ends_at + timedelta(minutes=30)
    move_session(plenary, sari, ends_at=later)
    move_session(plenary, sari, ends_at=later, room="Ruang B")
    extra = acts.add_session(
        invited,
        kind=SessionKind.GROUP,
        title="Kelompok IKP",
        bidang=ikp,
        starts_at=OPENING_DAY,
        ends_at=OPENING_DAY + timedelta(hours=1),
        by=sari,
        at=BEFORE,
    )
    acts.remove_session(extra, by=sari, at=BEFORE)

    assert Meeting.objects.get().sequence == 4


def test_a_draft_is_moved_without_counting(draft: Meeting, plenary, sari):
    move_session(plenary, sari, room="Ruang B")

    assert Meeting.objects.get().sequence == 0


def test_a_simulated_meeting_says_so_in_a_calendar(invited: Meeting):
    Meeting.objects.update(provenance="simulated")
    meeting = Meeting.objects.get()

    (first, *_rest) = events(calendar.feed([meeting], "Forum Uji"))

    assert first["SUMMARY"] == "[SIMULASI] Rakor Uji: Pleno"


def test_the_same_meeting_gives_the_same_bytes(invited: Meeting):
    once, again = (calendar.feed([invited], "Forum Uji") for _ in range(2))

    assert once == again
