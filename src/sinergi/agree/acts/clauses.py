"""Where a clause stands in a pedoman and what explains it.

Its words cannot be reached from here.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.acts.chapters import structure_changed
from sinergi.agree.acts.guidelines import overtaken
from sinergi.agree.acts.guiding import become, record_guideline, refuse_guideline_step
from sinergi.agree.models import Chapter, Clause
from sinergi.agree.rules import GuidelineAction
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.order import next_order, rearrange, shift
from sinergi.core.refusal import StandsAlready
from sinergi.core.stale import stamp


@act
def move_clause(clause: Clause, *, up: bool, by: Membership, at: datetime) -> Clause:
    """One place up or down in its chapter."""
    guideline = clause.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    clause.refresh_from_db(fields=["chapter", "order"])
    moved = shift(clause.chapter.clauses.all(), clause, up=up)
    become(guideline, to)
    record_guideline(
        "move_clause",
        guideline,
        by=by,
        at=at,
        before=moved["before"],
        after=moved["after"],
    )
    return clause


@act
def order_clauses(
    chapter: Chapter, *, order: Sequence[int], by: Membership, at: datetime
) -> Chapter:
    """All clauses of a chapter in a new order at once."""
    guideline = chapter.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    ordered = rearrange(chapter.clauses.all(), order)
    if ordered is None:
        raise structure_changed(chapter.title)
    become(guideline, to)
    record_guideline(
        "order_clauses",
        guideline,
        by=by,
        at=at,
        before=ordered["before"],
        after=ordered["after"],
    )
    return chapter


@act
def put_into_chapter(
    clause: Clause, *, chapter: Chapter, by: Membership, at: datetime
) -> Clause:
    """At the end of another chapter of the same pedoman."""
    guideline = clause.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    clause.refresh_from_db(fields=["chapter", "order"])
    if chapter.guideline_id != clause.chapter.guideline_id:
        raise structure_changed(chapter.title)
    if clause.chapter_id == chapter.pk:
        raise StandsAlready(_("The clause stands in this chapter already."), clause)
    before = {"chapter": clause.chapter.title}
    clause.chapter, clause.order = chapter, next_order(chapter.clauses.all())
    clause.save(update_fields=["chapter", "order"])
    become(guideline, to)
    after = {"clause": clause.reference, "chapter": chapter.title}
    record_guideline(
        "put_into_chapter", guideline, by=by, at=at, before=before, after=after
    )
    return clause


@act
def edit_commentary(
    clause: Clause, *, commentary: str, by: Membership, at: datetime, seen: str = ""
) -> Clause:
    """Explain a clause. `seen` is the stamp of the commentary as the page showed it."""
    guideline = clause.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    clause.refresh_from_db(fields=["commentary"])
    if clause.commentary == commentary.strip():
        raise StandsAlready(_("The commentary stands like this already."), clause)
    if seen and seen != seen_of_commentary(clause):
        raise overtaken(clause.commentary)
    clause.commentary = commentary.strip()
    clause.save(update_fields=["commentary"])
    become(guideline, to)
    after = {"clause": clause.reference, "characters": len(clause.commentary)}
    record_guideline("edit_commentary", guideline, by=by, at=at, after=after)
    return clause


def seen_of_commentary(clause: Clause) -> str:
    return stamp({"commentary": clause.commentary})
