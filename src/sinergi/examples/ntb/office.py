"""The simulated office's own letterhead, numbers, signatories and one template.

The head says that it is a simulation and its mark is no coat of arms; who signs is a
simulated person.
"""

import io
import struct
import zlib
from functools import partial

from docx import Document

from sinergi.core.models import Forum
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.people import Cast, head
from sinergi.examples.ntb.timeline import Timeline
from sinergi.letters import acts, drafting, kinds
from sinergi.letters.rules import HeldAs

HEADLINE = "Pemerintah Provinsi Nusa Tenggara Barat (simulasi)"
OFFICE = "Dinas Komunikasi, Informatika, dan Statistik (simulasi)"
SIGNS = "Kepala Dinas Kominfotik Provinsi NTB (simulasi)"
# Serials that say in every number that it is made up.
SERIALS = {
    "undangan": "UND-SIMULASI-{urut:2}",
    "berita-acara": "BA-SIMULASI-{urut:2}",
    "laporan-hasil": "LH-SIMULASI-{urut:2}",
    "pengantar": "SP-SIMULASI-{urut:2}",
}
ADDED = (
    "Surat ini dibuat dengan templat yang diganti oleh kantor pengundang (simulasi)."
)


def write_office(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """Before the first letter is made."""
    diary.write(days.before_rakor(70, 10), partial(_set_up, forum, cast))


def _set_up(forum: Forum, cast: Cast, clock: Clock) -> None:
    by = cast["sekretariat"]
    acts.set_letterhead(
        headline=HEADLINE,
        office=OFFICE,
        address="Jalan Simulasi Nomor 1 (alamat rekaan)",
        contact="laman contoh.example",
        town="Mataram (simulasi)",
        logo=mark(),
        logo_name="simulasi.png",
        logo_words="Kotak arsir tanda simulasi, bukan lambang daerah",
        by=by,
        at=clock(),
    )
    for kind in kinds.every():
        if kind.key in SERIALS:
            acts.set_number_pattern(
                kind,
                text=f"{{kode}}/{SERIALS[kind.key]}/{{unit}}/{{bulan_romawi}}/{{tahun}}",
                code="500.12",
                unit="Kominfotik",
                first=1,
                by=by,
                at=clock(),
            )
        if kind.signed:
            acts.set_signatory(
                kind,
                office=SIGNS,
                held_as=HeldAs.DEFINITE,
                on_behalf_of="",
                holder=head(cast, forum.coordinator.slug),
                by=by,
                at=clock(),
            )
    invitation = kinds.kind_of("undangan")
    if invitation:
        content = own_template(drafting.house_template(invitation))
        tried = acts.try_wording(
            invitation, content=content, name="undangan.docx", by=by, at=clock()
        )
        acts.use_wording(tried, invitation, by=by, at=clock())


def own_template(house: bytes) -> bytes:
    """The template of the house with a sentence more, as an office changes it."""
    paper = Document(io.BytesIO(house))
    closing = next(p for p in paper.paragraphs if p.text.startswith("Demikian"))
    closing.insert_paragraph_before(ADDED)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def mark(size: int = 120) -> bytes:
    """A hatched square as PNG: the mark of everything simulated."""
    rows = b"".join(
        b"\0" + bytes(_ink(x, y, size) for x in range(size)) for y in range(size)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)),
            (b"IDAT", zlib.compress(rows, 9)),
            (b"IEND", b""),
        )
    )


def _ink(x: int, y: int, size: int) -> int:
    edge = min(x, y, size - 1 - x, size - 1 - y) < size // 20
    return 40 if edge or (x + y) % 16 < 4 else 255


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
