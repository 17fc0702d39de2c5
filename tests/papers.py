"""Files that can be opened, for what asks whether they can."""

import io
import struct
from zlib import compress, crc32

from pypdf import PdfWriter


def pdf(title: str = "Daftar hadir", pages: int = 1) -> bytes:
    """A PDF of blank pages; another title makes other bytes."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Title": title})
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def png(size: int = 40) -> bytes:
    """A black square that any reader of pictures opens."""
    rows = (b"\0" + b"\0" * size) * size
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data))
        + kind
        + data
        + struct.pack(">I", crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)),
            (b"IDAT", compress(rows)),
            (b"IEND", b""),
        )
    )
