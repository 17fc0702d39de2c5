"""The minutes as DOCX."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.document import Document as Docx
from docx.shared import Cm

from sinergi.paper import office
from sinergi.paper.glyphs import printable


def notulen(data: Mapping[str, Any], *, created_on: date) -> bytes:
    """The minutes (`shapes.Notulen`) as DOCX; equal arguments give equal text."""
    told: Any = printable(data)
    paper = office.sheet(f"{told['title']} {told['subject']}", created_on)
    office.letterhead(paper, told["letterhead"])
    office.title(paper, told["title"])
    office.centred(paper, told["subject"].upper(), 11)
    if told["approved"]:
        office.centred(paper, told["approved"], 11, bold=False)
    office.marks(paper, provenance=told["provenance"], draft=told["draft"])
    several = len(told["meetings"]) > 1
    for meeting in told["meetings"]:
        if several:
            paper.add_heading(meeting["title"], 1)
        paper.add_paragraph(meeting["opening"])
        for session in meeting["sessions"]:
            _session(paper, session, level=2 if several else 1)
    office.foot(paper, told["verification"])
    return office.as_bytes(paper)


def _session(paper: Docx, session: Mapping[str, Any], *, level: int) -> None:
    paper.add_heading(session["title"], level)
    paper.add_paragraph(
        " · ".join(filter(None, [session["when"], session["revision"]]))
    )
    if session["agenda"]:
        office.table(
            paper,
            ("No.", "Mata acara", "Keputusan"),
            [
                (f"{number}.", item["title"], "\n".join(item["decisions"]) or "–")
                for number, item in enumerate(session["agenda"], start=1)
            ],
            (Cm(1.2), Cm(6.3), Cm(8.5)),
        )
    for words in session["text"]:
        paper.add_paragraph(words)
