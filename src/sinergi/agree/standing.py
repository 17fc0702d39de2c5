"""Which clauses of which pedoman stand, and what took the place of the others."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sinergi.agree import quoting
from sinergi.agree.models import Clause, ClauseChange, Guideline
from sinergi.core.models import Forum
from sinergi.core.rules import Provenance
from sinergi.letters.heads import letterhead

Content = Mapping[str, Any]
# A change of what is inside gets a new number.
FORMAT = 1


@dataclass(frozen=True)
class Ended:
    """A later pedoman replaces the clause, or withdraws it, from a day on."""

    change: ClauseChange
    is_in_force: bool

    @property
    def guideline(self) -> Guideline:
        return self.change.guideline

    @property
    def replacement(self) -> str:
        return self.change.replacement.reference if self.change.replacement else ""


def ended_in(guideline: Guideline, today: date) -> dict[str, Ended]:
    """By the number of the text, what a determined later pedoman does to it."""
    changes = ClauseChange.objects.determined().filter(
        clause__chapter__guideline=guideline.pk
    )
    found = changes.select_related(
        "guideline",
        "clause__version__recommendation",
        "replacement__version__recommendation",
    )
    return {
        each.clause.reference: Ended(
            each,
            each.guideline.in_force_on is not None
            and each.guideline.in_force_on <= today,
        )
        for each in found
    }


def amending(guideline: Guideline) -> list[Guideline]:
    """Determined ones that change it, the earliest first."""
    later = Guideline.objects.determined().filter(
        changes__clause__chapter__guideline=guideline.pk
    )
    return list(later.distinct().order_by("in_force_on"))


def amended_by(guideline: Guideline) -> list[Guideline]:
    """Those it changes itself."""
    earlier = Guideline.objects.filter(
        chapters__clauses__changed_by__guideline=guideline.pk
    )
    return list(earlier.distinct().order_by("in_force_on"))


def in_force(forum: Forum, today: date) -> list[Clause]:
    """Every clause that binds today, across years; by bidang, programme, number.

    Simulated ones only where no real one is in force: the two never stand together.
    """
    clauses = Clause.objects.in_force(today).for_pages()
    mine = clauses.filter(chapter__guideline__record__meeting__forum=forum)
    real = mine.exclude(chapter__guideline__provenance=Provenance.SIMULATED.value)
    shown = real if real.exists() else mine
    return list(
        shown.select_related("chapter__guideline__document").order_by(
            "version__recommendation__bidang__order",
            "version__recommendation__programme__order",
            "version__recommendation__reference",
        )
    )


def consolidated(forum: Forum, today: date) -> dict[str, Any]:
    """All clauses in force, as the pedoman they stand in locked them (terpadu)."""
    clauses = in_force(forum, today)
    sources = {each.chapter.guideline_id: each.guideline for each in clauses}
    locked = {key: _locked(each) for key, each in sources.items()}
    rows = [
        {
            **_clause_in(locked[each.chapter.guideline_id], each.reference),
            "source": _source(locked[each.chapter.guideline_id]),
        }
        for each in clauses
    ]
    by_bidang = groupby(rows, key=lambda row: row["bidang"])
    is_simulated = any(
        Provenance(each.provenance) is Provenance.SIMULATED for each in sources.values()
    )
    provenance = str(Provenance.SIMULATED if is_simulated else Provenance.ENTERED)
    return {
        "format": FORMAT,
        "kind": "pedoman-terpadu",
        "day": today.isoformat(),
        "provenance": provenance,
        "letterhead": letterhead(forum.coordinator, provenance),
        "forum": forum.name,
        "sources": [_source(each) for each in locked.values()],
        "chapters": [
            {
                "number": number,
                "title": bidang,
                "commentary": "",
                "clauses": [
                    {**row, "number": f"{number}.{place}"}
                    for place, row in enumerate(inside, start=1)
                ],
            }
            for number, (bidang, inside) in enumerate(by_bidang, start=1)
        ],
    }


def _locked(guideline: Guideline) -> Content:
    document = guideline.document
    content: Content = json.loads(document.content) if document else {}
    return {**content, "code": document.code if document else ""}


def _clause_in(content: Content, reference: str) -> Content:
    return next(
        each for each in quoting.clauses_in(content) if each["reference"] == reference
    )


def _source(content: Content) -> dict[str, str]:
    """Where a clause comes from: its pedoman, the letter, and the berita acara."""
    return {
        "slug": content["slug"],
        "title": content["title"],
        "legal_form": content["legal_form"],
        "number": content["number"],
        "in_force_on": content["in_force_on"],
        "code": content["code"],
        "record": content["record"]["number"],
        "record_slug": content["record"]["slug"],
        "agreed_on": content["record"]["agreed_on"],
    }
