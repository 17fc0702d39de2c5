"""Working pages of the report of results: written, looked at, sent."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, letters, printed, reporting, rules, words
from sinergi.agree.forms.reports import ReportForm
from sinergi.agree.models import RecordOfAgreement, ResultsReport
from sinergi.agree.models.reports import PROSE
from sinergi.agree.views.pages import attempt_over, inside_meeting, seen
from sinergi.convene.models import Meeting
from sinergi.core import files
from sinergi.core.documents import Seal
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name
from sinergi.letters import numbering
from sinergi.letters.heads import town_of


def report(request: ActingRequest, slug: str) -> HttpResponse:
    """The prose to write, what is taken from the record, and what sending lacks."""
    meeting = _kept(request, slug)
    record, known = access.record_of(meeting), acts.report_of(meeting)
    if record is None or not record.is_locked:
        context = inside_meeting(meeting, _("Report of results"), record=None)
        return render(request, "agree/report_work.html", context)
    now = timezone.now()
    form = ReportForm(request.POST or None, initial=_first(meeting, record, known))
    if attempt_over(
        request,
        form,
        lambda: acts.write_report(
            meeting, **form.cleaned_data, by=request.acting, at=now
        ),
        lambda saved: _("The report is saved."),
        lambda: acts.seen_of_report(acts.report_of(meeting)),
    ):
        return redirect("agree_work:report", slug)
    lacking = acts.lacks_of_report(meeting, known, meeting.today(now))
    context = inside_meeting(
        meeting,
        _("Report of results"),
        record=record,
        report=known,
        form=form,
        content=reporting.locked_or_now(known, record) if known else None,
        own=[name for name in PROSE if known and getattr(known, name)],
        checks=[
            {"is_so": lack not in lacking, "text": words.REPORT_LACK[lack]}
            for lack in rules.ReportLack
        ],
        ready=known is not None and not lacking,
        draft=known is None or not known.is_sent,
    )
    # An old tab of what was sent by now is refused, with what was typed in it.
    status = 409 if known and known.is_sent and form.is_bound else 200
    return render(request, "agree/report_work.html", context, status=status)


@require_safe
def report_pdf(request: ActingRequest, slug: str) -> HttpResponse:
    """What was sent; before, how it would be sent now, marked as a draft."""
    known, record = _written(request, slug)
    drawn = (
        files.read(known.document.file)
        if known.document
        else printed.laporan_hasil(
            reporting.content_of(known, record), None, origin=settings.PUBLIC_ORIGIN
        )
    )
    return _file(drawn, files.PDF, f"laporan-hasil-{slug}.pdf", known)


@require_safe
def report_docx(request: ActingRequest, slug: str) -> HttpResponse:
    known, record = _written(request, slug)
    sent = known.document
    seal = Seal(sent.code, sent.content_sha256) if sent else None
    drawn = printed.laporan_hasil_docx(
        reporting.locked_or_now(known, record), seal, origin=settings.PUBLIC_ORIGIN
    )
    return _file(drawn, files.DOCX, f"laporan-hasil-{slug}.docx", known)


@require_safe
def report_cover(request: ActingRequest, slug: str) -> HttpResponse:
    """The letter that carries it, in the words of the office."""
    known, record = _written(request, slug)
    drawn = letters.cover_letter(
        reporting.locked_or_now(known, record),
        known.cover_number,
        record.meeting.forum.coordinator,
    )
    return _file(drawn, files.DOCX, f"pengantar-laporan-{slug}.docx", known)


def send_report(request: ActingRequest, slug: str) -> HttpResponse:
    """Asked for once more, with what it means."""
    meeting = _kept(request, slug)
    known = acts.report_of(meeting)
    if known is None:
        raise Http404
    if known.is_sent:
        messages.info(request, _("The report was sent."))
        return redirect("agree_work:report", slug)
    if request.method == "POST":
        acts.send_report(known, by=request.acting, at=timezone.now())
        messages.success(request, _("The report is locked as it was sent."))
        return redirect("agree_work:report", slug)
    context = inside_meeting(
        meeting,
        _("Send the report"),
        consequence=_(
            "The report is printed, locked with its hash and gets a code. What it "
            "says cannot be changed any more; its numbers are given for good."
        ),
        label=_("Send the report"),
        danger=True,
        own_url=reverse("agree_work:report", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def _kept(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(
        access.keeps_record(request.acting, meeting),
        _("The report of results is written by the secretariat of the forum."),
    )
    return meeting


def _written(
    request: ActingRequest, slug: str
) -> tuple[ResultsReport, RecordOfAgreement]:
    """Read by the coordinating government alone: its secretariat, head, inspectorate;
    a draft by the secretariat."""
    meeting = seen(request, slug)
    known, record = acts.report_of(meeting), access.record_of(meeting)
    if known is None or record is None or not record.is_locked:
        raise Http404
    if not access.may_read_report(request.acting, meeting, sent=known.is_sent):
        raise Http404
    return known, record


def _first(
    meeting: Meeting, record: RecordOfAgreement, known: ResultsReport | None
) -> dict[str, Any]:
    coordinator, provenance = meeting.forum.coordinator, record.provenance
    today = meeting.today(timezone.now())
    given = {
        key: numbering.proposed(coordinator, key, provenance, today)
        for key in (letters.REPORT.key, letters.COVER.key)
    }
    if known is None:
        return {
            "number": given[letters.REPORT.key],
            "cover_number": given[letters.COVER.key],
            "dated_on": today,
            "written_in": town_of(coordinator, provenance),
            "addressee": reporting.addressee_of(coordinator),
            "through": reporting.THROUGH,
            **reporting.drafted(record),
        }
    return {
        "number": known.number or given[letters.REPORT.key],
        "cover_number": known.cover_number,
        "dated_on": known.dated_on,
        "written_in": known.written_in,
        "addressee": known.addressee,
        "through": known.through,
        **reporting.prose(known, record),
        "seen": acts.seen_of_report(known),
    }


def _file(
    content: bytes, media_type: str, name: str, known: ResultsReport
) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    named = file_name(name if known.is_sent else f"draf-{name}", known.provenance)
    response.headers["Content-Disposition"] = f'inline; filename="{named}"'
    return response
