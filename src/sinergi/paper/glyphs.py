"""Which characters the embedded typeface can print, and what stands for the rest.

An emoji in a note must neither stop the record of agreement nor vanish from it: it is
printed by its number, `[U+1F600]`. The same goes for the invisible characters that
turn the reading order round and could make a signed sentence read differently. A CR,
as texts of other systems end their lines, is a line end and no character.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any

import typst

from sinergi.paper.typesetter import typeset

_LINE_END = re.compile(r"\r\n?")
_TURNS_READING_ORDER = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_PROBE = b"""#set document(title: "probe")
#set text(font: "Libertinus Serif")
#("a" + str.from-unicode(int(read("codepoint"))))"""


def printable(value: Any) -> Any:
    """The same JSON-ready value with every text printable."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _printable(value)
    if isinstance(value, list):
        return [printable(item) for item in value]
    if isinstance(value, dict):
        return {key: printable(item) for key, item in value.items()}
    return value


def _printable(text: str) -> str:
    lines = _LINE_END.sub("\n", text)
    return "".join(c if _has_glyph(c) else f"[U+{ord(c):04X}]" for c in lines)


@lru_cache(maxsize=4096)
def _has_glyph(character: str) -> bool:
    if character in "\n\t" or (character.isascii() and character.isprintable()):
        return True
    if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
        return False
    if unicodedata.bidirectional(character) in _TURNS_READING_ORDER:
        return False
    try:
        typeset({"main.typ": _PROBE, "codepoint": str(ord(character)).encode()})
    except typst.TypstError:
        return False
    return True
