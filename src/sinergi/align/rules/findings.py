"""What the matrix says in words: gaps, work done twice, halves that are missing."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sinergi.align.rules.cells import Work
from sinergi.align.rules.states import CellState, MissingPart

_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Gap:
    """Obliged governments without a plan; `nobody` when no government has one."""

    governments: tuple[str, ...]
    nobody: bool


@dataclass(frozen=True)
class Alike:
    """The same output planned apart by several governments: join?"""

    output: str
    governments: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """A plan with money and no target, or with a target and no word on money."""

    reference: str
    part: MissingPart


def normalised(text: str) -> str:
    """What two people type for the same output becomes the same text."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_A_WORD.sub(" ", plain).strip()


def gap_of(states: Mapping[str, CellState]) -> Gap | None:
    """The gap of one programme, from the state of each government's cell."""
    empty = tuple(g for g, state in states.items() if state is CellState.EMPTY)
    if not empty:
        return None
    planned = {CellState.PLANNED, CellState.JOINT}
    return Gap(empty, nobody=not planned & set(states.values()))


def alike_of(works: Iterable[Work]) -> list[Alike]:
    """Outputs of one programme and year that more than one government leads."""
    same: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        same[normalised(work.output)].append(work)
    found = []
    for alike in same.values():
        governments = tuple(dict.fromkeys(work.government for work in alike))
        if len(governments) > 1:
            references = tuple(work.reference for work in alike)
            found.append(Alike(alike[0].output, governments, references))
    return found


def missing_of(works: Iterable[Work]) -> list[Missing]:
    """A budget of 0 says that no money is needed; None says nothing yet."""
    found = []
    for work in works:
        if work.budget and not work.target:
            found.append(Missing(work.reference, MissingPart.TARGET))
        elif work.target and work.budget is None:
            found.append(Missing(work.reference, MissingPart.MONEY))
    return found
