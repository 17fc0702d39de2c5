"""Commands of the core."""

import sys
from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.utils import timezone

from sinergi.core import acts, ledger
from sinergi.core.introductions import Command
from sinergi.core.invitations import invitation_path
from sinergi.core.models import LedgerEvent, Place
from sinergi.core.rules import Role


def verify_ledger(options: Namespace) -> int:
    """Walk the whole chain; exit 1 where it breaks."""
    broken = ledger.verify()
    last = LedgerEvent.objects.order_by("-seq").first()
    if broken:
        _say(
            f"Rantai catatan putus pada peristiwa {broken.seq} ({broken.why}). "
            "Pulihkan dari cadangan terakhir yang utuh."
        )
        return 1
    if last is None:
        print("Catatan masih kosong.")
    else:
        print(f"Utuh: {last.seq} peristiwa, sidik terakhir {last.hash}.")
    return _kept_hash_is_there(options.contains) if options.contains else 0


def _kept_hash_is_there(kept: str) -> int:
    """A chain that was cut at its end is whole; only a hash kept elsewhere tells."""
    found = LedgerEvent.objects.filter(hash=kept.strip().lower()).first()
    if found is None:
        _say(
            f"Sidik {kept} tidak ada di catatan ini: peristiwa sesudahnya telah "
            "dibuang atau diganti, atau sidik itu dari catatan lain."
        )
        return 1
    print(f"Sidik yang Anda simpan ada pada peristiwa {found.seq}.")
    return 0


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--contains",
        metavar="HASH",
        default="",
        help="a hash kept earlier that must be in the chain",
    )


def invite(options: Namespace) -> int:
    """Give the first administrator an account; the link is printed once."""
    government = Place.objects.filter(slug=options.government).first()
    if government is None:
        known = ", ".join(Place.objects.values_list("slug", flat=True)) or "–"
        _say(f"Tidak ada pemerintah daerah {options.government!r}. Ada: {known}.")
        return 2
    held = acts.invite(
        email=options.email,
        name=options.name,
        government=government,
        role=Role(options.role),
        title=options.title,
        starts_on=timezone.localdate(),
        by=None,
        at=timezone.now(),
    )
    if held.person.has_usable_password():
        _say("Jabatan diberikan; akunnya sudah ada.")
        return 0
    _say("Jabatan diberikan. Buka tautan ini untuk menetapkan kata sandi pertama:")
    link = f"{settings.PUBLIC_ORIGIN}{invitation_path(held.person)}"
    print(link)
    return 0


def _invite_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("email", help="the person's e-mail address")
    parser.add_argument("--name", required=True, help="as the person is called")
    parser.add_argument("--government", required=True, help="its slug, such as dompu")
    parser.add_argument(
        "--role", required=True, choices=[role.value for role in Role], help="the role"
    )
    parser.add_argument("--title", default="", help="the office held, as in letters")


def _say(text: str) -> None:
    print(text, file=sys.stderr)


COMMANDS = (
    Command(
        "people",
        "invite",
        "Give a person an office, and an account when there is none.",
        invite,
        _invite_arguments,
    ),
    Command(
        "ledger",
        "verify",
        "Check that no ledger event was touched.",
        verify_ledger,
        _verify_arguments,
    ),
)
