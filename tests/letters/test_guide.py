"""The guide lists every placeholder the code knows, and no other."""

from pathlib import Path

import pytest
from django.utils.translation import override

from sinergi.core.correspondence import LetterKind
from sinergi.letters.common import COMMON
from sinergi.letters.rules import PLACEHOLDERS
from sinergi.letters.words import NUMBER
from sinergi.site.introductions import INTRODUCTIONS

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "id" / "surat.md"
KINDS = [kind for each in INTRODUCTIONS for kind in each.letters]


def rows(kind: LetterKind | None) -> list[str]:
    """The rows of the guide for one kind of letter; for None, those of all."""
    placeholders = COMMON if kind is None else kind.placeholders
    told = [f"| `{each.name}` | {each.meaning} |" for each in placeholders]
    for listed in () if kind is None else kind.lists:
        fields = ", ".join(f"`{f.name}` ({f.meaning})" for f in listed.fields)
        told.append(f"| `{listed.name}` (daftar) | {listed.meaning}: {fields} |")
    return told


def of_numbers() -> list[str]:
    return [f"| `{{{name}}}` | {NUMBER[name]} |" for name in PLACEHOLDERS]


def test_the_guide_has_the_placeholders_of_every_letter() -> None:
    with override("id"):
        wanted = [*of_numbers(), *rows(None)]
        for kind in KINDS:
            wanted += rows(kind)

    listed = [
        line for line in GUIDE.read_text("utf-8").splitlines() if line.startswith("| `")
    ]

    assert listed == wanted


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.key)
def test_every_placeholder_of_a_letter_has_its_example(kind: LetterKind) -> None:
    names = [each.name for each in (*COMMON, *kind.placeholders, *kind.lists)]

    assert len(names) == len(set(names))
    assert set(kind.example()) == {
        each.name for each in (*kind.placeholders, *kind.lists)
    }
