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
from sinergi.core.letterhead import letterhead
from sinergi.core.models import Document, Membership
from sinergi.core.rules import Provenance
from sinergi.paper import pdf

TITLE = "Tanda Terima Laporan Triwulan"


def lock_receipt(
    report: Report, content: Mapping[str, Any], *, by: Membership, at: datetime
) -> Document:
    """Lock what was reported and print the receipt: number, hash, time, QR."""
    commitment = report.commitment
    number = f"TT/{commitment.reference}/{report.year}-TW{report.quarter}"
    return documents.lock(
        kind="tanda-terima",
        title=f"{TITLE} {commitment.reference}",
        number=number,
        content={"number": number, **content},
        draw=lambda seal: _draw(report, number, seal, at),
        provenance=Provenance(report.provenance),
        by=by,
        at=at,
        # A report is read by everyone only when its verdict is final.
        is_public=False,
    )


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
        "letterhead": letterhead(meeting.forum.coordinator),
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
