"""What a pedoman says, as plain data: every clause quoted from the locked berita acara.

The canonical JSON of this is hashed and locked; page and paper are drawn from it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sinergi.agree import rules
from sinergi.agree.models import Clause, ClauseChange, Guideline
from sinergi.align.models import Plan
from sinergi.core.rules import last_moment
from sinergi.letters.heads import letterhead

Content = Mapping[str, Any]

# A change of what is inside gets a new number.
FORMAT = 3


def of_guideline(guideline: Guideline) -> dict[str, Any]:
    """Chapters in their order, each clause word for word, commentary beside it."""
    record = guideline.record
    meeting, document = record.meeting, record.document
    return {
        "format": FORMAT,
        "kind": "pedoman",
        "slug": guideline.slug,
        "title": guideline.title,
        "legal_form": guideline.legal_form,
        "number": guideline.number,
        "in_force_on": guideline.in_force_on.isoformat()
        if guideline.in_force_on
        else "",
        "provenance": guideline.provenance,
        "letterhead": letterhead(meeting.forum.coordinator, guideline.provenance),
        "forum": meeting.forum.name,
        "determined": _determined(guideline),
        "foreword": guideline.foreword,
        "record": {
            "code": document.code if document else "",
            "number": record.number,
            "agreed_on": record.agreed_on.isoformat(),
            "sha256": document.content_sha256 if document else "",
            "slug": meeting.slug,
            "meeting": meeting.title,
        },
        "review": _review(guideline),
        "chapters": chapters_of(guideline),
        "changes": [_change(each) for each in _changes(guideline)],
    }


def chapters_of(guideline: Guideline) -> list[dict[str, Any]]:
    """Chapters with something in them, numbered; clauses numbered inside."""
    quoted = quoted_from(guideline)
    clauses: dict[int, list[Clause]] = {}
    for clause in guideline.clauses.for_pages():
        clauses.setdefault(clause.chapter_id, []).append(clause)
    replaced = _replaced(guideline)
    chapters = [
        each
        for each in guideline.chapters.all()
        if each.pk in clauses or each.commentary
    ]
    return [
        {
            "number": number,
            "title": chapter.title,
            "commentary": chapter.commentary,
            "clauses": [
                {
                    **quoted[clause.reference],
                    "number": f"{number}.{place}",
                    "commentary": clause.commentary,
                    "programme": _programme(clause),
                    "plans": _plans(clause),
                    "replaces": replaced.get(clause.pk, []),
                    # Of the tables: the same, or it is not printed.
                    "version_sha256": clause.version.sha256,
                }
                for place, clause in enumerate(clauses.get(chapter.pk, []), start=1)
            ],
        }
        for number, chapter in enumerate(chapters, start=1)
    ]


def quoted_from(guideline: Guideline) -> dict[str, dict[str, Any]]:
    """Every agreed text as the berita acara locked it, by its number."""
    document = guideline.record.document
    locked = json.loads(document.content) if document else {"recommendations": []}
    return {each["reference"]: each for each in locked["recommendations"]}


def clauses_in(content: Content) -> list[Content]:
    return [each for chapter in content["chapters"] for each in chapter["clauses"]]


def differing(content: Content) -> list[str]:
    """Clauses whose words do not have the hash that was agreed to."""
    return [
        each["reference"]
        for each in clauses_in(content)
        if not (
            rules.text_hash(each["paragraphs"])
            == each["sha256"]
            == each["version_sha256"]
        )
    ]


def _programme(clause: Clause) -> dict[str, str]:
    programme = clause.version.recommendation.programme
    return {
        "code": programme.code,
        "name": programme.name,
        "mandate": programme.mandate,
    }


def _plans(clause: Clause) -> list[dict[str, Any]]:
    """The plans the text rests on, in the order of their numbers."""
    plans: Iterable[Plan] = clause.version.recommendation.cited_plans.select_related(
        "government", "programme"
    ).order_by("reference")
    return [
        {
            "reference": plan.reference,
            "government": plan.government.name,
            "place": plan.government.slug,
            "programme": plan.programme.code,
            "year": plan.year,
            "output": plan.output,
        }
        for plan in plans
    ]


def _changes(guideline: Guideline) -> list[ClauseChange]:
    found = guideline.changes.select_related(
        "clause__chapter__guideline__document",
        "clause__version__recommendation",
        "replacement__version__recommendation",
    )
    return list(found.order_by("clause__version__recommendation__reference"))


def _change(change: ClauseChange) -> dict[str, str]:
    earlier, of = change.clause.guideline, change.clause.version.recommendation
    return {
        "guideline": earlier.title,
        "slug": earlier.slug,
        "legal_form": earlier.legal_form,
        "number": earlier.number,
        "code": earlier.document.code if earlier.document else "",
        "reference": of.reference,
        "title": of.title,
        "replacement": change.replacement.reference if change.replacement else "",
        "reason": change.reason,
    }


def _replaced(guideline: Guideline) -> dict[int, list[dict[str, str]]]:
    """What each clause takes the place of."""
    found: dict[int, list[dict[str, str]]] = {}
    for change in _changes(guideline):
        if change.replacement_id:
            found.setdefault(change.replacement_id, []).append(_change(change))
    return found


def _review(guideline: Guideline) -> dict[str, Any] | None:
    """That the governments reviewed it, and until when; not what they said."""
    opened, until = guideline.review_opened_at, guideline.review_until
    if opened is None or until is None:
        return None
    return {
        "opened_on": guideline.today(opened).isoformat(),
        "until": last_moment(until).astimezone(guideline.meeting.tz).date().isoformat(),
        "comments": guideline.comments.count(),
    }


def _determined(guideline: Guideline) -> dict[str, str] | None:
    day = guideline.determined_on
    if day is None:
        return None
    return {
        "office": guideline.signing_office,
        "place": guideline.determined_in,
        "on": day.isoformat(),
    }
