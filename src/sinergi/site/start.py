"""Hands over to granian; at once, when nothing changed since the last start.

Django takes a second to import, and granian's worker imports it anyway.
"""

import hashlib
import os
import socket
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from sinergi.site import environment as env

THREADS = 4
ROOT = Path(__file__).resolve().parents[3]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen at; the default is reached from this computer only",
    )
    parser.add_argument(
        "--empty", action="store_true", help="Do not load the NTB example."
    )


def at_once(words: Sequence[str]) -> None:
    """Serve, if the last start prepared everything and nothing changed; else return."""
    parser = ArgumentParser(prog="sinergi serve")
    arguments(parser)
    options = parser.parse_args(words)
    refuse_taken(options)
    # Read by the settings: documents made from here on lead back to this address.
    os.environ.setdefault("PUBLIC_ORIGIN", where(options))
    stamp = _stamp()
    if (
        not env.text("DATABASE_URL", "")  # another host may have changed that one
        and stamp.exists()
        and stamp.read_text() == _fingerprint()
    ):
        hand_over(options)


def where(options: Namespace) -> str:
    """The address as this computer reaches it."""
    host = "127.0.0.1" if options.host in ("0.0.0.0", "::") else options.host  # noqa: S104 - compared, not listened at
    return (
        f"http://[{host}]:{options.port}"
        if ":" in host
        else f"http://{host}:{options.port}"
    )


def refuse_taken(options: Namespace) -> None:
    """Exit 4 when nothing can listen there; granian would say it in a traceback."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    try:
        socket.create_server((options.host, options.port), family=family).close()
    except (OSError, OverflowError) as why:
        sys.stderr.write(
            f"Porta {options.port} sedang dipakai program lain, atau tidak boleh "
            f"dipakai.\nPort {options.port} is taken by another program, or may not "
            f"be used ({options.host}: {why}).\n"
            f"  ./run --port {another(options.port)}\n"
        )
        sys.exit(4)


def another(port: int) -> int:
    return port + 1 if 1024 <= port < 65000 else 8001


def remember() -> None:
    """Everything is prepared for the code as it stands."""
    _stamp().write_text(_fingerprint())


def hand_over(options: Namespace) -> NoReturn:
    sys.stderr.write(f"Sinergi: {where(options)}  (Ctrl+C: berhenti / stop)\n")
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
