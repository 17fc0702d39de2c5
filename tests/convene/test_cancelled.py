"""The invitation is taken out of the calendar of who does not come after all."""

from datetime import timedelta

from icalendar import Calendar

from sinergi.convene import acts, calendar
from sinergi.convene.models import Meeting, Participant
from sinergi.convene.rules import Answer
from tests.convene.conftest import BEFORE

ADDRESS = "/kerja/rakor/rakor-uji/undangan/pembatalan.ics"
LATER = BEFORE + timedelta(days=1)


def event(content: bytes):
    read = Calendar.from_ical(content)
    return read["METHOD"], read.walk("VEVENT")[0]


def named(meeting: Meeting, by, at=BEFORE) -> Participant:
    acts.answer_invitation(meeting, answer=Answer.ATTENDS, by=by, at=BEFORE)
    identity = acts.Identity("Ni Luh")
    return acts.name_delegate(
        meeting, office="Pranata Humas", identity=identity, by=by, at=at
    )


def test_while_everybody_comes_there_is_nothing_to_cancel(invited, kadek, visit):
    named(invited, kadek)

    assert visit(kadek, ADDRESS).status_code == 404
    page = visit(kadek, "/kerja/rakor/rakor-uji/undangan/jawaban/")
    assert "pembatalan.ics" not in page.content.decode()


def test_who_is_struck_off_gets_a_newer_cancellation_of_the_same_entry(
    invited, kadek, rini, visit
):
    delegate = named(invited, kadek)
    _asked, before = event(calendar.invitation(invited, kadek))
    acts.withdraw_delegate(delegate, by=kadek, at=LATER)

    answer = visit(kadek, ADDRESS)
    method, cancelled = event(answer.content)

    assert answer["Content-Type"].endswith("method=CANCEL")
    assert (method, cancelled["UID"]) == ("CANCEL", before["UID"])
    assert cancelled["SEQUENCE"] > before["SEQUENCE"]
    assert cancelled["DTSTAMP"].dt > before["DTSTAMP"].dt
    # For the others the meeting stands: RFC 5546, 3.2.5.
    assert "STATUS" not in cancelled
    assert b"Ni Luh" not in answer.content
    page = visit(kadek, "/kerja/rakor/rakor-uji/undangan/jawaban/")
    assert "pembatalan.ics" in page.content.decode()
    assert visit(rini, ADDRESS).status_code == 403


def test_who_is_named_again_gets_an_invitation_that_is_newer_still(invited, kadek):
    acts.withdraw_delegate(named(invited, kadek), by=kadek, at=LATER)
    _method, cancelled = event(calendar.cancellation(invited, kadek))
    named(invited, kadek, at=LATER + timedelta(hours=1))

    _method, again = event(calendar.invitation(invited, kadek))

    newer = (again["SEQUENCE"], again["DTSTAMP"].dt)
    assert newer > (cancelled["SEQUENCE"], cancelled["DTSTAMP"].dt)


def test_a_government_that_stays_away_cancels_for_all_of_its_own(invited, kadek):
    named(invited, kadek)

    acts.answer_invitation(
        invited, answer=Answer.DECLINES, reason="Banjir", by=kadek, at=LATER
    )

    assert event(calendar.cancellation(invited, kadek))[0] == "CANCEL"


def test_others_are_not_disturbed_by_who_does_not_come(invited, kadek, budi, rini):
    feed = calendar.feed([invited], "Rakor")
    acts.withdraw_delegate(named(invited, kadek), by=kadek, at=LATER)
    invited.refresh_from_db()

    assert invited.sequence == 0
    assert calendar.feed([invited], "Rakor") == feed
    assert calendar.cancellation(invited, rini) is None


def test_a_name_struck_from_an_expected_seat_counts_once(invited, kadek, satu):
    acts.answer_invitation(invited, answer=Answer.ATTENDS, by=kadek, at=BEFORE)
    seat = invited.participants.get(government=satu)
    identity = acts.Identity("Ni Luh")
    acts.name_delegate(
        invited, office=seat.office, identity=identity, seat=seat, by=kadek, at=BEFORE
    )
    acts.withdraw_delegate(seat, by=kadek, at=LATER)

    assert invited.replies.get(government=satu).struck_off == 1
