"""Rows of a file become answers; whatever does not fit is said, cell by cell."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sinergi.collect.mapping import ITEMS, ColumnMapping
from sinergi.collect.rules import (
    EFFECTS,
    Domain,
    Effect,
    Sex,
    Why,
    age_group,
)

Scales = Mapping[str, tuple[int, int]]
Cells = Mapping[str, str | None]

# ASCII: digits of other scripts look like numbers to Python and not to what reads on.
_WHOLE = re.compile(r"([+-]?\d{1,9})(?:\.0*)?", re.ASCII)
_GROUP = re.compile(r"(\d{1,3})\s*[-–—]\s*(\d{1,3})|(\d{1,3})\s*\+", re.ASCII)
_WEIGHT = re.compile(r"\d+(\.\d+)?([eE][+-]?\d{1,2})?", re.ASCII)
_OLDEST = 120
# Nobody stands for more persons than there are; more cannot be added up exactly.
_HEAVIEST = 1e10
_SEXES = {
    "male": Sex.MALE, "m": Sex.MALE, "l": Sex.MALE, "lk": Sex.MALE,
    "laki-laki": Sex.MALE, "laki laki": Sex.MALE, "pria": Sex.MALE,
    "female": Sex.FEMALE, "f": Sex.FEMALE, "p": Sex.FEMALE, "pr": Sex.FEMALE,
    "perempuan": Sex.FEMALE, "wanita": Sex.FEMALE,
}  # fmt: skip


@dataclass(frozen=True)
class Trouble:
    """One thing wrong: where, what stood there, why it was not taken."""

    row: int
    column: str
    value: str
    why: Why

    @property
    def effect(self) -> Effect:
        return EFFECTS[self.why]


@dataclass(frozen=True)
class Answers:
    """One respondent as kept: answers by item, and where it stands in the sample."""

    respondent: str
    weight: str
    stratum: str | None
    psu: str | None
    items: Mapping[str, int | None]
    domains: Mapping[str, str | None]


@dataclass
class Checked:
    """Everything a file gave: kept rows, troubles, and counts that add up.

    rows = kept + left out; cells of items in kept rows = answered + blank + blanked.
    """

    rows: int = 0
    rows_left_out: int = 0
    answered: int = 0
    cells_blanked: int = 0
    blank: Counter[str] = field(default_factory=Counter)
    kept: list[Answers] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def cells_blank(self) -> int:
        return sum(self.blank.values())


class Examiner:
    """Reads rows one after another; it remembers respondents to find them twice."""

    def __init__(
        self,
        mapping: ColumnMapping,
        scales: Scales,
        governments: Mapping[str, str],
        *,
        first_row: int,
    ) -> None:
        self.mapping = mapping
        self.scales = scales
        # Code in the file, with or without dots, to the code as written.
        self.governments = governments
        self.first_row = first_row
        self.recode = {
            target: {_folded(text): value for text, value in values.items()}
            for target, values in mapping.recode.items()
        }
        self.blanks = {_folded(text) for text in mapping.blank} | {""}
        self.seen: set[str] = set()

    def examine(self, rows: Iterable[Cells]) -> Checked:
        checked = Checked()
        for number, cells in enumerate(rows, start=self.first_row):
            checked.rows += 1
            said = {name: _text(value) for name, value in cells.items()}
            troubles = list(self._places(number, said))
            if troubles:
                checked.rows_left_out += 1
                checked.troubles += troubles
            else:
                # Only a row that counts makes the next of its respondent one too many.
                if self.mapping.respondent:
                    self.seen.add(said[self.mapping.respondent])
                checked.kept.append(self._answers(number, said, checked))
        return checked

    def _places(self, row: int, said: Mapping[str, str]) -> Iterator[Trouble]:
        """What keeps a row out: no usable weight or place in the sample, or twice."""
        m = self.mapping
        if m.respondent:
            value = said[m.respondent]
            if not value:
                yield Trouble(row, m.respondent, value, Why.NO_RESPONDENT)
            elif value in self.seen:
                yield Trouble(row, m.respondent, value, Why.DUPLICATE_RESPONDENT)
        if m.weight:
            value = said[m.weight]
            if _folded(value) in self.blanks:
                yield Trouble(row, m.weight, value, Why.NO_WEIGHT)
            elif _weight(value) is None:
                yield Trouble(row, m.weight, value, Why.BAD_WEIGHT)
        for column, why in ((m.strata, Why.NO_STRATUM), (m.psu, Why.NO_PSU)):
            if column and _folded(said[column]) in self.blanks:
                yield Trouble(row, column, said[column], why)

    def _answers(self, row: int, said: Mapping[str, str], checked: Checked) -> Answers:
        m = self.mapping
        items: dict[str, int | None] = {}
        for item, column in m.items.items():
            items[item] = self._item(row, item, said[column], column, checked)
        domains = {
            domain: self._domain(row, Domain(domain), said[column], column, checked)
            for domain, column in m.domains.items()
        }
        return Answers(
            respondent=said[m.respondent] if m.respondent else f"{row:09}",
            weight=(_weight(said[m.weight]) or "") if m.weight else "1",
            stratum=said[m.strata] if m.strata else None,
            psu=said[m.psu] if m.psu else None,
            items=items,
            domains=domains,
        )

    def _item(
        self, row: int, item: str, value: str, column: str, checked: Checked
    ) -> int | None:
        text = self._recoded(value, item, ITEMS)
        if _folded(text) in self.blanks:
            checked.blank[item] += 1
            return None
        whole = _WHOLE.fullmatch(text)
        low, high = self.scales[item]
        if whole and low <= int(whole[1]) <= high:
            checked.answered += 1
            return int(whole[1])
        why = Why.OUT_OF_SCALE if whole else Why.NOT_AN_ANSWER
        checked.cells_blanked += 1
        checked.troubles.append(Trouble(row, column, value, why))
        return None

    def _domain(
        self, row: int, domain: Domain, value: str, column: str, checked: Checked
    ) -> str | None:
        text = self._recoded(value, domain)
        # A text that means "not answered" is no region: it is told like any other.
        blanks = {""} if domain is Domain.GOVERNMENT else self.blanks
        if _folded(text) in blanks:
            return None
        found, why = {
            Domain.GOVERNMENT: (self._government(text), Why.UNKNOWN_GOVERNMENT),
            Domain.SEX: (_SEXES.get(_folded(text)), Why.UNKNOWN_SEX),
            Domain.AGE: (self._age(text), Why.UNKNOWN_AGE),
        }[domain]
        if found is None:
            checked.troubles.append(Trouble(row, column, value, why))
        return str(found) if found is not None else None

    def _recoded(self, value: str, *targets: str) -> str:
        folded = _folded(value)
        for target in targets:
            if folded in self.recode.get(target, {}):
                return self.recode[target][folded]
        return value

    def _government(self, text: str) -> str | None:
        whole = _WHOLE.fullmatch(text)
        # "5201.0" is how a spreadsheet writes 5201; "52.01" is a code.
        code = whole[1] if whole and "." in text and len(whole[1]) > 2 else text
        return self.governments.get(code)

    def _age(self, text: str) -> str | None:
        if (whole := _WHOLE.fullmatch(text)) and 0 <= int(whole[1]) <= _OLDEST:
            return age_group(int(whole[1]), self.mapping.age_bands)
        if group := _GROUP.fullmatch(text):
            low, high, open_ended = group.groups()
            if open_ended:
                return f"{open_ended}+" if int(open_ended) <= _OLDEST else None
            return f"{low}-{high}" if int(low) <= int(high) <= _OLDEST else None
        return None


def government_codes(codes: Sequence[str]) -> dict[str, str]:
    """Every way a file may write the codes of governments, to the code itself."""
    return {way: code for code in codes for way in (code, code.replace(".", ""))}


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _weight(text: str) -> str | None:
    """A positive number of persons as written, or nothing."""
    if not _WEIGHT.fullmatch(text):
        return None
    return text if 0 < float(text) <= _HEAVIEST else None
