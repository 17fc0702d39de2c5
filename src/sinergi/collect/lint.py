"""Checks of a questionnaire that pyxform does not make."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sinergi.collect import expressions
from sinergi.collect.questionnaire import Choice, Finding, Question, near
from sinergi.collect.rules import RESERVED, ItemRole

YES = frozenset({"yes", "ya", "true", "1"})
NO = frozenset({"", "no", "tidak", "false", "0"})
MANY_CHOICES = 30
SHORT = 5
FORM_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")

_CUSTOM = frozenset({"pillar", "indicator", "reverse", "role", "pii"})
_SURVEY = _CUSTOM | {
    "type", "name", "label", "hint", "guidance_hint", "required", "required_message",
    "relevant", "constraint", "constraint_message", "appearance", "calculation",
    "choice_filter", "default", "read_only", "readonly", "parameters", "repeat_count",
    "trigger", "image", "audio", "video", "media", "bind", "body", "instance", "note",
    "save_to", "intent", "count", "disabled", "autoplay",
}  # fmt: skip
_CUSTOM_ROLES = frozenset(
    {
        "item", "consent", "guardian_consent", "eligibility", "stratum", "domain",
        "psu", "ssu", "hhsize", "calibration", "score", "meta",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row of a sheet by column name; `number` as the spreadsheet shows it."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def table(sheet: Sequence[Sequence[str]]) -> Table:
    """A sheet with its header; empty rows keep the numbers of the others right."""
    if not sheet:
        return Table((), ())
    header = tuple(name.strip() for name in sheet[0])
    rows = tuple(
        Row(number, dict(zip(header, cells, strict=False)))
        for number, cells in enumerate(sheet[1:], start=2)
        if any(cells)
    )
    return Table(tuple(name for name in header if name), rows)


def languages(columns: Iterable[str], default: str) -> tuple[str, str]:
    """The label columns of the main language and of English."""
    labels = [name for name in columns if name.partition("::")[0] == "label"]
    main = next((name for name in labels if name == f"label::{default}"), "")
    main = main or next((name for name in labels if name == "label"), "")
    main = main or (labels[0] if labels else "label")
    english = next((name for name in labels if "(en)" in name and name != main), "")
    return main, english


def scale(choices: Sequence[Choice]) -> tuple[int, int] | None:
    """Lowest and highest choice when they are consecutive whole numbers."""
    names = [choice.name for choice in choices]
    if len(names) < 2 or not all(re.fullmatch(r"-?\d{1,4}", name) for name in names):
        return None
    numbers = sorted(int(name) for name in names)
    whole = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return (numbers[0], numbers[-1]) if whole else None


def of_form(
    survey: Table,
    choices: Table,
    settings: Mapping[str, str],
    lists: Mapping[str, Sequence[Choice]],
) -> Iterator[Finding]:
    """What only the sheets show: columns, settings, cells of roles and languages."""
    yield from _columns(survey)
    yield from _settings(settings)
    for row in survey.rows:
        yield from _cells(row, lists)
        yield from _expressions(row)
    yield from _circles(survey)
    yield from _translations("survey", survey)
    yield from _translations("choices", choices)
    if not any(row.cells.get("role") == "consent" for row in survey.rows):
        yield Finding("no_consent", blocks=False)


def of_questions(
    questions: Sequence[Question], pillars: frozenset[str]
) -> Iterator[Finding]:
    """What holds for any questionnaire, wherever it was written."""
    items = [question for question in questions if question.role is ItemRole.ITEM]
    if not items:
        yield Finding("no_items")
    spelt = Counter(item.pillar for item in items if item.pillar)
    seen: dict[str, int] = {}
    for item in items:
        if not NAME.fullmatch(item.name):
            yield Finding("bad_name", item.row, {"name": item.name})
        folded = item.name.casefold()
        if folded in RESERVED:
            yield Finding("reserved_name", item.row, {"name": item.name})
        if folded in seen:
            other = str(seen[folded])
            yield Finding("same_name", item.row, {"name": item.name, "other": other})
        seen[folded] = item.row
        if not item.pillar:
            yield Finding("item_without_pillar", item.row, {"name": item.name})
            continue
        likely = near(item.pillar, pillars) or _commoner(item.pillar, spelt)
        if likely:
            values = {"pillar": item.pillar, "likely": likely}
            yield Finding("pillar_spelling", item.row, values)


def _commoner(pillar: str, spelt: Counter[str]) -> str:
    """Another spelling that more items have; short codes are alike by nature."""
    if len(pillar) < SHORT:
        return ""
    others = frozenset(name for name in spelt if spelt[name] > spelt[pillar])
    return near(pillar, others)


def _columns(survey: Table) -> Iterator[Finding]:
    for name in survey.columns:
        stem = re.split(r"::?", name)[0].strip()
        likely = near(stem.lower(), _SURVEY)
        if likely:
            yield Finding("column_spelling", 1, {"column": name, "likely": likely})
        elif stem.lower() not in _SURVEY:
            yield Finding("column_unknown", 1, {"column": name}, blocks=False)


def _settings(settings: Mapping[str, str]) -> Iterator[Finding]:
    form_id = settings.get("form_id", "")
    if not FORM_ID.fullmatch(form_id):
        yield Finding("bad_form_id", 2, {"form_id": form_id})
    if not settings.get("version"):
        yield Finding("no_version")
    if settings.get("submission_url"):
        values = {"url": settings["submission_url"]}
        yield Finding("submission_url", 2, values)


def _cells(row: Row, lists: Mapping[str, Sequence[Choice]]) -> Iterator[Finding]:
    cells, name = row.cells, row.cells.get("name", "")
    role, reverse = cells.get("role", ""), cells.get("reverse", "").lower()
    if role and role not in _CUSTOM_ROLES:
        values = {"role": role, "known": ", ".join(sorted(_CUSTOM_ROLES))}
        yield Finding("unknown_role", row.number, values)
    if reverse not in YES | NO:
        yield Finding("unclear_reverse", row.number, {"value": reverse})
    if role != "item":
        if cells.get("pillar"):
            yield Finding("pillar_on_other", row.number, {"name": name})
        if reverse in YES:
            yield Finding("reverse_on_other", row.number, {"name": name})
        return
    kind, _, rest = cells.get("type", "").partition(" ")
    chosen = lists.get(rest.split(" ")[0], ())
    if kind != "select_one":
        values = {"name": name, "type": cells.get("type", "")}
        yield Finding("item_not_choice", row.number, values)
    elif not scale(chosen):
        values = {"name": name, "values": ", ".join(each.name for each in chosen)}
        yield Finding("scale_not_whole", row.number, values)


def _expressions(row: Row) -> Iterator[Finding]:
    for column, text in row.cells.items():
        if text.startswith("="):
            continue  # a formula of the spreadsheet, whose value the converter takes
        wrong = (
            expressions.fault_of(text)
            if column.lower() in expressions.COLUMNS
            else None
        )
        if wrong:
            values = {"column": column, "expression": text, "at": wrong.at}
            yield Finding(wrong.code, row.number, values)


def _circles(survey: Table) -> Iterator[Finding]:
    """A question is shown or computed from others, and with the group it is in."""
    rows: dict[str, int] = {}
    needs: dict[str, frozenset[str]] = {}
    groups: list[str] = []
    for row in survey.rows:
        kind, name = row.cells.get("type", ""), row.cells.get("name", "")
        if kind.startswith("end"):
            del groups[-1:]
            continue
        used = [
            reference
            for column, text in row.cells.items()
            if column.lower() in expressions.COMPUTED
            for reference in expressions.REFERENCE.findall(text)
        ]
        rows.setdefault(name, row.number)
        needs[name] = frozenset([*used, *groups[-1:]])
        if kind.startswith("begin"):
            groups.append(name)
    for way in expressions.circles(needs):
        values = {"way": " → ".join((*way, way[0]))}
        yield Finding("expression_circle", rows[way[0]], values)


def _translations(sheet: str, told: Table) -> Iterator[Finding]:
    """Where one language says something and another says nothing."""
    for stem in ("label", "hint", "required_message", "constraint_message"):
        columns = [name for name in told.columns if name.startswith(f"{stem}::")]
        for row in told.rows:
            given = [name for name in columns if row.cells.get(name)]
            for name in columns:
                if given and name not in given:
                    values = {"column": name, "sheet": sheet}
                    finding = "translation_missing"
                    yield Finding(finding, row.number, values, blocks=False)
