"""The structure of a pedoman: chapters, their order, and where each clause stands.

The words of a clause cannot be reached from here.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.acts.guidelines import overtaken
from sinergi.agree.acts.guiding import become, record_guideline, refuse_guideline_step
from sinergi.agree.models import Chapter, Clause, Guideline
from sinergi.agree.rules import GuidelineAction
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.order import Titles, next_order, rearrange, shift
from sinergi.core.refusal import Refusal
from sinergi.core.stale import stamp


class StructureChanged(Refusal):
    """The order is of chapters or clauses that have changed meanwhile."""


class ChapterNotEmpty(Refusal):
    """A chapter with clauses stays: what was agreed leaves no pedoman."""


class NoTitle(Refusal):
    """A chapter has a title, and another one than its neighbours."""


@act
def add_chapter(
    guideline: Guideline,
    *,
    title: str,
    by: Membership,
    at: datetime,
    commentary: str = "",
) -> Chapter:
    """A chapter at the end, still without clauses."""
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    twin = guideline.chapters.filter(title=title.strip()).first()
    if twin and twin.commentary == commentary.strip():
        raise StandsAlready(_("This chapter is there already."), twin)
    _refuse_title(guideline, title)
    chapter = Chapter.objects.create(
        guideline=guideline,
        title=title.strip(),
        commentary=commentary.strip(),
        order=next_order(guideline.chapters.all()),
    )
    become(guideline, to)
    after = {"chapter": chapter.title, "order": chapter.order}
    record_guideline("add_chapter", guideline, by=by, at=at, after=after)
    return chapter


@act
def edit_chapter(
    chapter: Chapter,
    *,
    title: str,
    commentary: str,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> Chapter:
    """Another title or commentary; `seen` is the stamp of what the page showed."""
    guideline = chapter.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    chapter.refresh_from_db(fields=["title", "commentary"])
    said = (title.strip(), commentary.strip())
    if (chapter.title, chapter.commentary) == said:
        raise StandsAlready(_("The chapter stands like this already."), chapter)
    if seen and seen != seen_of_chapter(chapter):
        raise overtaken(f"{chapter.title}. {chapter.commentary}")
    _refuse_title(guideline, title, chapter)
    before = {"chapter": chapter.title}
    chapter.title, chapter.commentary = said
    chapter.save(update_fields=["title", "commentary"])
    become(guideline, to)
    after = {"chapter": chapter.title, "characters": len(chapter.commentary)}
    record_guideline(
        "edit_chapter", guideline, by=by, at=at, before=before, after=after
    )
    return chapter


@act
def move_chapter(
    chapter: Chapter, *, up: bool, by: Membership, at: datetime
) -> Chapter:
    """One place up or down; at the end it stays where it is."""
    guideline = chapter.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    moved = shift(guideline.chapters.all(), chapter, up=up)
    become(guideline, to)
    record_guideline(
        "move_chapter",
        guideline,
        by=by,
        at=at,
        before=moved["before"],
        after=moved["after"],
    )
    return chapter


@act
def order_chapters(
    guideline: Guideline, *, order: Sequence[int], by: Membership, at: datetime
) -> Guideline:
    """All chapters in a new order at once."""
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    ordered = rearrange(guideline.chapters.all(), order)
    if ordered is None:
        raise _changed(guideline.title)
    become(guideline, to)
    record_guideline(
        "order_chapters",
        guideline,
        by=by,
        at=at,
        before=ordered["before"],
        after=ordered["after"],
    )
    return guideline


@act
def remove_chapter(chapter: Chapter, *, by: Membership, at: datetime) -> Guideline:
    guideline = chapter.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    if chapter.clauses.exists():
        raise ChapterNotEmpty(
            _(
                "“%(chapter)s” still has clauses, and none of them leaves the "
                "guideline. Put them into another chapter first."
            )
            % {"chapter": chapter.title}
        )
    before = {"chapter": chapter.title}
    chapter.delete()
    become(guideline, to)
    record_guideline("remove_chapter", guideline, by=by, at=at, before=before)
    return guideline


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
        raise _changed(chapter.title)
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
        raise _changed(chapter.title)
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


def _record_order(
    action: str,
    guideline: Guideline,
    told: dict[str, Titles],
    *,
    by: Membership,
    at: datetime,
) -> None:
    before, after = told["before"], told["after"]
    record_guideline(action, guideline, by=by, at=at, before=before, after=after)


def seen_of_chapter(chapter: Chapter) -> str:
    return stamp({"title": chapter.title, "commentary": chapter.commentary})


def seen_of_commentary(clause: Clause) -> str:
    return stamp({"commentary": clause.commentary})


def _refuse_title(guideline: Guideline, title: str, but: Chapter | None = None) -> None:
    others = guideline.chapters.filter(title=title.strip())
    if but:
        others = others.exclude(pk=but.pk)
    if not title.strip() or others.exists():
        raise NoTitle(
            _("A chapter needs a title that no other chapter has: “%(title)s”.")
            % {"title": title.strip()}
        )


def _changed(title: str) -> StructureChanged:
    return StructureChanged(
        _(
            "“%(title)s” was changed by somebody else meanwhile. Look at it as it is "
            "now, and move what you wanted to move again."
        )
        % {"title": title}
    )
