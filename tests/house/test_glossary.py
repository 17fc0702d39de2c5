"""The glossary, the tables and the words on the pages say the same."""

import re
from collections import defaultdict
from pathlib import Path

import polib
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs/reference/glossary.md"
CATALOGUES = sorted((ROOT / "src").rglob("locale/id/LC_MESSAGES/django.po"))


def rows() -> list[list[str]]:
    lines = GLOSSARY.read_text().splitlines()
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in table[2:]]


def test_every_table_of_the_database_is_in_the_glossary():
    in_code = {row[2] for row in rows()}
    ours = {
        model.__name__
        for config in apps.get_app_configs()
        if config.name.startswith("sinergi.")
        for model in config.get_models()
        if not model._meta.auto_created
    }

    assert ours - in_code == set()


def test_every_class_the_glossary_names_exists():
    ours = {model.__name__ for model in apps.get_models()}
    named = {row[2] for row in rows() if re.fullmatch(r"[A-Z][A-Za-z]+", row[2])}

    # An enumeration is a word of the glossary, but no table.
    assert named - ours <= {"Provenance"}


def test_no_term_stands_twice():
    terms = [row[0].lower() for row in rows()]

    assert sorted(terms) == sorted(set(terms))


def test_pages_translate_a_term_as_the_glossary_does():
    wanted = {row[0]: row[1].lower() for row in rows()}
    wrong = [
        f"{path.relative_to(ROOT)}: {entry.msgid} → {entry.msgstr}"
        for path in CATALOGUES
        for entry in polib.pofile(str(path))
        if entry.msgid in wanted
        and not entry.msgctxt
        and entry.msgstr.lower() not in wanted[entry.msgid]
        and wanted[entry.msgid] not in entry.msgstr.lower()
    ]

    assert wrong == []


def test_the_same_english_is_the_same_indonesian_in_every_stage():
    """Django merges the catalogues of all apps: the last one would win silently."""
    found = defaultdict(set)
    for path in CATALOGUES:
        for entry in polib.pofile(str(path)):
            if not entry.obsolete:
                found[entry.msgctxt, entry.msgid].add(entry.msgstr)

    assert {key: texts for key, texts in found.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_a_translation_keeps_the_placeholders_of_its_original(path):
    wrong = [
        entry.msgid
        for entry in polib.pofile(str(path))
        if not entry.obsolete
        and not entry.msgid_plural
        and set(re.findall(r"%\(\w+\)[sd]", entry.msgid))
        != set(re.findall(r"%\(\w+\)[sd]", entry.msgstr))
    ]

    assert wrong == []
