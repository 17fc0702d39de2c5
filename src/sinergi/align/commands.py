"""Commands of aligning."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils import timezone

from sinergi.align import facts, nomenclature
from sinergi.align.models import Programme
from sinergi.core.introductions import Command
from sinergi.core.models import Forum
from sinergi.core.refusal import Refusal


class NoForum(Refusal):
    """The command names no forum, or one that is not there."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="TOML file with [[programme]] tables.")
    parser.add_argument("--forum", help="Slug of the forum; needed when several.")


def load_programmes(options: Namespace) -> int:
    """Put the programmes of a file in force; known ones stay as they are."""
    forum = _forum(options.forum)
    before = Programme.objects.filter(forum=forum).count()
    programmes = facts.load(forum, options.file, at=timezone.now())
    new = Programme.objects.filter(forum=forum).count() - before
    print(f"{forum.name}: {new} program baru, {len(programmes) - new} sudah ada.")
    return 0


def _nomenclature_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        help=f"CSV file with the columns {', '.join(nomenclature.COLUMNS)}.",
    )


def import_nomenclature(options: Namespace) -> int:
    """Take the codes of a file; known ones keep theirs, with the newer name."""
    rows = nomenclature.read(options.file)
    done = nomenclature.import_nomenclature(rows, at=timezone.now())
    print(
        f"{done.new} kode baru, {done.renamed} diperbarui, {done.same} tidak berubah."
    )
    return 0


def _forum(slug: str | None) -> Forum:
    forums = Forum.objects.filter(slug=slug) if slug else Forum.objects.all()
    found = list(forums)
    if len(found) != 1:
        known = ", ".join(Forum.objects.values_list("slug", flat=True)) or "–"
        raise NoForum(f"Sebut satu forum dengan --forum. Yang ada: {known}.")
    return found[0]


COMMANDS = (
    Command(
        "align",
        "load-programmes",
        "Put the national programmes of a TOML file in force in a forum.",
        load_programmes,
        _arguments,
    ),
    Command(
        "align",
        "import-nomenclature",
        "Take the codes of programmes, kegiatan and sub-kegiatan of a CSV file.",
        import_nomenclature,
        _nomenclature_arguments,
    ),
)
