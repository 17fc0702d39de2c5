"""A pedoman as a page shows it: chapters, programmes, clauses, and what became of them.

The words come from what was locked; only what later ones did comes from the tables.
"""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from sinergi.agree.models import Recommendation
from sinergi.agree.standing import Ended

Content = Mapping[str, Any]


def as_read(
    content: Content,
    ended: Mapping[str, Ended] | None = None,
    keys: Mapping[str, int] | None = None,
) -> list[dict[str, Any]]:
    """Chapters with their clauses under programmes, in the order they were given.

    By the number of its text: what ended a clause, and the key a form knows it by.
    """
    clauses = [each for chapter in content["chapters"] for each in chapter["clauses"]]
    quoted = [each["reference"] for each in clauses]
    known = Recommendation.objects.for_pages().filter(reference__in=quoted)
    texts = {each.reference: each for each in known}
    return [
        {
            **chapter,
            "programmes": [
                _programme(list(inside), texts, ended or {}, keys or {})
                for _code, inside in groupby(
                    chapter["clauses"], key=lambda each: each["programme"]["code"]
                )
            ],
        }
        for chapter in content["chapters"]
    ]


def _programme(
    clauses: list[Content],
    texts: Mapping[str, Recommendation],
    ended: Mapping[str, Ended],
    keys: Mapping[str, int],
) -> dict[str, Any]:
    return {
        "programme": clauses[0]["programme"],
        "clauses": [
            {
                **clause,
                "recommendation": texts.get(clause["reference"]),
                "ended": ended.get(clause["reference"]),
                "key": keys.get(clause["reference"]),
                "source": dated(clause["source"]) if "source" in clause else None,
            }
            for clause in clauses
        ],
    }


def dated(source: Content) -> dict[str, Any]:
    """With its day as a day."""
    return {**source, "in_force_on": date.fromisoformat(source["in_force_on"])}
