"""The report of results on paper."""

from datetime import date
from typing import Any

from sinergi.agree.printed.frame import Content, frame
from sinergi.agree.printed.record import not_adopted_rows, recommendation_of
from sinergi.convene.printed import session_of
from sinergi.core.documents import Seal
from sinergi.core.formats import periode, tanggal
from sinergi.paper import pdf, word

REPORT_TITLE = "Laporan Hasil"


def laporan_hasil(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    data, title, day = _paper(content, seal, origin)
    return pdf.render("laporan_hasil", data, title=title, created_on=day)


def laporan_hasil_docx(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    """Its twin for whoever goes on writing; the PDF is what counts."""
    data, _title, day = _paper(content, seal, origin)
    return word.laporan_hasil(data, created_on=day)


def _paper(
    content: Content, seal: Seal | None, origin: str
) -> tuple[dict[str, Any], str, date]:
    """As `paper.shapes.LaporanHasil` wants it, its title, and its day."""
    meeting, day = content["meeting"], date.fromisoformat(content["dated_on"])
    said = content["prose"]
    data = {
        **frame(content, seal, origin),
        "title": REPORT_TITLE,
        "subject": meeting["title"],
        "number": content["number"] or None,
        "addressee": content["addressee"],
        "through": content["through"],
        "introduction": list(said["introduction"]),
        "basis": _basis(content),
        "facts": _facts(meeting),
        "attendance": [
            {
                "label": each["government"],
                "expected": each["invited"],
                "present": each["present"],
            }
            for each in content["attendance"]
        ],
        "quorum": (
            f"Hadir {content['quorum']['present']} dari {content['quorum']['seats']} "
            "pemerintah daerah anggota forum; kuorum menurut tata tertib paling "
            f"sedikit {content['quorum']['needed']}."
        ),
        "course": list(said["course"]),
        "minutes": (
            "Notulen telah disahkan pimpinan sidang."
            if content["minutes"]["approved"]
            else "Notulen belum disahkan pimpinan sidang saat laporan ini dibuat."
        ),
        "sessions": [session_of(each) for each in content["minutes"]["sessions"]],
        "recommendations": [
            recommendation_of(each) for each in content["recommendations"]
        ],
        "not_adopted": not_adopted_rows(content),
        "follow_up": _follow_up(content),
        "due": [
            {
                "label": each["government"],
                "value": f"{each['recommendations']} rekomendasi",
            }
            for each in content["follow_up"]["addressees"]
        ],
        "closing": list(said["closing"]),
        "signed_at": f"{content['written_in']}, {tanggal(day)}",
        "signatory": content["signatory"],
    }
    return data, f"{REPORT_TITLE} {meeting['title']}", day


def _basis(content: Content) -> list[str]:
    meeting, record = content["meeting"], content["record"]
    agreed_on = tanggal(date.fromisoformat(record["agreed_on"]))
    basis = [
        f"Berita Acara Kesepakatan Nomor {record['number']} tanggal {agreed_on} "
        f"(kode {record['code']})"
    ]
    if meeting["invitation"]:
        sent = meeting["invited_on"]
        day = f" tanggal {tanggal(date.fromisoformat(sent))}" if sent else ""
        basis.insert(0, f"Surat undangan Nomor {meeting['invitation']}{day}")
    return basis


def _facts(meeting: Content) -> list[dict[str, str]]:
    days = periode(
        date.fromisoformat(meeting["starts_on"]), date.fromisoformat(meeting["ends_on"])
    )
    return [
        {"label": "Waktu", "value": days},
        {"label": "Tempat", "value": f"{meeting['venue']}, {meeting['host']}"},
    ]


def _follow_up(content: Content) -> str:
    due_on = tanggal(date.fromisoformat(content["follow_up"]["due_on"]), True)
    return (
        "Setiap pemerintah daerah yang dituju menyampaikan rencana tindak lanjut (RTL) "
        f"paling lambat {due_on}, dihitung dari tanggal berita acara."
    )
