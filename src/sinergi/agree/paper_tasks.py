"""What is due of the papers: berita acara, report of results, pedoman, review."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.agree import access, reviews
from sinergi.agree.models import Guideline, Recommendation, RecordOfAgreement
from sinergi.agree.rules import PUBLISHED, GuidelineState, RecordState, ReportState
from sinergi.convene.models import Meeting
from sinergi.convene.rules import OVER
from sinergi.core.access import speaks_for
from sinergi.core.introductions import Task, Text
from sinergi.core.models import Membership
from sinergi.core.rules import Provenance


def due(by: Membership, now: datetime) -> Iterator[Task]:
    yield from _reviews(by, now)
    yield from _kept(by, now)


def _kept(by: Membership, now: datetime) -> Iterator[Task]:
    """A closed meeting wants its berita acara, and that its pedoman and report."""
    if not access.SECRETARIAT(by):
        return
    closed = Meeting.objects.filter(
        forum__coordinator=by.government_id, state__in=sorted(OVER)
    ).exclude(provenance=Provenance.PUBLISHED.value)
    for meeting in closed.exclude(record__state=RecordState.LOCKED.value):
        if Recommendation.objects.filter(meeting=meeting).adopted().exists():
            yield _paper(_("Lock the berita acara"), meeting, "record", _("Check"))
    locked = RecordOfAgreement.objects.filter(
        meeting__in=closed, state=RecordState.LOCKED.value
    )
    for record in locked.filter(guideline=None).select_related("meeting"):
        yield _paper(_("Compile the guideline"), record.meeting, "guideline", _("Open"))
    for record in locked.exclude(
        meeting__results_report__state=ReportState.SENT.value
    ).select_related("meeting"):
        yield _paper(
            _("Send the report of results"), record.meeting, "report", _("Open")
        )
    open_ones = Guideline.objects.filter(record__in=locked).exclude(
        state__in=sorted(PUBLISHED)
    )
    for guideline in open_ones.for_pages():
        yield from _guideline_step(guideline, now)


def _guideline_step(guideline: Guideline, now: datetime) -> Iterator[Task]:
    """What the secretariat does next about a pedoman, or whom it waits for."""
    meeting = guideline.meeting
    found = reviews.review_of(guideline, now)
    if found.unanswered:
        yield _paper(
            _("Answer the comments on the guideline"), meeting, "review", _("Open")
        )
    if not guideline.is_in_review:
        yield _paper(
            _("Send the guideline for review"), meeting, "guideline", _("Open")
        )
    elif found.is_open:
        yield Task(
            title=_("The governments review the guideline"),
            subject=meeting.title,
            url=reverse("agree_work:review", args=[meeting.slug]),
            button=_("Look"),
            due_at=guideline.review_until,
            waiting_for_others=True,
        )
    elif not found.unanswered:
        yield _paper(_("Bring the guideline in force"), meeting, "guideline", _("Open"))


def _reviews(by: Membership, now: datetime) -> Iterator[Task]:
    """A pedoman to be reviewed until the end of its window, by every government."""
    if not speaks_for(by, by.government):
        return
    sent = Guideline.objects.filter(
        state=GuidelineState.IN_REVIEW.value,
        review_until__gt=now,
        record__meeting__forum__seats__government=by.government_id,
        provenance=by.provenance,
    )
    for guideline in sent.for_pages():
        found = reviews.review_of(guideline, now)
        if found.is_open and by.government_id not in found.finished:
            yield Task(
                title=_("Review the guideline"),
                subject=guideline.title,
                url=reverse("agree_work:review", args=[guideline.meeting.slug]),
                button=_("Read"),
                due_at=guideline.review_until,
            )


def _paper(title: Text, meeting: Meeting, page: str, button: Text) -> Task:
    return Task(
        title=title,
        subject=meeting.title,
        url=reverse(f"agree_work:{page}", args=[meeting.slug]),
        button=button,
    )
