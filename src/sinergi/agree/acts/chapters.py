"""The structure of a pedoman: its chapters and their order."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.acts.guidelines import overtaken
from sinergi.agree.acts.guiding import become, record_guideline, refuse_guideline_step
from sinergi.agree.models import Chapter, Guideline
from sinergi.agree.rules import GuidelineAction
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.order import next_order, rearrange, shift
from sinergi.core.refusal import Refusal, StandsAlready
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
        raise structure_changed(guideline.title)
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


def seen_of_chapter(chapter: Chapter) -> str:
    return stamp({"title": chapter.title, "commentary": chapter.commentary})


def _refuse_title(guideline: Guideline, title: str, but: Chapter | None = None) -> None:
    others = guideline.chapters.filter(title=title.strip())
    if but:
        others = others.exclude(pk=but.pk)
    if not title.strip() or others.exists():
        raise NoTitle(
            _("A chapter needs a title that no other chapter has: “%(title)s”.")
            % {"title": title.strip()}
        )


def structure_changed(title: str) -> StructureChanged:
    return StructureChanged(
        _(
            "“%(title)s” was changed by somebody else meanwhile. Look at it as it is "
            "now, and move what you wanted to move again."
        )
        % {"title": title}
    )
