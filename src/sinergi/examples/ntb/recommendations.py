"""The texts of the simulated meetings, read from recommendations.toml."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sinergi.act.rules import Quarter
from sinergi.agree.acts import Details
from sinergi.align.models import Plan, Programme
from sinergi.core.models import Forum, Pillar, Place
from sinergi.examples.ntb.lottery import lot, shuffled
from sinergi.measure.models import Figure, PublishedValue
from sinergi.measure.rules import INDEX, Group

FILE = Path(__file__).with_name("recommendations.toml")


@dataclass(frozen=True)
class Grounds:
    """What a recommendation rests on."""

    figures: Sequence[Figure]
    values: Sequence[PublishedValue]
    plans: Sequence[Plan]

    @property
    def is_empty(self) -> bool:
        return not (self.figures or self.values or self.plans)


@dataclass(frozen=True)
class Proposal:
    """One text with what is expected; `table` is the entry of the file."""

    table: dict[str, Any]

    @property
    def key(self) -> str:
        return str(self.table["key"])

    @property
    def title(self) -> str:
        return str(self.table["title"])

    @property
    def bidang(self) -> str:
        return str(self.table["bidang"])

    @property
    def text(self) -> str:
        return str(self.table["text"]).strip()

    @property
    def course(self) -> str:
        return str(self.table.get("course", ""))

    @property
    def changed_text(self) -> str:
        """The words after the discussion."""
        before, after = self.table["change"]
        return self.text.replace(before, after)

    def addressees(self, forum: Forum) -> list[Place]:
        """Whom it is addressed to; a number of members is drawn by lot."""
        governments = forum.governments()
        members = [place for place in governments if place != forum.coordinator]
        wanted = self.table["addressees"]
        if isinstance(wanted, int):
            drawn = shuffled([p.slug for p in members], "addressee", self.key)[:wanted]
            return [place for place in members if place.slug in drawn]
        return {
            "all": governments,
            "members": members,
            "province": [forum.coordinator],
        }[str(wanted)]

    def details(self, forum: Forum, first: Quarter) -> Details:
        """The details, due so many quarters from the first that follows the meeting."""
        due = first
        for _step in range(int(self.table["due_quarters"]) - 1):
            due = due.next
        return Details(
            title=self.title,
            programme=Programme.objects.get(forum=forum, code=self.table["programme"]),
            addressees=self.addressees(forum),
            pillars=list(Pillar.objects.filter(code__in=self.table["pillars"])),
            rationale=self.table["rationale"],
            indicator=self.table["indicator"],
            unit=self.table["unit"],
            target=self.table["target"],
            due_year=due.year,
            due_quarter=due.number,
            evidence_expected=self.table["evidence"],
        )

    def grounds(self, forum: Forum, release: str, year: int) -> Grounds:
        """Figures of the province, published values, and plans drawn by lot."""
        figures = Figure.objects.filter(
            release__slug=release,
            government=forum.coordinator,
            measure__in=self.table["figures"],
            group=Group.ALL.value,
            estimate__isnull=False,
        )
        values: list[PublishedValue] = []
        for named in self.table.get("values", ()):
            series, value_year = named.split(":")
            values += PublishedValue.objects.filter(
                method__series__slug=series,
                year=int(value_year),
                measure=INDEX,
                place=forum.coordinator,
            )
        standing = Plan.objects.standing().filter(
            programme__forum=forum, programme__code=self.table["programme"], year=year
        )
        plans = sorted(standing, key=lambda plan: lot("cited", plan.reference[-4:]))
        return Grounds(list(figures), values, plans[: int(self.table["plans"])])


def foreword() -> str:
    """What the simulated pedoman says before its clauses."""
    return str(_read()["foreword"]).strip()


def proposals(part: str = "recommendation") -> list[Proposal]:
    """`recommendation` of the finished meeting, or `next` of the one ahead."""
    return [Proposal(table) for table in _read()[part]]


def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
