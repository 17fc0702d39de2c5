"""The pedoman on paper, one of a meeting or all clauses in force together."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from sinergi.agree.printed.frame import Content, frame, of_expected, paragraphs
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.documents import Seal
from sinergi.core.formats import tanggal
from sinergi.paper import pdf, word

GUIDELINE_SUBJECT = "bagi pemerintah daerah anggota {forum}"
CONSOLIDATED_TITLE = "Pedoman Terpadu"
COMPILATION = (
    "Himpunan ini disusun otomatis agar mudah dibaca. Yang mengikat adalah pedoman "
    "asal setiap butir."
)


def pedoman(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    """The guideline as PDF; who determined it stands there only where it was stated."""
    data, day = _paper(content, seal, origin)
    return pdf.render("pedoman", data, title=content["title"], created_on=day)


def pedoman_docx(content: Content, seal: Seal, *, origin: str) -> bytes:
    """Its twin for whoever goes on writing; the PDF is what counts."""
    data, day = _paper(content, seal, origin)
    return word.pedoman(data, created_on=day)


def consolidated(content: Content) -> bytes:
    """All clauses in force on a day as PDF; it has no code, for it locks nothing."""
    data, day = _together(content)
    return pdf.render("pedoman", data, title=data["title"], created_on=day)


def consolidated_docx(content: Content) -> bytes:
    data, day = _together(content)
    return word.pedoman(data, created_on=day)


def _paper(
    content: Content, seal: Seal | None, origin: str
) -> tuple[dict[str, Any], date]:
    """As `paper.shapes.Pedoman` wants it, and its day."""
    in_force = content["in_force_on"]
    day = date.fromisoformat(in_force) if in_force else None
    record = content["record"]
    data = {
        **frame(content, seal, origin),
        "title": content["title"],
        "subject": _subject(content["legal_form"], content["forum"]),
        "number": content["number"] or None,
        "edition": f"Berlaku mulai {tanggal(day)}" if day else "Belum berlaku",
        "basis": f"Disusun dari Berita Acara Nomor {record['number'] or '–'}, "
        f"kode {record['code']}",
        "notes": _reviewed(content["review"]),
        "foreword": paragraphs(content["foreword"]),
        "changes": list(_changes(content["changes"])),
        "chapters": [
            _chapter(each, lambda clause: _of_record(clause, record["code"]))
            for each in content["chapters"]
        ],
    }
    determined = content["determined"]
    if determined:
        determined_on = date.fromisoformat(determined["on"])
        data["determined"] = {
            "office": determined["office"],
            "place": determined["place"],
            "day": tanggal(determined_on),
        }
    return data, day or date.fromisoformat(record["agreed_on"])


def _together(content: Content) -> tuple[dict[str, Any], date]:
    day = date.fromisoformat(content["day"])
    data = {
        "language": "id",
        "provenance": content["provenance"],
        "draft": False,
        "letterhead": content["letterhead"],
        "verification": None,
        "inner": {"note": COMPILATION, "sha256": sha256(canonical_json(dict(content)))},
        "title": CONSOLIDATED_TITLE,
        "subject": _subject("", content["forum"]),
        "number": None,
        "edition": f"Butir yang berlaku per {tanggal(day)}",
        "basis": f"Dihimpun dari {len(content['sources'])} pedoman",
        "notes": [COMPILATION, *map(_letter, content["sources"])],
        "foreword": [],
        "changes": [],
        "chapters": [_chapter(each, _of_source) for each in content["chapters"]],
    }
    return data, day


def _subject(legal_form: str, forum: str) -> str:
    said = [legal_form, GUIDELINE_SUBJECT.format(forum=forum)]
    return " · ".join(filter(None, said))


def _reviewed(review: Mapping[str, Any] | None) -> list[str]:
    if review is None:
        return []
    opened, until = (date.fromisoformat(review[k]) for k in ("opened_on", "until"))
    return [
        f"Telah ditelaah pemerintah daerah anggota sejak {tanggal(opened)}, paling "
        f"lambat {tanggal(until)}."
    ]


def _changes(changes: list[Content]) -> Iterator[dict[str, Any]]:
    """What it does to earlier ones, pedoman by pedoman."""
    ordered = sorted(changes, key=lambda each: (each["slug"], each["reference"]))
    for _slug, inside in groupby(ordered, key=lambda each: each["slug"]):
        told = list(inside)
        first = told[0]
        yield {
            "guideline": f"{first['guideline']} ({first['legal_form']} Nomor "
            f"{first['number']})",
            "clauses": [_changed(each) for each in told],
        }


def _changed(change: Content) -> str:
    became = (
        f"digantikan oleh {change['replacement']}"
        if change["replacement"]
        else "dicabut"
    )
    reason = f": {change['reason']}" if change["reason"] else ""
    return f"{change['reference']} {change['title']}, {became}{reason}"


def _chapter(chapter: Content, source: Any) -> dict[str, Any]:
    """Under its programmes, in the order the secretariat gave them."""
    programmes = []
    by_programme = groupby(chapter["clauses"], key=lambda c: c["programme"]["code"])
    for _code, inside in by_programme:
        clauses = list(inside)
        programme = clauses[0]["programme"]
        drawn = {
            "programme": programme["name"],
            "clauses": [
                {
                    "number": clause["number"],
                    "title": clause["title"],
                    "paragraphs": list(clause["paragraphs"]),
                    "expected": of_expected(clause["expected"]),
                    "source": source(clause),
                    "replaces": [
                        f"{each['reference']} dalam {each['guideline']}"
                        for each in clause["replaces"]
                    ],
                    "commentary": paragraphs(clause["commentary"]),
                }
                for clause in clauses
            ],
        }
        if programme["mandate"]:
            drawn["mandate"] = f"Dasar: {programme['mandate']}"
        programmes.append(drawn)
    return {
        "title": chapter["title"],
        "commentary": paragraphs(chapter["commentary"]),
        "programmes": programmes,
    }


def _of_record(clause: Content, code: str) -> str:
    return f"{clause['reference']}, Berita Acara {code}"


def _of_source(clause: Content) -> str:
    source = clause["source"]
    agreed = date.fromisoformat(source["agreed_on"])
    return (
        f"{clause['reference']}, Berita Acara Nomor {source['record']} tanggal "
        f"{tanggal(agreed)}; {_letter(source)}"
    )


def _letter(source: Content) -> str:
    day = tanggal(date.fromisoformat(source["in_force_on"]))
    return (
        f"{source['title']}, {source['legal_form']} Nomor {source['number']}, berlaku "
        f"mulai {day}, kode {source['code']}"
    )
