"""The pedoman: compiled from adopted texts, and what stands before its chapters."""

from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _

from sinergi.agree import access, snapshots
from sinergi.agree.acts.guiding import (
    become,
    record_guideline,
    refuse_guideline_step,
)
from sinergi.agree.models import (
    Chapter,
    Clause,
    ClauseChange,
    Guideline,
    Recommendation,
    RecordOfAgreement,
)
from sinergi.agree.rules import GuidelineAction
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready
from sinergi.core.stale import Overtaken, stamp


class NotLockedYet(Refusal):
    """A guideline quotes a locked berita acara, not a draft of one."""


class AlreadyCompiled(Refusal):
    """There is one guideline for a berita acara."""


@act
def compile_guideline(
    record: RecordOfAgreement,
    *,
    title: str,
    by: Membership,
    at: datetime,
    foreword: str = "",
) -> Guideline:
    """Take over every adopted text as a clause: a chapter a bidang, by programme."""
    meeting = record.meeting
    if not access.keeps_record(by, meeting):
        raise NotAllowed(_("The guideline is made by the secretariat of the forum."))
    if not record.is_locked:
        raise NotLockedYet(
            _("Lock the berita acara first; the guideline quotes it word for word.")
        )
    if Guideline.objects.filter(record=record).exists():
        raise AlreadyCompiled(
            _("The guideline of %(meeting)s is compiled already.")
            % {"meeting": meeting.title}
        )
    guideline = Guideline.objects.create(
        slug=meeting.slug,
        record=record,
        title=title.strip(),
        foreword=foreword.strip(),
        provenance=by.provenance,
    )
    adopted = snapshots.in_order(
        Recommendation.objects.filter(meeting=meeting).adopted()
    )
    clauses: list[Clause] = []
    by_bidang = groupby(adopted, key=lambda each: each.bidang)
    for place, (bidang, inside) in enumerate(by_bidang, start=1):
        chapter = Chapter.objects.create(
            guideline=guideline, title=bidang.name, order=place
        )
        clauses += Clause.objects.bulk_create(
            Clause(chapter=chapter, version=each.current, order=order)
            for order, each in enumerate(inside, start=1)
        )
    _take_over_changes(guideline, clauses)
    record_guideline(
        "compile_guideline",
        guideline,
        by=by,
        at=at,
        after={"clauses": [clause.version.sha256 for clause in clauses]},
    )
    return guideline


@act
def edit_guideline(
    guideline: Guideline,
    *,
    title: str,
    foreword: str,
    by: Membership,
    at: datetime,
    seen: str | None = None,
) -> Guideline:
    """Change what stands before the clauses; `seen` is the stamp of what was shown,
    empty where a page showed that nothing was compiled yet."""
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    before = {"title": guideline.title}
    said = (title.strip(), foreword.strip())
    if (guideline.title, guideline.foreword) == said:
        told = _("Title and foreword stand like this already.")
        raise StandsAlready(told, guideline)
    if seen is not None and seen != seen_of_words(guideline):
        raise overtaken(f"{guideline.title}. {guideline.foreword}".strip())
    guideline.title, guideline.foreword = said
    guideline.save(update_fields=["title", "foreword"])
    become(guideline, to)
    record_guideline(
        "edit_guideline",
        guideline,
        by=by,
        at=at,
        before=before,
        after={"title": guideline.title},
    )
    return guideline


def _take_over_changes(guideline: Guideline, clauses: list[Clause]) -> None:
    """What the meeting put in the place of earlier texts replaces their clauses."""
    for clause in clauses:
        earlier = Clause.objects.filter(
            version__recommendation__superseded_by=clause.version.recommendation_id,
            chapter__guideline__in=Guideline.objects.determined(),
        )
        ClauseChange.objects.bulk_create(
            ClauseChange(guideline=guideline, clause=each, replacement=clause)
            for each in earlier
        )


def seen_of_words(guideline: Guideline) -> str:
    """The stamp of title and foreword."""
    return stamp({"title": guideline.title, "foreword": guideline.foreword})


def overtaken(now: str) -> Overtaken:
    return Overtaken(
        _(
            "Somebody saved this after your page was opened. It now says: “%(now)s”. "
            "What you typed stands below and is not saved; save once more to put it in "
            "its place."
        )
        % {"now": now}
    )
