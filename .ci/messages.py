"""Indonesian words of every app: gathered, compiled, and checked to be up to date.

Without a word: gather new words into each `django.po` (needs Debian's gettext), then
compile. With `--check`: every word has its Indonesian, and each committed `.mo` says
what its `.po` says. Compiling needs no gettext.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = sorted((ROOT / "src").rglob("locale/*/LC_MESSAGES/*.po"))

Words = dict[tuple[str, str], str | dict[int, str]]


def words(catalogue: polib.POFile | polib.MOFile) -> Words:
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr_plural or entry.msgstr
        for entry in catalogue
        if not entry.obsolete and "fuzzy" not in entry.flags
    }


def faults(po: Path) -> Iterator[str]:
    source = polib.pofile(str(po))
    for entry in source:
        if not entry.obsolete and not entry.translated():
            where = f"{po.relative_to(ROOT)}:{entry.linenum}"
            yield f"{where}: no Indonesian for {entry.msgid!r}"
    mo = po.with_suffix(".mo")
    if not mo.exists() or words(polib.mofile(str(mo))) != words(source):
        yield f"{mo.relative_to(ROOT)} is not up to date: make messages"


def gather(app: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "django",
            "makemessages",
            "--locale=id",
            "--no-obsolete",
            "--no-wrap",
            "--add-location=file",
        ],
        cwd=app,
        check=True,
    )


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = [fault for po in CATALOGUES for fault in faults(po)]
        sys.stdout.writelines(f"{fault}\n" for fault in found)
        return 1 if found else 0
    if shutil.which("xgettext") is None:
        sys.stderr.write("No new words gathered: that needs apt-get install gettext.\n")
    for po in CATALOGUES:
        if shutil.which("xgettext"):
            gather(po.parents[3])
        source = polib.pofile(str(po))
        source.save_as_mofile(str(po.with_suffix(".mo")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
