"""A workbook that was brought: what each cell says, and of what kind it is."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

READER = Path(__file__).with_name("cells.py")
SECONDS = 60
UNPACKED_BYTES = 200_000_000

Kind = Literal["empty", "text", "number", "formula", "date", "truth", "error"]


class Unreadable(Exception):
    """The bytes are no workbook, or a damaged one."""


class TooLarge(Exception):
    """The workbook unpacks to more than is read."""


@dataclass(frozen=True)
class Cell:
    """Numbers are told as the digits that were kept."""

    kind: Kind = "empty"
    text: str = ""


Rows = list[list[Cell]]


def cells(content: bytes) -> Mapping[str, Rows]:
    """The rows of every sheet by its name, hidden ones included.

    Raises:
        Unreadable: It is no workbook.
        TooLarge: It is too long, or packed to be.
    """
    _refuse_bombs(content)
    answer = _read(content)
    match answer.get("error"):
        case None:
            pass
        case "too_large":
            raise TooLarge
        case _:
            raise Unreadable
    return {
        name: [[Cell(kind, text) for kind, text in row] for row in rows]
        for name, rows in answer["sheets"].items()
    }


def _refuse_bombs(content: bytes) -> None:
    """What a zip unpacks to is written in it, and may be a lie too small; the limits
    of the process catch that."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Unreadable from error
    if size > UNPACKED_BYTES:
        raise TooLarge


def _read(content: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own file, no shell
            [sys.executable, "-I", str(READER)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return dict(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, ValueError):
        return {"error": "too_large"}
