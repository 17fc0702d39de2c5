"""The report of results of a meeting to whoever called for it."""

from __future__ import annotations

from django.db import models

from sinergi.agree import words
from sinergi.agree.rules import ReportState
from sinergi.convene.models import Meeting
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Document
from sinergi.core.rules import Provenance

PROSE = ("introduction", "course", "closing")


class ResultsReport(models.Model):
    """Laporan hasil: what the secretariat writes around what stands on record.

    An empty prose text follows the record: it reads as it is drafted from it now.
    """

    meeting = models.OneToOneField(
        Meeting, models.PROTECT, related_name="results_report"
    )
    number = models.CharField(max_length=80, blank=True)
    # Of the letter that carries it; without one it goes alone.
    cover_number = models.CharField(max_length=80, blank=True)
    dated_on = models.DateField()
    written_in = models.CharField(max_length=120)
    addressee = models.CharField(max_length=160)
    through = models.CharField(max_length=160, blank=True)
    introduction = models.TextField(blank=True)
    course = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    state = models.CharField(max_length=8, default=ReportState.DRAFT.value)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["-dated_on"]
        constraints = [
            one_of("state", ReportState, "resultsreport_state_known"),
            one_of("provenance", Provenance, "resultsreport_provenance_known"),
            models.CheckConstraint(
                condition=~models.Q(state=ReportState.SENT.value)
                | models.Q(document__isnull=False, sent_at__isnull=False),
                name="resultsreport_sent_has_document",
            ),
        ]

    def __str__(self) -> str:
        return f"Laporan hasil {self.meeting}"

    @property
    def mark(self) -> Mark:
        return words.REPORT[ReportState(self.state)]

    @property
    def is_sent(self) -> bool:
        return ReportState(self.state) is ReportState.SENT

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(from_queryset=ResultsReport.objects.select_for_update())
