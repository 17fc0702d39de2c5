"""A further berita acara that refers to a locked one, on paper."""

from datetime import date
from typing import Any

from sinergi.agree.printed.frame import Content, frame, paragraphs
from sinergi.core.documents import Seal
from sinergi.core.formats import tanggal, tanggal_terbilang
from sinergi.paper import pdf, word

ADDENDUM_TITLE = "Adendum Berita Acara"
CLOSING = (
    "Adendum ini merupakan bagian tidak terpisahkan dari berita acara yang dirujuknya. "
    "Naskah berita acara tersebut tetap sebagaimana telah dikunci."
)


def adendum(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    data, title, day = _paper(content, seal, origin)
    return pdf.render("adendum", data, title=title, created_on=day)


def adendum_docx(content: Content, seal: Seal, *, origin: str) -> bytes:
    """Its twin for whoever goes on writing; the PDF is what counts."""
    data, _title, day = _paper(content, seal, origin)
    return word.adendum(data, created_on=day)


def _paper(
    content: Content, seal: Seal | None, origin: str
) -> tuple[dict[str, Any], str, date]:
    meeting, record = content["meeting"], content["record"]
    day = date.fromisoformat(content["agreed_on"])
    agreed = tanggal(date.fromisoformat(record["agreed_on"]))
    title = f"{ADDENDUM_TITLE} {meeting['title']}"
    data = {
        **frame(content, seal, origin),
        "title": ADDENDUM_TITLE,
        "subject": meeting["title"],
        "number": content["number"] or None,
        "opening": (
            f"Pada hari ini, {tanggal_terbilang(day)}, disepakati adendum atas berita "
            f"acara nomor {record['number']} tanggal {agreed} dengan kode keaslian "
            f"{record['code']}, mengenai hal berikut."
        ),
        "matter": content["subject"],
        "paragraphs": paragraphs(content["text"]),
        "facts": [
            {"label": "Berita acara", "value": f"{record['number']}, {agreed}"},
            {"label": "Kode keaslian", "value": record["code"]},
            {"label": "Sidik isi (SHA-256)", "value": record["sha256"]},
        ],
        "closing": CLOSING,
        "signed_at": f"{meeting['host']}, {tanggal(day)}",
        "signatories": [
            {"government": each["government"], "office_title": each["office"]}
            for each in content["signatories"]
        ],
    }
    return data, title, day
