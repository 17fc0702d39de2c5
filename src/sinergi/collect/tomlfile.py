"""Where a text is not TOML: the reader of TOML says it in English inside a sentence."""

import re
import tomllib
from typing import Any

from sinergi.collect.questionnaire import Finding

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TWICE = re.compile(r"Cannot (?:declare|overwrite|mutate)|twice")
_SHOWN = 60  # letters of a line that are told


class NotToml(Exception):
    """A line is not TOML, or says again what stands above it."""

    def __init__(self, *, line: int, column: int, text: str, is_twice: bool) -> None:
        super().__init__(line, column, text)
        self.line = line
        self.column = column
        self.text = text
        self.is_twice = is_twice

    @property
    def finding(self) -> Finding:
        code = "toml_twice" if self.is_twice else "toml_fault"
        values = {"line": self.line, "column": self.column, "text": self.text}
        return Finding(code, 0, {key: str(value) for key, value in values.items()})


def loads(text: str) -> dict[str, Any]:
    """The data of a TOML text.

    Raises:
        NotToml: With the line, the column and what stands there.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise fault(text, str(error)) from error


def fault(text: str, said: str) -> NotToml:
    """The place that the reader of TOML names; the last line when it names none."""
    lines = text.splitlines() or [""]
    place = _PLACE.search(said)
    line, column = map(int, place.groups()) if place else (len(lines), len(lines[-1]))
    shown = lines[min(line, len(lines)) - 1].strip()[:_SHOWN]
    return NotToml(
        line=line, column=column, text=shown, is_twice=bool(_TWICE.search(said))
    )
