"""Reading an XLSForm: guarded, converted in a process of its own, then linted."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

from sinergi.collect import converter, lint
from sinergi.collect.questionnaire import (
    Choice,
    Finding,
    Question,
    Questionnaire,
)
from sinergi.collect.rules import ItemRole

UNPACKED_BYTES = 30_000_000
SECONDS = 30
CONVERTER = Path(__file__).with_name("convert.py")

# The roles a form may name, and what each is here.
ROLES = {
    "item": ItemRole.ITEM,
    "consent": ItemRole.CONSENT,
    "guardian_consent": ItemRole.CONSENT,
    "eligibility": ItemRole.CONSENT,
    "stratum": ItemRole.DESIGN,
    "psu": ItemRole.DESIGN,
    "ssu": ItemRole.DESIGN,
    "hhsize": ItemRole.DESIGN,
    "domain": ItemRole.DOMAIN,
    "calibration": ItemRole.DOMAIN,
    "score": ItemRole.META,
    "meta": ItemRole.META,
}
_NOT_QUESTIONS = ("begin", "end", "note")


class FormRefused(Exception):
    """The file cannot be made a questionnaire; the findings say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings)
        self.findings = findings


def read(content: bytes, *, pillars: Collection[str] = ()) -> Questionnaire:
    """The questionnaire in an XLSForm, with what the check found.

    `pillars` are the codes known to the house, against which spelling is checked.

    Raises:
        FormRefused: The workbook is too large or damaged, or pyxform refuses it.
    """
    _refuse_bombs(content)
    answer = _converted(content)
    if answer.get("error") == "refused":
        raise FormRefused(converter.told(answer["message"], blocks=True))
    if "error" in answer:
        raise FormRefused(Finding(f"xlsform_{answer['error']}"))
    survey = lint.table(answer["sheets"].get("survey", []))
    choices = lint.table(answer["sheets"].get("choices", []))
    settings = lint.table(answer["sheets"].get("settings", []))
    first = settings.rows[0].cells if settings.rows else {}
    main, english = lint.languages(survey.columns, first.get("default_language", ""))
    lists = _lists(choices, main, english)
    questions = tuple(
        question
        for row in survey.rows
        if (question := _question(row, lists, main, english))
    )
    remarks = [converter.told(text, blocks=False) for text in answer["warnings"]]
    return Questionnaire(
        title=first.get("form_title", ""),
        version=first.get("version", ""),
        questions=questions,
        xform=answer["xform"],
        findings=(
            *lint.of_form(survey, choices, first, lists),
            *lint.of_questions(questions, frozenset(pillars)),
            *remarks,
        ),
    )


def _refuse_bombs(content: bytes) -> None:
    """A workbook is a zip: what it unpacks to is written in it, and may be a lie too
    small; the limits of the process catch that."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise FormRefused(Finding("xlsform_unreadable")) from error
    if size > UNPACKED_BYTES:
        raise FormRefused(Finding("xlsform_too_large"))


def _converted(content: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own file, no shell
            [sys.executable, "-I", str(CONVERTER)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return dict(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, ValueError):
        return {"error": "too_large"}


def _lists(choices: lint.Table, main: str, english: str) -> dict[str, list[Choice]]:
    lists: dict[str, list[Choice]] = {}
    for row in choices.rows:
        cells = row.cells
        name = cells.get("list_name") or cells.get("list name", "")
        choice = Choice(
            cells.get("name", ""), cells.get(main, ""), cells.get(english, "")
        )
        lists.setdefault(name, []).append(choice)
    return lists


def _question(
    row: lint.Row, lists: dict[str, list[Choice]], main: str, english: str
) -> Question | None:
    cells = row.cells
    kind, _, rest = cells.get("type", "").partition(" ")
    if not kind or kind in _NOT_QUESTIONS:
        return None
    chosen = tuple(lists.get(rest.split(" ")[0], ())) if kind == "select_one" else ()
    role = ROLES.get(cells.get("role", ""), ItemRole.OTHER)
    scale = lint.scale(chosen) if role is ItemRole.ITEM else None
    return Question(
        row=row.number,
        name=cells.get("name", ""),
        label=cells.get(main, ""),
        label_en=cells.get(english, ""),
        role=role,
        pillar=cells.get("pillar", ""),
        indicator=cells.get("indicator", ""),
        is_reversed=cells.get("reverse", "").lower() in lint.YES,
        scale_min=scale[0] if scale else None,
        scale_max=scale[1] if scale else None,
        # Regions run to hundreds and are checked against the register instead.
        choices=chosen if len(chosen) <= lint.MANY_CHOICES else (),
    )
