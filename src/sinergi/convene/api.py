"""Open data of convening: the meetings the public may read about."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router
from pydantic import BaseModel, ConfigDict

from sinergi.convene import outline, queries
from sinergi.convene.models import Meeting
from sinergi.core.models import Place

router = Router(tags=["meetings"])


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class GovernmentOut(Strict):
    slug: str
    name: str
    kemendagri_code: str


class MeetingOut(Strict):
    slug: str
    title: str
    kind: str
    state: str
    provenance: str
    host: GovernmentOut
    venue: str
    starts_on: date
    ends_on: date
    purpose: str
    # How texts of the groups become an agreement, plenary or circulation; of a meeting
    # told from reports it is not known.
    ratification: str | None
    # By circulation, the last day to answer in writing; planned until it is closed.
    circulation_last_day: date | None


class AgendaItemOut(Strict):
    title: str
    minutes: int
    presenter: str


class SessionOut(Strict):
    kind: str
    bidang: str | None
    title: str
    room: str
    starts_at: datetime
    ends_at: datetime
    agenda: list[AgendaItemOut]


class AttendanceOut(Strict):
    government: GovernmentOut
    expected: int
    present: int


class FactOut(Strict):
    label: str
    text: str
    source: str


class MeetingDetailOut(MeetingOut):
    sessions: list[SessionOut]
    attendance: list[AttendanceOut]
    facts: list[FactOut]


@router.get("/meetings/", response=list[MeetingOut], summary="Meetings")
def meetings(request: HttpRequest) -> list[MeetingOut]:
    found = Meeting.objects.public().select_related("host")
    return [MeetingOut(**_summary(meeting)) for meeting in found]


@router.get("/meetings/{slug}/", response=MeetingDetailOut, summary="One meeting")
def meeting(request: HttpRequest, slug: str) -> MeetingDetailOut:
    """Attendance is counted by government; people are not named."""
    public = Meeting.objects.public().select_related("forum", "host")
    found = get_object_or_404(public, slug=slug)
    counted = [] if found.is_published else queries.presence(found)
    return MeetingDetailOut(
        **_summary(found),
        sessions=[_session(laid) for laid in outline.sessions(found)],
        attendance=[
            AttendanceOut(
                government=_government(row.government),
                expected=row.expected,
                present=row.present,
            )
            for row in counted
        ],
        facts=[
            FactOut(label=fact.label, text=fact.text, source=fact.source)
            for fact in found.facts.all()
        ],
    )


def _summary(meeting: Meeting) -> dict[str, Any]:
    return {
        "slug": meeting.slug,
        "title": meeting.title,
        "kind": meeting.kind,
        "state": meeting.state,
        "provenance": meeting.provenance,
        "host": _government(meeting.host),
        "venue": meeting.venue,
        "starts_on": meeting.starts_on,
        "ends_on": meeting.ends_on,
        "purpose": meeting.purpose,
        "ratification": None if meeting.is_published else meeting.ratification.value,
        "circulation_last_day": meeting.circulation_last_day,
    }


def _session(laid: outline.Laid) -> SessionOut:
    session = laid.session
    return SessionOut(
        kind=session.kind,
        bidang=session.bidang.code if session.bidang else None,
        title=session.title,
        room=session.room,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        agenda=[
            AgendaItemOut(
                title=item.title, minutes=item.minutes, presenter=item.presenter
            )
            for item, _slot in laid.items
        ],
    )


def _government(place: Place) -> GovernmentOut:
    return GovernmentOut(
        slug=place.slug, name=place.name, kemendagri_code=place.kemendagri_code
    )
