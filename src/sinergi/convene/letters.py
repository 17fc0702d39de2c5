"""The invitation as a letter: its placeholders, its standard words, what fills it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from sinergi.convene import outline
from sinergi.convene.models import Meeting
from sinergi.core.correspondence import LetterKind, Listed, Placeholder
from sinergi.core.formats import jam, periode, tanggal
from sinergi.letters import drafting, numbering
from sinergi.letters.drafting import Dated
from sinergi.letters.heads import town_of
from sinergi.paper.wording import Facts, Rows

INVITATION = LetterKind(
    key="undangan",
    label=_("Invitation letter"),
    order=10,
    signed=True,
    placeholders=(
        Placeholder("judul_rapat", _("title of the meeting"), "Rakor Contoh 2026"),
        Placeholder(
            "maksud",
            _("purpose of the meeting, as it was entered"),
            "Menyelaraskan program dan kegiatan.",
        ),
        Placeholder(
            "hari_tanggal", _("days of the meeting"), "Selasa–Kamis, 3–5 Maret 2026"
        ),
        Placeholder(
            "tempat_rapat", _("venue and host of the meeting"), "Aula, Kota Contoh"
        ),
        Placeholder(
            "batas_jawaban",
            _("last day to answer; empty while none is set"),
            "Jumat, 27 Februari 2026",
        ),
    ),
    lists=(
        Listed(
            "undangan",
            _("who is invited"),
            (
                Placeholder("pemerintah", _("the government"), "Kabupaten Contoh"),
                Placeholder("jabatan", _("the office"), "Kepala Dinas Kominfo"),
            ),
        ),
        Listed(
            "sidang",
            _("the sessions of the meeting"),
            (
                Placeholder("judul", _("title of the session"), "Pleno pembukaan"),
                Placeholder("hari", _("day of the session"), "Selasa, 3 Maret 2026"),
                Placeholder("waktu", _("time of the session"), "09.00 – 12.00 WITA"),
                Placeholder("ruang", _("room of the session"), "Aula"),
            ),
        ),
    ),
    standard=(
        Facts(
            (
                ("Nomor", "{{ nomor }}"),
                ("Sifat", "Biasa"),
                ("Lampiran", "Daftar undangan dan susunan acara"),
                ("Hal", "Undangan {{ judul_rapat }}"),
            )
        ),
        "Yth. Bapak/Ibu sebagaimana tersebut dalam lampiran",
        "Bersama ini kami mengundang Bapak/Ibu menghadiri {{ judul_rapat }}.",
        "{{ maksud }}",
        Facts(
            (
                ("Hari, tanggal", "{{ hari_tanggal }}"),
                ("Tempat", "{{ tempat_rapat }}"),
                ("Acara", "sebagaimana susunan acara terlampir"),
            )
        ),
        "{% if batas_jawaban %}Mohon konfirmasi kehadiran paling lambat "
        "{{ batas_jawaban }}.{% endif %}",
        "Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Bapak/Ibu, "
        "kami ucapkan terima kasih.",
        "Lampiran: daftar undangan",
        Rows(
            "undangan",
            (("Pemerintah daerah", "pemerintah"), ("Jabatan", "jabatan")),
        ),
        "Lampiran: susunan acara",
        Rows(
            "sidang",
            (
                ("Sidang", "judul"),
                ("Hari", "hari"),
                ("Waktu", "waktu"),
                ("Ruang", "ruang"),
            ),
        ),
    ),
)


def number_of(meeting: Meeting, at: datetime) -> str:
    """The number the letter bears; before it is sent, the one that is proposed."""
    return meeting.letter_number or numbering.proposed(
        meeting.forum.coordinator,
        INVITATION.key,
        meeting.provenance,
        meeting.today(at),
    )


def invitation_letter(meeting: Meeting, at: datetime) -> bytes:
    """The letter to whoever is invited, as DOCX."""
    dated = Dated(
        government=meeting.forum.coordinator,
        provenance=meeting.provenance,
        number=number_of(meeting, at),
        day=meeting.today(meeting.invited_at or at),
        place=town_of(meeting.forum.coordinator, meeting.provenance),
    )
    return drafting.letter(INVITATION, dated, values_of(meeting))


def values_of(meeting: Meeting) -> dict[str, Any]:
    zone = ZoneInfo(meeting.zone)
    invited = meeting.participants.in_order(meeting.forum)
    return {
        "judul_rapat": meeting.title,
        "maksud": meeting.purpose,
        "hari_tanggal": periode(meeting.starts_on, meeting.ends_on),
        "tempat_rapat": f"{meeting.venue}, {meeting.host.name}",
        "batas_jawaban": tanggal(meeting.reply_by, True) if meeting.reply_by else "",
        "undangan": [
            {"pemerintah": each.government.name, "jabatan": each.office}
            for each in invited
        ],
        "sidang": [
            {
                "judul": each.session.title,
                "hari": tanggal(each.session.day, True),
                "waktu": (
                    f"{jam(each.session.starts_at.astimezone(zone))} – "
                    f"{jam(each.session.ends_at.astimezone(zone))}"
                ),
                "ruang": each.session.room,
            }
            for each in outline.sessions(meeting)
        ],
    }
