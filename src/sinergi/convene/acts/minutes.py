"""Minutes: written revision by revision, and approved."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, minutes, printed, queries, rules, words
from sinergi.convene.acts.minuting import must_be, record, said
from sinergi.convene.models import (
    ApprovedMinutes,
    Meeting,
    MinutesRevision,
    Session,
)
from sinergi.convene.rules import MeetingState
from sinergi.core import documents, ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.formats import tanggal
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Provenance
from sinergi.core.stale import Overtaken, stamp

KIND = "notulen"


class NotApprovable(Refusal):
    """The minutes cannot be approved yet."""


def seen_of_minutes(session: Session) -> str:
    """The stamp of what a page shows of the minutes."""
    latest = session.revisions.order_by("-number").first()
    return stamp({"number": latest.number if latest else 0})


@act
def write_minutes(
    session: Session, *, text: str, seen: str = "", by: Membership, at: datetime
) -> MinutesRevision:
    """Write the next revision; nothing that somebody else wrote is lost."""
    meeting = session.meeting
    guards.latest(meeting)
    guards.must(access.takes_minutes(by, meeting), guards.minute_taker_only())
    guards.of_this_world(by, meeting)
    must_be(rules.may_write_minutes(MeetingState(meeting.state)), meeting)
    text = said(text)
    last = session.revisions.order_by("-number").first()
    if seen and seen != seen_of_minutes(session):
        raise Overtaken(
            _(
                "Revision %(number)d was written meanwhile by somebody else. It "
                "stands beside your text now: bring both together and save again."
            )
            % {"number": last.number if last else 0}
        )
    if last and last.text == text:
        return last
    revision = MinutesRevision.objects.create(
        session=session,
        number=(last.number if last else 0) + 1,
        text=text,
        sha256=sha256(text.encode()),
        by=by,
        written_at=at,
    )
    # Minutes name people: the ledger knows which text it was, not what it says.
    record(
        "write_minutes",
        revision,
        session,
        by=by,
        at=at,
        after={"number": str(revision.number), "sha256": revision.sha256},
    )
    return revision


@act
def approve_minutes(
    meeting: Meeting, *, by: Membership, at: datetime
) -> ApprovedMinutes:
    """The chair approves: the minutes of all sessions are locked as one document."""
    guards.latest(meeting)
    guards.must(access.chairs(by, meeting), guards.chair_only())
    guards.steps(meeting, MeetingState.MINUTES_APPROVED, by)
    lacks = queries.minutes_lacks(meeting, at)
    if lacks:
        raise NotApprovable(
            _("Not approved. This is not so yet: %(lacks)s")
            % {"lacks": " ".join(str(words.MINUTES_LACK[each]) for each in lacks)}
        )
    day = meeting.today(at)
    content = minutes.content_of(
        [meeting], approved=f"Disahkan pimpinan sidang pada {tanggal(day)}"
    )
    document = documents.lock(
        kind=KIND,
        title=f"{printed.TITLE} {meeting.title}"[:200],
        content=content,
        draw=lambda seal: printed.notulen_pdf(
            content,
            seal,
            origin=settings.PUBLIC_ORIGIN,
            provenance=meeting.provenance,
            day=day,
        ),
        provenance=Provenance(meeting.provenance),
        by=by,
        at=at,
        is_public=False,
    )
    approved = ApprovedMinutes.objects.create(
        meeting=meeting, document=document, by=by, approved_at=at
    )
    before = {"state": meeting.state}
    meeting.state = MeetingState.MINUTES_APPROVED.value
    meeting.save(update_fields=["state"])
    ledger.record(
        "approve_minutes",
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after={
            "state": meeting.state,
            "code": document.code,
            "sha256": document.content_sha256,
        },
    )
    return approved
