"""What is kept of minutes as plain data: locked, printed and compiled from it."""

from collections.abc import Iterable
from typing import Any

from sinergi.convene import queries
from sinergi.convene.models import Decision, Meeting, Session
from sinergi.letters.heads import letterhead


def content_of(meetings: Iterable[Meeting], **about: Any) -> dict[str, Any]:
    """The minutes of meetings of one forum, in the order they are given."""
    shown = list(meetings)
    forum = shown[0].forum
    return {
        "forum": forum.name,
        "letterhead": letterhead(forum.coordinator, shown[0].provenance),
        "meetings": [_meeting(each) for each in shown],
        **about,
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    sessions = list(
        meeting.sessions.select_related("meeting__host", "bidang").prefetch_related(
            "agenda"
        )
    )
    latest = queries.latest_minutes(sessions)
    decided: dict[int, list[str]] = {}
    for decision in Decision.objects.standing().filter(item__session__in=sessions):
        decided.setdefault(decision.item_id, []).append(decision.text)
    found = queries.quorum(meeting)
    return {
        "slug": meeting.slug,
        "title": meeting.title,
        "venue": meeting.venue,
        "host": meeting.host.name,
        "starts_on": meeting.starts_on.isoformat(),
        "ends_on": meeting.ends_on.isoformat(),
        "provenance": meeting.provenance,
        "present": found.present,
        "seats": found.seats,
        "sessions": [_session(each, latest, decided) for each in sessions],
    }


def _session(
    session: Session, latest: dict[int, Any], decided: dict[int, list[str]]
) -> dict[str, Any]:
    revision = latest.get(session.pk)
    return {
        "kind": session.kind,
        "title": session.title,
        "room": session.room,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "zone": session.meeting.zone,
        "agenda": [
            {"title": item.title, "decisions": decided.get(item.pk, [])}
            for item in session.agenda.all()
        ],
        "text": revision.paragraphs if revision else [],
        "revision": revision.number if revision else 0,
        "sha256": revision.sha256 if revision else "",
    }
