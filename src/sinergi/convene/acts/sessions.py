"""Sessions: the plenary, and the groups by bidang."""

from datetime import datetime

from django.db.models import ProtectedError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import guards, rules
from sinergi.convene.acts.freshness import refuse_overtaken
from sinergi.convene.acts.preparing import SessionOutsideDays
from sinergi.convene.acts.schedule import moved, reschedule
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import Part, SessionKind
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Bidang, Membership
from sinergi.core.refusal import Refusal


class EndsBeforeItBegins(Refusal):
    """The session would end before it begins."""


class BidangMisplaced(Refusal):
    """A group needs a bidang of the forum, and a plenary has none."""


class AlreadyInProgramme(Refusal):
    """The same session at the same time is in the programme."""

    def __init__(self, message: str, session: Session) -> None:
        super().__init__(message)
        self.session = session


class StillUsed(Refusal):
    """Something already hangs on it, so it cannot be removed."""


@act
def add_session(
    meeting: Meeting,
    *,
    kind: SessionKind,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    room: str = "",
    bidang: Bidang | None = None,
    by: Membership,
    at: datetime,
) -> Session:
    """Add the plenary or the group of one bidang."""
    guards.secretariat_changes(Part.PROGRAMME, meeting, by)
    session = Session(
        meeting=meeting,
        kind=kind.value,
        title=title,
        room=room,
        bidang=bidang,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    _check(session)
    _refuse_twin(session)
    session.save()
    reschedule(meeting, at)
    _record("add_session", session, by=by, at=at, after=_described(session))
    return session


@act
def change_session(
    session: Session,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    room: str = "",
    by: Membership,
    at: datetime,
    seen: str = "",
) -> Session:
    """Change title, room or time; what a session is stays.

    `seen` is the stamp of the session as the page showed it.
    """
    guards.secretariat_changes(Part.PROGRAMME, session.meeting, by)
    session.refresh_from_db()
    wanted = {"title": title, "starts_at": starts_at, "ends_at": ends_at, "room": room}
    refuse_overtaken(session, wanted, seen=seen, zone=session.meeting.zone)
    before = _described(session)
    session.title, session.room = title, room
    session.starts_at, session.ends_at = starts_at, ends_at
    _check(session)
    session.save()
    after = _described(session)
    if moved(before, after):
        reschedule(session.meeting, at)
    _record("change_session", session, by=by, at=at, before=before, after=after)
    return session


@act
def remove_session(session: Session, *, by: Membership, at: datetime) -> None:
    """Take out a session nobody has worked in."""
    guards.secretariat_changes(Part.PROGRAMME, session.meeting, by)
    before = _described(session)
    if session.agenda.exists():
        raise StillUsed(
            _("“%(title)s” still has an agenda. Remove its items first.")
            % {"title": session.title}
        )
    _record("remove_session", session, by=by, at=at, before=before)
    reschedule(session.meeting, at)
    try:
        session.delete()
    except ProtectedError as error:
        raise StillUsed(
            _(
                "“%(title)s” has its committee, participants or recommendations; it "
                "stays in the programme."
            )
            % {"title": session.title}
        ) from error


def _refuse_twin(session: Session) -> None:
    """A form sent twice makes one session."""
    twin = session.meeting.sessions.filter(
        kind=session.kind,
        bidang=session.bidang,
        title__iexact=session.title,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
    ).first()
    if twin:
        raise AlreadyInProgramme(
            _(
                "“%(title)s” at this time is in the programme already. Change that "
                "one, or give this one another title or time."
            )
            % {"title": twin.title},
            twin,
        )


def _check(session: Session) -> None:
    meeting = session.meeting
    if session.ends_at <= session.starts_at:
        raise EndsBeforeItBegins(
            _("“%(title)s” ends before it begins. Correct one of the two times.")
            % {"title": session.title}
        )
    if not rules.within_days(
        session.starts_at,
        session.ends_at,
        meeting.starts_on,
        meeting.ends_on,
        meeting.zone,
    ):
        raise SessionOutsideDays(
            _("“%(title)s” lies outside the days of the meeting: %(first)s–%(last)s.")
            % {
                "title": session.title,
                "first": date_format(meeting.starts_on),
                "last": date_format(meeting.ends_on),
            }
        )
    _refuse_misplaced_bidang(session)


def _refuse_misplaced_bidang(session: Session) -> None:
    if not session.is_group:
        if session.bidang:
            raise BidangMisplaced(
                _(
                    "A plenary belongs to no bidang, and %(bidang)s is chosen. Choose "
                    "“none (plenary)”, or make this session a group."
                )
                % {"bidang": session.bidang.name}
            )
    elif session.bidang is None:
        raise BidangMisplaced(
            _(
                "Choose the bidang that meets in this group, or make this session a "
                "plenary."
            )
        )
    elif session.bidang.forum_id != session.meeting.forum_id:
        raise BidangMisplaced(
            _("%(bidang)s is no bidang of this forum. Choose one that is.")
            % {"bidang": session.bidang.name}
        )


def _record(
    action: str,
    session: Session,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
) -> None:
    ledger.record(
        action,
        session,
        reference=f"{session.meeting.slug}/{session.pk}",
        by=by,
        at=at,
        before=before,
        after=after,
    )


def _described(session: Session) -> dict[str, str]:
    return guards.text(
        {
            "kind": session.kind,
            "title": session.title,
            "room": session.room,
            "bidang": session.bidang.code if session.bidang else None,
            "starts_at": session.starts_at.isoformat(),
            "ends_at": session.ends_at.isoformat(),
        }
    )
