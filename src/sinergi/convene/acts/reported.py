"""A past meeting told from what was reported about it: a reference fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sinergi.convene import guards
from sinergi.convene.models import Meeting, ReportedFact
from sinergi.convene.rules import MeetingKind, MeetingState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Forum, Place
from sinergi.core.rules import Provenance


@dataclass(frozen=True)
class Reported:
    """One thing that was reported, and where it was read."""

    label: str
    text: str
    source: str


@dataclass(frozen=True)
class ReportedMeeting:
    """A meeting as its reports describe it."""

    slug: str
    title: str
    kind: MeetingKind
    purpose: str
    host: Place
    venue: str
    starts_on: date
    ends_on: date
    facts: Sequence[Reported]


@act
def record_reported_meeting(
    forum: Forum, report: ReportedMeeting, *, at: datetime
) -> Meeting:
    """Record a reported meeting; recording it again changes nothing."""
    known = Meeting.objects.filter(slug=report.slug).first()
    if known:
        return known
    meeting = Meeting.objects.create(
        forum=forum,
        slug=report.slug,
        title=report.title,
        kind=report.kind.value,
        purpose=report.purpose,
        host=report.host,
        venue=report.venue,
        starts_on=report.starts_on,
        ends_on=report.ends_on,
        state=MeetingState.CLOSED.value,
        provenance=Provenance.PUBLISHED.value,
    )
    for order, fact in enumerate(report.facts, start=1):
        ReportedFact.objects.create(
            meeting=meeting,
            order=order,
            label=fact.label,
            text=fact.text,
            source=fact.source,
        )
    ledger.record(
        "record_reported_meeting",
        meeting,
        reference=meeting.slug,
        by=None,
        at=at,
        after={
            "state": meeting.state,
            **guards.text(
                {
                    "title": report.title,
                    "host": report.host.slug,
                    "starts_on": report.starts_on,
                    "ends_on": report.ends_on,
                }
            ),
            "facts": [
                {"label": fact.label, "text": fact.text, "source": fact.source}
                for fact in report.facts
            ],
        },
    )
    return meeting
