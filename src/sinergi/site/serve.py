"""`sinergi serve`: bring the database up to date and serve, in seconds."""

import hashlib
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sinergi.core.introductions import Command
from sinergi.core.models import Forum
from sinergi.examples.loader import load_ntb

THREADS = 4


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--empty", action="store_true", help="Do not load the NTB example."
    )


def serve(options: Namespace) -> int:
    prepare()
    if not options.empty and not Forum.objects.exists():
        _say("Memuat contoh NTB / loading the NTB example…")
        load_ntb()
    connection.close()
    _say(f"Sinergi: http://{options.host}:{options.port}  (Ctrl+C: berhenti / stop)")
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


def prepare() -> None:
    """Migrate and collect static files, each only when something changed."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _say("Menyiapkan basis data / preparing the database…")
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    wanted = _static_fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted)


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            seen = f"{path} {storage.size(path)} {storage.get_modified_time(path)}"
            digest.update(seen.encode())
    return digest.hexdigest()


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - a command talks


def _prepare(options: Namespace) -> int:
    prepare()
    return 0


COMMANDS = (
    Command("serve", "", "Serve the pages.", serve, _arguments),
    Command("prepare", "", "Migrate and collect static files.", _prepare),
)
