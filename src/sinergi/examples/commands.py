"""Commands of the examples."""

from argparse import ArgumentParser, Namespace
from time import perf_counter

from django.utils import timezone

from sinergi.core.introductions import Command
from sinergi.core.models import LedgerEvent
from sinergi.examples.loader import load_ntb


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
    print(f"{new} peristiwa baru dalam {seconds:.1f} detik.")  # noqa: T201
    return 0


COMMANDS = (
    Command(
        "examples",
        "load-ntb",
        "Load the NTB example: facts, and a simulation marked as such.",
        load,
        _arguments,
    ),
)
