"""What the report of results says: taken from the record, with prose drafted from it.

Recommendations and positions are those of the locked berita acara, word for word. The
canonical JSON of this is hashed and locked; page and paper are drawn from it.
"""

import json
from collections import Counter
from datetime import timedelta
from typing import Any

from sinergi.agree.models import RecordOfAgreement, ResultsReport
from sinergi.agree.models.reports import PROSE
from sinergi.agree.printed.frame import paragraphs
from sinergi.convene import minutes
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.queries import presence
from sinergi.convene.rules import MeetingState
from sinergi.core.formats import periode, terbilang
from sinergi.core.models import Place
from sinergi.core.rules import Level
from sinergi.letters.heads import letterhead
from sinergi.letters.signing import signatory_of

FORMAT = 1
KIND = "laporan-hasil"
_HEADS = {
    Level.PROVINCE: "Gubernur",
    Level.REGENCY: "Bupati",
    Level.CITY: "Wali Kota",
}
THROUGH = "Sekretaris Daerah"


def addressee_of(government: Place) -> str:
    """`Gubernur Uji`: the head of the government whose secretariat reports."""
    head = _HEADS.get(Level(government.level), "Kepala")
    return f"{head} {government.name.partition(' ')[2] or government.name}"


def agreed(record: RecordOfAgreement) -> dict[str, Any]:
    """What was locked, not what the tables say today."""
    locked: dict[str, Any] = json.loads(record.document.content)  # type: ignore[union-attr] # locked
    return locked


def drafted(record: RecordOfAgreement) -> dict[str, str]:
    """The prose as the record has it now; what the secretariat may write otherwise."""
    meeting, content = record.meeting, agreed(record)
    days = periode(meeting.starts_on, meeting.held_until)
    found, adopted = content["quorum"], len(content["recommendations"])
    groups = meeting.sessions.filter(bidang__isnull=False).count()
    sessions = meeting.sessions.count()
    return {
        "introduction": (
            f"Dengan hormat kami laporkan hasil {meeting.title} yang diselenggarakan "
            f"pada {days} di {meeting.venue}, {meeting.host.name}.\n\n"
            f"Maksud rapat: {_sentence(meeting.purpose)}"
        ),
        "course": (
            f"Rapat dihadiri {found['present']} ({terbilang(found['present'])}) dari "
            f"{found['seats']} ({terbilang(found['seats'])}) pemerintah daerah anggota "
            f"{content['forum']} dan berlangsung dalam {sessions} "
            f"({terbilang(sessions)}) sidang, {groups} ({terbilang(groups)}) di "
            "antaranya sidang kelompok menurut bidang. Keputusan setiap mata acara "
            "tercantum di bawah ini sebagaimana dicatat dalam notulen."
        ),
        "closing": (
            f"Rapat menyepakati {adopted} ({terbilang(adopted)}) rekomendasi. Kami "
            "mohon arahan lebih lanjut.\n\nDemikian laporan ini disampaikan. Atas "
            "perhatian Bapak/Ibu, kami ucapkan terima kasih."
        ),
    }


def prose(report: ResultsReport, record: RecordOfAgreement) -> dict[str, str]:
    """Each text as the secretariat wrote it, else as it is drafted from the record."""
    first = drafted(record)
    return {name: getattr(report, name) or first[name] for name in PROSE}


def content_of(report: ResultsReport, record: RecordOfAgreement) -> dict[str, Any]:
    """Everything the report says."""
    meeting, locked = record.meeting, agreed(record)
    coordinator = meeting.forum.coordinator
    signed = signatory_of(coordinator, KIND, report.provenance, report.dated_on)
    said = prose(report, record)
    due_on = record.agreed_on + timedelta(days=_days_to_plan(meeting))
    return {
        "format": FORMAT,
        "kind": KIND,
        "number": report.number,
        "dated_on": report.dated_on.isoformat(),
        "written_in": report.written_in,
        "addressee": report.addressee,
        "through": report.through,
        "provenance": report.provenance,
        "letterhead": letterhead(coordinator, report.provenance),
        "signatory": signed.told(),
        "forum": locked["forum"],
        "meeting": {
            **locked["meeting"],
            "invitation": meeting.letter_number,
            "invited_on": _invited_on(meeting),
        },
        "record": {
            "number": record.number,
            "agreed_on": record.agreed_on.isoformat(),
            "code": record.document.code if record.document else "",
            "sha256": record.document.content_sha256 if record.document else "",
        },
        "prose": {name: paragraphs(words) for name, words in said.items()},
        "written_by_secretariat": [name for name in PROSE if getattr(report, name)],
        "attendance": [
            {
                "government": each.government.name,
                "invited": each.expected,
                "present": each.present,
            }
            for each in presence(meeting)
        ],
        "quorum": locked["quorum"],
        "minutes": _minutes(meeting),
        "recommendations": locked["recommendations"],
        "not_adopted": locked["not_adopted"],
        "follow_up": {
            "due_on": due_on.isoformat(),
            "addressees": _addressed(locked["recommendations"]),
        },
    }


def _minutes(meeting: Meeting) -> dict[str, Any]:
    """Decisions as the minutes have them, and whether the chair has approved them."""
    told = minutes.content_of([meeting])["meetings"][0]
    approved = meeting.state == MeetingState.MINUTES_APPROVED.value
    return {"approved": approved, "sessions": told["sessions"]}


def _addressed(recommendations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    counted = Counter(
        place for each in recommendations for place in each["expected"]["addressees"]
    )
    return [
        {"government": place, "recommendations": count}
        for place, count in counted.items()
    ]


def _days_to_plan(meeting: Meeting) -> int:
    known = getattr(meeting, "procedure", None) or RulesOfProcedure()
    return int(known.days_to_plan)


def _invited_on(meeting: Meeting) -> str:
    sent = meeting.invited_at
    return meeting.today(sent).isoformat() if sent else ""


def _sentence(words: str) -> str:
    said = words.strip()
    return said if said.endswith((".", "!", "?")) else f"{said}."


def locked_or_now(report: ResultsReport, record: RecordOfAgreement) -> dict[str, Any]:
    """What was locked when it was sent; before, what would be."""
    if report.document is None:
        return content_of(report, record)
    locked: dict[str, Any] = json.loads(report.document.content)
    return locked
