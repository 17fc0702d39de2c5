"""The bundle for the travel claim (SPJ): papers of a meeting and what they hash to."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date

from sinergi.convene import attendance_papers, headcount
from sinergi.convene.models import Meeting
from sinergi.core import files
from sinergi.core.canonical import sha256
from sinergi.core.downloads import file_name, origin


@dataclass(frozen=True)
class Enclosed:
    """One paper of the bundle."""

    name: str
    title: str
    content: bytes


def bundle(meeting: Meeting) -> bytes:
    """A ZIP with the papers and a manifest; equal papers give equal bytes."""
    enclosed = list(_papers(meeting))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in enclosed:
            _put(archive, each.name, each.content, meeting.ends_on)
        _put(archive, "manifest.json", _manifest(meeting, enclosed), meeting.ends_on)
    return packed.getvalue()


def _papers(meeting: Meeting) -> list[Enclosed]:
    def named(stem: str, title: str, content: bytes) -> Enclosed:
        return Enclosed(file_name(f"{stem}.pdf", meeting.provenance), title, content)

    papers = [
        named("undangan", "Undangan", attendance_papers.undangan(meeting)),
        named(
            "susunan-acara", "Susunan acara", attendance_papers.susunan_acara(meeting)
        ),
    ]
    known = headcount.presence(meeting)
    for day in known.days:
        if any(day in days for days in known.came.values()):
            drawn = attendance_papers.daftar_hadir(meeting, day)
            papers.append(named(f"daftar-hadir-{day:%Y-%m-%d}", "Daftar hadir", drawn))
    approved = getattr(meeting, "approved_minutes", None)
    if approved:
        drawn = files.read(approved.document.file)
        papers.append(named("notulen", "Notulen yang disahkan", drawn))
    return papers


def _manifest(meeting: Meeting, enclosed: list[Enclosed]) -> bytes:
    said = {
        "rakor": meeting.title,
        "nomor_undangan": meeting.letter_number,
        "mulai": meeting.starts_on.isoformat(),
        "selesai": meeting.ends_on.isoformat(),
        "asal_usul": origin(meeting.provenance),
        "catatan": attendance_papers.NOTE,
        "berkas": [
            {
                "nama": each.name,
                "judul": each.title,
                "ukuran": len(each.content),
                "sha256": sha256(each.content),
            }
            for each in enclosed
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _put(archive: zipfile.ZipFile, name: str, content: bytes, day: date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
