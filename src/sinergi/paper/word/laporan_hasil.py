"""The report of results as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.document import Document as Docx
from docx.shared import Cm

from sinergi.paper import office
from sinergi.paper.glyphs import printable
from sinergi.paper.word import agreed


def laporan_hasil(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The report (`shapes.LaporanHasil`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(f"{told['title']} {told['subject']}", created_on)
    office.head(paper, told)
    paper.add_paragraph(f"Yth. {told['addressee']}")
    if told["through"]:
        paper.add_paragraph(f"melalui {told['through']}")
    _said(paper, "I. Pendahuluan", told["introduction"])
    paper.add_paragraph("Dasar:")
    for number, words in enumerate(told["basis"], start=1):
        paper.add_paragraph(f"{number}. {words}")
    _held(paper, told)
    _results(paper, told)
    _said(paper, "IV. Tindak lanjut", [told["follow_up"]])
    rows = [(each["label"], each["value"]) for each in told["due"]]
    office.table(paper, ("Pemerintah daerah", "Dituju oleh"), rows, agreed.PAIR)
    _said(paper, "V. Penutup", told["closing"])
    for words in (told["signed_at"], *told["signatory"]["lines"], "", ""):
        paper.add_paragraph(words)
    paper.add_paragraph(told["signatory"]["name"] or "…………………")
    office.foot(paper, told["verification"])
    return office.as_bytes(paper)


def _said(paper: Docx, title: str, words: list[str]) -> None:
    paper.add_heading(title, 1)
    for each in words:
        paper.add_paragraph(each)


def _held(paper: Docx, told: Mapping[str, Any]) -> None:
    paper.add_heading("II. Pelaksanaan", 1)
    facts = [(each["label"], each["value"]) for each in told["facts"]]
    office.table(paper, ("Waktu dan tempat", ""), facts, agreed.PAIR)
    for words in (*told["course"], told["quorum"]):
        paper.add_paragraph(words)
    rows = [
        (f"{number}.", each["label"], str(each["expected"]), str(each["present"]))
        for number, each in enumerate(told["attendance"], start=1)
    ]
    office.table(
        paper,
        ("No.", "Pemerintah daerah", "Diundang", "Hadir"),
        rows,
        (Cm(1.2), Cm(9.2), Cm(2.8), Cm(2.8)),
    )
    paper.add_paragraph(told["minutes"])
    for session in told["sessions"]:
        paper.add_heading(session["title"], 2)
        paper.add_paragraph(
            " · ".join(filter(None, [session["when"], session["revision"]]))
        )
        decided = [
            (f"{number}.", item["title"], "\n".join(item["decisions"]) or "–")
            for number, item in enumerate(session["agenda"], start=1)
        ]
        if decided:
            office.table(
                paper,
                ("No.", "Mata acara", "Keputusan"),
                decided,
                (Cm(1.2), Cm(6.3), Cm(8.5)),
            )


def _results(paper: Docx, told: Mapping[str, Any]) -> None:
    paper.add_heading("III. Hasil", 1)
    paper.add_paragraph(
        "Naskah berikut disalin kata demi kata dari berita acara yang telah dikunci."
    )
    for each in told["recommendations"]:
        paper.add_heading(f"{each['number']} {each['title']}", 2)
        agreed.words(paper, each)
        agreed.expected(
            paper,
            each["expected"],
            ("Bidang", each["bidang"]),
            ("Program nasional", each["programme"]),
            ("Versi yang disepakati", str(each["version"])),
        )
        rows = [
            (stated["government"], stated["position"], stated.get("note", "") or "–")
            for stated in each["positions"]
        ]
        office.table(
            paper,
            ("Pemerintah daerah", "Tanggapan", "Catatan"),
            rows,
            (Cm(4.8), Cm(3.8), Cm(7.4)),
        )
    if told["not_adopted"]:
        paper.add_heading("Yang tidak disepakati atau ditunda", 2)
        office.table(
            paper,
            ("Nomor", "Judul", "Keadaan", "Alasan"),
            told["not_adopted"],
            (Cm(3.6), Cm(5), Cm(2.8), Cm(4.6)),
        )
