"""A trial paper with the head of an office: what it will look like above a letter."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.rules import Provenance
from sinergi.paper import pdf

TITLE = "Contoh kop naskah"
NOTE = "Contoh untuk memeriksa kop; bukan naskah dinas."
_DAY = date(2026, 1, 1)


def trial_of_head(head: Mapping[str, Any], provenance: str) -> bytes:
    data = {
        "language": "id",
        "provenance": provenance,
        "draft": True,
        "letterhead": dict(head),
        "inner": {"note": NOTE, "sha256": sha256(canonical_json(dict(head)))},
        "title": TITLE,
        "text": [
            "Beginilah kop tercetak di atas undangan, daftar hadir, notulen, berita "
            "acara, pedoman, dan laporan hasil. Naskah yang telah dikunci tetap "
            "memakai kop pada saat dikunci."
        ],
    }
    return pdf.render("kop", data, title=TITLE, created_on=_DAY)


def trial_of_logo(logo: Mapping[str, str]) -> None:
    """Refused by the typesetter when the picture cannot be drawn."""
    head = {
        "government": TITLE,
        "office": "",
        "address": "",
        "logo": {**logo, "alt": TITLE},
    }
    trial_of_head(head, Provenance.ENTERED)
