"""A questionnaire as read from a file, before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sinergi.collect.rules import ItemRole


@dataclass(frozen=True)
class Finding:
    """One thing a check of a questionnaire found; `code` has its words elsewhere."""

    code: str
    row: int = 0
    values: dict[str, str] = field(default_factory=dict)
    # What blocks publishing; the others are shown and kept with the version.
    blocks: bool = True


@dataclass(frozen=True)
class Choice:
    name: str
    label: str
    label_en: str = ""


@dataclass(frozen=True)
class Question:
    """One question; `row` is where it stands in the file."""

    row: int
    name: str
    label: str
    role: ItemRole
    label_en: str = ""
    pillar: str = ""
    indicator: str = ""
    is_reversed: bool = False
    scale_min: int | None = None
    scale_max: int | None = None
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Questionnaire:
    """Questions in order, and what a check found in the file."""

    title: str
    version: str
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...] = ()
    xform: str = ""

    @property
    def items(self) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.role is ItemRole.ITEM)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.blocks)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if not finding.blocks)


def edits(one: str, other: str) -> int:
    """How many letters must be changed, added or taken away (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = (
                row[j],
                min(row[j] + 1, row[j - 1] + 1, previous + (a != b)),
            )
    return row[-1]


def near(name: str, known: Sequence[str] | frozenset[str]) -> str:
    """A known name this one is probably a misspelling of, or nothing."""
    if name in known:
        return ""
    within = 1 if len(name) <= 4 else 2
    close = sorted((edits(name, each), each) for each in known)
    return close[0][1] if close and close[0][0] <= within else ""
