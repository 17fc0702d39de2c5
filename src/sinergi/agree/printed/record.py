"""The berita acara on paper."""

from datetime import date
from typing import Any

from django.utils import translation

from sinergi.agree import words
from sinergi.agree.printed.frame import Content, frame, of_expected
from sinergi.agree.rules import Stance, State
from sinergi.convene.rules import Ratification
from sinergi.core.documents import Seal
from sinergi.core.formats import periode, tanggal, tanggal_terbilang, terbilang
from sinergi.paper import pdf, word

RECORD_TITLE = "Berita Acara Kesepakatan"
CLOSING = (
    "Demikian berita acara ini dibuat dengan sebenarnya untuk dilaksanakan dengan "
    "penuh tanggung jawab."
)
RECORDED = "dicatat sekretariat"
NOT_THERE = "tidak hadir dalam rapat"
NOT_THEN = "saat naskah ini dibahas"
IN_WRITING = "disampaikan tertulis melalui Sinergi"
SILENT = "tidak memberi tanggapan tertulis"
NOT_ASKED = "bukan yang dituju, tidak diminta menanggapi"


def berita_acara(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    """The record of agreement as PDF."""
    data, title, day = _paper(content, seal, origin)
    return pdf.render("berita_acara", data, title=title, created_on=day)


def berita_acara_docx(content: Content, seal: Seal, *, origin: str) -> bytes:
    """Its twin for whoever goes on writing; the PDF is what counts."""
    data, _title, day = _paper(content, seal, origin)
    return word.berita_acara(data, created_on=day)


def _paper(
    content: Content, seal: Seal | None, origin: str
) -> tuple[dict[str, Any], str, date]:
    """As `paper.shapes.BeritaAcara` wants it, its title, and its day."""
    meeting, day = content["meeting"], date.fromisoformat(content["agreed_on"])
    adopted = content["recommendations"]
    data = {
        **frame(content, seal, origin),
        "title": RECORD_TITLE,
        "subject": meeting["title"],
        "number": content["number"] or None,
        "opening": _opening(content, day),
        "present": [_member(place) for place in content["present"] if place["persons"]],
        "absent": [
            _member(place) for place in content["present"] if not place["persons"]
        ],
        "quorum": _quorum(content["quorum"]),
        "agreement": _agreement(content),
        "recommendations": [recommendation_of(each) for each in adopted],
        "closing": CLOSING,
        "signed_at": f"{meeting['host']}, {tanggal(day)}",
        "signatories": [
            {"government": place["government"], "office_title": place["head"]}
            for place in content["present"]
        ],
        "appendices": _appendices(content),
    }
    title = f"{RECORD_TITLE} {meeting['title']}"
    return data, title, day


def _opening(content: Content, day: date) -> str:
    meeting = content["meeting"]
    days = periode(
        date.fromisoformat(meeting["starts_on"]), date.fromisoformat(meeting["ends_on"])
    )
    found = content["quorum"]
    seats = f"{found['seats']} ({terbilang(found['seats'])}) pemerintah daerah anggota"
    came = (
        f"seluruh {seats}"
        if found["present"] == found["seats"]
        else f"{found['present']} ({terbilang(found['present'])}) dari {seats}"
    )
    return (
        f"Pada hari ini, {tanggal_terbilang(day)}, bertempat di {meeting['venue']}, "
        f"{meeting['host']}, telah disepakati hasil {meeting['title']} yang "
        f"diselenggarakan pada {days} dan dihadiri {came} {content['forum']}."
    )


def _is_written(content: Content) -> bool:
    """Whether the texts went round in writing after the meeting."""
    ratified = content.get("ratification") or {"by": Ratification.PLENARY}
    return bool(ratified["by"] == Ratification.CIRCULATION)


def _agreement(content: Content) -> str:
    count = len(content["recommendations"])
    counted = f"{count} ({terbilang(count)}) rekomendasi berikut"
    if not _is_written(content):
        return (
            "Setelah rancangan rekomendasi dibahas dalam sidang kelompok dan sidang "
            "pleno, dan setelah mendengar tanggapan setiap daerah, rapat menyepakati "
            f"{counted}."
        )
    ratified = content["ratification"]
    last = tanggal(date.fromisoformat(ratified["last_day"]))
    days = [tanggal(date.fromisoformat(day)) for day in ratified["ratified_on"]]
    because = ratified["extended_because"]
    extended = f" (diperpanjang: {because.rstrip('.')})" if because else ""
    return (
        "Setelah rancangan rekomendasi disepakati dalam sidang kelompok dan diedarkan "
        "kepada seluruh pemerintah daerah anggota untuk ditanggapi secara tertulis "
        f"sampai dengan {last} pukul 24.00 waktu setempat{extended}, {counted} "
        f"disahkan melalui edaran pada {' dan '.join(days)}."
    )


def _member(place: Content) -> dict[str, str]:
    persons = place["persons"]
    return {
        "government": place["government"],
        "office": place["office"],
        "attendance": f"hadir, {persons} orang" if persons else "tidak hadir",
    }


def _quorum(found: Content) -> str:
    return (
        f"Hadir {found['present']} dari {found['seats']} pemerintah daerah anggota "
        "forum. Kuorum menurut tata tertib, yaitu paling sedikit "
        f"{found['needed']} pemerintah daerah, terpenuhi."
        if found["present"] >= found["needed"]
        else f"Hadir {found['present']} dari {found['seats']} pemerintah daerah "
        f"anggota forum. Kuorum menurut tata tertib, yaitu paling sedikit "
        f"{found['needed']} pemerintah daerah, belum terpenuhi."
    )


def recommendation_of(adopted: Content) -> dict[str, Any]:
    in_writing = adopted.get("ratified_by") == Ratification.CIRCULATION
    return {
        "number": adopted["reference"],
        "title": adopted["title"],
        "version": adopted["version"],
        "paragraphs": list(adopted["paragraphs"]),
        "bidang": adopted["bidang"],
        "programme": adopted["programme"]["name"],
        "expected": of_expected(adopted["expected"]),
        "positions": [
            _stated(position, in_writing=in_writing)
            for position in adopted["positions"]
        ],
    }


def _stated(position: Content, *, in_writing: bool) -> dict[str, str]:
    with translation.override("id"):
        word = str(words.STANCE[Stance(position["stance"])].label)
    how = _how_in_writing(position) if in_writing else _how(position)
    if how:
        word = f"{word} ({'; '.join(how)})"
    stated = {"government": position["government"], "position": word}
    mandate = position["mandate"]
    notes = [position["note"]] if position["note"] else []
    if position["carried_from"]:
        notes.append(f"terbawa dari versi {position['carried_from']}")
    if mandate:
        day = tanggal(date.fromisoformat(mandate["dated_on"]))
        notes.append(
            f"atas nama {mandate['office']} berdasarkan surat mandat nomor "
            f"{mandate['number']} tanggal {day}"
        )
    if notes:
        stated["note"] = "; ".join(notes)
    return stated


def _how(position: Content) -> list[str]:
    """Who was not there answered in some other way, and the paper says in which."""
    how = []
    if position["stance"] == Stance.ABSENT:
        # Of a government that came to the meeting, but not to this text.
        how += [NOT_THEN] if position["attended"] else []
    elif not position["attended"]:
        how.append(NOT_THERE)
    if position["recorded_by_secretariat"]:
        how.append(RECORDED)
    elif position["is_start"]:
        how.append(NOT_ASKED)
    elif not position["attended"]:
        how.append(IN_WRITING)
    return how


def _how_in_writing(position: Content) -> list[str]:
    """Presence in the hall says nothing of an answer given in writing."""
    if position["stance"] == Stance.ABSENT:
        return [SILENT]
    if position["recorded_by_secretariat"]:
        return [RECORDED]
    return [NOT_ASKED] if position["is_start"] else []


def _appendices(content: Content) -> list[dict[str, Any]]:
    hashes = {
        "title": "Sidik naskah",
        "paragraphs": [
            "Sidik SHA-256 setiap naskah dihitung dari paragraf-paragrafnya dan dapat "
            "dicocokkan dengan pedoman serta halaman rekomendasi."
        ],
        "table": {
            "header": ["Nomor", "Versi", "SHA-256"],
            "rows": [
                [each["reference"], str(each["version"]), each["sha256"]]
                for each in content["recommendations"]
            ],
        },
    }
    if not content["not_adopted"]:
        return [hashes]
    deferred = {
        "title": "Rekomendasi yang tidak disepakati dalam rapat ini",
        "paragraphs": ["Rekomendasi berikut diajukan tetapi tidak disepakati."],
        "table": {
            "header": ["Nomor", "Judul", "Keadaan", "Alasan"],
            "rows": not_adopted_rows(content),
        },
    }
    return [deferred, hashes]


def not_adopted_rows(content: Content) -> list[list[str]]:
    """Number, title, state and reason of what was submitted and not adopted."""
    with translation.override("id"):
        return [
            [
                each["reference"],
                each["title"],
                str(words.STATE[State(each["state"])].label)
                + (f" ke {each['merged_into']}" if each.get("merged_into") else ""),
                each.get("reason") or "–",
            ]
            for each in content["not_adopted"]
        ]
