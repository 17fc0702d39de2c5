"""Reading the text of a Word file somebody brings, trusting nothing in it.

A .docx is a ZIP of XML. What is read is counted while it is unpacked, whatever the file
says of its size; documents with a DTD are refused, so no entity is ever expanded.
"""

import io
import zipfile
import zlib
from xml.parsers import expat

from django.utils.translation import gettext as _

from sinergi.agree.rules import Line
from sinergi.core.refusal import Refusal

# A book of a thousand pages is far below both.
MOST_BYTES = 10_000_000
MOST_PARAGRAPHS = 5_000
_DOCUMENT = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_CHUNK = 65_536


class NotWord(Refusal):
    """The file is no .docx, or not one that can be read safely."""


def lines_of_word(content: bytes, name: str) -> list[Line]:
    """Its paragraphs in order, tables cell by cell, with their automatic numbering."""
    lines = _Reader(name).read(_unpacked(content, name))
    if not lines:
        raise NotWord(
            _("“%(name)s” holds no text. A scanned page has to be typed or pasted.")
            % {"name": name}
        )
    return lines


def _unpacked(content: bytes, name: str) -> bytes:
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            archive.open(_DOCUMENT) as stream,
        ):
            found = bytearray()
            while chunk := stream.read(_CHUNK):
                found += chunk
                if len(found) > MOST_BYTES:
                    raise NotWord(
                        _(
                            "“%(name)s” unpacks to more than %(most)d MB of text. "
                            "Bring only the part with the recommendations."
                        )
                        % {"name": name, "most": MOST_BYTES // 1_000_000}
                    )
            return bytes(found)
    # RuntimeError: encrypted; NotImplementedError: an unknown way of packing.
    except (
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise _unreadable(name) from error


class _Reader:
    """Collects paragraphs while expat reads: text deleted with tracked changes is not
    text (`w:delText`), tabs and breaks are spaces."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._numbered = False
        self._level: int | None = None

    def read(self, xml: bytes) -> list[Line]:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise _unreadable(self.name) from error
        return self.lines

    def _refuse(self, *_declared: object) -> None:
        raise _unreadable(self.name)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        value = attributes.get(f"{_W}val", "")
        if tag == f"{_W}p":
            # A text box holds paragraphs inside one; what came before stays.
            self._close()
        elif tag == f"{_W}t":
            self._in_text = True
        elif tag in _SPACES:
            self._pieces.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            self._pieces.append("-")
        elif tag == f"{_W}numPr":
            self._numbered, self._level = True, 0
        elif tag == f"{_W}ilvl" and self._numbered and value.isdigit():
            self._level = int(value)
        elif tag == f"{_W}numId" and self._numbered and value == "0":
            # Number 0 takes the numbering of the style away.
            self._level = None

    def _end(self, tag: str) -> None:
        if tag == f"{_W}t":
            self._in_text = False
        elif tag == f"{_W}numPr":
            self._numbered = False
        elif tag == f"{_W}p":
            self._close()

    def _text(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)

    def _close(self) -> None:
        text = " ".join("".join(self._pieces).split())
        if text:
            self.lines.append(Line(text, self._level))
        if len(self.lines) > MOST_PARAGRAPHS:
            raise NotWord(
                _(
                    "“%(name)s” has more than %(most)d paragraphs. Bring only the part "
                    "with the recommendations."
                )
                % {"name": self.name, "most": MOST_PARAGRAPHS}
            )
        self._pieces.clear()
        self._level = None


def _unreadable(name: str) -> NotWord:
    return NotWord(
        _(
            "“%(name)s” cannot be read as a Word document. Save it as .docx without a "
            "password, or paste the text."
        )
        % {"name": name}
    )
