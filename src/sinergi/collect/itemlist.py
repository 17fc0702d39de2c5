"""A questionnaire without XLSForm: a list of items as TOML or CSV."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sinergi.collect import intake, lint, tomlfile
from sinergi.collect.questionnaire import (
    Choice,
    Finding,
    Question,
    Questionnaire,
    near,
)
from sinergi.collect.rules import ItemRole
from sinergi.collect.xlsform import FormRefused

COLUMNS = ("name", "label", "label_en", "pillar", "indicator", "reverse")
SCALES = ("scale_min", "scale_max")


def read_toml(content: bytes, *, pillars: Collection[str] = ()) -> Questionnaire:
    """Title, version, scale and items; labels of the scale are optional.

    title = "…"
    version = "1"
    [scale]
    min = 1
    max = 5
    labels = ["Sangat tidak setuju", "…"]      # optional, lowest first
    [[items]]
    name = "q1"
    pillar = "kecakapan"
    label = "…"                                 # also label_en, indicator
    reverse = true                              # optional
    """
    try:
        data = tomlfile.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FormRefused(Finding("list_not_utf8")) from error
    except tomlfile.NotToml as error:
        raise FormRefused(error.finding) from error
    scale = data.get("scale", {})
    items = data.get("items", [])
    if not isinstance(scale, dict) or not isinstance(items, list):
        raise FormRefused(Finding("no_items"))
    rows = [
        {"scale_min": scale.get("min"), "scale_max": scale.get("max"), **row}
        for row in items
        if isinstance(row, dict)
    ]
    labels = [str(label) for label in scale.get("labels", [])]
    return _questionnaire(
        str(data.get("title", "")),
        str(data.get("version", "")),
        list(enumerate(rows, start=1)),
        labels,
        pillars,
    )


def read_csv(
    content: bytes, *, title: str, version: str, pillars: Collection[str] = ()
) -> Questionnaire:
    """Columns name, label, pillar, scale_min, scale_max; also label_en, indicator,
    reverse. Title and version are asked for, as a CSV has no place for them."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormRefused(Finding("list_not_utf8")) from error
    try:
        intake.require_even(text)
    except intake.Unreadable as error:
        raise FormRefused(error.finding) from error
    rows = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=intake.separator(text)
    )
    cells = ({k: v for k, v in row.items() if k} for row in rows)
    return _questionnaire(title, version, list(enumerate(cells, 2)), [], pillars)


def _questionnaire(
    title: str,
    version: str,
    rows: Sequence[tuple[int, Mapping[str, Any]]],
    labels: Sequence[str],
    pillars: Collection[str],
) -> Questionnaire:
    findings: list[Finding] = []
    if not title.strip():
        findings.append(Finding("no_title"))
    if not version.strip():
        findings.append(Finding("no_version"))
    known = frozenset({*COLUMNS, *SCALES})
    questions = []
    for number, row in rows:
        findings += [
            Finding("column_spelling", number, {"column": str(k), "likely": likely})
            if (likely := near(str(k), known))
            else Finding("column_unknown", number, {"column": str(k)})
            for k in row
            if k not in known
        ]
        question, found = _question(number, row, labels)
        questions.append(question)
        findings += found
    findings += lint.of_questions(questions, frozenset(pillars))
    return Questionnaire(title, version, tuple(questions), tuple(findings))


def _question(
    number: int, row: Mapping[str, Any], labels: Sequence[str]
) -> tuple[Question, list[Finding]]:
    findings = []
    name = _text(row, "name")
    low, high = (_whole(row.get(key)) for key in SCALES)
    if low is None or high is None or not low < high:
        findings.append(Finding("no_scale", number, {"name": name}))
        low = high = None
    reverse = _text(row, "reverse").lower()
    if reverse not in lint.YES | lint.NO:
        findings.append(Finding("unclear_reverse", number, {"value": reverse}))
    choices: tuple[Choice, ...] = ()
    if labels and low is not None and high is not None:
        if len(labels) == high - low + 1:
            choices = tuple(
                Choice(str(low + at), label) for at, label in enumerate(labels)
            )
        else:
            values = {"labels": str(len(labels)), "steps": str(high - low + 1)}
            findings.append(Finding("scale_labels", number, values))
    question = Question(
        row=number,
        name=name,
        label=_text(row, "label") or name,
        label_en=_text(row, "label_en"),
        role=ItemRole.ITEM,
        pillar=_text(row, "pillar"),
        indicator=_text(row, "indicator"),
        is_reversed=reverse in lint.YES,
        scale_min=low,
        scale_max=high,
        choices=choices,
    )
    return question, findings


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return "" if value is None else str(value).strip()


def _whole(value: Any) -> int | None:
    try:
        return int(str(value))
    except ValueError:
        return None
