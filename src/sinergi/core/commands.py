"""Commands of the core."""

import sys
from argparse import Namespace

from sinergi.core import ledger
from sinergi.core.introductions import Command
from sinergi.core.models import LedgerEvent


def verify_ledger(options: Namespace) -> int:
    """Walk the whole chain; exit 1 where it breaks."""
    broken = ledger.verify()
    last = LedgerEvent.objects.order_by("-seq").first()
    if broken:
        print(  # noqa: T201 - a command talks
            f"Rantai catatan putus pada peristiwa {broken.seq} ({broken.why}). "
            "Pulihkan dari cadangan terakhir yang utuh.",
            file=sys.stderr,
        )
        return 1
    if last is None:
        print("Catatan masih kosong.")  # noqa: T201
    else:
        print(f"Utuh: {last.seq} peristiwa, sidik terakhir {last.hash}.")  # noqa: T201
    return 0


COMMANDS = (
    Command(
        "ledger", "verify", "Check that no ledger event was touched.", verify_ledger
    ),
)
