"""What a Word file may be made of: text and pictures that stand on their own.

A .docx is a ZIP of XML. Everything is counted while it is unpacked, whatever the file
says of its size; nothing it points to outside itself is ever fetched.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from enum import StrEnum
from xml.parsers import expat

MOST_BYTES = 20_000_000
# Of one part with text: what patterns are searched in.
MOST_TEXT = 2_000_000
MOST_PARTS = 300
_CHUNK = 65_536
# The other ways of packing unpack whole blocks, of any size, for the first byte.
_PACKED_IN_STEPS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN = "word/document.xml"
_MAIN_KIND = "wordprocessingml.document.main+xml"
_MACROS = re.compile(r"vbaproject|vbadata|activex|macrosheet", re.IGNORECASE)
_EMBEDDED = re.compile(r"embeddings/|oleobject|customui|afchunk", re.IGNORECASE)
# A link is followed by whoever presses it; anything else is fetched unasked.
_PRESSED = re.compile(r"/hyperlink$")
_ADDRESS = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
_FETCHING = re.compile(
    r"\b(DDE(AUTO)?|INCLUDE(TEXT|PICTURE)?|IMPORT|LINK|EMBED|RD|MACROBUTTON|DATABASE"
    r"|MERGEFIELD|AUTOTEXT|ASK|FILLIN|SET)\b",
    re.IGNORECASE,
)
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
)


class Trap(StrEnum):
    """Why a file is not taken, whatever its words."""

    NO_WORD = "no_word"
    MACROS = "macros"
    TOO_LARGE = "too_large"
    OUTSIDE = "outside"
    EMBEDDED = "embedded"
    FIELD = "field"
    ENTITIES = "entities"


class Trapped(Exception):
    """The file is not taken."""

    def __init__(self, trap: Trap) -> None:
        super().__init__(trap.value)
        self.trap = trap


def refuse_traps(content: bytes) -> None:
    """Read every part once and refuse the file for the first thing that is unsafe."""
    parts = _unpacked(content)
    if _MAIN not in parts:
        raise Trapped(Trap.NO_WORD)
    for name, part in parts.items():
        if _MACROS.search(name):
            raise Trapped(Trap.MACROS)
        if _EMBEDDED.search(name):
            raise Trapped(Trap.EMBEDDED)
        if name.endswith((".xml", ".rels")):
            if len(part) > MOST_TEXT:
                raise Trapped(Trap.TOO_LARGE)
            _Part(name).read(part)


def _unpacked(content: bytes) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    room = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS:
                raise Trapped(Trap.TOO_LARGE)
            for entry in entries:
                if entry.filename in found:
                    # Two of a name: what is checked might not be what is opened.
                    raise Trapped(Trap.NO_WORD)
                if entry.compress_type not in _PACKED_IN_STEPS:
                    raise Trapped(Trap.NO_WORD)
                part = bytearray()
                with archive.open(entry) as stream:
                    while chunk := stream.read(_CHUNK):
                        room -= len(chunk)
                        if room < 0:
                            raise Trapped(Trap.TOO_LARGE)
                        part += chunk
                found[entry.filename] = bytes(part)
    except _UNREADABLE as error:
        raise Trapped(Trap.NO_WORD) from error
    return found


class _Part:
    """Looks at one part of XML while expat reads it, and expands no entity."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._field: list[str] | None = None

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_entities
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise Trapped(Trap.NO_WORD) from error

    def _refuse_entities(self, *_declared: object) -> None:
        raise Trapped(Trap.ENTITIES)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition("}")[2]
        if local == "Relationship" and attributes.get("TargetMode") == "External":
            pressed = _PRESSED.search(attributes.get("Type", ""))
            if not (pressed and _ADDRESS.match(attributes.get("Target", ""))):
                raise Trapped(Trap.OUTSIDE)
        if local in ("Override", "Default"):
            kind = attributes.get("ContentType", "")
            if "macro" in kind.lower() or "vba" in kind.lower():
                raise Trapped(Trap.MACROS)
            if attributes.get("PartName") == f"/{_MAIN}" and _MAIN_KIND not in kind:
                raise Trapped(Trap.NO_WORD)
        if local in ("altChunk", "object", "control", "OLEObject"):
            raise Trapped(Trap.EMBEDDED)
        if local == "instrText":
            self._field = []
        if local == "fldSimple":
            said = (value for name, value in attributes.items() if "instr" in name)
            self._refuse_fetching(" ".join(said))

    def _end(self, tag: str) -> None:
        if tag.rpartition("}")[2] == "instrText":
            self._refuse_fetching("".join(self._field or []))
            self._field = None

    def _text(self, text: str) -> None:
        if self._field is not None:
            self._field.append(text)

    def _refuse_fetching(self, instruction: str) -> None:
        if _FETCHING.match(instruction.strip()) or "{" in instruction:
            raise Trapped(Trap.FIELD)
