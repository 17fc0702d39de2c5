"""Two quarters of reports through the acts: sent, reviewed, answered, settled.

What becomes of each report is dealt by lot (report_lots.py).
"""

from datetime import datetime, timedelta
from functools import partial

from sinergi.act import acts, drafts
from sinergi.act.models import Commitment, Report
from sinergi.act.rules import EvidenceLevel
from sinergi.core.models import Membership
from sinergi.examples.ntb import evidence
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import happens, lot
from sinergi.examples.ntb.meeting import finished
from sinergi.examples.ntb.people import PROVINCE, REVIEWING, Cast, head
from sinergi.examples.ntb.recommendations import proposals
from sinergi.examples.ntb.report_lots import (
    CANNOT,
    CONTESTED,
    DONE,
    LEVELS,
    NIL,
    NONE,
    NOT_YET,
    RECENT,
    RETURNED,
    REVIEWED,
    SENT,
    SETTLED,
    SILENT,
    TEXTS,
    Course,
    courses,
    reached,
)
from sinergi.examples.ntb.timeline import Timeline

PICTURE_SHARE, PUBLIC_SHARE = 0.3, 0.7


def write_reports(diary: Diary, cast: Cast, days: Timeline) -> None:
    """On the day after a quarter its courses are dealt over the plans that run."""
    for turn, quarter in enumerate(days.reported):
        diary.write(
            days.moment(quarter.next.starts_on, 8),
            partial(_deal, diary, cast, days, turn),
        )


def _deal(diary: Diary, cast: Cast, days: Timeline, turn: int, clock: Clock) -> None:
    quarter, at = days.reported[turn], clock()
    keys = {text.title: text.key for text in proposals()}
    meeting = finished(days.rakor_on)
    running = Commitment.objects.running().filter(recommendation__meeting=meeting)
    owing = {
        (keys[each.recommendation.title], each.government.slug): each
        for each in running.select_related("recommendation", "government")
        if quarter in each.reportable(at)
    }
    for course in courses(owing, turn, quarter):
        if course.kind == NONE:
            continue
        sent = days.moment(quarter.ends_on, 10) + course.days(2, 14, "sent")
        if course.waits_today:
            sent = days.ago(RECENT[course.kind], 10)
        diary.write(sent, partial(_send, diary, cast, course))


def _send(diary: Diary, cast: Cast, course: Course, clock: Clock) -> None:
    commitment = course.commitment
    by = head(cast, course.key[1])
    report = drafts.open_report(commitment, course.quarter, by=by)
    if course.kind == NIL:
        acts.submit_nil(report, reason=TEXTS["nil"], by=by, at=clock())
    else:
        _fill_in(report, course, by, clock)
    if course.kind == SENT:
        return
    wait = timedelta(days=4) if course.waits_today else course.days(3, 10, "reviewed")
    step = _return if course.kind == RETURNED else _review
    diary.write(clock() + wait, partial(step, diary, cast, course, report.pk))


def _fill_in(report: Report, course: Course, by: Membership, clock: Clock) -> None:
    without = course.verdict is CANNOT
    drafts.save_report(
        report,
        narrative=course.draw(course.texts["narratives"], "narrative"),
        obstacles=course.draw(course.texts["obstacles"], "obstacle"),
        values=reached(course),
    )
    if not without:
        _attach(report, course, clock())
    acts.submit_report(report, by=by, at=clock(), without_evidence=without)


def _return(
    diary: Diary, cast: Cast, course: Course, report_pk: int, clock: Clock
) -> None:
    """Given back once; in the first quarter it was completed and sent again."""
    acts.return_report(
        Report.objects.get(pk=report_pk),
        reason=TEXTS["return_reason"],
        by=reviewer_of(course.key[1], cast),
        at=clock(),
    )
    if course.turn == 0:
        diary.write(
            clock() + timedelta(days=4),
            partial(_send_again, diary, cast, course, report_pk),
        )


def _send_again(
    diary: Diary, cast: Cast, course: Course, report_pk: int, clock: Clock
) -> None:
    report = Report.objects.get(pk=report_pk)
    acts.submit_report(
        report,
        by=head(cast, course.key[1]),
        at=clock(),
        without_evidence=not report.evidence.exists(),
    )
    diary.write(
        clock() + timedelta(days=5), partial(_review, diary, cast, course, report_pk)
    )


def _review(
    diary: Diary, cast: Cast, course: Course, report_pk: int, clock: Clock
) -> None:
    report = Report.objects.get(pk=report_pk)
    nil = course.kind == NIL
    acts.review(
        report,
        verdict=NOT_YET if nil else course.verdict,
        evidence_level=EvidenceLevel.NONE if nil else LEVELS[course.verdict],
        note=course.draw(
            TEXTS["not_yet"]["notes"] if nil else course.texts["notes"], "note"
        ),
        by=reviewer_of(course.key[1], cast),
        at=clock(),
    )
    if course.kind in (SILENT, REVIEWED):
        return
    step = _contest if course.kind in (CONTESTED, SETTLED) else _accept
    diary.write(
        clock() + course.days(2, 6, "answered"),
        partial(step, diary, cast, course, report_pk),
    )


def _accept(
    _diary: Diary, cast: Cast, course: Course, report_pk: int, clock: Clock
) -> None:
    acts.accept_verdict(
        Report.objects.get(pk=report_pk), by=head(cast, course.key[1]), at=clock()
    )


def _contest(
    diary: Diary, cast: Cast, course: Course, report_pk: int, clock: Clock
) -> None:
    acts.contest(
        Report.objects.get(pk=report_pk),
        reply=TEXTS["reply"],
        by=head(cast, course.key[1]),
        at=clock(),
    )
    if course.kind == SETTLED:
        diary.write(
            clock() + timedelta(days=6), partial(_settle, cast, course, report_pk)
        )


def _settle(cast: Cast, _course: Course, report_pk: int, clock: Clock) -> None:
    acts.settle(
        Report.objects.get(pk=report_pk),
        verdict=DONE,
        evidence_level=EvidenceLevel.DOCUMENT,
        note=TEXTS["settled"],
        by=cast[f"penelaah.{REVIEWING}"],
        at=clock(),
    )


def reviewer_of(slug: str, cast: Cast) -> Membership:
    """The province's reviewer reads the members, a member's reads the province."""
    return cast[f"penelaah.{REVIEWING}" if slug == PROVINCE else "penelaah"]


def _attach(report: Report, course: Course, at: datetime) -> None:
    number = int(lot("evidence", course.turn, *course.key) * 1_000_000)
    if happens(PICTURE_SHARE, "picture", course.turn, *course.key):
        content, name = evidence.png(number), f"simulasi-foto-{number:06d}.png"
    else:
        content = evidence.pdf(
            [
                "Bukti dukung contoh. Tidak ada kegiatan ini.",
                f"Rencana tindak lanjut: {course.commitment.reference}",
                f"Triwulan {course.quarter.number} tahun {course.quarter.year}",
                f"Nomor contoh: {number:06d}",
            ]
        )
        name = f"simulasi-bukti-{number:06d}.pdf"
    drafts.attach(
        report,
        content=content,
        name=name,
        page="1",
        level=EvidenceLevel.DOCUMENT,
        is_public=happens(PUBLIC_SHARE, "public", course.turn, *course.key),
        at=at,
    )
