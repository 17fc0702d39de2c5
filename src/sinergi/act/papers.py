"""The receipt of a quarterly report (tanda terima)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from sinergi.act.models import Report
from sinergi.core import documents
from sinergi.core.documents import Seal
from sinergi.core.formats import jam, tanggal, triwulan
from sinergi.core.models import Document, Membership
from sinergi.core.rules import Provenance, last_moment
from sinergi.letters.heads import letterhead, office_of
from sinergi.paper import pdf

TITLE = "Tanda Terima Laporan Triwulan"


def lock_receipt(
    report: Report, content: Mapping[str, Any], *, by: Membership, at: datetime
) -> Document:
    """Lock what was reported and print the receipt: number, hash, time, QR."""
    commitment = report.commitment
    number = _number(report)
    return documents.lock(
        kind="tanda-terima",
        title=f"{TITLE} {commitment.reference}",
        number=number,
        issuer=office_of(
            commitment.recommendation.meeting.forum.coordinator, report.provenance
        ),
        content={"number": number, **_replaced(report), **content},
        draw=lambda seal: _draw(report, number, seal, at),
        provenance=Provenance(report.provenance),
        by=by,
        at=at,
        # A report is read by everyone only when its verdict is final.
        is_public=False,
    )


def _number(report: Report) -> str:
    """Sent anew after it came back, a report has a receipt of its own."""
    number = f"TT/{report.commitment.reference}/{report.year}-TW{report.quarter}"
    return f"{number}/{report.times_submitted}" if report.receipt else number


def _due(report: Report) -> str:
    local = last_moment(report.due_at).astimezone(
        ZoneInfo(report.commitment.government.time_zone)
    )
    said = tanggal(local.date(), True)
    return f"{said} (laporan ini terlambat)" if report.is_late else said


def _replaced(report: Report) -> dict[str, str]:
    former = report.receipt
    return {"replaces": f"{former.number} ({former.code})"} if former else {}


def _draw(report: Report, number: str, seal: Seal, at: datetime) -> bytes:
    commitment = report.commitment
    meeting = commitment.recommendation.meeting
    period = triwulan(report.year, report.quarter)
    local = at.astimezone(ZoneInfo(commitment.government.time_zone))
    values = [
        {
            "label": value.activity.title,
            "value": f"{value.value.normalize():f} {value.activity.unit}",
        }
        for value in report.achievements.select_related("activity")
    ]
    facts = [
        {"label": "Pemerintah daerah", "value": commitment.government.name},
        {"label": "Rencana tindak lanjut", "value": commitment.reference},
        {"label": "Rekomendasi", "value": str(commitment.recommendation)},
        {"label": "Periode", "value": period},
        {"label": "Jatuh tempo", "value": _due(report)},
        *({"label": "Menggantikan", "value": v} for v in _replaced(report).values()),
        *([{"label": "Isi", "value": "Nihil"}] if report.is_nil else values),
    ]
    evidence = [
        {"name": each.name, "sha256": each.file.sha256}
        for each in report.evidence.select_related("file")
    ]
    data = {
        "language": "id",
        "provenance": report.provenance,
        "draft": False,
        "letterhead": letterhead(meeting.forum.coordinator, report.provenance),
        "verification": {
            "code": seal.code,
            "url": f"{settings.PUBLIC_ORIGIN}/v/{seal.code}/",
            "sha256": seal.sha256,
        },
        "title": TITLE,
        "number": number,
        "received_at": f"{tanggal(local.date(), True)} pukul {jam(local)}",
        "statement": (
            f"Telah diterima laporan {period} dari {commitment.government.name}."
        ),
        "facts": facts,
        "evidence": evidence,
        "closing": (
            "Laporan ini akan ditelaah oleh penelaah dari pemerintah daerah lain. "
            "Tanda terima ini dapat diperiksa keasliannya dengan kode di bawah."
        ),
    }
    return pdf.render("tanda_terima", data, title=number, created_on=local.date())
