"""The letters and numbered papers of agreeing: what an office replaces of them."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from sinergi.core.correspondence import LetterKind, Listed, Placeholder
from sinergi.core.formats import periode, tanggal
from sinergi.core.models import Place
from sinergi.letters import drafting
from sinergi.letters.drafting import Dated
from sinergi.paper.wording import Facts, Rows

RECORD = LetterKind(key="berita-acara", label=_("Berita acara"), order=20)
REPORT = LetterKind(
    key="laporan-hasil", label=_("Report of results"), order=30, signed=True
)
COVER = LetterKind(
    key="pengantar",
    label=_("Covering letter of the report"),
    order=40,
    signed=True,
    placeholders=(
        Placeholder("kepada", _("to whom the report goes"), "Gubernur Contoh"),
        Placeholder(
            "melalui",
            _("through whom it goes; empty where it goes straight"),
            "Sekretaris Daerah",
        ),
        Placeholder("judul_rapat", _("title of the meeting"), "Rakor Contoh 2026"),
        Placeholder("hari_tanggal", _("days of the meeting"), "3–5 Maret 2026"),
        Placeholder(
            "tempat_rapat", _("venue and host of the meeting"), "Aula, Kota Contoh"
        ),
        Placeholder("nomor_laporan", _("number of the report"), "500.12/LH-001/I/2026"),
        Placeholder(
            "nomor_berita_acara",
            _("number of the berita acara"),
            "500.12/BA-001/I/2026",
        ),
        Placeholder(
            "tanggal_berita_acara", _("day of the berita acara"), "5 Maret 2026"
        ),
        Placeholder(
            "jumlah_rekomendasi", _("how many recommendations were adopted"), "3"
        ),
        Placeholder("jumlah_hadir", _("how many governments attended"), "10"),
        Placeholder("jumlah_anggota", _("how many governments the forum has"), "11"),
        Placeholder(
            "batas_rtl", _("last day for follow-up plans"), "Senin, 4 Mei 2026"
        ),
    ),
    lists=(
        Listed(
            "rekomendasi",
            _("the adopted recommendations"),
            (
                Placeholder(
                    "nomor", _("number of the recommendation"), "REK-2026-PTIK-01"
                ),
                Placeholder(
                    "judul", _("title of the recommendation"), "Kelas literasi digital"
                ),
            ),
        ),
    ),
    standard=(
        Facts(
            (
                ("Nomor", "{{ nomor }}"),
                ("Sifat", "Biasa"),
                ("Lampiran", "1 (satu) berkas"),
                ("Hal", "Laporan hasil {{ judul_rapat }}"),
            )
        ),
        "Yth. {{ kepada }}",
        "{% if melalui %}melalui {{ melalui }}{% endif %}",
        "Bersama ini kami sampaikan laporan hasil {{ judul_rapat }} yang "
        "diselenggarakan pada {{ hari_tanggal }} di {{ tempat_rapat }}, dihadiri "
        "{{ jumlah_hadir }} dari {{ jumlah_anggota }} pemerintah daerah (laporan nomor "
        "{{ nomor_laporan }}, berita acara nomor {{ nomor_berita_acara }} tanggal "
        "{{ tanggal_berita_acara }}).",
        "Rapat menyepakati {{ jumlah_rekomendasi }} rekomendasi:",
        Rows("rekomendasi", (("Nomor", "nomor"), ("Judul", "judul"))),
        "Rencana tindak lanjut disampaikan paling lambat {{ batas_rtl }}.",
        "Demikian disampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.",
    ),
)

KINDS = (RECORD, REPORT, COVER)


def cover_letter(content: dict[str, Any], number: str, government: Place) -> bytes:
    """The letter that carries a report, as DOCX, from what the report says."""
    dated = Dated(
        government=government,
        provenance=content["provenance"],
        number=number,
        day=date.fromisoformat(content["dated_on"]),
        place=content["written_in"],
    )
    return drafting.letter(COVER, dated, values_of(content))


def values_of(content: dict[str, Any]) -> dict[str, Any]:
    meeting, record = content["meeting"], content["record"]
    days = periode(
        date.fromisoformat(meeting["starts_on"]), date.fromisoformat(meeting["ends_on"])
    )
    adopted = content["recommendations"]
    return {
        "kepada": content["addressee"],
        "melalui": content["through"],
        "judul_rapat": meeting["title"],
        "hari_tanggal": days,
        "tempat_rapat": f"{meeting['venue']}, {meeting['host']}",
        "nomor_laporan": content["number"] or "…………………",
        "nomor_berita_acara": record["number"],
        "tanggal_berita_acara": tanggal(date.fromisoformat(record["agreed_on"])),
        "jumlah_rekomendasi": str(len(adopted)),
        "jumlah_hadir": str(content["quorum"]["present"]),
        "jumlah_anggota": str(content["quorum"]["seats"]),
        "batas_rtl": tanggal(date.fromisoformat(content["follow_up"]["due_on"]), True),
        "rekomendasi": [
            {"nomor": each["reference"], "judul": each["title"]} for each in adopted
        ],
    }
