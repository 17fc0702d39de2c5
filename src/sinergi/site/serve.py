"""`sinergi serve`: bring the database up to date and serve, in seconds."""

import hashlib
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import NoReturn

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from sinergi.core.introductions import Command
from sinergi.core.models import Forum
from sinergi.examples.loader import load_ntb
from sinergi.site import start
from sinergi.site.api import api


def serve(options: Namespace) -> NoReturn:
    prepare()
    loading = Path(settings.VAR) / "loading-example"
    if loading.exists() or not (options.empty or Forum.objects.exists()):
        _say("Memuat contoh NTB / loading the NTB example…")
        loading.touch()  # an interrupted load goes on at the next start
        load_ntb(at=timezone.now())
        loading.unlink()
    if Forum.objects.exists():
        start.remember()
    connection.close()
    start.hand_over(options)


def prepare() -> None:
    """Migrate and collect static files, each only when something changed."""
    prepare_database()
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    wanted = _static_fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted)


def prepare_database() -> None:
    """Migrate when something changed."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _say("Menyiapkan basis data / preparing the database…")
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            seen = f"{path} {storage.size(path)} {storage.get_modified_time(path)}"
            digest.update(seen.encode())
    return digest.hexdigest()


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _prepare(options: Namespace) -> int:
    prepare()
    return 0


def _describe(options: Namespace) -> int:
    print(json.dumps(api.get_openapi_schema(), indent=2, ensure_ascii=False))
    return 0


COMMANDS = (
    Command("api", "describe", "Print the OpenAPI description.", _describe),
    Command("serve", "", "Serve the pages.", serve, start.arguments),
    Command("prepare", "", "Migrate and collect static files.", _prepare),
)
