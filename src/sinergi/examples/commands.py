"""Commands of the examples."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import perf_counter

from django.utils import timezone

from sinergi.core.introductions import Command
from sinergi.core.models import LedgerEvent
from sinergi.examples.loader import load_ntb
from sinergi.examples.ntb.survey import written_files


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--facts-only",
        action="store_true",
        help="Only what was read in sources: for a real instance, without simulation.",
    )


def load(options: Namespace) -> int:
    """Load the example; what is there already stays as it is."""
    before, start = LedgerEvent.objects.count(), perf_counter()
    load_ntb(at=timezone.now(), facts_only=options.facts_only)
    new = LedgerEvent.objects.count() - before
    seconds = perf_counter() - start
    print(f"{new} peristiwa baru dalam {seconds:.1f} detik.")
    return 0


def _folder(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where the files are written")


def write_survey(options: Namespace) -> int:
    """Write the simulated files of responses, to be brought to a wave by hand."""
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, content in written_files().items():
        path = options.folder / name
        path.write_bytes(content)
        print(path)
    return 0


COMMANDS = (
    Command(
        "examples",
        "load-ntb",
        "Load the NTB example: facts, and a simulation marked as such.",
        load,
        _arguments,
    ),
    Command(
        "examples",
        "write-survey",
        "Write the simulated files of responses of the example into a folder.",
        write_survey,
        _folder,
    ),
)
