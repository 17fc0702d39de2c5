"""The meeting in preparation: invited, some weeks ahead, its first texts tabled."""

from functools import partial

from sinergi.agree import acts
from sinergi.convene.models import Meeting
from sinergi.core.models import Forum
from sinergi.examples.ntb import replies
from sinergi.examples.ntb.agreement import draft
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import pick
from sinergi.examples.ntb.meeting import prepare, send
from sinergi.examples.ntb.people import OPERATED, Cast, chairs_by_bidang, head
from sinergi.examples.ntb.recommendations import Proposal, proposals
from sinergi.examples.ntb.survey import release_slug
from sinergi.examples.ntb.timeline import Timeline


def write_next_meeting(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    diary.write(
        days.ago(24, 13),
        partial(
            prepare,
            forum,
            cast,
            days,
            on=days.next_rakor_on,
            title=f"Rakor Simulasi Persiapan Program {days.years[1]}",
            lots="next",
        ),
    )
    diary.write(
        days.ago(12, 13),
        lambda clock: send(_next(days), cast, clock().date(), 2, clock),
    )
    diary.write(days.ago(8, 9), lambda clock: replies.answer(_next(days), cast, clock))
    for number, text in enumerate(proposals("next")):
        diary.write(
            days.ago(9 - 2 * number, 10), partial(_propose, forum, cast, days, text)
        )


def _next(days: Timeline) -> Meeting:
    return Meeting.objects.get(starts_on=days.next_rakor_on, provenance="simulated")


def _propose(
    forum: Forum, cast: Cast, days: Timeline, text: Proposal, clock: Clock
) -> None:
    """Two are submitted by a head or a group chair, two are still being written."""
    if text.table["state"] == "draft":
        drafted_by = (
            cast[f"operator.{OPERATED}"]
            if not text.table["indicator"]
            else chairs_by_bidang(cast)[text.bidang]
        )
    else:
        members = [p for p in text.addressees(forum) if p != forum.coordinator]
        drafted_by = head(cast, pick(members, "proposes next", text.key).slug)
    drafted = draft(
        forum,
        cast,
        days,
        _next(days),
        text,
        by=drafted_by,
        release=release_slug(1),
        clock=clock,
    )
    if text.table["state"] == "submitted":
        acts.submit(drafted, by=drafted_by, at=clock())
