"""Hands over to granian; at once, when nothing changed since the last start.

Django takes a second to import, and granian's worker imports it anyway.
"""

import hashlib
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from sinergi.site import environment as env

THREADS = 4
ROOT = Path(__file__).resolve().parents[3]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--empty", action="store_true", help="Do not load the NTB example."
    )


def at_once(words: Sequence[str]) -> None:
    """Serve, if the last start prepared everything and nothing changed; else return."""
    parser = ArgumentParser(prog="sinergi serve")
    arguments(parser)
    options = parser.parse_args(words)
    stamp = _stamp()
    if (
        not env.text("DATABASE_URL", "")  # another host may have changed that one
        and stamp.exists()
        and stamp.read_text() == _fingerprint()
    ):
        hand_over(options)


def remember() -> None:
    """Everything is prepared for the code as it stands."""
    _stamp().write_text(_fingerprint())


def hand_over(options: Namespace) -> NoReturn:
    where = f"http://{options.host}:{options.port}"
    sys.stderr.write(f"Sinergi: {where}  (Ctrl+C: berhenti / stop)\n")
    os.execv(  # noqa: S606 - our own interpreter and arguments
        sys.executable,
        [
            sys.executable,
            "-m",
            "granian",
            "--interface=wsgi",
            f"--host={options.host}",
            f"--port={options.port}",
            "--workers=1",
            f"--blocking-threads={THREADS}",
            "--no-ws",
            "--log-level=warning",
            "sinergi.site.wsgi:application",
        ],
    )


def _stamp() -> Path:
    return env.folder("SINERGI_VAR", ROOT / "var") / "prepared-for"


def _fingerprint() -> str:
    database = _stamp().with_name(env.SQLITE_NAME)
    # A restored database is another file and may lack tables of this code.
    digest = hashlib.sha256(
        str(database.stat().st_ino).encode() if database.exists() else b"none"
    )
    for top in ("src", "locks"):
        for folder, inner, names in os.walk(ROOT / top):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                seen = (Path(folder) / name).stat()
                digest.update(
                    f"{folder}/{name} {seen.st_size} {seen.st_mtime_ns}\n".encode()
                )
    return digest.hexdigest()
