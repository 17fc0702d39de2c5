"""Files that can be opened, for what asks whether they can."""

import io

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
