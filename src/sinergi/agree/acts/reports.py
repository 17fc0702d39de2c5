"""The report of results: drafted from the record, written around, sent and locked."""

from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from sinergi.agree import access, printed, reporting, words
from sinergi.agree.letters import COVER, REPORT
from sinergi.agree.models import RecordOfAgreement, ResultsReport
from sinergi.agree.models.reports import PROSE
from sinergi.agree.rules import ReportLack, ReportState, report_lacks
from sinergi.convene.models import Meeting
from sinergi.core import documents, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready
from sinergi.core.rules import Provenance
from sinergi.core.stale import Overtaken, stamp
from sinergi.letters import numbering


class NoRecordYet(Refusal):
    """The report is drafted from a locked berita acara."""


class AlreadySent(Refusal):
    """What was sent stays as it is."""


class NotSendable(Refusal):
    """Something still has to be there before it can be sent."""


@act
def write_report(
    meeting: Meeting,
    *,
    number: str,
    cover_number: str,
    dated_on: date,
    written_in: str,
    addressee: str,
    through: str,
    introduction: str,
    course: str,
    closing: str,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> ResultsReport:
    """Begin the report or write its prose anew; agreed words cannot be reached here.

    A text that reads as it is drafted from the record goes on following the record.
    """
    record = _locked(meeting, by)
    report = report_of(meeting)
    if report:
        report.hold()
        _refuse_sent(report)
    before = described(report)
    drafted = reporting.drafted(record)
    said = {"introduction": introduction, "course": course, "closing": closing}
    prose = {
        name: "" if _same(words_, drafted[name]) else words_.strip()
        for name, words_ in said.items()
    }
    values = {
        "number": number.strip(),
        "cover_number": cover_number.strip(),
        "dated_on": dated_on,
        "written_in": written_in.strip(),
        "addressee": addressee.strip(),
        "through": through.strip(),
        **prose,
    }
    if report and all(getattr(report, k) == v for k, v in values.items()):
        raise StandsAlready(_("The report stands like this already."), report)
    if seen and seen != seen_of_report(report):
        raise Overtaken(
            _(
                "Somebody saved this after you opened the page. What you typed is "
                "kept; compare it with what stands now, then save again."
            )
        )
    report = report or ResultsReport(meeting=meeting, provenance=by.provenance)
    for name, value in values.items():
        setattr(report, name, value)
    report.save()
    ledger.record(
        "write_report",
        report,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=described(report),
    )
    return report


@act
def send_report(
    report: ResultsReport, *, by: Membership, at: datetime
) -> ResultsReport:
    """Freeze the report with every agreed word as one document; it has gone out."""
    meeting = report.meeting
    record = _locked(meeting, by)
    report.hold()
    _refuse_sent(report)
    lacks = lacks_of_report(meeting, report, meeting.today(at))
    if lacks:
        raise NotSendable(
            _("Not sent. This is not so yet: %(lacks)s")
            % {"lacks": " ".join(str(words.REPORT_LACK[lack]) for lack in lacks)}
        )
    for kind, number in ((REPORT, report.number), (COVER, report.cover_number)):
        if number:
            numbering.take(
                meeting.forum.coordinator,
                kind.key,
                report.provenance,
                number=number,
                reference=meeting.slug,
                title=meeting.title,
                day=report.dated_on,
                at=at,
            )
    content = reporting.content_of(report, record)
    report.document = documents.lock(
        kind=reporting.KIND,
        title=f"{printed.REPORT_TITLE} {meeting.title}"[:200],
        number=report.number,
        content=content,
        draw=lambda seal: printed.laporan_hasil(
            content, seal, origin=settings.PUBLIC_ORIGIN
        ),
        provenance=Provenance(report.provenance),
        by=by,
        at=at,
        # A letter to one office; who holds it can have it checked by its code.
        is_public=False,
    )
    report.state, report.sent_at = ReportState.SENT.value, at
    report.save(update_fields=["document", "state", "sent_at"])
    ledger.record(
        "send_report",
        report,
        reference=meeting.slug,
        by=by,
        at=at,
        before={"state": str(ReportState.DRAFT)},
        after={
            **described(report),
            "code": report.document.code,
            "sha256": report.document.content_sha256,
        },
    )
    return report


def report_of(meeting: Meeting) -> ResultsReport | None:
    return ResultsReport.objects.filter(meeting=meeting).first()


def lacks_of_report(
    meeting: Meeting, report: ResultsReport | None, today: date
) -> list[ReportLack]:
    record = access.record_of(meeting)
    return report_lacks(
        record_locked=bool(record and record.is_locked),
        written=report is not None,
        number=report.number if report else "",
        dated_on=report.dated_on if report else None,
        agreed_on=record.agreed_on if record else None,
        today=today,
    )


def seen_of_report(report: ResultsReport | None) -> str:
    return stamp({**described(report), **_texts(report)})


def described(report: ResultsReport | None) -> dict[str, str]:
    """For the ledger: which texts are the secretariat's own, and not what they say."""
    if report is None:
        return {}
    return {
        "state": str(ReportState(report.state)),
        "number": report.number,
        "cover_number": report.cover_number,
        "dated_on": report.dated_on.isoformat(),
        "written_in": report.written_in,
        "addressee": report.addressee,
        "through": report.through,
        "own_prose": ", ".join(name for name in PROSE if getattr(report, name)),
    }


def _texts(report: ResultsReport | None) -> dict[str, str]:
    return {name: getattr(report, name) for name in PROSE} if report else {}


def _same(said: str, drafted: str) -> bool:
    return " ".join(said.split()) in ("", " ".join(drafted.split()))


def _locked(meeting: Meeting, by: Membership) -> RecordOfAgreement:
    if not access.keeps_record(by, meeting):
        raise NotAllowed(
            _("The report of results is written by the secretariat of the forum.")
        )
    record = access.record_of(meeting)
    if record is None or not record.is_locked:
        raise NoRecordYet(
            _("The report is drafted from the locked berita acara. Lock it first.")
        )
    return record


def _refuse_sent(report: ResultsReport) -> None:
    if report.is_sent:
        raise AlreadySent(
            _("The report was sent and stays as it is. Nothing was saved.")
        )
