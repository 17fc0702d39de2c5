"""The pedoman on paper."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from sinergi.agree.printed.frame import Content, frame, of_expected, paragraphs
from sinergi.core.documents import Seal
from sinergi.core.formats import tanggal
from sinergi.paper import pdf, word

GUIDELINE_SUBJECT = "bagi pemerintah daerah anggota {forum}"


def pedoman(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    """The guideline as PDF; who determined it stands there only where it was stated."""
    data, day = _paper(content, seal, origin)
    return pdf.render("pedoman", data, title=content["title"], created_on=day)


def pedoman_docx(content: Content, seal: Seal, *, origin: str) -> bytes:
    """Its twin for whoever goes on writing; the PDF is what counts."""
    data, day = _paper(content, seal, origin)
    return word.pedoman(data, created_on=day)


def _paper(
    content: Content, seal: Seal | None, origin: str
) -> tuple[dict[str, Any], date]:
    """As `paper.shapes.Pedoman` wants it, and its day."""
    in_force = content["in_force_on"]
    day = date.fromisoformat(in_force) if in_force else None
    edition = "Versi 1 · " + (
        f"berlaku mulai {tanggal(day)}" if day else "belum berlaku"
    )
    data = {
        **frame(content, seal, origin),
        "title": content["title"],
        "subject": " · ".join(
            filter(
                None,
                [
                    content["legal_form"],
                    GUIDELINE_SUBJECT.format(forum=content["forum"]),
                ],
            )
        ),
        "number": content["number"] or None,
        "edition": edition,
        "foreword": paragraphs(content["foreword"]),
        "berita_acara_code": content["record"]["code"],
        "berita_acara_number": content["record"]["number"] or None,
        "chapters": list(_chapters(content["clauses"])),
    }
    determined = content["determined"]
    if determined:
        determined_on = date.fromisoformat(determined["on"])
        data["determined"] = {
            "office": determined["office"],
            "place": determined["place"],
            "day": tanggal(determined_on),
        }
    return data, day or date.fromisoformat(content["record"]["agreed_on"])


def _chapters(clauses: list[Content]) -> Iterator[dict[str, Any]]:
    """Chapters by bidang, programmes inside, each clause numbered by its chapter."""
    by_bidang = groupby(clauses, key=lambda clause: clause["bidang"])
    for chapter, (bidang, inside) in enumerate(by_bidang, start=1):
        programmes, number = [], 0
        for name, group in groupby(inside, key=lambda c: c["programme"]["name"]):
            drawn, mandate = [], ""
            for clause in group:
                number += 1
                mandate = clause["programme"]["mandate"]
                drawn.append(
                    {
                        "number": f"{chapter}.{number}",
                        "recommendation": clause["reference"],
                        "title": clause["title"],
                        "paragraphs": list(clause["paragraphs"]),
                        "expected": of_expected(clause["expected"]),
                        "commentary": paragraphs(clause["commentary"]),
                    }
                )
            programme: dict[str, Any] = {"programme": name, "clauses": drawn}
            if mandate:
                programme["mandate"] = f"Dasar: {mandate}"
            programmes.append(programme)
        yield {"bidang": bidang, "programmes": programmes}
