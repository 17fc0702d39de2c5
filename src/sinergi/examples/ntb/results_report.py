"""The report of results of the finished meeting, sent once the minutes are approved."""

from datetime import date
from functools import partial

from sinergi.agree import acts, letters, reporting
from sinergi.core.models import Forum
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.meeting import finished
from sinergi.examples.ntb.people import Cast
from sinergi.examples.ntb.timeline import Timeline
from sinergi.letters import numbering
from sinergi.letters.heads import town_of

CLOSING = (
    "Kami mohon arahan atas tindak lanjut rekomendasi tersebut.\n\n"
    "Demikian laporan simulasi ini disampaikan; rapat ini tidak pernah berlangsung."
)


def write_results_report(
    diary: Diary, forum: Forum, cast: Cast, days: Timeline
) -> None:
    diary.write(days.after_rakor(7, 10), partial(_report, forum, cast, days))


def _report(forum: Forum, cast: Cast, days: Timeline, clock: Clock) -> None:
    by, meeting = cast["sekretariat"], finished(days.rakor_on)
    at = clock(30)
    day = meeting.today(at)
    drafted = reporting.drafted(meeting.record)
    report = acts.write_report(
        meeting,
        number=_next(forum, letters.REPORT.key, by.provenance, day),
        cover_number=_next(forum, letters.COVER.key, by.provenance, day),
        dated_on=day,
        written_in=town_of(forum.coordinator, by.provenance),
        addressee=reporting.addressee_of(forum.coordinator),
        through=reporting.THROUGH,
        introduction=drafted["introduction"],
        course=drafted["course"],
        closing=CLOSING,
        by=by,
        at=at,
    )
    acts.send_report(report, by=by, at=clock())


def _next(forum: Forum, kind: str, provenance: str, day: date) -> str:
    return numbering.proposed(forum.coordinator, kind, provenance, day)
