"""Every sentence an app says is in the catalogue of that app."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "sinergi"
APPS = sorted(path.parents[3] for path in SRC.glob("*/locale/id/LC_MESSAGES/django.po"))
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop"}


def of_templates(app: Path) -> Iterator[str]:
    for template in app.rglob("*.html"):
        for _quote, said in re.findall(
            r"""\{%\s*translate\s+(["'])(.*?)\1""", template.read_text("utf-8")
        ):
            yield said.replace("%", "%%")  # as Django looks it up


def of_modules(app: Path) -> Iterator[str]:
    for module in app.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id=mark), args=[ast.Constant(value=str(said)), *_]
                ) if mark in MARKS:
                    yield said


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_what_an_app_says_is_in_its_catalogue(app: Path) -> None:
    catalogue = polib.pofile(str(app / "locale" / "id" / "LC_MESSAGES" / "django.po"))
    known = {entry.msgid for entry in catalogue if not entry.obsolete}
    said = {*of_templates(app), *of_modules(app)}

    assert said
    assert sorted(said - known) == []
